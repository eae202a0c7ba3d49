/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-extra.h"

#include "core/intern.h"
#include "core/json.h"
#include "store/payload.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

/* --- Whole rows --------------------------------------------------------------- */

char *
daybook_extra_print (const DaybookTable *table,
                     const DaybookValue *values)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (root, object);
  for (guint i = daybook_table_base (table)->n_fields; i < table->n_fields; i++)
    if (values[i].type != DAYBOOK_VALUE_NONE)
      json_object_set_member (object, daybook_field_get_name (&table->fields[i]), daybook_payload_value_to_json (&values[i]));

  return json_to_string (root, FALSE);
}

/* The book is ours, but what a newer Daybook has put into it may be of a kind that this one
 * does not know: it counts as nothing. */
void
daybook_extra_fill (DaybookRow *row,
                    const char *json)
{
  const DaybookTable *table = row->table;
  g_autoptr(JsonNode) root = daybook_json_read (json, -1, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  for (guint i = daybook_table_base (table)->n_fields; i < table->n_fields; i++)
    {
      JsonNode *node = object != NULL ? json_object_get_member (object, daybook_field_get_name (&table->fields[i])) : NULL;

      if (node != NULL)
        daybook_payload_value_from_json (node, &row->values[i], NULL);
      if (row->values[i].type == DAYBOOK_VALUE_NONE)
        row->values[i] = daybook_value_as_stored (&table->fields[i], &row->values[i]);
    }
}

/* --- One field ------------------------------------------------------------------ */

static char *
path_of (const DaybookSpot *spot,
         const char        *member)
{
  return g_strconcat ("$.", daybook_field_get_name (&spot->table->fields[spot->field]), member, NULL);
}

/* As the three columns of select_extra give it: JSON type, value, id. */
static DaybookValue
column_value (DaybookStatement *statement)
{
  DaybookId id;

  if (g_str_equal (daybook_column_text (statement, 0), "object"))
    return daybook_id_parse (daybook_column_text (statement, 2), &id) ? daybook_value_id (&id)
                                                                     : (DaybookValue) DAYBOOK_VALUE_INIT;

  return daybook_column_value (statement, 1);
}

gboolean
daybook_extra_read (DaybookDatabase    *db,
                    const DaybookSpot  *spot,
                    DaybookStanding    *standing,
                    GError            **error)
{
  g_autofree char *path = path_of (spot, "");
  g_autofree char *id_path = path_of (spot, ".id");
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, daybook_table_sql (spot->table)->select_extra, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":path", path);
  daybook_bind_text (statement, ":id_path", id_path);
  daybook_bind_int (statement, ":row", spot->row);
  if (daybook_statement_next (statement, &local))
    {
      DaybookValue value = column_value (statement);

      *standing = (DaybookStanding) { daybook_value_as_stored (&spot->table->fields[spot->field], &value),
                                      sqlite3_column_int64 (statement, 3) };
      return TRUE;
    }

  if (local != NULL)
    g_propagate_error (error, local);
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("%s: there is no such record."), _(spot->table->label));
  return FALSE;
}

GPtrArray *
daybook_extra_names (DaybookDatabase     *db,
                     const DaybookTable  *table,
                     gint64               row,
                     GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT e.key FROM %s t, json_each (t.extra) e WHERE t.rowid = :row", table->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":row", row);
  while (daybook_statement_next (statement, &local))
    g_ptr_array_add (names, g_strconcat (DAYBOOK_EXTRA_PREFIX, daybook_column_text (statement, 0), NULL));
  if (local == NULL)
    return g_steal_pointer (&names);

  g_propagate_error (error, local);
  return NULL;
}

static const char *
statement_for (const DaybookTable *table,
               const DaybookValue *value)
{
  const DaybookTableSql *sql = daybook_table_sql (table);

  if (value->type == DAYBOOK_VALUE_NONE)
    return sql->remove_extra;

  return value->type == DAYBOOK_VALUE_ID ? sql->update_extra_id : sql->update_extra;
}

gboolean
daybook_extra_write (DaybookDatabase     *db,
                     const DaybookSpot   *spot,
                     const DaybookValue  *value,
                     GError             **error)
{
  g_autofree char *path = path_of (spot, "");
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, statement_for (spot->table, value), error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":path", path);
  daybook_bind_int (statement, ":row", spot->row);
  if (value->type == DAYBOOK_VALUE_ID)
    daybook_bind_id_text (statement, ":value", &value->id);
  else if (value->type != DAYBOOK_VALUE_NONE)
    daybook_bind_value (statement, ":value", value);
  return daybook_statement_run (statement, error);
}

const char *
daybook_extra_expression (const DaybookField *field)
{
  const char *name = daybook_field_get_name (field);
  g_autofree char *text = field->type == DAYBOOK_TYPE_REF ? g_strdup_printf ("json_extract (t.extra, '$.%s.id')", name)
    : field->type == DAYBOOK_TYPE_ENUM || field->type == DAYBOOK_TYPE_BOOL
    ? g_strdup_printf ("ifnull (json_extract (t.extra, '$.%s'), 0)", name)
    : g_strdup_printf ("json_extract (t.extra, '$.%s')", name);

  return daybook_intern (text);
}
