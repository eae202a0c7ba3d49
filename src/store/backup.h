/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Backups (DESIGN §3): VACUUM INTO a temporary name, fsync, integrity check,
 * row counts compared, rename. One that a person makes has the files of cases (store/attachments.h)
 * within and is all that is needed; the days' and what a restore replaced, which stay where the
 * book is, share them with it. */

/* Makes a verified backup in `file`, or when NULL in the folder's `backups/` under
 * the time, where it stays until a person deletes it. A passphrase encrypts it
 * (libsodium secretstream; NULL: plain). Blocks; any thread. Returns the file's
 * path. Errors: FULL, REFUSED (folder), CANCELLED, CORRUPT (the check failed). */
char     *daybook_backup_make       (DaybookStore  *store,
                                     const char    *file,
                                     const char    *passphrase,
                                     GCancellable  *cancellable,
                                     GError       **error);
/* Makes the day's backup unless there is one, keeping daily 7, weekly 5, monthly 12
 * of those. TRUE also when there was. */
gboolean  daybook_backup_make_daily (DaybookStore  *store,
                                     GError       **error);
/* Whether a file is an encrypted backup: ask for the passphrase first. */
gboolean  daybook_backup_is_encrypted (const char  *file);
/* Puts a backup's content into the live file. It is looked at first: what is
 * refused has made nothing. Then what is there is kept, and stays until a person
 * deletes it: as a verified backup, or the file as it is where that cannot be
 * made of it any more. Files of cases come out of it, or from beside it where it has none.
 * Other processes see it as a change. `before` (or NULL): what was
 * there. (transfer full)
 * Errors: FORMAT (no backup, or a damaged one), REFUSED (wrong passphrase), NEWER, BUSY
 * (an import or a long undo is going on, here or in another program). */
gboolean  daybook_backup_restore    (DaybookStore  *store,
                                     const char    *file,
                                     const char    *passphrase,
                                     char         **before,
                                     GError       **error);
/* The same where daybook_store_open() gave CORRUPT: there is no live file to write
 * into. The damaged one is set aside in the folder, with its log, and the backup
 * takes its place. `now`: UTC seconds; `aside` (or NULL): its new name.
 * (transfer full) Blocks; any thread.
 * Errors: as above; BUSY (another program has the file open). */
gboolean  daybook_backup_rescue     (const char    *folder,
                                     const char    *file,
                                     const char    *passphrase,
                                     gint64         now,
                                     char         **aside,
                                     GError       **error);
/* The newest verified backup in a book's folder and its time, or NULL. */
char     *daybook_backup_newest     (const char    *folder,
                                     gint64        *made);

typedef struct
{
  char   *what; /* a translated sentence: what was checked */
  gint64  count;
  char   *fault; /* NULL when it is sound */
} DaybookCheck;

void       daybook_check_free   (DaybookCheck  *check);
/* Checks the file, the records in it, and the files of cases. (element-type DaybookCheck) */
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
