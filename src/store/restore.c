/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/aside.h"
#include "store/attachment-book.h"
#include "store/backup-check.h"
#include "store/backup-file.h"
#include "store/backup-keep.h"
#include "store/backup-private.h"
#include "store/backup.h"
#include "store/migrate.h"
#include "store/scratch.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PAGES_PER_STEP 1000

typedef struct
{
  char *from;
  char *aside; /* where the live file goes before, or NULL: it is backed up */
} Restore;

static void
free_restore (gpointer data)
{
  g_free (((Restore *) data)->from);
  g_free (((Restore *) data)->aside);
  g_free (data);
}

static gboolean
refuse (GError     **error,
        DaybookError code,
        const char  *sentence)
{
  g_set_error_literal (error, DAYBOOK_ERROR, code, sentence);
  return FALSE;
}

/* --- What is restored --------------------------------------------------- */

/* A book that was copied while it was open, or set aside, has its newest changes in the log
 * beside it. */
static gboolean
copy_log (const char  *file,
          const char  *to,
          GError     **error)
{
  g_autofree char *log = g_strconcat (file, "-wal", NULL);
  g_autofree char *copy = g_strconcat (to, "-wal", NULL);

  if (!g_file_test (log, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  return daybook_file_copy (log, copy, error) && daybook_backup_fold_log (to, error);
}

static gboolean
copy_backup (const char      *file,
             DaybookScratch  *plain,
             const char      *passphrase,
             GError         **error)
{
  if (!daybook_file_is_encrypted (file))
    return daybook_file_copy (file, plain->path, error) && copy_log (file, plain->path, error);
  if (passphrase == NULL)
    return refuse (error, DAYBOOK_ERROR_REFUSED, _("The backup is encrypted: its passphrase is needed."));

  return daybook_file_decrypt (file, plain->path, passphrase, NULL, error);
}

static gboolean
is_same_file (const char *one,
              const char *other)
{
  GStatBuf a, b;

  return g_stat (one, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* Before the book tells of them; into a folder that has them already goes nothing. */
static gboolean
take_files (const char  *path,
            const char  *file,
            const char  *copy,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(DaybookDatabase) db = daybook_database_open (copy, DAYBOOK_DATABASE_SCRATCH, 0, error);

  return db != NULL && daybook_attachment_book_unpack (db, folder, error)
         && daybook_attachment_book_gather (db, file, folder, error);
}

/* A checked copy to work with: opening a file may write beside it. */
static DaybookScratch *
take_backup (const char  *path,
             const char  *file,
             const char  *passphrase,
             GError     **error)
{
  g_autofree char *name = g_strconcat (path, ".restoring", NULL);

  if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
    {
      refuse (error, DAYBOOK_ERROR_NOT_FOUND, _("There is no such backup."));
      return NULL;
    }
  if (is_same_file (path, file))
    {
      refuse (error, DAYBOOK_ERROR_REFUSED, _("This is the book itself, not a backup of it."));
      return NULL;
    }

  g_autoptr(DaybookScratch) plain = daybook_scratch_new (name, error);
  if (plain == NULL || !copy_backup (file, plain, passphrase, error) || !daybook_backup_check_source (plain->path, error)
      || !take_files (path, file, plain->path, error))
    return NULL;

  return g_steal_pointer (&plain);
}

/* --- Into the live file ------------------------------------------------- */

/* Page by page into the live file: other processes go on with it, and see the
 * change as any other (RECORDS §7). */
static gboolean
copy_pages (DaybookDatabase  *from,
            DaybookDatabase  *to,
            GError          **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int code;

  if (backup == NULL)
    {
      daybook_database_set_error (error, to->handle, sqlite3_errcode (to->handle));
      return FALSE;
    }

  do
    code = sqlite3_backup_step (backup, PAGES_PER_STEP);
  while (code == SQLITE_OK);

  code = sqlite3_backup_finish (backup);
  if (code == SQLITE_OK)
    return TRUE;

  daybook_database_set_error (error, NULL, code);
  return FALSE;
}

/* While nobody else writes: the file and its log are of one moment. */
static gboolean
keep_damaged (DaybookDatabase  *db,
              const char       *aside,
              GError          **error)
{
  if (aside == NULL)
    return TRUE;
  if (!daybook_database_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  gboolean kept = daybook_aside_copy (db, aside, error);
  daybook_database_run (db, "ROLLBACK", NULL);
  return kept;
}

static DaybookStep
run_restore (DaybookWriter  *writer,
             DaybookRequest *request,
             gpointer        data)
{
  Restore *restore = data;
  DaybookDatabase *db = daybook_writer_database (writer);
  const char *path = daybook_store_get_path (daybook_writer_store (writer));
  g_autoptr(DaybookDatabase) from = daybook_database_open (restore->from, DAYBOOK_DATABASE_SCRATCH, 0, &request->error);

  if (from == NULL || !keep_damaged (db, restore->aside, &request->error)
      || !copy_pages (from, db, &request->error)
      || !daybook_migrate (db, path, &request->error))
    return DAYBOOK_STEP_DONE;

  request->outcome = daybook_outcome_new ();
  daybook_store_notify (daybook_writer_store (writer));
  return DAYBOOK_STEP_DONE;
}

/* A long act would go on in a book that knows nothing of it. The lock is held from
 * before the copy of what is there until all is restored. */
static DaybookStep
hold_long (DaybookWriter  *writer,
           DaybookRequest *request,
           gpointer        data)
{
  DaybookStore *store = daybook_writer_store (writer);

  if (daybook_store_is_in_long (store) || !daybook_store_await_long (store))
    refuse (&request->error, DAYBOOK_ERROR_BUSY,
            _("An import or an undo is going on just now. Restore the backup when it has ended or was stopped."));
  else
    request->outcome = daybook_outcome_new ();
  return DAYBOOK_STEP_DONE;
}

static DaybookStep
release_long (DaybookWriter  *writer,
              DaybookRequest *request,
              gpointer        data)
{
  daybook_store_unlock_long (daybook_writer_store (writer));
  request->outcome = daybook_outcome_new ();
  return DAYBOOK_STEP_DONE;
}

static gboolean
run (DaybookStore     *store,
     DaybookStepFunc   step,
     Restore          *restore,
     GError          **error)
{
  g_autoptr(DaybookOutcome) outcome = daybook_writer_run (daybook_store_get_writer (store),
    daybook_request_new (step, restore, restore != NULL ? free_restore : NULL, DAYBOOK_PRIORITY_PERSON, NULL), error);

  return outcome != NULL;
}

/* A verified backup of what is there now; of what cannot be read as a book any
 * more the file as it is, later, in `aside`. */
static char *
keep_present (DaybookStore  *store,
              char         **aside,
              GError       **error)
{
  g_autofree char *path = daybook_backup_keep_path (store, DAYBOOK_BACKUP_BEFORE_RESTORE, FALSE, error);
  GError *local = NULL;
  char *before = path != NULL ? daybook_backup_make_at (store, path, DAYBOOK_BACKUP_FILES_BESIDE, NULL, NULL, &local) : NULL;

  if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT) || g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED))
    {
      g_clear_error (&local);
      *aside = daybook_aside_path (daybook_store_get_folder (store), daybook_store_get_now (store), daybook_store_get_zone (store));
      before = g_strdup (*aside);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return before;
}

/* With the lock held. */
static gboolean
replace_present (DaybookStore  *store,
                 const char    *from,
                 char         **before,
                 GError       **error)
{
  char *aside = NULL;
  g_autofree char *kept = keep_present (store, &aside, error);

  if (kept == NULL)
    return FALSE;

  Restore *restore = g_new0 (Restore, 1);
  restore->from = g_strdup (from);
  restore->aside = aside;
  gboolean is_copy = aside == NULL;
  if (!run (store, run_restore, restore, error))
    {
      /* What is there is as it was: a copy for each attempt would only fill the disk. */
      if (is_copy)
        g_unlink (kept);
      return FALSE;
    }

  if (before != NULL)
    *before = g_steal_pointer (&kept);
  return TRUE;
}

gboolean
daybook_backup_restore (DaybookStore  *store,
                        const char    *file,
                        const char    *passphrase,
                        char         **before,
                        GError       **error)
{
  g_autoptr(DaybookScratch) plain = take_backup (daybook_store_get_path (store), file, passphrase, error);
  g_autoptr(GError) local = NULL;

  if (plain == NULL || !run (store, hold_long, NULL, error))
    return FALSE;

  gboolean restored = replace_present (store, plain->path, before, error);
  run (store, release_long, NULL, NULL);
  if (!restored)
    return FALSE;

  /* Restored it is; the index is derived, and its thread tries again. */
  if (!daybook_store_rebuild (store, NULL, NULL, NULL, &local))
    g_message ("The search index follows later: %s", local->message);
  return TRUE;
}

/* --- In the place of a file that cannot be opened ------------------------ */

gboolean
daybook_backup_rescue (const char  *folder,
                       const char  *file,
                       const char  *passphrase,
                       gint64       now,
                       char       **aside,
                       GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "daybook.db", NULL);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *kept = daybook_aside_path (folder, now, zone);

  if (daybook_aside_is_in_use (path))
    return refuse (error, DAYBOOK_ERROR_BUSY, _("Another program has the book open. Close it and try again."));

  g_autoptr(DaybookScratch) plain = take_backup (path, file, passphrase, error);
  /* At no moment is there no file of this name: one would be made, empty. */
  if (plain == NULL || !daybook_aside_keep (path, kept, error) || !daybook_scratch_place (plain, path, error))
    return FALSE;

  if (aside != NULL)
    *aside = g_steal_pointer (&kept);
  return TRUE;
}
