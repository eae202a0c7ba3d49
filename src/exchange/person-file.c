/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/person-file.h"

#include "core/attachment.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/reveal.h"
#include "exchange/row-json.h"
#include "store/attachments.h"
#include "store/customer-merge.h"
#include "store/reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

typedef struct
{
  DaybookStore  *store;
  DaybookReader *reader;
  DaybookManner  manner;
  const char    *folder;
  JsonObject    *object; /* by table */
  GHashTable    *seen;   /* DaybookId */
  GPtrArray     *rows;   /* DaybookRow, of whom the history is told */
  int            n_files;
} Person;

/* --- Rows --------------------------------------------------------------------- */

static JsonArray *
array_of (Person     *person,
          const char *member)
{
  if (!json_object_has_member (person->object, member))
    json_object_set_array_member (person->object, member, json_array_new ());

  return json_object_get_array_member (person->object, member);
}

/* FALSE: it is there already. */
static gboolean
add_row (Person           *person,
         const DaybookRow *row)
{
  if (!g_hash_table_add (person->seen, g_memdup2 (&row->id, sizeof row->id)))
    return FALSE;

  json_array_add_object_element (array_of (person, daybook_table_base (row->table)->plural), daybook_row_json (&person->manner, row, NULL));
  g_ptr_array_add (person->rows, daybook_row_ref ((DaybookRow *) row));
  return TRUE;
}

static gboolean add_referring (Person           *person,
                               const DaybookRow *row,
                               GError          **error);

static gboolean
add_parts (Person              *person,
           const DaybookTable  *table,
           guint                field,
           const DaybookRow    *of,
           GError             **error)
{
  g_autoptr(GPtrArray) parts = daybook_reader_parts (person->reader, table, field, &of->id, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const DaybookRow *part = g_ptr_array_index (parts, i);
      const DaybookTable *base = daybook_table_base (part->table);

      /* Of orders and cases more hangs on them; what is there already was followed. */
      if (add_row (person, part) && (base == &daybook_orders || base == &daybook_cases) && !add_referring (person, part, error))
        return FALSE;
    }
  return parts != NULL;
}

/* Every row that points at this one. */
static gboolean
add_referring (Person           *person,
               const DaybookRow *row,
               GError          **error)
{
  const char *kind = daybook_table_base (row->table)->kind;
  guint n;
  const DaybookTable *const *tables = daybook_registry_tables (&n);

  for (guint i = 0; i < n; i++)
    for (guint field = 0; field < tables[i]->n_fields; field++)
      if (tables[i]->fields[field].type == DAYBOOK_TYPE_REF && g_strcmp0 (tables[i]->fields[field].ref, kind) == 0
          && tables[i] != &daybook_customers && !add_parts (person, tables[i], field, row, error))
        return FALSE;

  return TRUE;
}

static gboolean
add_customers (Person            *person,
               const DaybookRow  *customer,
               GError           **error)
{
  g_autoptr(GPtrArray) group = daybook_reader_customer_group (person->reader, customer, error);

  for (guint i = 0; group != NULL && i < group->len; i++)
    add_row (person, g_ptr_array_index (group, i));

  return group != NULL && add_referring (person, customer, error);
}

/* --- What was done ---------------------------------------------------------------- */

static void
add_act (Person           *person,
         const DaybookAct *act)
{
  JsonObject *object = json_object_new ();
  g_autoptr(GDateTime) at = g_date_time_new_from_unix_utc (act->at);
  g_autofree char *time = at != NULL ? g_date_time_format_iso8601 (at) : NULL;
  g_autofree char *id = daybook_id_to_string (&act->id);

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "title", act->title);
  json_object_set_string_member (object, "by", act->agent);
  json_object_set_string_member (object, "at", time);
  json_array_add_object_element (array_of (person, "history"), object);
}

