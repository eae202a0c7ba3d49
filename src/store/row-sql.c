/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-sql.h"

#include "core/contact.h"
#include "core/mask.h"
#include "store/counted.h"
#include "store/row-extra.h"

#include <glib/gi18n-lib.h>

#define FIRST_FIELD_COLUMN 2 /* of select_row */

static const char *
target_table (const DaybookField *field)
{
  return daybook_registry_find (field->ref)->plural;
}

/* The SQL expression that gives a field of alias `t` as it is outside. */
static char *
read_expression (const DaybookField *field)
{
  if (field->type == DAYBOOK_TYPE_REF)
    return g_strdup_printf ("(SELECT r.id FROM %s r WHERE r.rowid = t.\"%s\")", target_table (field), field->name);

  return g_strdup_printf ("t.\"%s\"", field->name);
}

/* What stores a parameter in a field: a reference may be given as id or as key. */
static char *
store_expression (const DaybookField *field,
                  const char         *parameter)
{
  switch (field->type)
    {
    case DAYBOOK_TYPE_REF:
      return g_strdup_printf ("CASE typeof (%s) WHEN 'blob' THEN (SELECT rowid FROM %s WHERE id = %s) ELSE %s END",
                              parameter, target_table (field), parameter, parameter);
    case DAYBOOK_TYPE_ENUM:
    case DAYBOOK_TYPE_BOOL:
      return g_strdup_printf ("ifnull (%s, 0)", parameter);
    default:
      return g_strdup (parameter);
    }
}

static char *
make_select_row (const DaybookTable *table)
{
  g_autoptr(GString) sql = g_string_new ("SELECT t.id, t.born");

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *expression = read_expression (&table->fields[i]);
      g_string_append_printf (sql, ", %s", expression);
    }
  if (table->parted != 0)
    g_string_append (sql, ", t.extra");
  g_string_append_printf (sql, " FROM %s t WHERE t.rowid = :row", table->plural);

  return g_strdup (sql->str);
}

/* How a parameter gets into a field. */
typedef char *(*StoreFunc) (const DaybookField *field,
                            const char         *parameter);

static char *
store_as_is (const DaybookField *field,
             const char         *parameter)
{
  return g_strdup (parameter);
}

static char *
make_insert (const DaybookTable *table,
             StoreFunc           store)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (rowid, id, born", table->plural);
  for (guint i = 0; i < table->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", table->fields[i].name);
  if (table->parted != 0)
    g_string_append (sql, ", extra");
  g_string_append (sql, ") VALUES (?1, ?2, ?3");
  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *parameter = g_strdup_printf ("?%u", i + 4);
      g_autofree char *expression = store (&table->fields[i], parameter);
      g_string_append_printf (sql, ", %s", expression);
    }
  if (table->parted != 0)
    g_string_append_printf (sql, ", ?%u", table->n_fields + 4);
  g_string_append_c (sql, ')');

  return g_strdup (sql->str);
}

static void
make_extra_sql (DaybookTableSql    *sql,
                const DaybookTable *table)
{
  sql->select_extra = g_strdup_printf ("SELECT json_type (extra, :path), json_extract (extra, :path),"
                                       " json_extract (extra, :id_path), born FROM %s WHERE rowid = :row", table->plural);
  sql->update_extra = g_strdup_printf ("UPDATE %s SET extra = json_set (extra, :path, :value) WHERE rowid = :row", table->plural);
  sql->update_extra_id = g_strdup_printf ("UPDATE %s SET extra = json_set (extra, :path, json_object ('id', :value))"
                                          " WHERE rowid = :row", table->plural);
  sql->remove_extra = g_strdup_printf ("UPDATE %s SET extra = json_remove (extra, :path) WHERE rowid = :row", table->plural);
}

static void
make_field_sql (DaybookTableSql    *sql,
                const DaybookTable *table,
                guint               i)
{
  const DaybookField *field = &table->fields[i];
  g_autofree char *get = read_expression (field);
  g_autofree char *set = store_expression (field, ":value");

  sql->select_field[i] = g_strdup_printf ("SELECT %s, t.born FROM %s t WHERE t.rowid = :row", get, table->plural);
  sql->update_field[i] = g_strdup_printf ("UPDATE %s SET \"%s\" = %s WHERE rowid = :row",
                                          table->plural, field->name, set);
}

