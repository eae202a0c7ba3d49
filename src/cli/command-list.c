/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-list.h"
#include "cli/read-query.h"

#include "core/shop.h"

#include <glib/gi18n-lib.h>

/* What a saved view shows becomes the query; --where narrows it further and
 * --sort goes before its own. */
static gboolean
read_view (DaybookCli    *cli,
           DaybookQuery  *query,
           const char    *name,
           GError       **error)
{
  g_autoptr(DaybookRow) view = NULL;

  if (name == NULL)
    return TRUE;

  view = daybook_find_row (cli->store, &daybook_views, name, error);
  if (view == NULL)
    return FALSE;

  if (!g_str_equal (daybook_row_text (view, DAYBOOK_VIEW_KIND), query->table->plural))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                   _("The view “%s” shows %s."), name, daybook_row_text (view, DAYBOOK_VIEW_KIND));
      return FALSE;
    }

  if (daybook_row_has (view, DAYBOOK_VIEW_SEARCH))
    query->search = g_strdup (daybook_row_text (view, DAYBOOK_VIEW_SEARCH));
  return daybook_read_where (cli, query, daybook_row_text (view, DAYBOOK_VIEW_WHERE), error) &&
         daybook_read_sort (query, daybook_row_text (view, DAYBOOK_VIEW_SORT), error);
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
  const DaybookTable *table = words != NULL ? daybook_find_table (words[0], error) : NULL;

  if (table == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  g_autoptr(DaybookQuery) query = daybook_query_new (table);

  return daybook_cli_check_reader_of (cli, table, error) &&
         daybook_cli_check_unmasked (cli, error) &&
         read_view (cli, query, view, error) &&
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
