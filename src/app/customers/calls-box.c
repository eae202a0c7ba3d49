/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/customers/calls-box.h"

#include "app/common/facts.h"
#include "core/moment.h"
#include "core/survey.h"
#include "core/task.h"
#include "store/due-list.h"

#include <glib/gi18n-lib.h>

/* Those before stand in the timeline. */
#define MOST 3
/* Among so many tasks of a customer they are looked for. */
#define MOST_TASKS 20

struct _DaybookCallsBox
{
  DaybookCustomerBox parent_instance;

  DaybookFacts      *facts;
};

G_DEFINE_FINAL_TYPE (DaybookCallsBox, daybook_calls_box, DAYBOOK_TYPE_CUSTOMER_BOX)

static gboolean
is_call (const DaybookRow *task)
{
  return daybook_row_int (task, DAYBOOK_TASK_KIND) != DAYBOOK_TASK_TODO;
}

/* --- The next ------------------------------------------------------------------------------------ */

/* By a plan; 0: none is. */
static gint64
find_planned (DaybookCallsBox *self)
{
  DaybookCustomerBox *box = DAYBOOK_CUSTOMER_BOX (self);
  g_autoptr(DaybookDueItem) item = daybook_due_find (daybook_customer_box_get_reader (box), daybook_customer_box_get_customer (box),
                                                     DAYBOOK_RULE_CALL_BACK, 0, NULL);

  return item != NULL ? item->due.due : 0;
}

static gint64
find_next (DaybookCallsBox *self,
           GPtrArray       *tasks)
{
  gint64 next = find_planned (self);

  for (guint i = 0; i < tasks->len; i++)
    {
      const DaybookRow *task = g_ptr_array_index (tasks, i);
      gint64 due = daybook_row_int (task, DAYBOOK_TASK_DUE);

      if (is_call (task) && !daybook_row_has (task, DAYBOOK_TASK_DONE_AT) && due != 0 && (next == 0 || due < next))
        next = due;
    }
  return next;
}

static void
add_next (DaybookCallsBox *self,
          GPtrArray       *tasks)
{
  DaybookStore *store = daybook_customer_box_get_store (DAYBOOK_CUSTOMER_BOX (self));
  gint64 next = find_next (self, tasks);
  g_autofree char *text = next != 0 ? daybook_moment_format (next, daybook_store_get_now (store), daybook_store_get_zone (store)) : NULL;

  daybook_facts_add (self->facts, _("Next call"), text, DAYBOOK_FACT_PLAIN);
}

/* --- The last -------------------------------------------------------------------------------------- */

/* "4.3 stars" of the survey in that call; NULL: there was none. (transfer full) */
static char *
find_score (DaybookCallsBox  *self,
            const DaybookRow *task)
{
  g_autoptr(GPtrArray) surveys = daybook_reader_some_parts (daybook_customer_box_get_reader (DAYBOOK_CUSTOMER_BOX (self)), &daybook_surveys,
                                                            DAYBOOK_SURVEY_TASK, &task->id, DAYBOOK_PARTS_LAST, 1, NULL);
  double average = surveys != NULL && surveys->len > 0 ? daybook_survey_average (g_ptr_array_index (surveys, 0)) : 0;

  /* Translators: an average of stars, with one decimal */
  return average > 0 ? g_strdup_printf (_("%.1f stars"), average) : NULL;
}

/* "Reached · 4.3 stars · Is the matter settled for you? Yes" */
static void
add_call (DaybookCallsBox  *self,
          const DaybookRow *task)
{
  DaybookDesk *desk = daybook_customer_box_get_desk (DAYBOOK_CUSTOMER_BOX (self));
  g_autofree char *at = daybook_desk_format (desk, task, DAYBOOK_TASK_DONE_AT, DAYBOOK_SHOW_MASKED);
  g_autofree char *outcome = daybook_desk_format (desk, task, DAYBOOK_TASK_OUTCOME, DAYBOOK_SHOW_MASKED);
  g_autofree char *score = find_score (self, task);
  g_autoptr(GString) text = g_string_new (outcome);

  if (score != NULL)
    g_string_append_printf (text, " · %s", score);
  if (daybook_row_has (task, DAYBOOK_TASK_ANSWERS))
    g_string_append_printf (text, "\n%s", daybook_row_text (task, DAYBOOK_TASK_ANSWERS));
  daybook_facts_add (self->facts, at, text->str, DAYBOOK_FACT_PLAIN);
}

static void
add_last (DaybookCallsBox *self,
          GPtrArray       *tasks)
{
  guint n = 0;

  for (guint i = tasks->len; i > 0 && n < MOST; i--)
    {
      const DaybookRow *task = g_ptr_array_index (tasks, i - 1);

      if (!is_call (task) || !daybook_row_has (task, DAYBOOK_TASK_DONE_AT))
        continue;
      add_call (self, task);
      n++;
    }
}

/* --- The box ----------------------------------------------------------------------------------------- */

static void
show (DaybookCustomerBox *box)
{
  DaybookCallsBox *self = DAYBOOK_CALLS_BOX (box);
  g_autoptr(GPtrArray) tasks = daybook_reader_some_parts (daybook_customer_box_get_reader (box), &daybook_tasks, DAYBOOK_TASK_CUSTOMER,
                                                          &daybook_customer_box_get_customer (box)->id, DAYBOOK_PARTS_LAST, MOST_TASKS, NULL);

  daybook_facts_begin (self->facts);
  if (tasks != NULL)
    {
      add_next (self, tasks);
      add_last (self, tasks);
    }
  daybook_facts_end (self->facts);
}

static void
daybook_calls_box_class_init (DaybookCallsBoxClass *klass)
{
  DAYBOOK_CUSTOMER_BOX_CLASS (klass)->show = show;
}

static void
daybook_calls_box_init (DaybookCallsBox *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *call = gtk_button_new_with_label (_("Call Now…"));
  GtkWidget *survey = gtk_button_new_from_icon_name ("starred-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (survey), "win.survey");
  gtk_widget_add_css_class (survey, "flat");
  gtk_widget_set_tooltip_text (survey, _("New Survey (Shift+D)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (survey), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Survey…"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (call), "win.call");
  gtk_widget_add_css_class (call, "flat");
  gtk_widget_set_tooltip_text (call, _("Open the Call Sheet (D)"));
  self->facts = g_object_new (DAYBOOK_TYPE_FACTS, NULL);
  gtk_box_append (GTK_BOX (buttons), survey);
  gtk_box_append (GTK_BOX (buttons), call);
  daybook_customer_box_set_group (DAYBOOK_CUSTOMER_BOX (self), _("Calls"), buttons);
  daybook_customer_box_append (DAYBOOK_CUSTOMER_BOX (self), GTK_WIDGET (self->facts));
}