#define SELECT_KEY "SELECT rowid, born, deleted FROM %s "

static void
make_key_sql (DaybookTableSql    *sql,
              const DaybookTable *table)
{
  if (!table->within)
    {
      sql->select_key = g_strdup_printf (SELECT_KEY "WHERE id = :id", table->plural);
      return;
    }

  /* Rare: the index is a third of the table. */
  sql->select_key = g_strdup_printf (SELECT_KEY "WHERE rowid = (SELECT rowid FROM %s INDEXED BY %s_%s WHERE id = :id)",
                                     table->plural, table->plural, table->plural, table->fields[table->owner].name);
  sql->select_key_within = g_strdup_printf (SELECT_KEY "WHERE \"%s\" = :owner AND id = :id",
                                            table->plural, table->fields[table->owner].name);
}

static DaybookTableSql *
make_table_sql (const DaybookTable *table)
{
  DaybookTableSql *sql = g_new0 (DaybookTableSql, 1);

  sql->select_row = make_select_row (table);
  make_key_sql (sql, table);
  if (table->owner >= 0)
    sql->select_owner = g_strdup_printf ("SELECT o.id FROM %s t JOIN %s o ON o.rowid = t.\"%s\" WHERE t.rowid = :row",
                                         table->plural, target_table (&table->fields[table->owner]),
                                         table->fields[table->owner].name);
  sql->select_last = g_strdup_printf ("SELECT max (rowid) FROM %s WHERE rowid BETWEEN ?1 AND ?2", table->plural);
  sql->select_id = g_strdup_printf ("SELECT id FROM %s WHERE rowid = :row", table->plural);
  sql->insert = make_insert (table, store_expression);
  sql->insert_keys = make_insert (table, store_as_is);
  sql->select_field = g_new0 (char *, table->n_fields);
  sql->update_field = g_new0 (char *, table->n_fields);
  for (guint i = 0; i < table->n_fields; i++)
    make_field_sql (sql, table, i);
  if (table->parted != 0)
    make_extra_sql (sql, table);

  return sql;
}

const DaybookTableSql *
daybook_table_sql (const DaybookTable *table)
{
  static GHashTable *all = NULL; /* made once, read by every thread, never freed */

  if (g_once_init_enter (&all))
    {
      GHashTable *made = g_hash_table_new (NULL, NULL);
      guint n_tables;
      const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

      for (guint i = 0; i < n_tables; i++)
        g_hash_table_insert (made, (gpointer) tables[i], make_table_sql (tables[i]));
      g_once_init_leave (&all, made);
    }

  return g_hash_table_lookup (all, daybook_table_base (table));
}

static void
set_not_found (const DaybookTable  *table,
               GError             **error)
{
  if (error != NULL && *error == NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                 /* Translators: %s is a kind of record: Order, Customer ... */
                 _("%s: there is no such record."), _(table->label));
}

/* From a statement that is select_row's. */
static DaybookRow *
read_row (DaybookStatement   *statement,
          const DaybookTable *table,
          gint64              rowid)
{
  guint n_base = daybook_table_base (table)->n_fields;
  DaybookRow *row = daybook_row_new (table);

  row->rowid = rowid;
  daybook_column_id (statement, 0, &row->id);
  for (guint i = 0; i < n_base; i++)
    row->values[i] = daybook_column_value (statement, FIRST_FIELD_COLUMN + (int) i);
  if (table->n_fields > n_base && table->parted != 0)
    daybook_extra_fill (row, daybook_column_text (statement, FIRST_FIELD_COLUMN + (int) n_base));
  return row;
}

DaybookRow *
daybook_row_load (DaybookDatabase     *db,
                  const DaybookTable  *table,
                  gint64               rowid,
                  GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, daybook_table_sql (table)->select_row, error);
  DaybookRow *row;
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":row", rowid);
  if (!daybook_statement_next (statement, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      else
        set_not_found (table, error);
      return NULL;
    }

  row = read_row (statement, table, rowid);
  if (table->base == NULL || table->parted != 0 || daybook_counted_fill (db, row, error))
    return row;

  daybook_row_unref (row);
  return NULL;
}

