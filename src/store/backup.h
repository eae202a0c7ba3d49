/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Backups (DESIGN §3): VACUUM INTO a temporary name, fsync, integrity check,
 * row counts compared, rename. */

/* Makes a verified backup in `file`, or when NULL in the folder's `backups/`
 * under today's date, keeping daily 7, weekly 5, monthly 12 of those. A
 * passphrase encrypts it (libsodium secretstream; NULL: plain). Blocks; any
 * thread. Returns the file's path.
 * Errors: FULL, REFUSED (folder), CANCELLED, CORRUPT (the check failed). */
char     *daybook_backup_make       (DaybookStore  *store,
                                     const char    *file,
                                     const char    *passphrase,
                                     GCancellable  *cancellable,
                                     GError       **error);
/* Makes the day's backup unless there is one. TRUE also when there was. */
gboolean  daybook_backup_make_daily (DaybookStore  *store,
                                     GError       **error);
/* Whether a file is an encrypted backup: ask for the passphrase first. */
gboolean  daybook_backup_is_encrypted (const char  *file);
/* Puts a backup's content into the live file, after a verified backup of what
 * is there now. Other processes see it as a change.
 * Errors: FORMAT (no backup), REFUSED (wrong passphrase), NEWER, CORRUPT. */
gboolean  daybook_backup_restore    (DaybookStore  *store,
                                     const char    *file,
                                     const char    *passphrase,
                                     GError       **error);
/* The newest verified backup in the folder and its time, or NULL. */
char     *daybook_backup_newest     (DaybookStore  *store,
                                     gint64        *made);

typedef struct
{
  char   *what; /* a translated sentence: what was checked */
  gint64  count;
  char   *fault; /* NULL when it is sound */
} DaybookCheck;

void       daybook_check_free   (DaybookCheck  *check);
/* Checks the file and the records in it. (element-type DaybookCheck) */
GPtrArray *daybook_store_verify (DaybookStore  *store,
                                 GCancellable  *cancellable,
                                 GError       **error);
/* Makes everything derived anew: search index, phone keys, counts. Blocks. */
gboolean   daybook_store_rebuild (DaybookStore *store,
                                  GFileProgressCallback progress,
                                  gpointer      progress_data,
                                  GCancellable *cancellable,
                                  GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCheck, daybook_check_free)

G_END_DECLS
