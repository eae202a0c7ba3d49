/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-list.h"
#include "cli/read-query.h"

#include <glib/gi18n-lib.h>

/* What a view shows becomes the query; --where narrows it further and --sort goes
 * before its own. */
static DaybookQuery *
begin_query (DaybookCli          *cli,
             const DaybookTable  *table,
             const char          *view,
             GError             **error)
{
  g_autoptr(DaybookQuery) query = view != NULL ? daybook_read_view (cli, view, error) : daybook_query_new (table);

  if (query == NULL || query->table == table)
    return g_steal_pointer (&query);

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
               _("The view “%s” shows %s."), view, query->table->plural);
  return NULL;
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  g_autofree char *view = NULL;
  g_autofree char *where = NULL;
  g_autofree char *sort = NULL;
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &view, N_("Only what this saved view shows"), N_("NAME") },
    { "where", 0, 0, G_OPTION_ARG_FILENAME, &where, N_("Only rows for which this holds"), N_("EXPR") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &sort, N_("In the order of this field; - before it turns it round"), N_("[-]FIELD") },
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  const DaybookTable *table = words != NULL ? daybook_find_table (cli, words[0], error) : NULL;

  if (table == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  if (!daybook_cli_check_reader_of (cli, table, error) || !daybook_cli_check_unmasked (cli, error))
    return FALSE;

  g_autoptr(DaybookQuery) query = begin_query (cli, table, view, error);

  return query != NULL &&
         daybook_read_where (cli, query, where, error) &&
         daybook_read_sort (query, sort, error) &&
         daybook_print_query (cli, table->plural, query, &range, error);
}

const DaybookCommand daybook_command_list = {
  "list", "KIND [--view NAME] [--where EXPR] [--sort [-]FIELD] [--limit N] [--after ID]",
  N_("List rows of a kind: orders, customers, products, …"),
  DAYBOOK_WORDS_TEXT,
  run_list,
};
