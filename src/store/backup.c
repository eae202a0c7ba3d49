/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"

#include "store/backup-file.h"
#include "store/backup-keep.h"
#include "store/migrate.h"
#include "store/row-sql.h"
#include "store/scratch.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAGES_PER_STEP 1000

static gboolean
refuse (GError     **error,
        DaybookError code,
        const char  *sentence)
{
  g_set_error_literal (error, DAYBOOK_ERROR, code, sentence);
  return FALSE;
}

/* --- Verifying a copy --------------------------------------------------- */

static gboolean
is_sound (DaybookDatabase  *db,
          GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "PRAGMA integrity_check (1)", error);

  if (statement == NULL || !daybook_statement_next (statement, error))
    return FALSE;
  if (g_str_equal (daybook_column_text (statement, 0), "ok"))
    return TRUE;

  return refuse (error, DAYBOOK_ERROR_CORRUPT, _("The copy did not pass its check. The disk may be failing: try another one."));
}

/* Rows of every shared table and of the history, as one line to compare. */
static char *
count_rows (DaybookDatabase  *db,
            GError          **error)
{
  g_autoptr(GString) counts = g_string_new (NULL);
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);
  GError *local = NULL;

  for (guint i = 0; i < n_tables && local == NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", tables[i]->plural);

      g_string_append_printf (counts, "%s=%" G_GINT64_FORMAT " ", tables[i]->plural,
                              daybook_database_number (db, sql, 0, &local));
    }
  if (local == NULL)
    g_string_append_printf (counts, "ops=%" G_GINT64_FORMAT, daybook_database_number (db, "SELECT count (*) FROM ops", 0, &local));
  if (local == NULL)
    return g_strdup (counts->str);

  g_propagate_error (error, local);
  return NULL;
}

/* The copy is opened as what it is to be: a book. */
static gboolean
verify_copy (const char  *path,
             const char  *expected,
             GError     **error)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_SCRATCH, 0, error);
  g_autofree char *counts = NULL;

  if (db == NULL || !is_sound (db, error) || (counts = count_rows (db, error)) == NULL)
    return FALSE;

  return expected == NULL || g_str_equal (counts, expected)
         || refuse (error, DAYBOOK_ERROR_CORRUPT, _("The copy does not hold all records. The backup was thrown away; try again."));
}

/* --- Making a backup ---------------------------------------------------- */

/* One read transaction, so that the copy and the counts are of one moment. */
static gboolean
copy_book (DaybookStore  *store,
           const char    *to,
           char         **counts,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (daybook_store_get_path (store), DAYBOOK_DATABASE_READ, 1000, error);

  /* VACUUM INTO counts as writing, though it writes elsewhere. */
  if (db == NULL || !daybook_database_run (db, "PRAGMA query_only = 0", error))
    return FALSE;

  daybook_database_set_cancellable (db, cancellable);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "VACUUM INTO :file", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":file", to);
  gint64 before = daybook_database_number (db, "PRAGMA data_version", 0, NULL);
  if (!daybook_statement_run (statement, error) || (*counts = count_rows (db, error)) == NULL)
    return FALSE;

  /* Somebody wrote in between: the counts are of another moment. The copy is
   * whole by itself; its check stands without them. */
  if (daybook_database_number (db, "PRAGMA data_version", 0, NULL) != before)
    g_clear_pointer (counts, g_free);
  return TRUE;
}

static gboolean
put_in_place (DaybookScratch  *plain,
              const char      *path,
              const char      *passphrase,
              GCancellable    *cancellable,
              GError         **error)
{
  if (passphrase == NULL)
    return daybook_scratch_place (plain, path, error);

  g_autofree char *name = g_strconcat (path, ".sealed", NULL);
  g_autoptr(DaybookScratch) sealed = daybook_scratch_new (name, error);
  return sealed != NULL
         && daybook_file_encrypt (plain->path, sealed->path, passphrase, cancellable, error)
         && daybook_scratch_place (sealed, path, error);
}

