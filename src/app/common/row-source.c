/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/row-source.h"

#include "app/common/facts.h"
#include "app/common/lane.h"
#include "app/common/shell.h"
#include "app/common/words.h"
#include "exchange/row-source.h"
#include "store/source.h"

#include <glib/gi18n-lib.h>

/* An order of more lines than these is read in the file itself. */
#define ROWS_MAX 20

struct _DaybookRowSource
{
  AdwExpanderRow parent_instance;

  /* Template widgets */
  GtkBox        *files;
  GtkWidget     *copy_button;

  /* Owned */
  DaybookDesk   *desk;
  DaybookRow    *row;
  DaybookLane   *lane;        /* made when it is opened first */
  GCancellable  *cancellable; /* of the reading under way, or NULL */
  GString       *table;       /* what is shown, for the clipboard */
};

G_DEFINE_FINAL_TYPE (DaybookRowSource, daybook_row_source, ADW_TYPE_EXPANDER_ROW)

/* --- In the lane ---------------------------------------------------------- */

typedef struct
{
  char       *folder;
  DaybookRow *row;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->folder);
  daybook_row_unref (question->row);
  g_free (question);
}

static gpointer
read_in_db (DaybookReader  *reader,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  Question *question = data;

  return daybook_row_source_read (reader, question->folder, question->row, ROWS_MAX, error);
}

/* --- What it shows -------------------------------------------------------- */

static void
clear (DaybookRowSource *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->files))) != NULL)
    gtk_box_remove (self->files, child);
  g_string_truncate (self->table, 0);
  gtk_widget_set_visible (self->copy_button, FALSE);
}

static void
add_label (DaybookRowSource *self,
           const char       *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->files, label);
}

/* Of a row after the order's first only what is new in it. */
static void
add_row (DaybookRowSource *self,
         const GPtrArray  *row)
{
  DaybookFacts *facts = g_object_new (DAYBOOK_TYPE_FACTS, NULL);

  for (guint i = 0; i < row->len; i++)
    {
      const DaybookSourceCell *cell = g_ptr_array_index (row, i);
      g_autofree char *text = NULL;
      g_autofree char *line = NULL;

      if (cell->repeats)
        continue;

      text = daybook_source_cell_mask (cell);
      daybook_facts_add (facts, cell->heading, text, DAYBOOK_FACT_PLAIN);
      line = g_strdelimit (g_strdup (text), "\t\r\n", ' ');
      g_string_append_printf (self->table, "%s\t%s\n", cell->heading, line);
    }
  gtk_box_append (self->files, GTK_WIDGET (facts));
}

static void
add_rows (DaybookRowSource        *self,
          const DaybookSourceFile *file)
{
  for (guint i = 0; i < file->rows->len; i++)
    {
      if (i > 0)
        {
          g_autofree char *number = daybook_words_count (i + 1);
          /* Translators: one of the several rows that a file has of an order; %s is its number */
          g_autofree char *title = g_strdup_printf (_("Row %s of This Order"), number);

          add_label (self, title);
        }
      add_row (self, g_ptr_array_index (file->rows, i));
    }
}

static void
add_file (DaybookRowSource        *self,
          const DaybookSourceFile *file)
{
  guint n_more = file->n_rows - file->rows->len;
  g_autofree char *count = daybook_words_count (file->n_columns);
  /* Translators: a file: the platform, what is in it, how many columns: "Taobao orders · 61 columns" */
  g_autofree char *title = g_strdup_printf (ngettext ("%s %s · %s column", "%s %s · %s columns", file->n_columns),
                                            daybook_words_platform (file->platform), daybook_words_kind (file->kind), count);

  if (file->n_columns == 0)
    {
      add_label (self, _("The headings of an earlier file were not kept. They are there when it is imported again."));
      return;
    }

  add_label (self, title);
  add_rows (self, file);
  if (n_more > 0)
    {
      g_autofree char *number = daybook_words_count (n_more);
      g_autofree char *more = g_strdup_printf (ngettext ("%s more row is in the file.", "%s more rows are in the file.", n_more),
                                               number);

      add_label (self, more);
    }
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookRowSource) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = daybook_lane_run_finish (result, &error);

  if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED) || self->cancellable == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  clear (self);
  if (error != NULL)
    add_label (self, error->message);
  for (guint i = 0; files != NULL && i < files->len; i++)
    add_file (self, g_ptr_array_index (files, i));
  gtk_widget_set_visible (self->copy_button, self->table->len > 0);
}

/* --- Opening and closing -------------------------------------------------- */

static void
cancel (DaybookRowSource *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (DaybookRowSource *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  Question *question = g_new0 (Question, 1);

  cancel (self);
  if (self->lane == NULL)
    self->lane = daybook_lane_new (store);
  question->folder = g_strdup (daybook_store_get_folder (store));
  question->row = daybook_row_ref (self->row);
  self->cancellable = g_cancellable_new ();
  daybook_lane_run_async (self->lane, read_in_db, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                          self->cancellable, on_read, g_object_ref (self));
}

static void
on_expanded (DaybookRowSource *self)
{
  if (self->row != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    load (self);
}

static void
on_copy_clicked (DaybookRowSource *self)
{
  daybook_shell_copy_person (GTK_WIDGET (self), self->table->str, _("From the File"));
}

static void
daybook_row_source_dispose (GObject *object)
{
  DaybookRowSource *self = DAYBOOK_ROW_SOURCE (object);

  cancel (self);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_row_source_parent_class)->dispose (object);
}

static void
daybook_row_source_finalize (GObject *object)
{
  g_string_free (DAYBOOK_ROW_SOURCE (object)->table, TRUE);

  G_OBJECT_CLASS (daybook_row_source_parent_class)->finalize (object);
}

static void
daybook_row_source_class_init (DaybookRowSourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_row_source_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_row_source_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/row-source.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookRowSource, files);
  gtk_widget_class_bind_template_child (widget_class, DaybookRowSource, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_expanded);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
}

static void
daybook_row_source_init (DaybookRowSource *self)
{
  self->table = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_row_source_set_desk (DaybookRowSource *self,
                             DaybookDesk      *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
}

gboolean
daybook_row_source_show (DaybookRowSource *self,
                         DaybookRow       *row)
{
  gboolean is_other = self->row == NULL || self->row->rowid != row->rowid;

  daybook_row_ref (row);
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = row;
  if (is_other)
    {
      cancel (self);
      clear (self);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
    }
  else if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    load (self);

  return daybook_reader_has_source (daybook_store_get_reader (daybook_desk_get_store (self->desk)), row);
}
