/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/spot.h"

#include "store/case-parcels.h"
#include "store/due-touched.h"
#include "store/row-extra.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

#define SECONDS_PER_DAY 86400

void
daybook_standing_clear (DaybookStanding *standing)
{
  daybook_value_clear (&standing->value);
  standing->op = 0;
}

DaybookValue
daybook_value_as_stored (const DaybookField *field,
                         const DaybookValue *value)
{
  if (value->type == DAYBOOK_VALUE_NONE
      && (field->type == DAYBOOK_TYPE_ENUM || field->type == DAYBOOK_TYPE_BOOL))
    return daybook_value_int (0);

  return *value;
}

static gboolean
is_extra (const DaybookSpot *spot)
{
  return spot->field >= daybook_table_base (spot->table)->n_fields;
}

/* The statement `sql` with the spot bound to it. */
static DaybookStatement *
prepare (DaybookDatabase    *db,
         const DaybookSpot  *spot,
         const char         *sql,
         GError            **error)
{
  DaybookStatement *statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":tbl", spot->table->kind);
  daybook_bind_int (statement, ":row", spot->row);
  daybook_bind_text (statement, ":field", spot->table->fields[spot->field].name);
  return statement;
}

/* --- What is visible ---------------------------------------------------- */

static gboolean
read_value (DaybookDatabase    *db,
            const DaybookSpot  *spot,
            DaybookStanding    *standing,
            GError            **error)
{
  if (is_extra (spot))
    return daybook_extra_read (db, spot, standing, error);

  const char *sql = daybook_table_sql (spot->table)->select_field[spot->field];
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", spot->row);
  if (daybook_statement_next (statement, &local))
    {
      *standing = (DaybookStanding) { daybook_column_value (statement, 0), sqlite3_column_int64 (statement, 1) };
      return TRUE;
    }

  if (local != NULL)
    g_propagate_error (error, local);
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("%s: there is no such record."), _(spot->table->label));
  return FALSE;
}

gboolean
daybook_spot_read (DaybookDatabase    *db,
                   const DaybookSpot  *spot,
                   DaybookStanding    *standing,
                   GError            **error)
{
  g_autoptr(DaybookStatement) statement = prepare (db, spot,
    "SELECT op FROM field_ops WHERE tbl = :tbl AND row = :row AND field = :field", error);
  g_auto(DaybookStanding) read = DAYBOOK_STANDING_INIT;
  GError *local = NULL;

  if (statement == NULL || !read_value (db, spot, &read, error))
    return FALSE;
  if (daybook_statement_next (statement, &local))
    read.op = sqlite3_column_int64 (statement, 0);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  *standing = read;
  read = (DaybookStanding) DAYBOOK_STANDING_INIT;
  return TRUE;
}

