/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mask-function.h"
#include "store/reader-private.h"

#include "core/order.h"
#include "core/shop.h"
#include "store/case-row.h"
#include "store/order-number.h"
#include "store/row-extra.h"
#include "store/row-sql.h"
#include "store/search-file.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>

/* For a lock that somebody holds for a moment: another process that makes the log's index anew,
 * the search that empties its log. */
#define READER_WAIT_MS 2000
/* Longer than anybody holds the file to see whether a connection that closes was the last. */
#define HURRY_US 4000

static gboolean
attach_search (DaybookDatabase  *db,
               DaybookStore     *store,
               GError          **error)
{
  g_autofree char *path = NULL;
  g_autoptr(DaybookStatement) statement = NULL;

  if (!daybook_store_has_index (store))
    return TRUE;

  path = daybook_search_file_path (store);
  statement = daybook_database_prepare (db, "ATTACH :path AS search", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":path", path);
  return daybook_statement_run (statement, error);
}

DaybookReader *
daybook_reader_new (DaybookStore  *store,
                    GError       **error)
{
  DaybookDatabase *db = daybook_database_open (daybook_store_get_path (store), DAYBOOK_DATABASE_READ, READER_WAIT_MS, error);

  if (db == NULL)
    return NULL;

  if (!attach_search (db, store, error) || !daybook_mask_function_register (db, error))
    {
      daybook_database_close (db);
      return NULL;
    }

  DaybookReader *self = g_new0 (DaybookReader, 1);
  self->store = store;
  self->db = db;
  return self;
}

void
daybook_reader_hurry (DaybookReader *self)
{
  self->db->busy_us = HURRY_US;
}

void
daybook_reader_free (DaybookReader *self)
{
  daybook_database_close (self->db);
  g_free (self);
}

gint64
daybook_reader_version (DaybookReader *self)
{
  return daybook_database_number (self->db, "PRAGMA data_version", 0, NULL);
}

void
daybook_reader_set_cancellable (DaybookReader *self,
                                GCancellable  *cancellable)
{
  daybook_database_set_cancellable (self->db, cancellable);
}

DaybookRow *
daybook_reader_row (DaybookReader       *self,
                    const DaybookTable  *table,
                    gint64               rowid,
                    GError             **error)
{
  return daybook_row_load_whole (self->db, table, rowid, error);
}

static gboolean
add_rows (DaybookReader       *self,
          const DaybookTable  *table,
          const gint64        *keys,
          guint                n_keys,
          GPtrArray           *rows,
          GError             **error)
{
  for (guint i = 0; i < n_keys; i++)
    {
      GError *local = NULL;
      DaybookRow *row = daybook_row_load_whole (self->db, table, keys[i], &local);

      if (row != NULL)
        g_ptr_array_add (rows, row);
      else if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
        g_error_free (local);
      else
        {
          g_propagate_error (error, local);
          return FALSE;
        }
    }

  return TRUE;
}

GPtrArray *
daybook_reader_rows (DaybookReader       *self,
                     const DaybookTable  *table,
                     const gint64        *keys,
                     guint                n_keys,
                     GError             **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  if (!daybook_database_run (self->db, "BEGIN", error))
    return NULL;

  gboolean ok = add_rows (self, table, keys, n_keys, rows, error);

  return daybook_database_run (self->db, "ROLLBACK", ok ? error : NULL) && ok ? g_steal_pointer (&rows) : NULL;
}

DaybookRow *
daybook_reader_find (DaybookReader       *self,
                     const DaybookTable  *table,
                     const DaybookId     *id,
                     GError             **error)
{
  GError *local = NULL;
  gint64 rowid = daybook_row_key (self->db, table, id, NULL, NULL, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }

  return daybook_row_load_whole (self->db, table, rowid, error); /* key 0: not found */
}

char *
daybook_reader_title (DaybookReader    *self,
                      const DaybookRow *row,
                      DaybookMask      *mask)
{
  return daybook_row_read_title (self->db, row, mask);
}

gboolean
daybook_reader_id (DaybookReader       *self,
                   const DaybookTable  *table,
                   gint64               rowid,
                   DaybookId           *id,
                   GError             **error)
{
  return daybook_row_id (self->db, table, rowid, id, error);
}

gboolean
daybook_statement_add_keys (DaybookStatement  *statement,
                            GArray            *keys,
                            GError           **error)
{
  GError *local = NULL;

  while (daybook_statement_next (statement, &local))
    {
      gint64 key = sqlite3_column_int64 (statement, 0);
      g_array_append_val (keys, key);
    }

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

GArray *
daybook_statement_keys (DaybookStatement  *statement,
                        GError           **error)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  return daybook_statement_add_keys (statement, keys, error) ? g_steal_pointer (&keys) : NULL;
}

