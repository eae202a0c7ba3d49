/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/file-chooser.h"

G_BEGIN_DECLS

/* Asks for files of orders; `func` and `cancellable` as in daybook_file_chooser_run(). They are dropped, too
 * (common/file-chooser.h). */
void daybook_order_files_choose (GtkWidget        *parent,
                                 GCancellable     *cancellable,
                                 DaybookFilesFunc  func,
                                 gpointer          data);

G_END_DECLS
