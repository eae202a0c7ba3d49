/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/print-act.h"

#include <glib/gi18n-lib.h>

static gboolean
read_act (const char  *word,
          DaybookId   *act,
          GError     **error)
{
  if (daybook_id_parse (word, act))
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
               _("There is no act “%s”; “daybookctl history” lists them."), word);
  return FALSE;
}

static gboolean
run_undo (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 1, error);
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId act;

  if (words == NULL || (words[0] != NULL && !read_act (words[0], &act, error)) ||
      daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;

  if (words[0] == NULL && !daybook_cli_check_settled (cli, error))
    return FALSE;

  outcome = daybook_store_undo (cli->store, words[0] != NULL ? &act : NULL, error);
  if (outcome == NULL)
    return FALSE;

  daybook_print_outcome (cli, outcome);
  return TRUE;
}

const DaybookCommand daybook_command_undo = {
  "undo", "[ACT]",
  N_("Undo an act; without ACT your newest one"),
  DAYBOOK_WORDS_TEXT,
  run_undo,
};
