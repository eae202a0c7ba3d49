/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/operation.h"

#include "core/json.h"
#include "store/payload.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
set_format (GError **error)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                       _("An operation of another laptop cannot be read. Install the same version of Daybook on all laptops."));
  return FALSE;
}

/* --- Reading ------------------------------------------------------------ */

static void
clear_cell (gpointer data)
{
  daybook_value_clear (&((DaybookOpCell *) data)->value);
}

static void
clear_row (gpointer data)
{
  g_array_unref (((DaybookOpRow *) data)->cells);
}

static DaybookOperation *
make_operation (void)
{
  DaybookOperation *self = g_new0 (DaybookOperation, 1);

  self->rows = g_array_new (FALSE, TRUE, sizeof (DaybookOpRow));
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

void
daybook_operation_free (DaybookOperation *self)
{
  g_array_unref (self->rows);
  daybook_value_clear (&self->old);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

guint
daybook_operation_count (const DaybookOperation *self)
{
  guint count = 0;

  for (guint i = 0; i < self->rows->len; i++)
    count += g_array_index (self->rows, DaybookOpRow, i).cells->len;

  return count;
}

/* A text member; NULL when it is missing or something else. */
static const char *
text_of (JsonObject *object,
         const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static gint64
number_of (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
         ? json_node_get_int (node) : 0;
}

static JsonObject *
object_of (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* A missing id is the null id; FALSE for text that is none. */
static gboolean
parse_id (JsonObject *object,
          const char *member,
          DaybookId  *id)
{
  const char *text = text_of (object, member);

  return text == NULL || daybook_id_parse (text, id);
}

static gboolean
parse_name (JsonObject    *object,
            const char    *member,
            DaybookOpName *name)
{
  const char *text = text_of (object, member);
  const char *colon = text != NULL ? strchr (text, ':') : NULL;
  g_autofree char *device = colon != NULL ? g_strndup (text, colon - text) : NULL;

  return daybook_id_parse (device, &name->device)
         && g_ascii_string_to_signed (colon + 1, 10, 1, G_MAXINT64, &name->n, NULL);
}

static gboolean
parse_act (DaybookOperation *self,
           JsonObject       *act)
{
  if (act == NULL
      || !parse_id (act, "id", &self->act)
      || !parse_id (act, "agent", &self->agent)
      || !parse_id (act, "of", &self->of_act))
    return FALSE;

  self->hlc = number_of (act, "hlc");
  self->act_kind = (DaybookActKind) number_of (act, "kind");
  self->as_of = number_of (act, "as_of");
  self->title = text_of (act, "title");
  return self->title != NULL && self->hlc > 0 && !daybook_id_is_null (&self->act);
}

static gboolean
parse_cells (DaybookOpRow *row,
             JsonObject   *fields)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      DaybookOpCell cell = { .field = name };

      if (!daybook_payload_value_from_json (node, &cell.value, NULL))
        return FALSE;
      g_array_append_val (row->cells, cell);
    }

  return TRUE;
}

static gboolean
parse_row (DaybookOperation *self,
           JsonNode         *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *fields = object != NULL ? object_of (object, "f") : NULL;
  DaybookOpRow row = { .kind = object != NULL ? text_of (object, "t") : NULL };

  if (row.kind == NULL || fields == NULL || !parse_id (object, "id", &row.id) || !parse_id (object, "of", &row.owner)
      || daybook_id_is_null (&row.id))
    return FALSE;

  row.cells = g_array_new (FALSE, TRUE, sizeof (DaybookOpCell));
  g_array_set_clear_func (row.cells, clear_cell);
  gboolean parsed = parse_cells (&row, fields);
  g_array_append_val (self->rows, row);
  return parsed;
}

static gboolean
parse_rows (DaybookOperation *self,
            JsonObject       *root)
{
  JsonNode *node = json_object_get_member (root, "rows");
  JsonArray *rows = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    if (!parse_row (self, json_array_get_element (rows, i)))
      return FALSE;

  return self->rows->len > 0;
}

/* What a set has and a create has not. */
static gboolean
parse_kind (DaybookOperation *self,
            JsonObject       *root)
{
  const char *kind = text_of (root, "kind");
  JsonNode *old = json_object_get_member (root, "old");

  if (g_strcmp0 (kind, "create") == 0)
    {
      self->kind = DAYBOOK_CHANGE_CREATE;
      return TRUE;
    }

  self->kind = DAYBOOK_CHANGE_SET;
  return g_strcmp0 (kind, "set") == 0
         && self->rows->len == 1
         && daybook_operation_count (self) == 1
         && old != NULL
         && daybook_payload_value_from_json (old, &self->old, NULL)
         && parse_name (root, "base", &self->base);
}

DaybookOperation *
daybook_operation_parse (const char  *line,
                         GError     **error)
{
  g_autoptr(DaybookOperation) self = make_operation ();

  if (strlen (line) <= DAYBOOK_OPERATION_MAX)
    self->root = daybook_json_read (line, -1, NULL);
  if (self->root == NULL || !JSON_NODE_HOLDS_OBJECT (self->root))
    {
      set_format (error);
      return NULL;
    }

  JsonObject *root = json_node_get_object (self->root);
  self->laptop = text_of (root, "laptop");
  if (self->laptop == NULL
      || !parse_name (root, "op", &self->name)
      || !parse_act (self, object_of (root, "act"))
      || !parse_rows (self, root)
      || !parse_kind (self, root))
    {
      set_format (error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* --- Writing ------------------------------------------------------------ */

/* Columns of SELECT_SQL. */
enum
{
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_TABLE,
  COLUMN_ROW,
  COLUMN_FIELD,
  COLUMN_VALUE,
  COLUMN_OLD,
  COLUMN_BASE,
  COLUMN_BASE_DEVICE,
  COLUMN_ACT,
  COLUMN_AGENT,
  COLUMN_HLC,
  COLUMN_ACT_KIND,
  COLUMN_OF_ACT,
  COLUMN_AS_OF,
  COLUMN_TITLE,
};

/* Own operations; a base may be another laptop's. */
static const char SELECT_SQL[] =
  "SELECT o.n, o.kind, o.tbl, o.row, o.field, o.value, o.old,"
  " ifnull (b.origin, b.n), bd.id,"
  " a.id, a.agent, a.hlc, a.kind, u.id, a.as_of, a.title"
  " FROM ops o"
  " JOIN acts a ON a.key = o.act"
  " LEFT JOIN acts u ON u.key = a.of_act"
  " LEFT JOIN ops b ON b.n = o.base"
  " LEFT JOIN acts ba ON ba.key = b.act"
  " LEFT JOIN devices bd ON bd.key = ba.device"
  " WHERE o.n > max (0, :after)"
  " ORDER BY o.n";

typedef struct
{
  DaybookDatabase  *db;
  DaybookStatement *statement;
  DaybookId         device;
  char              letter[8];
} Printer;

static void
add_id (Printer    *self,
        JsonObject *object,
        const char *member,
        int         column)
{
  char text[DAYBOOK_ID_STRING_SIZE];
  DaybookId id;

  if (!daybook_column_id (self->statement, column, &id))
    return;

  daybook_id_print (&id, text);
  json_object_set_string_member (object, member, text);
}

static void
add_name (JsonObject      *object,
          const char      *member,
          const DaybookId *device,
          gint64           n)
{
  g_autofree char *id = daybook_id_to_string (device);
  g_autofree char *name = g_strdup_printf ("%s:%" G_GINT64_FORMAT, id, n);

  json_object_set_string_member (object, member, name);
}

static void
add_act (Printer    *self,
         JsonObject *root)
{
  JsonObject *act = json_object_new ();

  add_id (self, act, "id", COLUMN_ACT);
  add_id (self, act, "agent", COLUMN_AGENT);
  json_object_set_int_member (act, "hlc", sqlite3_column_int64 (self->statement, COLUMN_HLC));
  json_object_set_int_member (act, "kind", sqlite3_column_int64 (self->statement, COLUMN_ACT_KIND));
  add_id (self, act, "of", COLUMN_OF_ACT);
  if (sqlite3_column_type (self->statement, COLUMN_AS_OF) != SQLITE_NULL)
    json_object_set_int_member (act, "as_of", sqlite3_column_int64 (self->statement, COLUMN_AS_OF));
  json_object_set_string_member (act, "title", daybook_column_text (self->statement, COLUMN_TITLE));
  json_object_set_object_member (root, "act", act);
}

static gboolean
add_created_rows (Printer     *self,
                  JsonObject  *root,
                  GError     **error)
{
  JsonNode *rows = daybook_json_read (daybook_column_text (self->statement, COLUMN_VALUE), -1, NULL);

  json_object_set_string_member (root, "kind", "create");
  if (rows != NULL)
    {
      json_object_set_member (root, "rows", rows);
      return TRUE;
    }

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT,
                       _("What was added on this laptop and not sent yet is damaged. Restore the last backup."));
  return FALSE;
}

static void
add_value (Printer    *self,
           JsonObject *object,
           const char *member,
           int         column)
{
  g_auto(DaybookValue) value = daybook_column_value (self->statement, column);

  json_object_set_member (object, member, daybook_payload_value_to_json (&value));
}

/* Names the row that the operation is about. */
static gboolean
add_row_name (Printer     *self,
              JsonObject  *row,
              GError     **error)
{
  const DaybookTable *table = daybook_registry_find (daybook_column_text (self->statement, COLUMN_TABLE));
  gint64 rowid = sqlite3_column_int64 (self->statement, COLUMN_ROW);
  char text[DAYBOOK_ID_STRING_SIZE];
  DaybookId id;

  if (!daybook_row_id (self->db, table, rowid, &id, error))
    return FALSE;
  daybook_id_print (&id, text);
  json_object_set_string_member (row, "t", table->kind);
  json_object_set_string_member (row, "id", text);
  if (!table->within)
    return TRUE;

  if (!daybook_row_owner (self->db, table, rowid, &id, error))
    return FALSE;
  daybook_id_print (&id, text);
  json_object_set_string_member (row, "of", text);
  return TRUE;
}

static gboolean
add_set_row (Printer     *self,
             JsonObject  *root,
             GError     **error)
{
  JsonArray *rows = json_array_new ();
  JsonObject *row = json_object_new ();
  JsonObject *fields = json_object_new ();
  DaybookId base;

  json_array_add_object_element (rows, row);
  json_object_set_string_member (root, "kind", "set");
  json_object_set_array_member (root, "rows", rows);
  json_object_set_object_member (row, "f", fields);
  if (!add_row_name (self, row, error))
    return FALSE;

  add_value (self, fields, daybook_column_text (self->statement, COLUMN_FIELD), COLUMN_VALUE);
  add_value (self, root, "old", COLUMN_OLD);
  if (daybook_column_id (self->statement, COLUMN_BASE_DEVICE, &base))
    add_name (root, "base", &base, sqlite3_column_int64 (self->statement, COLUMN_BASE));
  return TRUE;
}

static char *
print_op (Printer  *self,
          GError  **error)
{
  g_autoptr(JsonObject) root = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, root);
  add_name (root, "op", &self->device, sqlite3_column_int64 (self->statement, COLUMN_NAME));
  json_object_set_string_member (root, "laptop", self->letter);
  add_act (self, root);

  gboolean is_set = sqlite3_column_int64 (self->statement, COLUMN_KIND) == DAYBOOK_CHANGE_SET;
  if (!(is_set ? add_set_row (self, root, error) : add_created_rows (self, root, error)))
    return NULL;

  return json_to_string (node, FALSE);
}

static gboolean
read_device (Printer  *self,
             GError  **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT id, letter FROM devices WHERE key = 1", error);

  if (statement == NULL || !daybook_statement_next (statement, error))
    return FALSE;

  g_strlcpy (self->letter, daybook_column_text (statement, 1), sizeof self->letter);
  return daybook_column_id (statement, 0, &self->device);
}

/* Whether the operation belongs to a person's act of which some are in already. */
static gboolean
continues (Printer         *self,
           const DaybookId *act)
{
  gint64 kind = sqlite3_column_int64 (self->statement, COLUMN_ACT_KIND);
  DaybookId id;

  return kind != DAYBOOK_ACT_IMPORT && kind != DAYBOOK_ACT_SAMPLE
         && daybook_column_id (self->statement, COLUMN_ACT, &id)
         && daybook_id_equal (&id, act);
}

GPtrArray *
daybook_operation_print_after (DaybookDatabase  *db,
                               gint64            after,
                               guint             limit,
                               GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, SELECT_SQL, error);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Printer printer = { .db = db, .statement = statement };
  DaybookId act = { { 0 } };
  GError *local = NULL;

  if (statement == NULL || !read_device (&printer, error))
    return NULL;

  daybook_bind_int (statement, ":after", after);
  while (daybook_statement_next (statement, &local) && (lines->len < limit || continues (&printer, &act)))
    {
      char *line = print_op (&printer, &local);

      if (line == NULL)
        break;
      g_ptr_array_add (lines, line);
      daybook_column_id (statement, COLUMN_ACT, &act);
    }
  if (local == NULL)
    return g_steal_pointer (&lines);

  g_propagate_error (error, local);
  return NULL;
}
