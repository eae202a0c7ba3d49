/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"
#include "store/order-acts.h"

#include <glib/gi18n-lib.h>

/* Agent and flag as the platform’s notes and colours say them (OR-14), where ours are
 * empty: what the window's Take Over does. */
static gboolean
take_over (DaybookCli  *cli,
           char       **words,
           GError     **error)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DaybookOrderAct) act = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  for (char **word = words; *word != NULL; word++)
    {
      g_autoptr(DaybookRow) order = daybook_find_row_in_use (cli->store, &daybook_orders, *word, error);

      if (order == NULL)
        return FALSE;
      g_array_append_val (keys, order->rowid);
    }

  act = daybook_order_act_new (DAYBOOK_ORDER_TAKE_OVER, g_steal_pointer (&keys), daybook_store_get_agent (cli->store));
  edit = daybook_order_act_build (act, daybook_store_get_reader (cli->store), NULL, error);
  return edit != NULL && daybook_commit_and_print (cli, edit, error);
}

static gboolean
run_take_over (DaybookCli  *cli,
               char       **arguments,
               GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, G_MAXUINT, error);

  return words != NULL &&
         daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_author (cli, error) &&
         take_over (cli, words, error);
}

const DaybookCommand daybook_command_take_over = {
  "take-over", "ORDER…",
  N_("Take agent and flag over from the platform’s notes, as one act"),
  DAYBOOK_WORDS_TEXT,
  run_take_over,
};