static GPtrArray *
load_rows (DaybookReader       *self,
           const DaybookTable  *table,
           DaybookStatement    *statement,
           GError             **error)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  if (!daybook_statement_add_keys (statement, keys, error))
    return NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      DaybookRow *row = daybook_row_load_whole (self->db, table, g_array_index (keys, gint64, i), error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

/* " AND …": of a register's table only the rows of that register. (transfer full) */
static char *
only_its_part (const DaybookTable *table)
{
  return table->part != NULL ? g_strdup_printf (" AND \"%s\" = '%s'", table->fields[table->parted].name, table->part)
                             : g_strdup ("");
}

char *
daybook_parts_sql (const DaybookTable *table,
                   guint               field,
                   const char         *order)
{
  const DaybookField *reference = &table->fields[field];
  g_autofree char *points = daybook_field_is_extra (reference) ? g_strdup_printf ("%s = :id", daybook_extra_expression (reference))
    : g_strdup_printf ("\"%s\" = (SELECT rowid FROM %s WHERE id = :id)", reference->name, daybook_registry_find (reference->ref)->plural);
  g_autofree char *its = only_its_part (table);

  return g_strdup_printf ("SELECT rowid FROM %s t WHERE %s AND deleted = 0%s %s LIMIT :limit", table->plural, points, its, order);
}

static DaybookStatement *
prepare_parts (DaybookReader       *self,
               const DaybookTable  *table,
               guint                field,
               const DaybookId     *row,
               const char          *order,
               guint                limit,
               GError             **error)
{
  g_autofree char *sql = daybook_parts_sql (table, field, order);
  DaybookStatement *statement = daybook_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return NULL;

  if (daybook_field_is_extra (&table->fields[field]))
    daybook_bind_id_text (statement, ":id", row);
  else
    daybook_bind_id (statement, ":id", row);
  daybook_bind_int (statement, ":limit", limit > 0 ? (gint64) limit : -1);
  return statement;
}

GPtrArray *
daybook_reader_parts (DaybookReader       *self,
                      const DaybookTable  *table,
                      guint                field,
                      const DaybookId     *row,
                      GError             **error)
{
  return daybook_reader_some_parts (self, table, field, row, DAYBOOK_PARTS_FIRST, 0, error);
}

static gint
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const DaybookRow *first = *(DaybookRow *const *) a, *second = *(DaybookRow *const *) b;

  return first->rowid < second->rowid ? -1 : first->rowid > second->rowid;
}

GPtrArray *
daybook_reader_some_parts (DaybookReader       *self,
                           const DaybookTable  *table,
                           guint                field,
                           const DaybookId     *row,
                           DaybookPartsEnd      end,
                           guint                limit,
                           GError             **error)
{
  g_return_val_if_fail (table->fields[field].type == DAYBOOK_TYPE_REF, NULL);

  g_autoptr(DaybookStatement) statement
    = prepare_parts (self, table, field, row, end == DAYBOOK_PARTS_LAST ? "ORDER BY rowid DESC" : "ORDER BY rowid",
                     limit, error);
  GPtrArray *rows = statement != NULL ? load_rows (self, table, statement, error) : NULL;

  if (rows != NULL && end == DAYBOOK_PARTS_LAST)
    g_ptr_array_sort (rows, compare_rows);
  return rows;
}

gint64
daybook_reader_count_parts (DaybookReader       *self,
                            const DaybookTable  *table,
                            guint                field,
                            const DaybookId     *row,
                            guint                limit,
                            GError             **error)
{
  g_return_val_if_fail (table->fields[field].type == DAYBOOK_TYPE_REF, -1);

  g_autoptr(DaybookStatement) statement = prepare_parts (self, table, field, row, "", limit, error);
  g_autoptr(GArray) keys = statement != NULL ? daybook_statement_keys (statement, error) : NULL;

  return keys != NULL ? (gint64) keys->len : -1;
}

GPtrArray *
daybook_reader_all (DaybookReader       *self,
                    const DaybookTable  *table,
                    GError             **error)
{
  g_autofree char *its = only_its_part (table);
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE deleted = 0%s ORDER BY rowid", table->plural, its);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, sql, error);

  return statement != NULL ? load_rows (self, table, statement, error) : NULL;
}

/* Adds the keys of one part, so that there are at most `limit`. */
static gboolean
add_keys (DaybookReader       *self,
          const DaybookQuery  *query,
          DaybookPart          part,
          guint                limit,
          GArray              *keys,
          GError             **error)
{
  g_autoptr(DaybookSelect) select = daybook_select_new ();

  if (!daybook_select_add_keys (select, self, query, part, limit > 0 ? limit - keys->len : 0, error))
    return FALSE;

  g_autoptr(DaybookStatement) statement = daybook_select_prepare (select, self->db, error);
  return statement != NULL && daybook_statement_add_keys (statement, keys, error);
}

