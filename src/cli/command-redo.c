/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/print-act.h"

#include <glib/gi18n-lib.h>

static gboolean
run_redo (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL ||
      !daybook_cli_check_author (cli, error) || !daybook_cli_check_settled (cli, error))
    return FALSE;

  outcome = daybook_store_redo (cli->store, error);
  if (outcome == NULL)
    return FALSE;

  daybook_print_outcome (cli, outcome);
  return TRUE;
}

const DaybookCommand daybook_command_redo = {
  "redo", "",
  N_("Do again what you undid last"),
  DAYBOOK_WORDS_TEXT,
  run_redo,
};
