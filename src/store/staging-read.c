/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/staging-private.h"

#include "store/reader-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* Columns of select_order before the fields. */
enum
{
  COLUMN_ID,
  COLUMN_DIGEST,
  COLUMN_ACCOUNT,
  COLUMN_FIRST_ROW,
  COLUMN_CARRIED,
  COLUMN_RAW,
  FIRST_FIELD_COLUMN,
};

const DaybookStagingCounts *
daybook_staging_get_counts (DaybookStaging *self)
{
  return &self->counts;
}

GPtrArray *
daybook_staging_problems (DaybookStaging  *self,
                          guint            from,
                          guint            limit,
                          GError         **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_problem_free);
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT row, \"column\", value, why FROM problems ORDER BY rowid LIMIT :limit OFFSET :from", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":limit", limit > 0 ? (gint64) limit : -1);
  daybook_bind_int (statement, ":from", from);
  while (daybook_statement_next (statement, &local))
    g_ptr_array_add (problems, daybook_problem_new ((guint64) sqlite3_column_int64 (statement, 0),
                                                    daybook_column_text (statement, 1),
                                                    daybook_column_text (statement, 2),
                                                    daybook_column_text (statement, 3)));
  if (local == NULL)
    return g_steal_pointer (&problems);

  g_propagate_error (error, local);
  return NULL;
}

gboolean
daybook_staging_is_stale (DaybookStaging   *self,
                          DaybookDatabase  *db,
                          GError          **error)
{
  /* Imports, what takes them back, other laptops; and orders put in the trash. */
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM acts a WHERE a.key > :from AND (a.kind IN (:import, :undo, :redo) OR a.device <> 1"
    " OR EXISTS (SELECT 1 FROM ops o WHERE o.act = a.key AND o.tbl IN ('order', :table) AND o.field = 'deleted')) LIMIT 1", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":from", self->read_from);
  daybook_bind_int (statement, ":import", DAYBOOK_ACT_IMPORT);
  daybook_bind_int (statement, ":undo", DAYBOOK_ACT_UNDO);
  daybook_bind_int (statement, ":redo", DAYBOOK_ACT_REDO);
  daybook_bind_text (statement, ":table", self->spec.table != NULL ? self->spec.table->kind : "");
  return daybook_statement_next (statement, error);
}

/* --- Reading what is staged --------------------------------------------- */

gboolean
daybook_staging_set_act (DaybookStaging   *self,
                         const DaybookId  *act,
                         GError          **error)
{
  char text[DAYBOOK_ID_STRING_SIZE];

  daybook_id_print (act, text);
  return daybook_staging_write_text (self, "act", text, error);
}

GArray *
daybook_staging_order (DaybookStaging  *self,
                       GError         **error)
{
  if (self->order != NULL)
    return g_array_ref (self->order);

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT n FROM orders ORDER BY date, n", error);

  return statement != NULL ? daybook_statement_keys (statement, error) : NULL;
}

static gboolean
tells_newer (DaybookStaging *self)
{
  return self->spec.as_of > self->known_from;
}

GArray *
daybook_staging_sights (DaybookStaging  *self,
                        gint64           last,
                        guint            limit,
                        GError         **error)
{
  g_autoptr(GArray) sights = g_array_new (FALSE, FALSE, sizeof (DaybookStagedSight));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT \"order\", carried FROM sights WHERE \"order\" > :last ORDER BY \"order\" LIMIT :limit", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":last", last);
  daybook_bind_int (statement, ":limit", tells_newer (self) ? limit : 0);
  while (daybook_statement_next (statement, &local))
    {
      DaybookStagedSight sight = { sqlite3_column_int64 (statement, 0), (guint64) sqlite3_column_int64 (statement, 1) };

      g_array_append_val (sights, sight);
    }
  if (local == NULL)
    return g_steal_pointer (&sights);

  g_propagate_error (error, local);
  return NULL;
}

guint
daybook_staging_count_sights (DaybookStaging *self)
{
  return tells_newer (self) ? (guint) daybook_database_number (self->db, "SELECT count (*) FROM sights", 0, NULL) : 0;
}

static DaybookValue
read_value (DaybookOrderRecord *record,
            DaybookStatement   *statement,
            int                 column)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      return daybook_value_int (sqlite3_column_int64 (statement, column));
    case SQLITE_TEXT:
      return (DaybookValue) {
        .type = DAYBOOK_VALUE_TEXT,
        .text = g_string_chunk_insert (record->chunk, daybook_column_text (statement, column)),
      };
    default:
      return (DaybookValue) DAYBOOK_VALUE_INIT;
    }
}

