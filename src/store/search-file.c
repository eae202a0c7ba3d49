/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-file.h"

#include "store/search-writer.h"
#include "store/store-private.h"
#include "store/store-resources.h"

#include <glib/gstdio.h>

#define WAIT_MS 5000

char *
daybook_search_file_path (DaybookStore *store)
{
  return g_build_filename (daybook_store_get_folder (store), "search.db", NULL);
}

gint64
daybook_search_file_read (DaybookDatabase *search,
                          const char      *key,
                          gint64           fallback)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (search,
    "SELECT value FROM meta WHERE key = :key", NULL);

  if (statement == NULL)
    return fallback;

  daybook_bind_text (statement, ":key", key);
  return daybook_statement_next (statement, NULL) ? sqlite3_column_int64 (statement, 0) : fallback;
}

gboolean
daybook_search_file_write (DaybookDatabase  *search,
                           const char       *key,
                           gint64            value,
                           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (search,
    "INSERT OR REPLACE INTO meta (key, value) VALUES (:key, :value)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":key", key);
  daybook_bind_int (statement, ":value", value);
  return daybook_statement_run (statement, error);
}

gint64
daybook_search_file_fingerprint (DaybookDatabase *book,
                                 gint64           cursor)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (book,
    "SELECT d.id, (SELECT a.id FROM ops o JOIN acts a ON a.key = o.act WHERE o.n = :cursor)"
    " FROM devices d WHERE d.key = 1", NULL);
  guint64 hash = 0;

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":cursor", cursor);
  if (!daybook_statement_next (statement, NULL))
    return 0;

  for (int column = 0; column < 2; column++)
    {
      const guint8 *bytes = sqlite3_column_blob (statement, column);

      for (int i = 0; i < sqlite3_column_bytes (statement, column); i++)
        hash = hash * 31 + bytes[i];
    }
  return (gint64) (hash >> 1);
}

static gboolean
fits_book (DaybookDatabase *search,
           DaybookDatabase *book)
{
  return daybook_search_file_read (search, "version", 0) == DAYBOOK_SEARCH_VERSION
         && daybook_search_file_read (search, "book", 0) == daybook_search_file_fingerprint (book, daybook_search_file_read (search, "cursor", 0));
}

static gboolean
fill_anew (DaybookDatabase  *search,
           DaybookDatabase  *book,
           GError          **error)
{
  static const char DROP[] =
    "DROP TABLE IF EXISTS meta; DROP TABLE IF EXISTS phone_keys;"; /* of version 1 */
  g_autoptr(GBytes) sql = g_resource_lookup_data (daybook_store_get_resource (),
                                                  "/io/github/daybook/store/search.sql", 0, error);
  gint64 last = daybook_database_number (book, "SELECT max (n) FROM ops", 0, NULL);
  gint64 far = daybook_database_number (book, "SELECT min (n) FROM ops", 0, NULL);
  gint64 turned = daybook_database_number (book, "SELECT max (key) FROM turned_rows", 0, NULL);

  return sql != NULL
         && daybook_database_run (search, DROP, error)
         && daybook_database_run (search, g_bytes_get_data (sql, NULL), error)
         && daybook_search_create (search, error)
         && daybook_search_file_write (search, "version", DAYBOOK_SEARCH_VERSION, error)
         && daybook_search_file_write (search, "cursor", MAX (0, last), error)
         && daybook_search_file_write (search, "far_cursor", MIN (0, far), error)
         && daybook_search_file_write (search, "turned_cursor", turned, error)
         && daybook_search_file_write (search, "new_from", last > 0 || far < 0 ? G_MAXINT64 : 0, error)
         && daybook_search_file_write (search, "book", daybook_search_file_fingerprint (book, MAX (0, last)), error)
         && daybook_search_file_write (search, "rebuild_table", last > 0 || far < 0 ? 0 : daybook_search_n_places, error)
         && daybook_search_file_write (search, "rebuild_row", 0, error);
}

typedef enum
{
  RESET_ALWAYS,
  RESET_UNLESS_FIT, /* another process may have done it just now */
} ResetMode;

static gboolean
reset (DaybookDatabase  *search,
       DaybookDatabase  *book,
       ResetMode         mode,
       GError          **error)
{
  if (!daybook_database_run (search, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (((mode == RESET_UNLESS_FIT && fits_book (search, book)) || fill_anew (search, book, error))
      && daybook_database_run (search, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (search->handle))
    daybook_database_run (search, "ROLLBACK", NULL);
  return FALSE;
}

static DaybookDatabase *
open_as_it_is (const char       *path,
               DaybookDatabase  *book,
               GError          **error)
{
  DaybookDatabase *search = daybook_database_open (path, DAYBOOK_DATABASE_CREATE, WAIT_MS, error);

  if (search == NULL)
    return NULL;

  g_chmod (path, 0600);
  /* Derived: after a power cut it may be older than the book, and catches up. */
  if (daybook_database_run (search, "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8192; PRAGMA cache_size = -16384", error)
      && (fits_book (search, book) || reset (search, book, RESET_UNLESS_FIT, error)))
    return search;

  daybook_database_close (search);
  return NULL;
}

DaybookDatabase *
daybook_search_file_open (DaybookStore     *store,
                          DaybookDatabase  *book,
                          GError          **error)
{
  static const char *const SUFFIXES[] = { "", "-wal", "-shm" };
  g_autofree char *path = daybook_search_file_path (store);
  g_autoptr(GError) local = NULL;
  DaybookDatabase *search = open_as_it_is (path, book, &local);

  if (search != NULL)
    return search;
  if (!g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    {
      g_autofree char *file = g_strconcat (path, SUFFIXES[i], NULL);

      g_unlink (file);
    }
  return open_as_it_is (path, book, error);
}

gboolean
daybook_search_file_empty (DaybookDatabase  *search,
                           DaybookDatabase  *book,
                           GError          **error)
{
  return reset (search, book, RESET_ALWAYS, error);
}

gboolean
daybook_search_file_rewrite (DaybookDatabase  *db,
                             GError          **error)
{
  return daybook_database_run (db, "VACUUM", error)
         && daybook_database_run (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static GPtrArray *
list_indexes (DaybookDatabase  *db,
              GError          **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (db, "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'", error);

  if (statement == NULL)
    return NULL;

  while (daybook_statement_next (statement, NULL))
    g_ptr_array_add (tables, g_strdup (daybook_column_text (statement, 0)));
  return g_steal_pointer (&tables);
}

gboolean
daybook_search_file_clean (DaybookStore  *store,
                           GError       **error)
{
  g_autofree char *path = daybook_search_file_path (store);
  g_autoptr(DaybookDatabase) db = NULL;
  g_autoptr(GPtrArray) tables = NULL;

  if (!daybook_store_has_index (store))
    return TRUE;

  daybook_store_settle (store);
  db = daybook_database_open (path, DAYBOOK_DATABASE_WRITE, 30000, error);
  tables = db != NULL ? list_indexes (db, error) : NULL;
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      g_autofree char *sql = g_strdup_printf ("INSERT INTO \"%s\" (\"%s\") VALUES ('optimize')", table, table);

      if (!daybook_database_run (db, sql, error))
        return FALSE;
    }

  return tables != NULL && daybook_search_file_rewrite (db, error);
}
