/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/problem-list.h"

#include "app/common/shell.h"
#include "app/common/words.h"
#include "app/imports/problem-save.h"
#include "core/shop.h"
#include "exchange/form.h"
#include "store/import-problems.h"

#include <glib/gi18n-lib.h>

#define PAGE_SIZE 100
/* Of a list that was kept the import's sums follow. */
#define FIRST_KEPT 10

struct _DaybookProblemList
{
  AdwBin parent_instance;

  GtkLabel       *heading;
  GtkWidget      *buttons;
  GtkWidget      *save_button;
  GtkListBox     *list;
  GtkButton      *more_button;

  DaybookStaging *staging; /* or NULL: those kept with `act` */
  DaybookStore   *store;
  char           *file;    /* the name of the source */
  const DaybookTable *about; /* what its rows tell of */
  DaybookId       act;
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

static GPtrArray *
read_some (DaybookProblemList  *self,
           guint                from,
           guint                limit,
           GError             **error)
{
  if (self->staging != NULL)
    return daybook_staging_problems (self->staging, from, limit, error);

  return daybook_reader_import_problems (daybook_store_get_reader (self->store), &self->act, from, limit, error);
}

/* What is missing from a list that was kept. */
static void
say_what_is_missing (DaybookProblemList *self)
{
  if (self->n_shown == 0)
    append_message (self, _("The list was not kept. It is shown when you open the file again, before anything is imported."));
  else if (self->n_shown == DAYBOOK_IMPORT_PROBLEMS_MAX)
    append_message (self, _("More were not kept. They are shown when you open the file again, before anything is imported."));
}

static void
show_more (DaybookProblemList *self)
{
  g_autoptr (GError) error = NULL;
  guint size = self->staging == NULL && self->n_shown == 0 ? FIRST_KEPT : PAGE_SIZE;
  g_autoptr (GPtrArray) problems = read_some (self, self->n_shown, size + 1, &error);

  if (problems == NULL)
    {
      append_message (self, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->more_button), FALSE);
      return;
    }

  for (guint i = 0; i < MIN (problems->len, size); i++)
    append_problem (self, g_ptr_array_index (problems, i));
  self->n_shown += MIN (problems->len, size);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), problems->len > size);
  if (self->staging == NULL && problems->len <= size)
    say_what_is_missing (self);
  gtk_widget_set_visible (self->buttons, self->n_shown > 0);
}

/* A table has one line for each row, and its cells no tabs. */
static void
append_cell (GString    *table,
             const char *text,
             char        end)
{
  g_autofree char *line = g_strdelimit (g_strdup (text != NULL ? text : ""), "\t\r\n", ' ');

  g_string_append (table, line);
  g_string_append_c (table, end);
}

static void
append_line (GString    *table,
             const char *row,
             const char *column,
             const char *value,
             const char *why)
{
  append_cell (table, row, '\t');
  append_cell (table, column, '\t');
  append_cell (table, value, '\t');
  append_cell (table, why, '\n');
}

/* What was copied: the heading, unless there may be more than so many. */
static char *
describe_copied (DaybookProblemList *self,
                 guint               n)
{
  g_autofree char *count = daybook_words_count (n);

  if (n < DAYBOOK_IMPORT_PROBLEMS_MAX)
    return g_strdup (gtk_label_get_label (self->heading));

  /* Translators: what was copied, as in "Copied: the first 10,000 problems" */
  return g_strdup_printf (_("the first %s problems"), count);
}

static void
copy_all (DaybookProblemList *self)
{
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = read_some (self, 0, DAYBOOK_IMPORT_PROBLEMS_MAX, NULL);
  g_autofree char *said = describe_copied (self, problems != NULL ? problems->len : 0);

  append_line (table, _("Row"), _("Column"), _("Value"), _("Why"));
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const DaybookProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *row = g_strdup_printf ("%" G_GUINT64_FORMAT, problem->row);

      append_line (table, row, problem->column, problem->value, problem->why);
    }

  daybook_shell_copy_person (GTK_WIDGET (self), table->str, said);
}

/* --- The rows themselves ---------------------------------------------------------- */

/* Of a sheet that is left out there are problems and no rows. Where they could not be read now,
 * whoever saves them is told. */
