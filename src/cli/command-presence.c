/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/print-agent.h"

#include "core/shop.h"
#include "store/presences.h"

#include <glib/gi18n-lib.h>

/* `on`, `off`, `away` and `back`: whoever acts, at the desk or not. */

static gboolean
run (DaybookCli          *cli,
     char               **arguments,
     DaybookPresenceAct   act,
     GError             **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, act == DAYBOOK_PRESENCE_LEAVE ? G_MAXUINT : 0, error);
  g_autofree char *note = words != NULL && *words != NULL ? g_strjoinv (" ", words) : NULL;
  g_autoptr(DaybookRow) agent = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  agent = daybook_reader_find (daybook_store_get_reader (cli->store), &daybook_agents, daybook_store_get_agent (cli->store), error);
  edit = agent != NULL
    ? daybook_presence_edit (daybook_store_get_reader (cli->store), agent, act, note, daybook_store_get_now (cli->store), error) : NULL;
  outcome = edit != NULL ? daybook_store_commit (cli->store, edit, error) : NULL;
  return outcome != NULL && daybook_print_agent (cli, agent, error);
}

static gboolean
run_on (DaybookCli  *cli,
        char       **arguments,
        GError     **error)
{
  return run (cli, arguments, DAYBOOK_PRESENCE_SIGN_ON, error);
}

static gboolean
run_off (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  return run (cli, arguments, DAYBOOK_PRESENCE_SIGN_OFF, error);
}

static gboolean
run_away (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  return run (cli, arguments, DAYBOOK_PRESENCE_LEAVE, error);
}

static gboolean
run_back (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  return run (cli, arguments, DAYBOOK_PRESENCE_RETURN, error);
}

const DaybookCommand daybook_command_on = { "on", "", N_("Sign on for a shift"), DAYBOOK_WORDS_TEXT, run_on };
const DaybookCommand daybook_command_off = { "off", "", N_("Sign off at the end of a shift"), DAYBOOK_WORDS_TEXT, run_off };
const DaybookCommand daybook_command_away = { "away", "[NOTE]", N_("Say that you are away from the desk for a while"), DAYBOOK_WORDS_TEXT, run_away };
const DaybookCommand daybook_command_back = { "back", "", N_("Say that you are back at the desk"), DAYBOOK_WORDS_TEXT, run_back };
