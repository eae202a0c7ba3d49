/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/erase-fields.h"

#include "store/erased.h"
#include "store/registers.h"

#define MAKE_TABLE \
  "CREATE TABLE IF NOT EXISTS temp.gone_fields (\"case\", field, PRIMARY KEY (\"case\", field)) WITHOUT ROWID; DELETE FROM temp.gone_fields"

/* What they say, and what the history has of it. */
#define OF_HISTORY(column) \
  "SELECT c.rowid, c.register, substr (o.field, 7), o." column " FROM ops o JOIN cases c ON c.rowid = o.row" \
  " WHERE o.tbl = 'case' AND o.kind = 1 AND o.row IN " DAYBOOK_GONE_CASES " AND o.field GLOB '" DAYBOOK_EXTRA_PREFIX "*'" \
  " AND typeof (o." column ") = 'text'"
#define FIND_TEXTS \
  "SELECT c.rowid, c.register, e.key, e.value FROM cases c, json_each (c.extra) e" \
  " WHERE c.rowid IN " DAYBOOK_GONE_CASES " AND e.type = 'text'" \
  " UNION " OF_HISTORY ("value") " UNION " OF_HISTORY ("old")

const DaybookField *
daybook_erase_fields_find (DaybookDatabase *db,
                           const char      *key,
                           const char      *name)
{
  DaybookRegister *definition = daybook_register_in_force (db, key);
  const DaybookTable *table = definition != NULL ? daybook_register_get_table (definition) : NULL;
  g_autofree char *full = g_strconcat (DAYBOOK_EXTRA_PREFIX, name, NULL);
  int field = table != NULL ? daybook_table_field (table, full) : -1;

  return field >= 0 ? &table->fields[field] : NULL;
}

static gboolean
keep_name (DaybookDatabase  *db,
           gint64            of,
           const char       *name,
           GError          **error)
{
  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (db, "INSERT OR IGNORE INTO temp.gone_fields VALUES (:case, :field)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":case", of);
  daybook_bind_text (statement, ":field", name);
  return daybook_statement_run (statement, error);
}

/* Of a field that nobody knows any more nobody knows that it is harmless. */
static gboolean
note_field (DaybookErasePlan  *plan,
            DaybookDatabase   *db,
            DaybookStatement  *found,
            GError           **error)
{
  g_autofree char *key = g_strdup (daybook_column_text (found, 1));
  g_autofree char *name = g_strdup (daybook_column_text (found, 2));
  const DaybookField *field = daybook_erase_fields_find (db, key, name);

  if (field != NULL && !daybook_erased_is_personal (field))
    return TRUE;
  if (field != NULL)
    daybook_erase_plan_note (plan, field->mask, daybook_column_text (found, 3));
  return keep_name (db, sqlite3_column_int64 (found, 0), name, error);
}

gboolean
daybook_erase_fields_look (DaybookErasePlan  *plan,
                           DaybookDatabase   *db,
                           GError           **error)
{
  g_autoptr(DaybookStatement) statement = NULL;
  GError *local = NULL;

  if (!daybook_database_run (db, MAKE_TABLE, error))
    return FALSE;
  if (!daybook_erase_has_column (db, "cases", "extra"))
    return TRUE;

  statement = daybook_database_prepare (db, FIND_TEXTS, error);
  while (statement != NULL && daybook_statement_next (statement, &local) && note_field (plan, db, statement, &local))
    continue;
  if (local == NULL)
    return statement != NULL;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- Clearing ----------------------------------------------------------------------- */

#define THESE "IN (SELECT \"case\", '" DAYBOOK_EXTRA_PREFIX "' || field FROM temp.gone_fields)"
#define CLEAR \
  "UPDATE ops SET value = NULL, old = NULL WHERE tbl = 'case' AND kind = 1 AND row IN " DAYBOOK_GONE_CASES " AND (row, field) " THESE ";" \
  "DELETE FROM shadows WHERE tbl = 'case' AND (row, field) " THESE ";" \
  "DELETE FROM conflicts WHERE tbl = 'case' AND (row, field) " THESE ";" \
  "UPDATE cases SET extra = (SELECT json_group_object (e.key, CASE e.type WHEN 'object' THEN json (e.value) ELSE e.value END)" \
  " FROM json_each (cases.extra) e WHERE (cases.rowid, e.key) NOT IN (SELECT \"case\", field FROM temp.gone_fields))" \
  " WHERE rowid IN (SELECT \"case\" FROM temp.gone_fields);"

/* Whatever looks like a number is there once more, for boxes that come back (store/case-parcels.h). */
#define CLEAR_NUMBERS "DELETE FROM case_parcels WHERE (\"case\", field) IN (SELECT \"case\", field FROM temp.gone_fields)"

gboolean
daybook_erase_fields_clear (DaybookDatabase  *db,
                            GError          **error)
{
  return daybook_erase_run_if (db, "cases", "extra", CLEAR, error)
         && daybook_erase_run_if (db, "case_parcels", "field", CLEAR_NUMBERS, error);
}