/* Both parts of one state of the book: a row between them would be there twice. */
static gboolean
add_parts (DaybookReader       *self,
           const DaybookQuery  *query,
           guint                limit,
           GArray              *keys,
           GError             **error)
{
  if (!daybook_database_run (self->db, "BEGIN", error))
    return FALSE;

  gboolean ok = add_keys (self, query, DAYBOOK_PART_FILLED, limit, keys, error)
                && ((limit > 0 && keys->len >= limit)
                    || add_keys (self, query, DAYBOOK_PART_BLANK, limit, keys, error));

  return daybook_database_run (self->db, "ROLLBACK", ok ? error : NULL) && ok;
}

GArray *
daybook_reader_keys (DaybookReader       *self,
                     const DaybookQuery  *query,
                     guint                limit,
                     GError             **error)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean ok;

  if (daybook_query_is_ranked (query))
    ok = daybook_reader_rank (self, query, limit, keys, error);
  else if (limit > 0 && daybook_query_is_walked (query))
    ok = daybook_reader_walk (self, query, limit, keys, error);
  else if (daybook_query_has_blanks (query))
    ok = add_parts (self, query, limit, keys, error);
  else
    ok = add_keys (self, query, DAYBOOK_PART_ALL, limit, keys, error);

  return ok ? g_steal_pointer (&keys) : NULL;
}

gint64
daybook_reader_count (DaybookReader       *self,
                      const DaybookQuery  *query,
                      guint                limit,
                      GError             **error)
{
  g_autoptr(DaybookSelect) select = daybook_select_new ();
  GError *local = NULL;

  g_string_append (select->sql, limit > 0 ? "SELECT count (*) FROM (SELECT 1" : "SELECT count (*)");
  if (!daybook_select_add_query (select, query, self, error))
    return -1;
  if (query->search != NULL && *query->search != '\0')
    daybook_select_add_search (select, self, query->table, query->search);
  if (limit > 0)
    g_string_append_printf (select->sql, " LIMIT %u)", limit);

  g_autoptr(DaybookStatement) statement = daybook_select_prepare (select, self->db, error);
  if (statement == NULL)
    return -1;
  if (daybook_statement_next (statement, &local))
    return sqlite3_column_int64 (statement, 0);

  g_propagate_error (error, local);
  return -1;
}

gint64
daybook_reader_case_numbered (DaybookReader  *self,
                              const char     *number,
                              GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT rowid FROM cases WHERE number = :number ORDER BY deleted, rowid LIMIT 1", error);
  GError *local = NULL;

  if (statement == NULL)
    return -1;

  daybook_bind_text (statement, ":number", number);
  if (daybook_statement_next (statement, &local))
    return sqlite3_column_int64 (statement, 0);
  if (local == NULL)
    return 0;

  g_propagate_error (error, local);
  return -1;
}

/* Few shops and platforms: every id that the number could have is computed and
 * looked up, which costs no index of numbers. The imports that were taken back count:
 * an order of theirs may have been kept, or restored. */
GPtrArray *
daybook_reader_orders_numbered (DaybookReader  *self,
                                const char     *number,
                                GError        **error)
{
  g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GArray) keys = daybook_orders_of_number (self->db, 0, number, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr(DaybookRow) order = daybook_row_load_whole (self->db, &daybook_orders, g_array_index (keys, gint64, i), error);

      if (order == NULL)
        return NULL;
      if (daybook_row_int (order, DAYBOOK_FIELD_DELETED) == 0)
        g_ptr_array_add (orders, g_steal_pointer (&order));
    }

  return keys != NULL ? g_steal_pointer (&orders) : NULL;
}

void
daybook_platform_as_of_free (DaybookPlatformAsOf *platform)
{
  g_free (platform->platform);
  g_free (platform);
}

static DaybookPlatformAsOf *
read_as_of (DaybookStatement *statement)
{
  DaybookPlatformAsOf *platform = g_new0 (DaybookPlatformAsOf, 1);

  platform->platform = g_strdup (daybook_column_text (statement, 0));
  platform->as_of = sqlite3_column_int64 (statement, 1);
  return platform;
}

GPtrArray *
daybook_reader_as_of (DaybookReader    *self,
                      const DaybookId  *shop,
                      GError          **error)
{
  g_autoptr(GPtrArray) platforms = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_platform_as_of_free);
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT i.platform, max (i.as_of) AS newest"
    " FROM imports i"
    " JOIN shops s ON s.rowid = i.shop"
    " WHERE s.id = :shop AND i.deleted = 0 AND i.state = 1 AND i.as_of IS NOT NULL"
    "  AND coalesce (i.kind, 'orders') IN ('orders', 'order_lines')"
    " GROUP BY i.platform"
    " ORDER BY newest, i.platform", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_id (statement, ":shop", shop);
  while (daybook_statement_next (statement, &local))
    g_ptr_array_add (platforms, read_as_of (statement));
  if (local == NULL)
    return g_steal_pointer (&platforms);

  g_propagate_error (error, local);
  return NULL;
}
