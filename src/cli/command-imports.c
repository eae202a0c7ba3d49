/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/print-list.h"

#include "core/shop.h"

#include <glib/gi18n-lib.h>

static gboolean
run_imports (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  const GOptionEntry entries[] = {
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookQuery) query = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  query = daybook_query_new (&daybook_imports);
  query->sort = DAYBOOK_IMPORT_AT;
  query->order = DAYBOOK_SORT_DESCENDING;
  return daybook_print_query (cli, "imports", query, &range, error);
}

const DaybookCommand daybook_command_imports = {
  "imports", "[--limit N] [--after ID]",
  N_("List the files that were imported"),
  DAYBOOK_WORDS_TEXT,
  run_imports,
};
