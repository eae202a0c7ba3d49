/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/imports-page.h"

#include "app/common/words.h"
#include "app/imports/found-list.h"
#include "app/imports/import-flow.h"
#include "app/imports/import-row.h"
#include "app/imports/order-files.h"
#include "app/imports/paste-dialog.h"
#include "core/moment.h"
#include "core/query.h"
#include "core/shop.h"
#include "store/reader.h"

#include <glib/gi18n-lib.h>

/* So many imports are listed: some years of one a day. */
#define MAX_LISTED 500

struct _DaybookImportsPage
{
  DaybookPage parent_instance;

  GtkStack     *stack;
  DaybookFoundList *found;
  GtkLabel     *as_of_label;
  GtkListBox   *list;
  AdwBin       *flow_bin;
  GtkWidget    *import_button;

  DaybookStore *store;
  GtkWidget    *flow;        /* DaybookImportFlow; owned by its bin */
  GCancellable *cancellable;
  gboolean      stale;       /* the book has changed while the list was not seen */
};

G_DEFINE_FINAL_TYPE (DaybookImportsPage, daybook_imports_page, DAYBOOK_TYPE_PAGE)

static gboolean
is_importing (DaybookImportsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "flow") == 0;
}

static void
show_flow (DaybookImportsPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "flow");
  gtk_widget_set_visible (self->import_button, FALSE);
}

static void
on_undo_requested (DaybookImportRow   *row,
                   DaybookImportsPage *self)
{
  DaybookRow *import = daybook_import_row_get_row (row);

  show_flow (self);
  daybook_import_flow_undo (DAYBOOK_IMPORT_FLOW (self->flow), daybook_import_row_get_act (row),
                            daybook_row_text (import, DAYBOOK_IMPORT_FILE));
}

/* Of two of the same second the one that was made later. */
static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const DaybookRow *one = *(DaybookRow *const *) a;
  const DaybookRow *other = *(DaybookRow *const *) b;
  gint64 at = daybook_row_int (one, DAYBOOK_IMPORT_AT);
  gint64 at_other = daybook_row_int (other, DAYBOOK_IMPORT_AT);

  return at != at_other ? (at < at_other) - (at > at_other)
                        : (one->rowid < other->rowid) - (one->rowid > other->rowid);
}

/* An import that was undone is deleted with what it made; the list keeps it. */
static void
read_imports (DaybookImportsPage *self,
              DaybookRows         rows,
              GPtrArray          *imports)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);
  g_autoptr (DaybookQuery) query = daybook_query_new (&daybook_imports);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  query->rows = rows;
  keys = daybook_reader_keys (reader, query, MAX_LISTED, &error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookRow *row = daybook_reader_row (reader, &daybook_imports, g_array_index (keys, gint64, i), &error);

      if (row == NULL)
        break;
      g_ptr_array_add (imports, row);
    }

  if (error != NULL)
    g_warning ("%s", error->message);
}

/* "The orders are as of 22 November 2026 09:12." A shop of several platforms has a
 * sentence for each. (transfer full) */
static char *
describe_as_of (DaybookImportsPage *self,
                GPtrArray          *platforms)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < platforms->len; i++)
    {
      const DaybookPlatformAsOf *platform = g_ptr_array_index (platforms, i);
      g_autofree char *moment = daybook_moment_format_long (platform->as_of, daybook_store_get_zone (self->store));

      g_string_append (text, i > 0 ? "\n" : "");
      if (platforms->len == 1)
        /* Translators: how old the newest import is */
        g_string_append_printf (text, _("The orders are as of %s."), moment);
      else
        /* Translators: a platform's name, and how old the newest import of it is */
        g_string_append_printf (text, _("The orders of %s are as of %s."),
                                daybook_words_platform (platform->platform), moment);
    }

  return g_string_free (text, FALSE);
}

static void
show_as_of (DaybookImportsPage *self)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);
  g_autoptr (GPtrArray) platforms = daybook_reader_as_of (reader, daybook_store_get_shop (self->store), NULL);
  g_autofree char *text = platforms != NULL ? describe_as_of (self, platforms) : g_strdup ("");

  gtk_label_set_label (self->as_of_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->as_of_label), *text != '\0');
}

static DaybookImportRow *
make_row (DaybookImportsPage *self,
          DaybookRow         *import)
{
  GtkWidget *row = daybook_import_row_new (self->store, import);

  g_signal_connect (row, "undo-requested", G_CALLBACK (on_undo_requested), self);
  return DAYBOOK_IMPORT_ROW (row);
}

/* `imports` has the ids of those that are still there. */
static void
remove_gone (DaybookImportsPage *self,
             GHashTable         *imports)
{
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL)
    if (g_hash_table_contains (imports, &daybook_import_row_get_row (DAYBOOK_IMPORT_ROW (row))->id))
      i++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static gboolean
is_of (GtkListBoxRow    *row,
       const DaybookRow *import)
{
  return row != NULL && daybook_id_equal (&daybook_import_row_get_row (DAYBOOK_IMPORT_ROW (row))->id, &import->id);
}

