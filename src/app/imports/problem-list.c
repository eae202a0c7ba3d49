/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/problem-list.h"

#include "app/common/words.h"

#include <glib/gi18n-lib.h>

#define PAGE_SIZE 100

struct _DaybookProblemList
{
  AdwBin parent_instance;

  GtkLabel       *heading;
  GtkListBox     *list;
  GtkButton      *more_button;

  DaybookStaging *staging;
  guint           n_shown; /* problems, not rows: a row can have several */
};

G_DEFINE_FINAL_TYPE (DaybookProblemList, daybook_problem_list, ADW_TYPE_BIN)

/* "Row 12 · 订单编号: 1.93068E+15", without what is not known. */
static char *
describe_place (const DaybookProblem *problem)
{
  g_autofree char *number = daybook_words_count (problem->row);
  /* Translators: the row’s number in a table file */
  g_autofree char *row = g_strdup_printf (_("Row %s"), number);

  if (problem->column == NULL || *problem->column == '\0')
    return g_steal_pointer (&row);
  if (problem->value == NULL || *problem->value == '\0')
    /* Translators: place of a problem in a table: the row ("Row 12"), the column’s heading */
    return g_strdup_printf (_("%s · %s"), row, problem->column);

  /* Translators: place of a problem in a table: the row ("Row 12"), the column’s heading, the cell’s value */
  return g_strdup_printf (_("%s · %s: %s"), row, problem->column, problem->value);
}

static void
append_problem (DaybookProblemList   *self,
                const DaybookProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = describe_place (problem);

  /* Cells come from outside: no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem->why);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_append (self->list, row);
}

static void
append_message (DaybookProblemList *self,
                const char         *message)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message);
  gtk_list_box_append (self->list, row);
}

static void
show_more (DaybookProblemList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = daybook_staging_problems (self->staging, self->n_shown, PAGE_SIZE + 1, &error);

  if (problems == NULL)
    {
      append_message (self, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->more_button), FALSE);
      return;
    }

  for (guint i = 0; i < MIN (problems->len, PAGE_SIZE); i++)
    append_problem (self, g_ptr_array_index (problems, i));
  self->n_shown += MIN (problems->len, PAGE_SIZE);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), problems->len > PAGE_SIZE);
}

static void
clear (DaybookProblemList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_shown = 0;
}

static void
daybook_problem_list_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_PROBLEM_LIST (object)->staging);
  G_OBJECT_CLASS (daybook_problem_list_parent_class)->dispose (object);
}

static void
daybook_problem_list_class_init (DaybookProblemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_problem_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/problem-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookProblemList, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookProblemList, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookProblemList, more_button);
  gtk_widget_class_bind_template_callback (widget_class, show_more);
}

static void
daybook_problem_list_init (DaybookProblemList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_problem_list_show (DaybookProblemList *self,
                           DaybookStaging     *staging)
{
  guint64 n = staging != NULL ? daybook_staging_get_counts (staging)->n_problems : 0;
  g_autofree char *count = daybook_words_count (n);
  g_autofree char *heading = NULL;

  clear (self);
  g_set_object (&self->staging, staging);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    return;

  heading = g_strdup_printf (ngettext ("%s row has a problem and will not be imported",
                                       "%s rows have problems and will not be imported", n), count);
  gtk_label_set_label (self->heading, heading);
  show_more (self);
}