static gboolean
add_history (Person  *person,
             GError **error)
{
  for (guint i = 0; i < person->rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (person->rows, i);
      g_autoptr(GPtrArray) acts = daybook_reader_history (person->reader, daybook_table_base (row->table), &row->id, 0, 0, error);

      if (acts == NULL)
        return FALSE;
      for (guint j = 0; j < acts->len; j++)
        {
          const DaybookAct *act = g_ptr_array_index (acts, j);

          if (g_hash_table_add (person->seen, g_memdup2 (&act->id, sizeof act->id)))
            add_act (person, act);
        }
    }
  return TRUE;
}

static gboolean
add_reveals_of (Person            *person,
                const DaybookRow  *row,
                GError           **error)
{
  g_autofree char *id = daybook_id_to_string (&row->id);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_reveals);
  g_autoptr(GArray) keys = NULL;

  daybook_query_add (query, DAYBOOK_REVEAL_ROW, DAYBOOK_OP_EQ, (const char *const[]) { id, NULL });
  keys = daybook_reader_keys (person->reader, query, 0, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr(DaybookRow) reveal = daybook_reader_row (person->reader, &daybook_reveals, g_array_index (keys, gint64, i), error);

      if (reveal == NULL)
        return FALSE;
      json_array_add_object_element (array_of (person, "reveals"), daybook_row_json (&person->manner, reveal, NULL));
    }
  return keys != NULL;
}

static gboolean
add_reveals (Person  *person,
             GError **error)
{
  for (guint i = 0; i < person->rows->len; i++)
    if (!add_reveals_of (person, g_ptr_array_index (person->rows, i), error))
      return FALSE;

  return TRUE;
}

/* --- Files -------------------------------------------------------------------------- */

static gboolean
write_file (Person            *person,
            const DaybookRow  *attachment,
            GError           **error)
{
  const char *hash = daybook_row_text (attachment, DAYBOOK_ATTACHMENT_HASH);
  g_autoptr(GBytes) content = daybook_attachments_read (daybook_store_get_folder (person->store), hash, error);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (content == NULL)
    return FALSE;

  name = g_path_get_basename (daybook_row_text (attachment, DAYBOOK_ATTACHMENT_NAME));
  path = g_strdup_printf ("%s/%d-%s", person->folder, ++person->n_files, name);
  return g_file_set_contents_full (path, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content),
                                   G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

static gboolean
write_files (Person  *person,
             GError **error)
{
  for (guint i = 0; i < person->rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (person->rows, i);

      if (row->table == &daybook_attachments && !write_file (person, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_json (Person  *person,
            GError **error)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *path = g_build_filename (person->folder, "person.json", NULL);
  g_autofree char *text = NULL;

  json_node_set_object (node, person->object);
  text = json_to_string (node, TRUE);
  person->n_files++;
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

/* --- The whole ------------------------------------------------------------------------ */

static gboolean
prepare_folder (const char  *folder,
                GError     **error)
{
  g_autoptr(GDir) dir = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
      return FALSE;
    }

  dir = g_dir_open (folder, 0, NULL);
  if (dir != NULL && g_dir_read_name (dir) == NULL)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("The folder “%s” is not empty: what is known of a person goes into one of its own."), folder);
  return FALSE;
}

int
daybook_person_export (DaybookStore      *store,
                       DaybookReader     *reader,
                       const DaybookRow  *customer,
                       const char        *folder,
                       GError           **error)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (daybook_id_hash, daybook_id_equal, g_free, NULL);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  Person person = {
    .store = store,
    .reader = reader,
    .manner = { reader, daybook_store_get_zone (store), daybook_store_get_currency (store), DAYBOOK_SHOW_REVEALED },
    .folder = folder,
    .object = object,
    .seen = seen,
    .rows = rows,
  };

  return prepare_folder (folder, error) && add_customers (&person, customer, error) && add_history (&person, error)
         && add_reveals (&person, error) && write_files (&person, error) && write_json (&person, error) ? person.n_files : -1;
}