/* Rows stay the same widgets: somebody may be reading in one that is open. They are in the
 * order of their times, which never change. */
static void
fill_list (DaybookImportsPage *self,
           GPtrArray          *imports)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (daybook_id_hash, daybook_id_equal);

  for (guint i = 0; i < imports->len; i++)
    g_hash_table_add (ids, &((DaybookRow *) g_ptr_array_index (imports, i))->id);
  remove_gone (self, ids);

  for (guint i = 0; i < imports->len; i++)
    {
      DaybookRow *import = g_ptr_array_index (imports, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (is_of (row, import))
        daybook_import_row_show (DAYBOOK_IMPORT_ROW (row), import);
      else
        gtk_list_box_insert (self->list, GTK_WIDGET (make_row (self, import)), (int) i);
    }
}

/* What is found in the watched folder is offered where nothing was imported yet, too. */
static void
show_list (DaybookImportsPage *self)
{
  gboolean has_imports = gtk_list_box_get_row_at_index (self->list, 0) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->list), has_imports);
  if (!is_importing (self))
    gtk_stack_set_visible_child_name (self->stack, has_imports || gtk_widget_get_visible (GTK_WIDGET (self->found)) ? "list" : "empty");
}

static void
reload (DaybookImportsPage *self)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  self->stale = FALSE;
  read_imports (self, DAYBOOK_ROWS_LIVE, imports);
  read_imports (self, DAYBOOK_ROWS_DELETED, imports);
  g_ptr_array_sort (imports, compare_newest_first);

  fill_list (self, imports);
  show_as_of (self);
  show_list (self);
}

/* While an import runs the book changes many times a second. */
static void
on_book_changed (DaybookImportsPage *self)
{
  if (is_importing (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->stale = TRUE;
  else
    reload (self);
}

static void
on_file_imported (DaybookImportsPage *self,
                  GFile              *file)
{
  daybook_watch_folder_answer (daybook_watch_folder_of (self->store), file);
}

static void
on_flow_finished (DaybookImportsPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_set_visible (self->import_button, TRUE);
  reload (self);
}

static void
on_files_chosen (GListModel *files,
                 gpointer    data)
{
  daybook_imports_page_import (data, files);
}

static void
on_found_requested (DaybookImportsPage *self,
                    GListModel         *files)
{
  daybook_imports_page_import (self, files);
}

static void
on_import_clicked (DaybookImportsPage *self)
{
  daybook_order_files_choose (GTK_WIDGET (self), self->cancellable, on_files_chosen, self);
}

static void
on_paste_accepted (DaybookImportsPage *self,
                   GFile              *file)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  daybook_imports_page_import (self, G_LIST_MODEL (files));
}

static void
daybook_imports_page_shown (DaybookPage *page)
{
  DaybookImportsPage *self = DAYBOOK_IMPORTS_PAGE (page);

  if (self->stale && !is_importing (self))
    reload (self);
  daybook_watch_folder_look (daybook_watch_folder_of (self->store));
}

static void
daybook_imports_page_dispose (GObject *object)
{
  DaybookImportsPage *self = DAYBOOK_IMPORTS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (daybook_imports_page_parent_class)->dispose (object);
}

static void
daybook_imports_page_class_init (DaybookImportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_imports_page_dispose;
  DAYBOOK_PAGE_CLASS (klass)->shown = daybook_imports_page_shown;

  g_type_ensure (DAYBOOK_TYPE_FOUND_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/imports/imports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookImportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportsPage, found);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportsPage, as_of_label);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportsPage, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportsPage, flow_bin);
  gtk_widget_class_bind_template_child (widget_class, DaybookImportsPage, import_button);
  gtk_widget_class_bind_template_callback (widget_class, on_found_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
  gtk_widget_class_bind_template_callback (widget_class, daybook_imports_page_paste);
}

static void
daybook_imports_page_init (DaybookImportsPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

DaybookPage *
daybook_imports_page_new (DaybookStore *store)
{
  DaybookImportsPage *self = g_object_new (DAYBOOK_TYPE_IMPORTS_PAGE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_book_changed), self, G_CONNECT_SWAPPED);

  self->flow = daybook_import_flow_new (store);
  g_signal_connect_swapped (self->flow, "imported", G_CALLBACK (on_file_imported), self);
  g_signal_connect_swapped (self->flow, "finished", G_CALLBACK (on_flow_finished), self);
  adw_bin_set_child (self->flow_bin, self->flow);
  daybook_found_list_set_store (self->found, store);
  g_signal_connect_object (self->found, "notify::visible", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  reload (self);
  return DAYBOOK_PAGE (self);
}

void
daybook_imports_page_import (DaybookImportsPage *self,
                             GListModel         *files)
{
  g_return_if_fail (DAYBOOK_IS_IMPORTS_PAGE (self));

  show_flow (self);
  daybook_import_flow_add (DAYBOOK_IMPORT_FLOW (self->flow), files);
}

void
daybook_imports_page_paste (DaybookImportsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *dialog = daybook_paste_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->store);

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_paste_accepted), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}
