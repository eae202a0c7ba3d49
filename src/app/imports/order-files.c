/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/order-files.h"

#include <glib/gi18n-lib.h>

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
