/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/due-key.h"
#include "cli/find-row.h"
#include "cli/print-act.h"

#include "core/shop.h"
#include "store/assign.h"

#include <glib/gi18n-lib.h>

/* What is meant: a case, a task or an order by its id or number, or whatever a key of something due is of. */
static DaybookRow *
find_target (DaybookCli  *cli,
             const char  *word,
             GError     **error)
{
  g_autofree char *name = NULL;
  DaybookRuleId rule;
  gint64 cycle;

  return daybook_find_any_row (cli->store, daybook_due_key_parse (word, &rule, &name, &cycle) ? name : word, error);
}

static gboolean
run_assign (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 2, error);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(DaybookRow) agent = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  row = find_target (cli, words[0], error);
  agent = row != NULL ? daybook_find_row_in_use (cli->store, &daybook_agents, words[1], error) : NULL;
  if (agent == NULL)
    return FALSE;
  if (daybook_row_int (row, DAYBOOK_FIELD_DELETED) != 0)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("“%s” is in the trash. Restore it first."), words[0]);
      return FALSE;
    }

  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autoptr(DaybookEdit) edit = NULL;

  g_ptr_array_add (rows, row);
  edit = daybook_assign_act (daybook_store_get_reader (cli->store), rows, agent, daybook_store_get_agent (cli->store),
                             daybook_store_get_now (cli->store), error);
  return edit != NULL && daybook_commit_and_print (cli, edit, error);
}

const DaybookCommand daybook_command_assign = {
  "assign",
  "ID AGENT",
  N_("Give a case, a task, a chore, an article or an order to somebody"),
  DAYBOOK_WORDS_TEXT,
  run_assign,
};
