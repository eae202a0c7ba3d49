/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/backup.h"
#include "store/retention.h"

G_BEGIN_DECLS

/* The long works on the book's file, off the main thread. Callbacks come on the
 * thread-default main context of the caller. */

/* `file` NULL: the folder's own backups. `passphrase` NULL: plain. */
void       daybook_backup_make_async     (DaybookStore          *store,
                                          const char            *file,
                                          const char            *passphrase,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               data);
/* The path of the backup. (transfer full) */
char      *daybook_backup_make_finish    (GAsyncResult          *result,
                                          GError               **error);

/* Cannot be cancelled: the book is either the old or the new one. */
void       daybook_backup_restore_async  (DaybookStore          *store,
                                          const char            *file,
                                          const char            *passphrase,
                                          GAsyncReadyCallback    callback,
                                          gpointer               data);
gboolean   daybook_backup_restore_finish (GAsyncResult          *result,
                                          GError               **error);
/* daybook_backup_rescue() of a folder whose book could not be opened. */
void       daybook_backup_rescue_async   (const char            *folder,
                                          const char            *file,
                                          const char            *passphrase,
                                          GAsyncReadyCallback    callback,
                                          gpointer               data);
gboolean   daybook_backup_rescue_finish  (GAsyncResult          *result,
                                          GError               **error);

void       daybook_store_verify_async    (DaybookStore          *store,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               data);
/* (element-type DaybookCheck) (transfer full) */
GPtrArray *daybook_store_verify_finish   (GAsyncResult          *result,
                                          GError               **error);

/* Progress comes on the main context, before `callback`; `progress_data` is freed
 * with `free_progress` after the last. */
void       daybook_store_rebuild_async   (DaybookStore          *store,
                                          GFileProgressCallback  progress,
                                          gpointer               progress_data,
                                          GDestroyNotify         free_progress,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               data);
gboolean   daybook_store_rebuild_finish  (GAsyncResult          *result,
                                          GError               **error);

/* The same of daybook_retention_run(). */
void       daybook_retention_run_async   (DaybookStore          *store,
                                          GFileProgressCallback  progress,
                                          gpointer               progress_data,
                                          GDestroyNotify         free_progress,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               data);
/* NULL without error: nothing was due. (transfer full) */
DaybookOutcome *daybook_retention_run_finish (GAsyncResult      *result,
                                          GError               **error);

G_END_DECLS
