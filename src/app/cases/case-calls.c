/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/case-calls.h"

#include "app/cases/call-form.h"
#include "app/cases/call-plan.h"
#include "app/cases/case-bits.h"
#include "core/call-plan.h"
#include "core/case-call.h"

#include <glib/gi18n-lib.h>

struct _DaybookCaseCalls
{
  AdwBin           parent_instance;

  GtkBox          *list;
  DaybookCallForm *form;
  DaybookCallPlan *plan;
  GtkWidget       *button; /* "Call…" */

  DaybookDesk     *desk;
  DaybookRegister *definition;
  DaybookRow      *row;
  GPtrArray       *tasks;  /* DaybookRow: those to be done, the first first */
  char            *seen;   /* what the list says: rows with the focus stay while it is the same */
};

G_DEFINE_FINAL_TYPE (DaybookCaseCalls, daybook_case_calls, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookCaseCalls *self)
{
  return daybook_desk_get_store (self->desk);
}

/* --- Acts ---------------------------------------------------------------------------- */

/* The form goes with the focus in it, which is not to fall into the next line: Ctrl+Z takes the act
 * back, and not what was written there. */
static void
on_edited (DaybookCaseCalls *self,
           DaybookEdit      *edit)
{
  gtk_widget_grab_focus (self->button);
  g_signal_emit (self, signals[EDITED], 0, edit);
}

/* Of what is no call nobody is asked anything. */
static void
finish (DaybookCaseCalls *self,
        const DaybookRow *task)
{
  const DaybookCallReport report = { .outcome = DAYBOOK_CALL_REACHED };
  g_autoptr(DaybookEdit) edit = daybook_case_edit_new (self->desk, self->row, daybook_row_text (task, DAYBOOK_TASK_TITLE));

  if (daybook_case_call_report (edit, self->row, task, &report, daybook_store_get_agent (get_store (self)),
                                daybook_store_get_now (get_store (self)), NULL))
    on_edited (self, edit);
}

static void
begin_form (DaybookCaseCalls *self,
            const DaybookRow *task)
{
  const DaybookId *by = daybook_row_ref_id (task, DAYBOOK_TASK_PLAN);
  g_autoptr(DaybookRow) plan = by != NULL ? daybook_reader_find (daybook_store_get_reader (get_store (self)), &daybook_call_plans, by, NULL) : NULL;
  const DaybookCallAbout about = { .definition = self->definition, .of = self->row, .task = task, .plan = plan };

  daybook_call_form_begin (self->form, self->desk, &about);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
on_done_clicked (DaybookCaseCalls *self,
                 GtkWidget        *button)
{
  const DaybookRow *task = g_object_get_data (G_OBJECT (button), "row");

  daybook_case_calls_end (self);
  if (daybook_row_int (task, DAYBOOK_TASK_KIND) == DAYBOOK_TASK_TODO)
    finish (self, task);
  else
    begin_form (self, task);
}

static void
on_call_clicked (DaybookCaseCalls *self)
{
  daybook_case_calls_end (self);
  daybook_call_plan_begin (self->plan, self->desk, self->definition, self->row);
}

/* --- What is seen -------------------------------------------------------------------- */

static gboolean
is_late (DaybookCaseCalls *self,
         const DaybookRow *task)
{
  return daybook_row_has (task, DAYBOOK_TASK_DUE) && daybook_row_int (task, DAYBOOK_TASK_DUE) < daybook_store_get_now (get_store (self));
}

/* "林晓 · Tomorrow 10:00 · Not reached" */
static char *
describe (DaybookCaseCalls *self,
          const DaybookRow *task)
{
  g_autofree char *who = daybook_desk_format (self->desk, task, DAYBOOK_TASK_AGENT, DAYBOOK_SHOW_MASKED);
  g_autofree char *due = daybook_desk_format (self->desk, task, DAYBOOK_TASK_DUE, DAYBOOK_SHOW_MASKED);
  g_autofree char *outcome = daybook_desk_format (self->desk, task, DAYBOOK_TASK_OUTCOME, DAYBOOK_SHOW_MASKED);
  gboolean tried = daybook_row_int (task, DAYBOOK_TASK_OUTCOME) != DAYBOOK_CALL_OPEN;
  GString *text = g_string_new (who);

  /* Translators: of a call; %s is a time that is over: “Yesterday 10:00”. */
  g_autofree char *late = is_late (self, task) ? g_strdup_printf (_("late since: %s"), due) : NULL;
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", late != NULL ? late : due);
  if (tried)
    g_string_append_printf (text, " · %s", outcome);
  return g_string_free (text, FALSE);
}

static void
add_task (DaybookCaseCalls *self,
          const DaybookRow *task)
{
  g_autofree char *text = describe (self, task);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *when = daybook_bit_label (text);
  GtkWidget *done = gtk_button_new_with_label (_("Done…"));

  gtk_widget_add_css_class (when, "caption");
  gtk_widget_add_css_class (when, is_late (self, task) ? "error" : "dim-label");
  gtk_widget_add_css_class (done, "stage-move");
  gtk_widget_set_valign (done, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (done), "row", daybook_row_ref ((DaybookRow *) task), (GDestroyNotify) daybook_row_unref);
  g_signal_connect_object (done, "clicked", G_CALLBACK (on_done_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (words), daybook_bit_label (daybook_row_text (task, DAYBOOK_TASK_TITLE)));
  gtk_box_append (GTK_BOX (words), when);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), done);
  gtk_box_append (self->list, line);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = daybook_row_int (*(DaybookRow *const *) a, DAYBOOK_TASK_DUE);
  gint64 second = daybook_row_int (*(DaybookRow *const *) b, DAYBOOK_TASK_DUE);

  return first < second ? -1 : first > second;
}