static gint64
read_key (DaybookStatement  *statement,
          gint64            *born,
          gboolean          *deleted,
          GError           **error)
{
  if (!daybook_statement_next (statement, error))
    return 0;

  if (born != NULL)
    *born = sqlite3_column_int64 (statement, 1);
  if (deleted != NULL)
    *deleted = sqlite3_column_int64 (statement, 2) != 0;
  return sqlite3_column_int64 (statement, 0);
}

gint64
daybook_row_key (DaybookDatabase     *db,
                 const DaybookTable  *table,
                 const DaybookId     *id,
                 gint64              *born,
                 gboolean            *deleted,
                 GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, daybook_table_sql (table)->select_key, error);

  if (statement == NULL)
    return 0;

  daybook_bind_id (statement, ":id", id);
  return read_key (statement, born, deleted, error);
}

gint64
daybook_row_key_within (DaybookDatabase     *db,
                        const DaybookTable  *table,
                        gint64               owner,
                        const DaybookId     *id,
                        gint64              *born,
                        gboolean            *deleted,
                        GError             **error)
{
  const DaybookTableSql *sql = daybook_table_sql (table);

  if (sql->select_key_within == NULL)
    return daybook_row_key (db, table, id, born, deleted, error);

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql->select_key_within, error);
  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":owner", owner);
  daybook_bind_id (statement, ":id", id);
  return read_key (statement, born, deleted, error);
}

/* The id that a statement gives of a row. */
static gboolean
read_id (DaybookDatabase     *db,
         const char          *sql,
         const DaybookTable  *table,
         gint64               rowid,
         DaybookId           *id,
         GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  if (daybook_statement_next (statement, &local))
    return daybook_column_id (statement, 0, id);

  if (local != NULL)
    g_propagate_error (error, local);
  else
    set_not_found (table, error);
  return FALSE;
}

gboolean
daybook_row_id (DaybookDatabase     *db,
                const DaybookTable  *table,
                gint64               rowid,
                DaybookId           *id,
                GError             **error)
{
  return read_id (db, daybook_table_sql (table)->select_id, table, rowid, id, error);
}

gboolean
daybook_row_owner (DaybookDatabase     *db,
                   const DaybookTable  *table,
                   gint64               rowid,
                   DaybookId           *owner,
                   GError             **error)
{
  return read_id (db, daybook_table_sql (table)->select_owner, table, rowid, owner, error);
}

#define SELECT_ACCOUNT \
  "SELECT account FROM handles WHERE customer = :customer AND deleted = 0 ORDER BY rowid LIMIT 1"

#define SELECT_CONTACT \
  "SELECT value, kind FROM contacts WHERE customer = :customer AND deleted = 0 ORDER BY rowid LIMIT 1"

/* The text of the one row, or NULL; `kind` may be NULL. */
static char *
read_other_name (DaybookDatabase    *db,
                 const char         *sql,
                 const DaybookRow   *customer,
                 DaybookContactKind *kind)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, NULL);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":customer", customer->rowid);
  if (!daybook_statement_next (statement, NULL))
    return NULL;

  if (kind != NULL)
    *kind = (DaybookContactKind) sqlite3_column_int (statement, 1);
  return g_strdup (daybook_column_text (statement, 0));
}

static char *
read_customer_name (DaybookDatabase  *db,
                    const DaybookRow *customer,
                    DaybookMask      *mask)
{
  char *name = read_other_name (db, SELECT_ACCOUNT, customer, NULL);
  DaybookContactKind kind = DAYBOOK_CONTACT_ADDRESS;

  *mask = DAYBOOK_MASK_ACCOUNT;
  if (name != NULL)
    return name;

  name = read_other_name (db, SELECT_CONTACT, customer, &kind);
  *mask = daybook_contact_mask (kind);
  return name != NULL ? name : g_strdup ("");
}

char *
daybook_row_read_title (DaybookDatabase  *db,
                        const DaybookRow *row,
                        DaybookMask      *mask)
{
  guint field = (guint) row->table->title;
  const char *title = daybook_row_text (row, field);

  if (*title == '\0' && row->table == &daybook_customers)
    return read_customer_name (db, row, mask);

  *mask = daybook_row_mask (row, field);
  return g_strdup (title);
}

char *
daybook_row_title (DaybookDatabase  *db,
                   const DaybookRow *row)
{
  DaybookMask mask;
  g_autofree char *title = daybook_row_read_title (db, row, &mask);

  return daybook_mask (mask, title);
}
