/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/migrate.h"

#include "store/attachment-book.h"
#include "store/due-items.h"
#include "store/local.h"
#include "store/scratch.h"
#include "store/store-resources.h"
#include "store/tokenizer.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

/* "DayB": tells a book from any other SQLite file. */
#define APPLICATION_ID 0x44617942

static gboolean
set_newer (GError **error)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NEWER,
                       _("The book was written by a newer Daybook. Install the newer version to open it; nothing was changed."));
  return FALSE;
}

gboolean
daybook_migrate_check (DaybookDatabase  *db,
                       GError          **error)
{
  GError *local = NULL;
  gint64 version = daybook_database_number (db, "PRAGMA user_version", 0, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  return version <= DAYBOOK_SCHEMA_VERSION || set_newer (error);
}

static gboolean
is_ours (DaybookDatabase  *db,
         gint64            version,
         GError          **error)
{
  GError *local = NULL;
  /* In this order: another process that makes the book just now writes the mark
   * before the tables. */
  gint64 tables = daybook_database_number (db, "SELECT count (*) FROM sqlite_schema", 0, &local);
  gint64 application = local == NULL ? daybook_database_number (db, "PRAGMA application_id", 0, &local) : 0;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (application == APPLICATION_ID || (version == 0 && tables == 0))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT,
                       _("The file belongs to another program. Choose another folder for the book."));
  return FALSE;
}

gboolean
daybook_migrate_is_book (DaybookDatabase  *db,
                         GError          **error)
{
  GError *local = NULL;
  gint64 version = daybook_database_number (db, "PRAGMA user_version", 0, &local);
  gint64 application = local == NULL ? daybook_database_number (db, "PRAGMA application_id", 0, &local) : 0;

  if (local == NULL && version > 0 && application == APPLICATION_ID)
    return TRUE;

  if (local != NULL)
    g_propagate_error (error, local);
  else
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("The file is not a Daybook backup."));
  return FALSE;
}

gboolean
daybook_migrate_recognise (const char  *path,
                           int          busy_ms,
                           GError     **error)
{
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_READ, busy_ms, error);
  GError *local = NULL;
  gint64 version = db != NULL ? daybook_database_number (db, "PRAGMA user_version", 0, &local) : 0;

  if (local != NULL)
    g_propagate_error (error, local);
  if (db == NULL || local != NULL || !is_ours (db, version, error))
    return FALSE;

  return version <= DAYBOOK_SCHEMA_VERSION || set_newer (error);
}

static gboolean
copy_before (DaybookDatabase  *db,
             const char       *path,
             gint64            version,
             GError          **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-v%d", path, (int) version + 1);

  /* It has its name only when it is whole: then it need not be made again. */
  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;

  g_autoptr(DaybookScratch) scratch = daybook_scratch_new (copy, error);
  g_autoptr(DaybookStatement) statement =
    scratch != NULL ? daybook_database_prepare (db, "VACUUM INTO :file", error) : NULL;
  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":file", scratch->path);
  return daybook_statement_run (statement, error) && daybook_scratch_place (scratch, copy, error);
}

/* A device is born with the file: its id names this laptop's operations. */
static gboolean
make_device (DaybookDatabase  *db,
             GError          **error)
{
  guint8 secret[crypto_shorthash_KEYBYTES];
  DaybookId device;
  g_autoptr(DaybookStatement) devices = daybook_database_prepare (db,
    "INSERT INTO devices (key, id, letter) VALUES (1, :id, 'A')", error);
  g_autoptr(DaybookStatement) local = daybook_database_prepare (db,
    "INSERT INTO local (key, value) VALUES ('secret', :secret), ('tokenizer', :tokenizer)", error);

  if (devices == NULL || local == NULL)
    return FALSE;

  daybook_id_random (&device);
  crypto_shorthash_keygen (secret);
  daybook_bind_id (devices, ":id", &device);
  sqlite3_bind_blob (local, sqlite3_bind_parameter_index (local, ":secret"), secret, sizeof secret, SQLITE_STATIC);
  daybook_bind_int (local, ":tokenizer", DAYBOOK_TOKENIZER_VERSION);
  return daybook_statement_run (devices, error) && daybook_statement_run (local, error);
}

