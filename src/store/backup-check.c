/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup-check.h"

#include "store/backup-file.h"
#include "store/migrate.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static gboolean
refuse (GError     **error,
        DaybookError code,
        const char  *sentence)
{
  g_set_error_literal (error, DAYBOOK_ERROR, code, sentence);
  return FALSE;
}

/* Whether SQLite's own check finds nothing. Errors: CORRUPT. */
static gboolean
check_sound (DaybookDatabase  *db,
             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "PRAGMA integrity_check (1)", error);

  if (statement == NULL || !daybook_statement_next (statement, error))
    return FALSE;
  if (g_str_equal (daybook_column_text (statement, 0), "ok"))
    return TRUE;

  return refuse (error, DAYBOOK_ERROR_CORRUPT, _("The copy did not pass its check. The disk may be failing: try another one."));
}

char *
daybook_backup_count_rows (DaybookDatabase  *db,
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

gboolean
daybook_backup_check_copy (const char  *path,
                           const char  *expected,
                           GError     **error)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_SCRATCH, 0, error);
  g_autofree char *counts = NULL;

  if (db == NULL || !check_sound (db, error) || (counts = daybook_backup_count_rows (db, error)) == NULL)
    return FALSE;

  return expected == NULL || g_str_equal (counts, expected)
         || refuse (error, DAYBOOK_ERROR_CORRUPT, _("The copy does not hold all records. The backup was thrown away; try again."));
}

gboolean
daybook_backup_fold_log (const char  *path,
                         GError     **error)
{
  sqlite3 *handle = NULL;
  int code = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL);

  /* Another journal than the log: SQLite brings in what that holds and deletes it. */
  if (code == SQLITE_OK)
    code = sqlite3_exec (handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  sqlite3_close (handle);
  if (code == SQLITE_OK)
    return TRUE;

  daybook_database_set_error (error, NULL, code);
  return FALSE;
}

/* --- What somebody wants to go back to ---------------------------------- */

static gboolean
is_database (const char *path)
{
  static const char MAGIC[16] = "SQLite format 3";
  char begin[sizeof MAGIC];
  FILE *file = g_fopen (path, "rb");
  gboolean same = file != NULL && fread (begin, sizeof begin, 1, file) == 1 && memcmp (begin, MAGIC, sizeof MAGIC) == 0;

  if (file != NULL)
    fclose (file);
  return same;
}

gboolean
daybook_backup_is_one (const char *path)
{
  GStatBuf info;

  return (g_stat (path, &info) == 0 && info.st_size == 0) || is_database (path) || daybook_file_is_encrypted (path);
}

static gboolean
check_book (const char  *path,
            GError     **error)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_SCRATCH, 0, error);

  if (db == NULL)
    return FALSE;
  if (!daybook_migrate_is_book (db, error))
    return FALSE;

  return daybook_migrate_check (db, error) && check_sound (db, error)
         && daybook_migrate_check_schema (db, error);
}

gboolean
daybook_backup_check_source (const char  *path,
                             GError     **error)
{
  GError *local = NULL;

  if (!is_database (path))
    return refuse (error, DAYBOOK_ERROR_FORMAT, _("The file is not a Daybook backup."));
  if (check_book (path, &local))
    return TRUE;

  /* The sentences for a book speak of restoring a backup: this is one. */
  if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT))
    {
      g_clear_error (&local);
      return refuse (error, DAYBOOK_ERROR_FORMAT, _("The backup is damaged or was cut short. Take an older one."));
    }

  g_propagate_error (error, local);
  return FALSE;
}
