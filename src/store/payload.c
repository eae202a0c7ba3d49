/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/payload.h"

#include "core/json.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

JsonNode *
daybook_payload_value_to_json (const DaybookValue *value)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  char text[DAYBOOK_ID_STRING_SIZE];

  switch (value->type)
    {
    case DAYBOOK_VALUE_INT:
      json_node_set_int (node, value->number);
      return node;
    case DAYBOOK_VALUE_TEXT:
      json_node_set_string (node, value->text);
      return node;
    case DAYBOOK_VALUE_ID:
      {
        JsonObject *object = json_object_new ();

        daybook_id_print (&value->id, text);
        json_object_set_string_member (object, "id", text);
        json_node_init_object (node, object);
        json_object_unref (object);
        return node;
      }
    case DAYBOOK_VALUE_NONE:
    default:
      return json_node_init_null (node);
    }
}

static gboolean
read_reference (JsonNode      *node,
                DaybookValue  *value)
{
  JsonObject *object = json_node_get_object (node);
  DaybookId id;

  if (!daybook_id_parse (json_object_get_string_member_with_default (object, "id", NULL), &id))
    return FALSE;

  *value = daybook_value_id (&id);
  return TRUE;
}

gboolean
daybook_payload_value_from_json (JsonNode      *node,
                                 DaybookValue  *value,
                                 GError       **error)
{
  *value = (DaybookValue) DAYBOOK_VALUE_INIT;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node) && read_reference (node, value))
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    *value = daybook_value_int (json_node_get_int (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    *value = daybook_value_text (json_node_get_string (node));
  else
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("An operation holds a value of an unknown type."));
      return FALSE;
    }

  return TRUE;
}

/* What a definition has given the row; its values stand there as they do in operations. */
static gboolean
add_extra (DaybookDatabase     *db,
           JsonObject          *fields,
           const DaybookTable  *table,
           gint64               rowid,
           GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT extra FROM %s WHERE rowid = :row", table->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", rowid);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  g_autoptr(JsonNode) root = daybook_json_read (daybook_column_text (statement, 0), -1, error);
  if (root == NULL)
    return FALSE;

  g_autoptr(GList) members = json_object_get_members (json_node_get_object (root));
  for (GList *member = members; member != NULL; member = member->next)
    {
      g_autofree char *name = g_strconcat (DAYBOOK_EXTRA_PREFIX, member->data, NULL);

      json_object_set_member (fields, name, json_object_dup_member (json_node_get_object (root), member->data));
    }
  return TRUE;
}

/* A row as it is now: nobody has changed it since, for this is its own transaction. */
static gboolean
add_row (DaybookDatabase     *db,
         JsonArray           *rows,
         const DaybookTable  *table,
         gint64               rowid,
         GError             **error)
{
  g_autoptr(DaybookRow) row = daybook_row_load (db, table, rowid, error);
  char id[DAYBOOK_ID_STRING_SIZE];

  if (row == NULL)
    return FALSE;

  JsonObject *object = json_object_new ();
  JsonObject *fields = json_object_new ();

  for (guint i = 0; i < table->n_fields; i++)
    if (row->values[i].type != DAYBOOK_VALUE_NONE)
      json_object_set_member (fields, table->fields[i].name, daybook_payload_value_to_json (&row->values[i]));

  if (table->parted != 0 && !add_extra (db, fields, table, rowid, error))
    {
      json_object_unref (fields);
      json_object_unref (object);
      return FALSE;
    }

  daybook_id_print (&row->id, id);
  json_object_set_string_member (object, "t", table->kind);
  json_object_set_string_member (object, "id", id);
  json_object_set_object_member (object, "f", fields);
  json_array_add_object_element (rows, object);
  return TRUE;
}

static gboolean
add_parts (DaybookDatabase     *db,
           JsonArray           *rows,
           const DaybookTable  *part,
           gint64               owner,
           gint64               op,
           GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE \"%s\" = :owner AND born = :op ORDER BY rowid",
                                          part->plural, part->fields[part->owner].name);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":owner", owner);
  daybook_bind_int (statement, ":op", op);
  while (daybook_statement_next (statement, &local))
    if (!add_row (db, rows, part, sqlite3_column_int64 (statement, 0), error))
      return FALSE;

  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
add_all_parts (DaybookDatabase     *db,
               JsonArray           *rows,
               const DaybookTable  *owner,
               gint64               rowid,
               gint64               op,
               GError             **error)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      const DaybookTable *part = tables[i];

      if (part->owner >= 0
          && daybook_registry_find (part->fields[part->owner].ref) == owner
          && !add_parts (db, rows, part, rowid, op, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
daybook_payload_write (DaybookDatabase     *db,
                       const DaybookTable  *table,
                       gint64               rowid,
                       gint64               op,
                       GError             **error)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *rows = json_array_new ();

  json_node_take_array (root, rows);
  if (!add_row (db, rows, table, rowid, error) || !add_all_parts (db, rows, table, rowid, op, error))
    return FALSE;

  g_autofree char *text = json_to_string (root, FALSE);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "UPDATE ops SET value = :value WHERE n = :n", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":value", text);
  daybook_bind_int (statement, ":n", op);
  return daybook_statement_run (statement, error);
}