static gboolean
run_step (DaybookDatabase  *db,
          int               version,
          GError          **error)
{
  g_autofree char *name = g_strdup_printf ("/io/github/daybook/store/%d.sql", version);
  g_autoptr(GBytes) sql = g_resource_lookup_data (daybook_store_get_resource (), name, 0, error);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", version);

  return sql != NULL
         && daybook_database_run (db, g_bytes_get_data (sql, NULL), error)
         && (version > 1 || make_device (db, error))
         && daybook_database_run (db, stamp, error);
}

/* --- Looking at another's ------------------------------------------------ */

/* All that a schema consists of, without what SQLite keeps for itself and what a backup brings along. */
static char *
read_schema (DaybookDatabase  *db,
             GError          **error)
{
  g_autoptr(GString) schema = g_string_new (NULL);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT type, name, tbl_name, ifnull (sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    " AND (type <> 'table' OR sql <> :pack) ORDER BY type, name", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":pack", daybook_attachment_pack_sql);
  while (daybook_statement_next (statement, &local))
    for (int column = 0; column < 4; column++)
      g_string_append_printf (schema, "%s\x1f", daybook_column_text (statement, column));
  if (local == NULL)
    return g_strdup (schema->str);

  g_propagate_error (error, local);
  return NULL;
}

gboolean
daybook_migrate_check_schema (DaybookDatabase  *db,
                              GError          **error)
{
  gint64 version = daybook_database_number (db, "PRAGMA user_version", 0, NULL);
  g_autoptr(DaybookDatabase) model = daybook_database_open (":memory:", DAYBOOK_DATABASE_MEMORY, 0, error);
  g_autofree char *schema = NULL;
  g_autofree char *expected = NULL;

  for (int step = 1; model != NULL && step <= version; step++)
    if (!run_step (model, step, error))
      return FALSE;
  if (model == NULL || (expected = read_schema (model, error)) == NULL || (schema = read_schema (db, error)) == NULL)
    return FALSE;
  if (g_str_equal (schema, expected))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                       _("The tables in this backup are not those that Daybook makes: something has changed it. Take another one."));
  return FALSE;
}

/* --- Migrating ----------------------------------------------------------- */

static gboolean
migrate_in_transaction (DaybookDatabase  *db,
                        int               version,
                        GError          **error)
{
  if (!daybook_database_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  /* Two processes may have met here: the second finds the work done. */
  if (daybook_database_number (db, "PRAGMA user_version", 0, NULL) >= version)
    return daybook_database_run (db, "ROLLBACK", error);

  if (run_step (db, version, error) && daybook_database_run (db, "COMMIT", error))
    return TRUE;

  daybook_database_run (db, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
daybook_migrate (DaybookDatabase  *db,
                 const char       *path,
                 GError          **error)
{
  GError *local = NULL;
  gint64 version = daybook_database_number (db, "PRAGMA user_version", 0, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (!is_ours (db, version, error))
    return FALSE;
  if (version > DAYBOOK_SCHEMA_VERSION)
    return set_newer (error);
  if (version == DAYBOOK_SCHEMA_VERSION)
    return TRUE;

  if (version > 0 && !copy_before (db, path, version, error))
    return FALSE;

  g_autofree char *application = g_strdup_printf ("PRAGMA application_id = %d", APPLICATION_ID);
  if (!daybook_database_run (db, application, error))
    return FALSE;

  for (int step = (int) version + 1; step <= DAYBOOK_SCHEMA_VERSION; step++)
    if (!migrate_in_transaction (db, step, error))
      return FALSE;

  /* In a new book nothing is due: it need not be reckoned. */
  return version > 0 || daybook_local_write (db, "due_program", DAYBOOK_DUE_PROGRAM, error);
}
