/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/looks.h"

/* The rows of one table. */
typedef struct
{
  const DaybookTable *table;
  GArray             *ids;   /* DaybookId: the first DAYBOOK_LOOKS_MAX of them */
  guint64             n_rows;
} Kind;

struct _DaybookLooks
{
  DaybookCli *cli;   /* borrowed */
  GPtrArray  *kinds; /* Kind */
};

static void
free_kind (gpointer data)
{
  Kind *kind = data;

  g_array_unref (kind->ids);
  g_free (kind);
}

static Kind *
obtain_kind (DaybookLooks       *self,
             const DaybookTable *table)
{
  Kind *kind;

  table = daybook_table_base (table);
  for (guint i = 0; i < self->kinds->len; i++)
    {
      kind = g_ptr_array_index (self->kinds, i);
      if (kind->table == table)
        return kind;
    }

  kind = g_new0 (Kind, 1);
  kind->table = table;
  kind->ids = g_array_new (FALSE, FALSE, sizeof (DaybookId));
  g_ptr_array_add (self->kinds, kind);
  return kind;
}

static gboolean
holds (Kind            *kind,
       const DaybookId *id)
{
  for (guint i = 0; i < kind->ids->len; i++)
    if (daybook_id_equal (&g_array_index (kind->ids, DaybookId, i), id))
      return TRUE;

  return FALSE;
}

DaybookLooks *
daybook_looks_new (DaybookCli *cli)
{
  DaybookLooks *self = g_new0 (DaybookLooks, 1);

  self->cli = cli;
  self->kinds = g_ptr_array_new_with_free_func (free_kind);
  return self;
}

void
daybook_looks_free (DaybookLooks *self)
{
  g_ptr_array_unref (self->kinds);
  g_free (self);
}

void
daybook_looks_add (DaybookLooks       *self,
                   const DaybookTable *table,
                   gint64              rowid)
{
  Kind *kind;
  DaybookId id;

  if (!self->cli->unmasked || !daybook_table_has_masks (table))
    return;

  kind = obtain_kind (self, table);
  kind->n_rows++;
  /* Of a million rows only the number is wanted. */
  if (kind->n_rows <= DAYBOOK_LOOKS_MAX
      && daybook_reader_id (daybook_store_get_reader (self->cli->store), table, rowid, &id, NULL))
    g_array_append_val (kind->ids, id);
}

/* A row may hang on several others of one answer. */
static void
add_id (DaybookLooks       *self,
        const DaybookTable *table,
        const DaybookId    *id)
{
  Kind *kind = obtain_kind (self, table);

  if (holds (kind, id))
    return;

  kind->n_rows++;
  if (kind->n_rows <= DAYBOOK_LOOKS_MAX)
    g_array_append_vals (kind->ids, id, 1);
}

static void
add_node (JsonArray *array,
          guint      index,
          JsonNode  *node,
          gpointer   data)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    daybook_looks_add_object (data, json_node_get_object (node));
}

static void
add_member (JsonObject *object,
            const char *name,
            JsonNode   *node,
            gpointer    data)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    daybook_looks_add_object (data, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), add_node, data);
}

void
daybook_looks_add_object (DaybookLooks *self,
                          JsonObject   *object)
{
  const char *kind = json_object_get_string_member_with_default (object, "kind", "");
  const DaybookTable *table = daybook_registry_find (kind);
  DaybookId id;

  if (!self->cli->unmasked)
    return;

  if (table != NULL && daybook_table_has_masks (table)
      && daybook_id_parse (json_object_get_string_member_with_default (object, "id", NULL), &id))
    add_id (self, table, &id);
  json_object_foreach_member (object, add_member, self);
}

DaybookLook
daybook_cli_look (DaybookCli       *cli,
                  const char       *reason,
                  DaybookRevealHow  how)
{
  return (DaybookLook) {
    .agent = *daybook_store_get_agent (cli->store),
    .at = daybook_cli_watched_now (cli),
    .how = how,
    .reason = reason,
  };
}

static void
add_kind (DaybookEdit       *edit,
          const DaybookLook *look,
          const Kind        *kind)
{
  if (kind->n_rows > DAYBOOK_LOOKS_MAX)
    daybook_reveal_add_list (edit, look, kind->table, kind->n_rows);
  else
    for (guint i = 0; i < kind->ids->len; i++)
      daybook_reveal_add_row (edit, look, kind->table, &g_array_index (kind->ids, DaybookId, i));
}

gboolean
daybook_looks_log (DaybookLooks  *self,
                   GError       **error)
{
  const DaybookLook look = daybook_cli_look (self->cli, NULL, DAYBOOK_REVEAL_COMMAND);
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  g_autoptr(DaybookOutcome) outcome = NULL;

  for (guint i = 0; i < self->kinds->len; i++)
    add_kind (edit, &look, g_ptr_array_index (self->kinds, i));
  if (daybook_edit_size (edit) == 0)
    return TRUE;

  outcome = daybook_store_commit (self->cli->store, edit, error);
  return outcome != NULL;
}

gboolean
daybook_cli_log_question (DaybookCli          *cli,
                          const DaybookQuery  *query,
                          gint64               total,
                          GError             **error)
{
  const DaybookLook look = daybook_cli_look (cli, NULL, DAYBOOK_REVEAL_SEARCH);
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (!daybook_reveal_add_question (edit, &look, query, (guint64) total))
    return TRUE;
  if (!daybook_cli_check_known (cli, error))
    return FALSE;

  outcome = daybook_store_commit (cli->store, edit, error);
  return outcome != NULL;
}

gboolean
daybook_cli_log_query (DaybookCli          *cli,
                       const DaybookQuery  *query,
                       GError             **error)
{
  gint64 total;

  if (daybook_query_asks_person (query) < 0)
    return TRUE;

  total = daybook_reader_count (daybook_store_get_reader (cli->store), query, 0, error);
  return total >= 0 && daybook_cli_log_question (cli, query, total, error);
}
