/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/photo-batch.h"

G_BEGIN_DECLS

/* Reads photos for a case, or (`of` NULL) for something that has none so far, in a thread, one after the other. `files` holds GFile objects; or `bytes` are a
 * picture without a file, as of the clipboard. Tells after each how many of them are through (`progress` NULL: nobody). */
void               daybook_photo_adding_async  (DaybookStore          *store,
                                                const DaybookId       *of,
                                                GListModel            *files,
                                                GBytes                *bytes,
                                                GFileProgressCallback  progress,
                                                gpointer               progress_data,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               data);
/* What is to be committed, and what was refused. (transfer full) Errors: CANCELLED; FULL; as
 * daybook_reader_new(). */
DaybookPhotoBatch *daybook_photo_adding_finish (DaybookStore          *store,
                                                GAsyncResult          *result,
                                                GError               **error);

G_END_DECLS