static void
add_open (DaybookCaseCalls *self,
          GPtrArray        *tasks,
          const DaybookId  *of)
{
  DaybookReader *reader = daybook_store_get_reader (get_store (self));
  g_autoptr(GPtrArray) all = daybook_reader_parts (reader, &daybook_tasks, DAYBOOK_TASK_CASE, of, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!daybook_row_has (g_ptr_array_index (all, i), DAYBOOK_TASK_DONE_AT))
      g_ptr_array_add (tasks, daybook_row_ref (g_ptr_array_index (all, i)));
}

/* Those of cases that were merged into it are made for it. (transfer full) */
static GPtrArray *
read_open (DaybookCaseCalls *self)
{
  DaybookReader *reader = daybook_store_get_reader (get_store (self));
  GPtrArray *tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GPtrArray) merged = daybook_reader_parts (reader, &daybook_cases, DAYBOOK_CASE_MERGED_INTO, &self->row->id, NULL);

  add_open (self, tasks, &self->row->id);
  for (guint i = 0; merged != NULL && i < merged->len; i++)
    add_open (self, tasks, &((const DaybookRow *) g_ptr_array_index (merged, i))->id);
  g_ptr_array_sort (tasks, compare);
  return tasks;
}

static char *
write_seen (DaybookCaseCalls *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const DaybookRow *task = g_ptr_array_index (self->tasks, i);
      g_autofree char *said = describe (self, task);

      g_string_append_printf (text, "%s %s\n", daybook_row_text (task, DAYBOOK_TASK_TITLE), said);
    }
  return g_string_free (text, FALSE);
}

static void
fill (DaybookCaseCalls *self)
{
  if (!daybook_bit_is_new (&self->seen, write_seen (self)))
    return;

  daybook_bit_empty (GTK_WIDGET (self->list));
  for (guint i = 0; i < self->tasks->len; i++)
    add_task (self, g_ptr_array_index (self->tasks, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->tasks->len > 0);
}

static void
daybook_case_calls_dispose (GObject *object)
{
  DaybookCaseCalls *self = DAYBOOK_CASE_CALLS (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->definition);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_free);

  G_OBJECT_CLASS (daybook_case_calls_parent_class)->dispose (object);
}

static void
daybook_case_calls_class_init (DaybookCaseCallsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_case_calls_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
daybook_case_calls_init (DaybookCaseCalls *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  self->form = g_object_new (DAYBOOK_TYPE_CALL_FORM, NULL);
  self->plan = g_object_new (DAYBOOK_TYPE_CALL_PLAN, NULL);
  self->button = gtk_button_new_with_label (_("Call…"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "stage-move");
  g_signal_connect_object (self->form, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_call_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->plan));
  gtk_box_append (GTK_BOX (column), self->button);
  adw_bin_set_child (ADW_BIN (self), column);
}

void
daybook_case_calls_show (DaybookCaseCalls *self,
                         DaybookDesk      *desk,
                         DaybookRegister  *definition,
                         const DaybookRow *row)
{
  if (self->row != NULL && !daybook_id_equal (&self->row->id, &row->id))
    {
      g_clear_pointer (&self->seen, g_free);
      daybook_case_calls_end (self);
    }
  g_set_object (&self->desk, desk);
  g_set_object (&self->definition, definition);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);
  self->tasks = read_open (self);
  fill (self);
}

gboolean
daybook_case_calls_end (DaybookCaseCalls *self)
{
  gboolean was_reporting = daybook_call_form_end (self->form);

  return daybook_call_plan_end (self->plan) || was_reporting;
}
