/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/read-query.h"

#include "cli/find-row.h"

#include "core/order.h"
#include "core/shop.h"
#include "exchange/shipped-views.h"

#include <glib/gi18n-lib.h>

static gboolean
resolve_name (DaybookCli          *cli,
              const DaybookField  *field,
              char               **word,
              GError             **error)
{
  g_autoptr(DaybookRow) row = NULL;
  DaybookId id;

  if (*word == NULL || g_str_equal (*word, "null") || daybook_id_parse (*word, &id))
    return TRUE;

  row = daybook_find_row (cli->store, daybook_registry_find (field->ref), *word, error);
  if (row == NULL)
    return FALSE;

  g_free (*word);
  *word = daybook_id_to_string (&row->id);
  return TRUE;
}

static gboolean
resolve_names (DaybookCli    *cli,
               DaybookQuery  *query,
               GError       **error)
{
  for (guint i = 0; i < query->conditions->len; i++)
    {
      DaybookCondition *condition = g_ptr_array_index (query->conditions, i);
      const DaybookField *field = &query->table->fields[condition->field];

      for (guint j = 0; field->type == DAYBOOK_TYPE_REF && j < condition->words->len; j++)
        if (!resolve_name (cli, field, (char **) &g_ptr_array_index (condition->words, j), error))
          return FALSE;
    }

  return TRUE;
}

gboolean
daybook_read_where (DaybookCli    *cli,
                    DaybookQuery  *query,
                    const char    *where,
                    GError       **error)
{
  g_autoptr(GError) local_error = NULL;

  if (where == NULL || *where == '\0')
    return TRUE;

  if (daybook_query_parse_where (query, where, &local_error))
    return resolve_names (cli, query, error);

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, "--where: %s", local_error->message);
  return FALSE;
}

gboolean
daybook_read_sort (DaybookQuery  *query,
                   const char    *sort,
                   GError       **error)
{
  g_autoptr(GError) local_error = NULL;

  if (sort == NULL || *sort == '\0' || daybook_query_parse_sort (query, sort, &local_error))
    return TRUE;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, "--sort: %s", local_error->message);
  return FALSE;
}

/* A view that a newer Daybook has saved may show what this one does not know. */
static DaybookQuery *
read_saved (DaybookCli        *cli,
            const DaybookRow  *view,
            GError           **error)
{
  const DaybookTable *table = daybook_find_table (cli, daybook_row_text (view, DAYBOOK_VIEW_KIND), error);
  g_autoptr(DaybookQuery) query = table != NULL ? daybook_query_new (table) : NULL;

  if (query == NULL)
    return NULL;

  if (daybook_row_has (view, DAYBOOK_VIEW_SEARCH))
    query->search = g_strdup (daybook_row_text (view, DAYBOOK_VIEW_SEARCH));
  return daybook_read_where (cli, query, daybook_row_text (view, DAYBOOK_VIEW_WHERE), error)
         && daybook_read_sort (query, daybook_row_text (view, DAYBOOK_VIEW_SORT), error) ? g_steal_pointer (&query) : NULL;
}

static DaybookQuery *
read_shipped (DaybookCli                *cli,
              const DaybookShippedView  *view,
              GError                   **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autofree char *where = daybook_shipped_view_where (view, cli->store);

  return daybook_read_where (cli, query, where, error) ? g_steal_pointer (&query) : NULL;
}

DaybookQuery *
daybook_read_view (DaybookCli  *cli,
                   const char  *name,
                   GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(DaybookRow) view = daybook_find_row (cli->store, &daybook_views, name, &local_error);
  const DaybookShippedView *shipped = daybook_shipped_view_find (name);

  if (view != NULL)
    return read_saved (cli, view, error);
  if (shipped != NULL && g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    return read_shipped (cli, shipped, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
daybook_blame_words (GError **error)
{
  if (error == NULL || !g_error_matches (*error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT))
    return FALSE;

  (*error)->domain = DAYBOOK_CLI_ERROR;
  (*error)->code = DAYBOOK_CLI_ERROR_USAGE;
  return FALSE;
}

DaybookQuery *
daybook_read_list (DaybookCli          *cli,
                   const DaybookTable  *table,
                   const char          *view,
                   const char          *where,
                   const char          *sort,
                   GError             **error)
{
  g_autoptr(DaybookQuery) query = view != NULL ? daybook_read_view (cli, view, error) : daybook_query_new (table);

  if (query == NULL)
    return NULL;
  if (query->table != table)
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("The view “%s” shows %s."), view, query->table->plural);
      return NULL;
    }

  return daybook_read_where (cli, query, where, error) && daybook_read_sort (query, sort, error) ? g_steal_pointer (&query) : NULL;
}