static gboolean
has_rows (DaybookProblemList *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->staging != NULL)
    rows = daybook_staging_problem_rows (self->staging, 0, 1, NULL);
  else
    rows = daybook_reader_import_problem_rows (daybook_store_get_reader (self->store), &self->act, 0, 1, NULL);
  return rows == NULL || rows->len > 0;
}

/* FALSE where it was said what failed. */
static gboolean
find_source (DaybookProblemList   *self,
             DaybookProblemSource *source)
{
  g_autoptr (GError) error = NULL;

  *source = (DaybookProblemSource) { NULL, self->act, self->about, NULL };
  if (self->staging != NULL)
    source->rows = daybook_problem_file_read (self->staging, &error);
  if (error != NULL)
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
  return error == NULL;
}

static void
on_save_clicked (DaybookProblemList *self)
{
  DaybookProblemSource source;

  if (!find_source (self, &source))
    return;

  daybook_problem_save_begin (GTK_WIDGET (self), self->store, &source, self->file);
  g_clear_pointer (&source.rows, g_ptr_array_unref);
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
  DaybookProblemList *self = DAYBOOK_PROBLEM_LIST (object);

  g_clear_object (&self->staging);
  g_clear_object (&self->store);
  g_clear_pointer (&self->file, g_free);
  G_OBJECT_CLASS (daybook_problem_list_parent_class)->dispose (object);
}

static void
daybook_problem_list_class_init (DaybookProblemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_problem_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/problem-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookProblemList, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookProblemList, buttons);
  gtk_widget_class_bind_template_child (widget_class, DaybookProblemList, save_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookProblemList, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookProblemList, more_button);
  gtk_widget_class_bind_template_callback (widget_class, show_more);
  gtk_widget_class_bind_template_callback (widget_class, copy_all);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
daybook_problem_list_init (DaybookProblemList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_count (guint64             n,
                DaybookProblemsTime time)
{
  g_autofree char *count = daybook_words_count (n);

  if (time == DAYBOOK_PROBLEMS_PAST)
    return g_strdup_printf (ngettext ("%s row had a problem and was not imported",
                                      "%s rows had problems and were not imported", n), count);

  return g_strdup_printf (ngettext ("%s row has a problem and will not be imported",
                                    "%s rows have problems and will not be imported", n), count);
}

static void
show (DaybookProblemList  *self,
      guint64              n,
      DaybookProblemsTime  time)
{
  g_autofree char *heading = describe_count (n, time);

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_label_set_label (self->heading, heading);
  if (n == 0)
    return;

  gtk_widget_set_visible (self->save_button, has_rows (self));
  show_more (self);
}

static void
set_origin (DaybookProblemList *self,
            DaybookStore       *store,
            const char         *file,
            const char         *kind)
{
  g_set_object (&self->store, store);
  g_free (self->file);
  self->file = g_strdup (file);
  self->about = daybook_form_kind_about (kind);
}

void
daybook_problem_list_show (DaybookProblemList  *self,
                           DaybookStore        *store,
                           DaybookImport       *import,
                           DaybookProblemsTime  time)
{
  DaybookStaging *staging = import != NULL ? daybook_import_get_staging (import) : NULL;

  g_set_object (&self->staging, staging);
  if (import != NULL)
    set_origin (self, store, daybook_import_get_file (import), daybook_import_get_kind (import));
  show (self, import != NULL ? daybook_import_get_counts (import)->n_problems : 0, time);
}

void
daybook_problem_list_show_kept (DaybookProblemList  *self,
                                DaybookStore        *store,
                                const DaybookRow    *import,
                                const DaybookId     *act)
{
  g_clear_object (&self->staging);
  set_origin (self, store, daybook_row_text (import, DAYBOOK_IMPORT_FILE), daybook_row_text (import, DAYBOOK_IMPORT_KIND));
  self->act = *act;
  show (self, (guint64) daybook_row_int (import, DAYBOOK_IMPORT_PROBLEMS), DAYBOOK_PROBLEMS_PAST);
}

void
daybook_problem_list_save_to (DaybookProblemList      *self,
                              const DaybookDisclosure *disclosure,
                              const char              *path)
{
  DaybookProblemSource source;

  if (!find_source (self, &source))
    return;

  source.disclosure = disclosure;
  daybook_problem_save_to (GTK_WIDGET (self), self->store, &source, path);
  g_clear_pointer (&source.rows, g_ptr_array_unref);
}