gboolean
daybook_spot_write_value (DaybookDatabase     *db,
                          const DaybookSpot   *spot,
                          const DaybookValue  *value,
                          GError             **error)
{
  if (!daybook_due_touch (db, spot->table, spot->row, (int) spot->field, error))
    return FALSE;
  if (is_extra (spot))
    return daybook_extra_write (db, spot, value, error)
           && daybook_case_parcels_note (db, spot->row, daybook_field_get_name (&spot->table->fields[spot->field]), value, error);

  const char *sql = daybook_table_sql (spot->table)->update_field[spot->field];
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", spot->row);
  daybook_bind_value (statement, ":value", value);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_spot_write_op (DaybookDatabase    *db,
                       const DaybookSpot  *spot,
                       gint64              op,
                       GError            **error)
{
  g_autoptr(DaybookStatement) statement = prepare (db, spot,
    "INSERT INTO field_ops (tbl, row, field, op) VALUES (:tbl, :row, :field, :op)"
    " ON CONFLICT (tbl, row, field) DO UPDATE SET op = :op", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":op", op);
  return daybook_statement_run (statement, error);
}

/* --- What is confirmed -------------------------------------------------- */

gboolean
daybook_spot_read_shadow (DaybookDatabase    *db,
                          const DaybookSpot  *spot,
                          DaybookStanding    *standing,
                          GError            **error)
{
  g_autoptr(DaybookStatement) statement = prepare (db, spot,
    "SELECT value, op FROM shadows WHERE tbl = :tbl AND row = :row AND field = :field", error);

  if (statement == NULL || !daybook_statement_next (statement, error))
    return FALSE;

  *standing = (DaybookStanding) { daybook_column_value (statement, 0), sqlite3_column_int64 (statement, 1) };
  return TRUE;
}

gboolean
daybook_spot_write_shadow (DaybookDatabase        *db,
                           const DaybookSpot      *spot,
                           const DaybookStanding  *standing,
                           DaybookShadowMode       mode,
                           GError                **error)
{
  const char *sql = mode == DAYBOOK_SHADOW_KEEP
    ? "INSERT INTO shadows (tbl, row, field, value, op) VALUES (:tbl, :row, :field, :value, :op)"
      " ON CONFLICT (tbl, row, field) DO NOTHING"
    : "INSERT INTO shadows (tbl, row, field, value, op) VALUES (:tbl, :row, :field, :value, :op)"
      " ON CONFLICT (tbl, row, field) DO UPDATE SET value = :value, op = :op";
  g_autoptr(DaybookStatement) statement = prepare (db, spot, sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_value (statement, ":value", &standing->value);
  daybook_bind_int (statement, ":op", standing->op);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_spot_drop_shadow (DaybookDatabase    *db,
                          const DaybookSpot  *spot,
                          GError            **error)
{
  g_autoptr(DaybookStatement) statement = prepare (db, spot,
    "DELETE FROM shadows WHERE tbl = :tbl AND row = :row AND field = :field", error);

  return statement != NULL && daybook_statement_run (statement, error);
}

/* --- Rows --------------------------------------------------------------- */

/* The next key of the row's day; 0 lets SQLite choose, -1 is an error. */
static gint64
choose_key (DaybookDatabase     *db,
            const DaybookTable  *table,
            const DaybookValue  *values,
            GError             **error)
{
  if (table->dated < 0)
    return 0;

  const DaybookValue *date = &values[table->dated];
  gint64 day = date->type == DAYBOOK_VALUE_INT ? MAX (0, date->number / SECONDS_PER_DAY) : 0;
  gint64 first = day << DAYBOOK_KEY_DAY_SHIFT;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, daybook_table_sql (table)->select_last, error);
  if (statement == NULL)
    return -1;

  sqlite3_bind_int64 (statement, 1, first);
  sqlite3_bind_int64 (statement, 2, first + (1 << DAYBOOK_KEY_DAY_SHIFT) - 1);
  if (!daybook_statement_next (statement, error))
    return -1;

  return MAX (first, sqlite3_column_int64 (statement, 0)) + 1;
}

/* What an import gives: to ask SQL whether a value is an id costs as much as to
 * store it. */
static gboolean
are_keys (const DaybookTable *table,
          const DaybookValue *values)
{
  for (guint i = 0; i < daybook_table_base (table)->n_fields; i++)
    if (values[i].type == DAYBOOK_VALUE_ID)
      return FALSE;

  return TRUE;
}

gint64
daybook_row_insert (DaybookDatabase     *db,
                    const DaybookTable  *table,
                    const DaybookId     *id,
                    gint64               born,
                    const DaybookValue  *values,
                    GError             **error)
{
  gint64 key = choose_key (db, table, values, error);
  guint n_base = daybook_table_base (table)->n_fields;
  const DaybookTableSql *sql = daybook_table_sql (table);
  g_autofree char *extra = sql->select_extra != NULL ? daybook_extra_print (table, values) : NULL;
  g_autoptr(DaybookStatement) statement = key < 0 ? NULL
    : daybook_database_prepare (db, are_keys (table, values) ? sql->insert_keys : sql->insert, error);

  if (statement == NULL)
    return 0;

  if (key != 0)
    sqlite3_bind_int64 (statement, 1, key);
  sqlite3_bind_blob (statement, 2, id->bytes, sizeof id->bytes, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, born);
  for (guint i = 0; i < n_base; i++)
    if (values[i].type != DAYBOOK_VALUE_NONE)
      daybook_bind_value_at (statement, (int) i + 4, &values[i]);
    else if (table->fields[i].type == DAYBOOK_TYPE_ENUM || table->fields[i].type == DAYBOOK_TYPE_BOOL)
      sqlite3_bind_int64 (statement, (int) i + 4, 0);
  if (extra != NULL)
    sqlite3_bind_text (statement, (int) n_base + 4, extra, -1, SQLITE_STATIC);

  if (!daybook_statement_run (statement, error))
    return 0;
  key = sqlite3_last_insert_rowid (db->handle);
  if (!daybook_due_touch_born (db, table, key, values, error))
    return 0;
  return extra == NULL || daybook_case_parcels_note_all (db, key, table, values, error) ? key : 0;
}
