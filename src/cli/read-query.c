/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/read-query.h"

#include "cli/find-row.h"

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