static gboolean
read_lines (DaybookStaging      *self,
            gint64               n,
            DaybookOrderRecord  *record,
            GError             **error)
{
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT * FROM lines WHERE key >= ?1 AND key < ?2 ORDER BY key", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, n << DAYBOOK_STAGING_LINE_SHIFT);
  sqlite3_bind_int64 (statement, 2, (n + 1) << DAYBOOK_STAGING_LINE_SHIFT);
  while (daybook_statement_next (statement, &local))
    {
      DaybookLineRecord *line = daybook_record_add_line (record);

      for (guint k = DAYBOOK_LINE_NUMBER; k <= DAYBOOK_LINE_PROVISIONAL; k++)
        line->values[k] = read_value (record, statement, (int) (k - DAYBOOK_LINE_NUMBER) + 1);
      line->values[DAYBOOK_LINE_POSITION] = daybook_value_int (record->lines->len);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_staging_read (DaybookStaging      *self,
                      gint64               n,
                      DaybookOrderRecord  *record,
                      DaybookStagedOrder  *staged,
                      GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, self->select_order, error);

  if (statement == NULL)
    return FALSE;

  daybook_record_reset (record);
  daybook_bind_int (statement, ":n", n);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  daybook_column_id (statement, COLUMN_ID, &staged->order);
  staged->digest = (guint64) sqlite3_column_int64 (statement, COLUMN_DIGEST);
  if (sqlite3_column_type (statement, COLUMN_ACCOUNT) == SQLITE_TEXT)
    record->account = g_string_chunk_insert (record->chunk, daybook_column_text (statement, COLUMN_ACCOUNT));
  record->first_row = (guint64) sqlite3_column_int64 (statement, COLUMN_FIRST_ROW);
  record->carried = (guint64) sqlite3_column_int64 (statement, COLUMN_CARRIED);
  g_string_assign (record->raw, daybook_column_text (statement, COLUMN_RAW));
  for (guint i = DAYBOOK_RECORD_FIRST; i <= DAYBOOK_RECORD_LAST; i++)
    record->values[i] = read_value (record, statement, FIRST_FIELD_COLUMN + (int) (i - DAYBOOK_RECORD_FIRST));

  return read_lines (self, n, record, error);
}

/* --- What killed processes left ----------------------------------------- */

static char *
read_text (DaybookStaging *self,
           const char     *key)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT value FROM meta WHERE key = :key", NULL);

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":key", key);
  return daybook_statement_next (statement, NULL) ? g_strdup (daybook_column_text (statement, 0)) : NULL;
}

static guint64
read_number (DaybookStaging *self,
             const char     *key)
{
  g_autofree char *text = read_text (self, key);

  return text != NULL ? (guint64) g_ascii_strtoll (text, NULL, 10) : 0;
}

static gboolean
read_spec (DaybookStaging  *self,
           const DaybookId *act)
{
  g_autofree char *act_text = read_text (self, "act");
  g_autofree char *shop = read_text (self, "shop");
  g_autofree char *table = read_text (self, "table");
  DaybookId found;

  if (!daybook_id_parse (act_text, &found) || !daybook_id_equal (&found, act)
      || !daybook_id_parse (shop, &self->spec.shop))
    return FALSE;

  daybook_id_print (&self->spec.shop, self->shop);
  self->spec.platform = read_text (self, "platform");
  self->spec.kind = read_text (self, "kind");
  self->spec.table = table != NULL && *table != '\0' ? daybook_registry_find (table) : NULL;
  self->spec.file = read_text (self, "file");
  self->spec.encoding = read_text (self, "encoding");
  self->spec.header = read_text (self, "header");
  self->spec.as_of = (gint64) read_number (self, "as_of");
  self->spec.form = read_number (self, "form");
  self->known_from = (gint64) read_number (self, "known_from");
  self->sums = read_text (self, "sums");
  self->counts.rows = read_number (self, "rows");
  self->counts.n_new = read_number (self, "new");
  self->counts.n_updated = read_number (self, "updated");
  self->counts.n_same = read_number (self, "same");
  self->counts.n_problems = read_number (self, "problems");
  self->finished = TRUE;
  return TRUE;
}

/* Only the version that wrote it knows what it means. */
static gboolean
has_own_shape (DaybookStaging *self)
{
  g_autofree char *shape = read_text (self, "shape");
  g_autofree char *own = daybook_staging_shape ();

  return g_strcmp0 (shape, own) == 0;
}

static gboolean
is_sound (DaybookStaging *self)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, "PRAGMA quick_check", NULL);

  return statement != NULL && daybook_statement_next (statement, NULL)
         && g_str_equal (daybook_column_text (statement, 0), "ok");
}

DaybookStaging *
daybook_staging_find_left (DaybookStore    *store,
                           const DaybookId *act)
{
  const char *folder = daybook_store_get_folder (store);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_prefix (name, DAYBOOK_STAGING_PREFIX) || !g_str_has_suffix (name, ".db"))
        continue;

      g_autoptr(DaybookStaging) staging = daybook_staging_make (store, path);
      if (daybook_staging_lock (staging, 0)
          && daybook_staging_open (staging, DAYBOOK_DATABASE_SCRATCH, NULL)
          && has_own_shape (staging)
          && read_spec (staging, act)
          && is_sound (staging))
        return g_steal_pointer (&staging);
    }

  return NULL;
}

void
daybook_staging_sweep (DaybookStore *store)
{
  const char *folder = daybook_store_get_folder (store);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_prefix (name, DAYBOOK_STAGING_PREFIX) || !g_str_has_suffix (name, ".db"))
        continue;

      g_autoptr(DaybookStaging) staging = daybook_staging_make (store, path);
      if (daybook_staging_lock (staging, 0))
        daybook_staging_discard (staging);
    }
}
