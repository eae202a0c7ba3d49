/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `files` holds GFile objects, at least one; it is the caller's until the
 * function returns. */
typedef void (*DaybookFilesFunc) (GListModel *files,
                                  gpointer    data);

/* The desktop's file chooser over the window of `parent`. (transfer full) */
GtkFileChooser *daybook_file_chooser_new (GtkWidget            *parent,
                                          GtkFileChooserAction  action,
                                          const char           *title,
                                          const char           *accept_label);
/* Offers files whose names end so, and all files. `suffixes` ends with NULL. */
void            daybook_file_chooser_offer (GtkFileChooser     *chooser,
                                          const char           *label,
                                          const char *const    *suffixes);
/* Begins in the folder that was chosen last by a chooser with this setting ("files-folder"),
 * and remembers the one that is chosen now. `key` is borrowed. */
void            daybook_file_chooser_keep_folder (GtkFileChooser *chooser,
                                          const char           *key);
/* Shows the chooser, which is taken over. `func` is called when files were
 * chosen; never after `cancellable` (or NULL), which also closes the chooser,
 * was cancelled. */
void            daybook_file_chooser_run (GtkFileChooser       *chooser,
                                          GCancellable         *cancellable,
                                          DaybookFilesFunc      func,
                                          gpointer              data);
/* A drop target for files, for a page or for the whole window. `data` must live as long as the widget that gets it.
 * (transfer full) */
GtkEventController *daybook_files_drop_new (DaybookFilesFunc     func,
                                          gpointer              data);

G_END_DECLS
