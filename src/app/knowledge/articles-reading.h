/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/articles-import.h"

G_BEGIN_DECLS

/* Reads files of articles in a thread (exchange/articles-import.h). `paths`: ends with NULL. `progress` is called on the main
 * thread. */
void                   daybook_articles_reading_async  (DaybookStore           *store,
                                                        const char *const      *paths,
                                                        GFileProgressCallback   progress,
                                                        gpointer                progress_data,
                                                        GCancellable           *cancellable,
                                                        GAsyncReadyCallback     callback,
                                                        gpointer                data);
/* (transfer full) Errors: as daybook_articles_import_read(). */
DaybookArticlesImport *daybook_articles_reading_finish (DaybookStore           *store,
                                                        GAsyncResult           *result,
                                                        GError                **error);

G_END_DECLS
