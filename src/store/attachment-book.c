/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/attachment-book.h"

#include "store/attachments.h"

#include <glib/gi18n-lib.h>

#define TABLE "packed_attachments"

const char daybook_attachment_pack_sql[] = "CREATE TABLE " TABLE " (hash TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT";

static gboolean
has_table (DaybookDatabase  *db,
           const char       *name,
           gboolean         *has,
           GError          **error)
{
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = :name", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":name", name);
  *has = daybook_statement_next (statement, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* Tables whose rows tell of files: of cases, and of articles. An older book has not all of them. */
static const struct
{
  const char *name;
  const char *hashes;
} TABLES[] = {
  { "attachments", "SELECT DISTINCT hash FROM attachments WHERE hash IS NOT NULL" },
  { "pictures", "SELECT DISTINCT hash FROM pictures WHERE hash IS NOT NULL" },
};

static gboolean
add_hashes (DaybookDatabase  *db,
            const char       *sql,
            GHashTable       *known,
            GPtrArray        *hashes,
            GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  while (daybook_statement_next (statement, &local))
    {
      char *hash;

      if (g_hash_table_contains (known, daybook_column_text (statement, 0)))
        continue;
      hash = g_strdup (daybook_column_text (statement, 0));
      g_hash_table_add (known, hash);
      g_ptr_array_add (hashes, hash);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

GPtrArray *
daybook_attachment_book_list (DaybookDatabase  *db,
                              GError          **error)
{
  g_autoptr(GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (TABLES); i++)
    {
      gboolean has;

      if (!has_table (db, TABLES[i].name, &has, error) || (has && !add_hashes (db, TABLES[i].hashes, known, hashes, error)))
        return NULL;
    }
  return g_steal_pointer (&hashes);
}

/* --- What waits --------------------------------------------------------------- */

static gboolean
is_told_of (DaybookDatabase  *db,
            const char       *hash,
            gboolean         *told,
            GError          **error)
{
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM attachments WHERE hash = :hash UNION ALL SELECT 1 FROM pictures WHERE hash = :hash", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":hash", hash);
  *told = daybook_statement_next (statement, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_attachment_book_settle (DaybookDatabase  *db,
                                const char       *folder,
                                GError          **error)
{
  g_autoptr(GPtrArray) names = daybook_attachments_list_new (folder);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      gboolean told;

      if (!is_told_of (db, name, &told, error) || (told && !daybook_attachments_settle (folder, name, error)))
        return FALSE;
      if (!told)
        daybook_attachments_sweep (folder, name);
    }

  return TRUE;
}

/* --- Within a backup ---------------------------------------------------------- */

static gboolean
pack_one (DaybookDatabase  *copy,
          const char       *hash,
          GBytes           *content,
          GError          **error)
{
  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (copy, "INSERT INTO " TABLE " (hash, content) VALUES (:hash, :content)", error);
  gsize size;
  gconstpointer data = g_bytes_get_data (content, &size);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":hash", hash);
  sqlite3_bind_blob64 (statement, sqlite3_bind_parameter_index (statement, ":content"), data != NULL ? data : "", size, SQLITE_STATIC);
  return daybook_statement_run (statement, error);
}

static gboolean
pack_all (DaybookDatabase  *copy,
          GPtrArray        *hashes,
          const char       *folder,
          GCancellable     *cancellable,
          GError          **error)
{
  for (guint i = 0; i < hashes->len; i++)
    {
      g_autoptr(GBytes) content = daybook_attachments_read (folder, g_ptr_array_index (hashes, i), NULL);

      if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Stopped."));
          return FALSE;
        }
      if (content != NULL && !pack_one (copy, g_ptr_array_index (hashes, i), content, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
daybook_attachment_book_pack (DaybookDatabase  *copy,
                              const char       *folder,
                              GCancellable     *cancellable,
                              GError          **error)
{
  g_autoptr(GPtrArray) hashes = daybook_attachment_book_list (copy, error);

  if (hashes == NULL || hashes->len == 0)
    return hashes != NULL;

  return daybook_database_run (copy, "BEGIN", error)
         && daybook_database_run (copy, daybook_attachment_pack_sql, error)
         && pack_all (copy, hashes, folder, cancellable, error)
         && daybook_database_run (copy, "COMMIT", error);
}

static gboolean
unpack_one (DaybookStatement  *statement,
            const char        *folder,
            GError           **error)
{
  const char *hash = daybook_column_text (statement, 0);
  gconstpointer data = sqlite3_column_blob (statement, 1);
  g_autoptr(GBytes) content = g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, 1));
  GError *local = NULL;

  if (daybook_attachments_keep (folder, hash, content, &local) && daybook_attachments_settle (folder, hash, &local))
    return TRUE;
  if (!g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  g_clear_error (&local);
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("The backup is damaged or was cut short. Take an older one."));
  return FALSE;
}

static gboolean
unpack_all (DaybookDatabase  *copy,
            const char       *folder,
            GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (copy, "SELECT hash, content FROM " TABLE, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  while (local == NULL && daybook_statement_next (statement, &local))
    unpack_one (statement, folder, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_attachment_book_unpack (DaybookDatabase  *copy,
                                const char       *folder,
                                GError          **error)
{
  gboolean has;

  if (!has_table (copy, TABLE, &has, error))
    return FALSE;

  /* The pages that are free then would come along into the book. */
  return !has || (unpack_all (copy, folder, error)
                  && daybook_database_run (copy, "DROP TABLE " TABLE, error)
                  && daybook_database_run (copy, "VACUUM", error));
}

/* --- Beside a backup ---------------------------------------------------------- */

static gboolean
fetch (const char  *from,
       const char  *hash,
       const char  *folder,
       GError     **error)
{
  g_autoptr(GBytes) content = daybook_attachments_read (from, hash, NULL);

  return content == NULL
         || (daybook_attachments_keep (folder, hash, content, error) && daybook_attachments_settle (folder, hash, error));
}

gboolean
daybook_attachment_book_gather (DaybookDatabase  *copy,
                                const char       *file,
                                const char       *folder,
                                GError          **error)
{
  g_autofree char *beside = g_path_get_dirname (file);
  g_autofree char *above = g_path_get_dirname (beside);
  g_autoptr(GPtrArray) hashes = daybook_attachment_book_list (copy, error);

  for (guint i = 0; hashes != NULL && i < hashes->len; i++)
    {
      const char *hash = g_ptr_array_index (hashes, i);

      if (!daybook_attachments_has (folder, hash) && !fetch (beside, hash, folder, error))
        return FALSE;
      if (!daybook_attachments_has (folder, hash) && !fetch (above, hash, folder, error))
        return FALSE;
    }

  return hashes != NULL;
}
