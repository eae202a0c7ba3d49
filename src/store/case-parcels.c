/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-parcels.h"

#include "core/case.h"
#include "core/parcel-number.h"
#include "store/case-row.h"
#include "store/registers.h"
#include "store/writer.h"

/* Of one that was merged into another that was merged … no more than so many are followed. */
#define MOST_MERGES 8

/* --- Keeping them ---------------------------------------------------------------------- */

static void
fold (sqlite3_context  *context,
      int               n_arguments,
      sqlite3_value   **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);
  char *number = text != NULL ? daybook_parcel_number (text) : NULL;

  if (number == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, number, -1, g_free);
}

gboolean
daybook_case_parcels_register (DaybookDatabase  *db,
                               GError          **error)
{
  int code = sqlite3_create_function_v2 (db->handle, "parcel_number", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                         NULL, fold, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  daybook_database_set_error (error, db->handle, code);
  return FALSE;
}

static gboolean
forget (DaybookDatabase  *db,
        gint64            of,
        const char       *field,
        GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "DELETE FROM case_parcels WHERE \"case\" = :case AND field = :field", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":case", of);
  daybook_bind_text (statement, ":field", field);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_case_parcels_note (DaybookDatabase     *db,
                           gint64               of,
                           const char          *field,
                           const DaybookValue  *value,
                           GError             **error)
{
  g_autofree char *number = value->type == DAYBOOK_VALUE_TEXT ? daybook_parcel_number (value->text) : NULL;
  g_autoptr(DaybookStatement) statement = NULL;

  if (number == NULL)
    return forget (db, of, field, error);

  statement = daybook_database_prepare (db,
    "INSERT INTO case_parcels (\"case\", field, number) VALUES (:case, :field, :number)"
    " ON CONFLICT (\"case\", field) DO UPDATE SET number = :number", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":case", of);
  daybook_bind_text (statement, ":field", field);
  daybook_bind_text (statement, ":number", number);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_case_parcels_note_all (DaybookDatabase     *db,
                               gint64               of,
                               const DaybookTable  *table,
                               const DaybookValue  *values,
                               GError             **error)
{
  for (guint i = daybook_table_base (table)->n_fields; i < table->n_fields; i++)
    if (values[i].type == DAYBOOK_VALUE_TEXT
        && !daybook_case_parcels_note (db, of, daybook_field_get_name (&table->fields[i]), &values[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
fill (DaybookDatabase  *db,
      GError          **error)
{
  return daybook_database_run (db, "DELETE FROM case_parcels", error)
         && daybook_database_run (db,
              "INSERT INTO case_parcels (\"case\", field, number)"
              " SELECT c.rowid, e.key, parcel_number (e.value)"
              " FROM cases c, json_each (c.extra) e"
              " WHERE e.type = 'text' AND parcel_number (e.value) IS NOT NULL", error);
}

static DaybookStep
run_rebuild (DaybookWriter  *writer,
             DaybookRequest *request,
             gpointer        data)
{
  DaybookDatabase *db = daybook_writer_database (writer);

  if (daybook_database_run (db, "BEGIN IMMEDIATE", &request->error)
      && !(fill (db, &request->error) && daybook_database_run (db, "COMMIT", &request->error)))
    daybook_database_run (db, "ROLLBACK", NULL);
  return DAYBOOK_STEP_DONE;
}

gboolean
daybook_case_parcels_rebuild (DaybookStore  *store,
                              GError       **error)
{
  GError *local = NULL;
  g_autoptr(DaybookOutcome) outcome =
    daybook_writer_run (daybook_store_get_writer (store),
                        daybook_request_new (run_rebuild, NULL, NULL, DAYBOOK_PRIORITY_LONG, NULL), &local);

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- Finding ------------------------------------------------------------------------------ */

/* The case itself, or the one that it was merged into. (transfer full) */
static DaybookRow *
follow_merges (DaybookDatabase  *db,
               DaybookRow       *row,
               GError          **error)
{
  for (guint i = 0; row != NULL && i < MOST_MERGES && daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO); i++)
    {
      g_autoptr(DaybookRow) merged = row;
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT merged_into FROM cases WHERE rowid = :row", error);

      if (statement == NULL)
        return NULL;
      daybook_bind_int (statement, ":row", merged->rowid);
      row = daybook_statement_next (statement, error)
              ? daybook_row_load_whole (db, &daybook_cases, sqlite3_column_int64 (statement, 0), error) : NULL;
    }
  return row;
}

/* The register's key is the part of the table; a text that looks like a number may be another one. */
static gboolean
is_parcel (DaybookDatabase  *db,
           const DaybookRow *row,
           const char       *field)
{
  DaybookRegister *definition = daybook_register_in_force (db, daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  const DaybookRegisterField *own = definition != NULL ? daybook_register_find_field (definition, field) : NULL;

  return own != NULL && own->input == DAYBOOK_INPUT_PARCEL;
}

static gboolean
add_case (DaybookDatabase  *db,
          gint64            rowid,
          const char       *field,
          GPtrArray        *rows,
          GError          **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load_whole (db, &daybook_cases, rowid, error);

  if (row == NULL || !is_parcel (db, row, field))
    return row != NULL;

  row = follow_merges (db, g_steal_pointer (&row), error);
  if (row != NULL && daybook_row_int (row, DAYBOOK_CASE_DELETED) == 0 && !daybook_rows_hold (rows, row))
    g_ptr_array_add (rows, daybook_row_ref (row));
  return row != NULL;
}

GPtrArray *
daybook_case_parcels_find (DaybookDatabase  *db,
                           const char       *number,
                           guint             limit,
                           GError          **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT p.\"case\", p.field"
    " FROM case_parcels p"
    " JOIN cases c ON c.rowid = p.\"case\""
    " WHERE p.number = :number AND c.deleted = 0"
    " ORDER BY c.closed_at IS NOT NULL, c.rowid DESC"
    " LIMIT :limit", error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_text (statement, ":number", number);
  daybook_bind_int (statement, ":limit", limit);
  while (local == NULL && daybook_statement_next (statement, &local))
    add_case (db, sqlite3_column_int64 (statement, 0), daybook_column_text (statement, 1), rows, &local);
  if (local == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, local);
  return NULL;
}

GPtrArray *
daybook_case_parcel_numbers (const DaybookRow *row)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = daybook_table_base (row->table)->n_fields; i < row->table->n_fields; i++)
    {
      const DaybookField *field = &row->table->fields[i];
      char *number = (field->flags & DAYBOOK_FIELD_NUMBER) != 0 ? daybook_parcel_number (daybook_row_text (row, i)) : NULL;

      if (number != NULL)
        g_ptr_array_add (numbers, number);
    }
  return numbers;
}
