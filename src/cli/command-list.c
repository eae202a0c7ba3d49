/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-list.h"
#include "cli/read-query.h"

#include <glib/gi18n-lib.h>

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

  g_autoptr(DaybookQuery) query = daybook_read_list (cli, table, view, where, sort, error);

  return query != NULL &&
         daybook_print_query (cli, table->plural, query, &range, error);
}

const DaybookCommand daybook_command_list = {
  "list", "KIND [--view NAME] [--where EXPR] [--sort [-]FIELD] [--limit N] [--after ID]",
  N_("List rows of a kind: orders, customers, products, …"),
  DAYBOOK_WORDS_TEXT,
  run_list,
};
