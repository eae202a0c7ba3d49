/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/order-files.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DaybookFilesFunc func;
  gpointer         data;
} Drop;

static gboolean
on_dropped (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            Drop          *drop)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  if (files == NULL)
    return FALSE;

  for (GSList *link = files; link != NULL; link = link->next)
    g_list_store_append (list, link->data);
  drop->func (G_LIST_MODEL (list), drop->data);
  return TRUE;
}

static void
free_drop (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

void
daybook_order_files_choose (GtkWidget        *parent,
                            GCancellable     *cancellable,
                            DaybookFilesFunc  func,
                            gpointer          data)
{
  static const char *const SUFFIXES[] = { "csv", "tsv", "txt", "xls", "xlsx", "ods", "zip", NULL };
  GtkFileChooser *chooser = daybook_file_chooser_new (parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                      _("Choose Files to Import"), _("_Import"));

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  daybook_file_chooser_offer (chooser, _("Tables (CSV, XLS, XLSX, ODS, ZIP)"), SUFFIXES);
  daybook_file_chooser_keep_folder (chooser, "files-folder");
  daybook_file_chooser_run (chooser, cancellable, func, data);
}

GtkEventController *
daybook_order_files_drop_new (DaybookFilesFunc func,
                              gpointer         data)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Drop *drop = g_new (Drop, 1);

  *drop = (Drop) { .func = func, .data = data };
  g_signal_connect_data (target, "drop", G_CALLBACK (on_dropped), drop, free_drop, 0);
  return GTK_EVENT_CONTROLLER (target);
}
