/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/file-chooser.h"

G_BEGIN_DECLS

/* The two ways in which a person hands over order files: choosing and dropping. */

/* Asks for files; `func` and `cancellable` as in daybook_file_chooser_run(). */
void                daybook_order_files_choose   (GtkWidget        *parent,
                                                  GCancellable     *cancellable,
                                                  DaybookFilesFunc  func,
                                                  gpointer          data);

/* A drop target for files, for a page or for the whole window. `data` must
 * live as long as the widget that gets it. (transfer full) */
GtkEventController *daybook_order_files_drop_new (DaybookFilesFunc  func,
                                                  gpointer          data);

G_END_DECLS