char *
daybook_backup_make (DaybookStore  *store,
                     const char    *file,
                     const char    *passphrase,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *path = file != NULL ? g_canonicalize_filename (file, NULL)
                                       : daybook_backup_keep_path (store, passphrase != NULL, error);
  g_autofree char *counts = NULL;

  if (path == NULL)
    return NULL;

  g_autoptr(DaybookScratch) plain = daybook_scratch_new (path, error);
  if (plain == NULL
      || !copy_book (store, plain->path, &counts, cancellable, error)
      || !verify_copy (plain->path, counts, error)
      || !put_in_place (plain, path, passphrase, cancellable, error))
    return NULL;

  if (file == NULL)
    daybook_backup_keep_sweep (store);
  return g_steal_pointer (&path);
}

gboolean
daybook_backup_make_daily (DaybookStore  *store,
                           GError       **error)
{
  if (daybook_backup_keep_has_today (store))
    return TRUE;

  g_autofree char *path = daybook_backup_make (store, NULL, NULL, NULL, error);
  return path != NULL;
}

gboolean
daybook_backup_is_encrypted (const char *file)
{
  return daybook_file_is_encrypted (file);
}

/* --- Restoring ---------------------------------------------------------- */

typedef struct
{
  char *from;
} Restore;

static void
free_restore (gpointer data)
{
  g_free (((Restore *) data)->from);
  g_free (data);
}

static gboolean
check_is_book (DaybookDatabase  *db,
               GError          **error)
{
  GError *local = NULL;
  gint64 version = daybook_database_number (db, "PRAGMA user_version", 0, &local);

  if (local != NULL || version == 0)
    {
      g_clear_error (&local);
      return refuse (error, DAYBOOK_ERROR_FORMAT, _("The file is not a Daybook backup."));
    }

  return daybook_migrate_check (db, error);
}

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

static DaybookStep
run_restore (DaybookWriter  *writer,
             DaybookRequest *request,
             gpointer        data)
{
  Restore *restore = data;
  DaybookDatabase *db = daybook_writer_database (writer);
  g_autoptr(DaybookDatabase) from = daybook_database_open (restore->from, DAYBOOK_DATABASE_SCRATCH, 0, &request->error);

  if (from == NULL || !check_is_book (from, &request->error) || !is_sound (from, &request->error)
      || !copy_pages (from, db, &request->error)
      || !daybook_migrate (db, daybook_store_get_path (daybook_writer_store (writer)), &request->error))
    return DAYBOOK_STEP_DONE;

  request->outcome = daybook_outcome_new ();
  daybook_store_notify (daybook_writer_store (writer));
  return DAYBOOK_STEP_DONE;
}

/* A copy to work with: opening a file may write beside it. */
static gboolean
copy_backup (const char      *file,
             DaybookScratch  *plain,
             const char      *passphrase,
             GError         **error)
{
  if (!daybook_file_is_encrypted (file))
    return daybook_file_copy (file, plain->path, error);
  if (passphrase == NULL)
    return refuse (error, DAYBOOK_ERROR_REFUSED, _("The backup is encrypted: its passphrase is needed."));

  return daybook_file_decrypt (file, plain->path, passphrase, NULL, error);
}

gboolean
daybook_backup_restore (DaybookStore  *store,
                        const char    *file,
                        const char    *passphrase,
                        GError       **error)
{
  g_autofree char *name = g_strconcat (daybook_store_get_path (store), ".restoring", NULL);

  if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
    return refuse (error, DAYBOOK_ERROR_NOT_FOUND, _("There is no such backup."));

  g_autoptr(DaybookScratch) plain = daybook_scratch_new (name, error);
  if (plain == NULL || !copy_backup (file, plain, passphrase, error))
    return FALSE;

  g_autofree char *before = daybook_backup_make (store, NULL, NULL, NULL, error);
  if (before == NULL)
    return FALSE;

  Restore *restore = g_new0 (Restore, 1);
  restore->from = g_strdup (plain->path);
  g_autoptr(DaybookOutcome) outcome = daybook_writer_run (daybook_store_get_writer (store),
    daybook_request_new (run_restore, restore, free_restore, DAYBOOK_PRIORITY_PERSON, NULL), error);
  if (outcome == NULL)
    return FALSE;

  /* Restored it is; the index is derived, and its thread tries again. */
  g_autoptr(GError) local = NULL;
  if (!daybook_store_rebuild (store, NULL, NULL, NULL, &local))
    g_message ("The search index follows later: %s", local->message);
  return TRUE;
}
