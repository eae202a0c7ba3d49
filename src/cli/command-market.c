/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/plain-rows.h"

#include <glib/gi18n-lib.h>

static gboolean
run_market (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", daybook_plain_rows_run_list },
    { "add", daybook_plain_rows_run_add },
    { "set", daybook_plain_rows_run_set },
    { "remove", daybook_plain_rows_run_remove },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_market = {
  "market",
  "list [--where EXPR] [--limit N] [--after ID] | add TITLE [FIELD=VALUE…] | set ID FIELD=VALUE… FIELD+=TEXT… | remove ID…",
  N_("Keep what is heard of the market"),
  DAYBOOK_WORDS_TEXT,
  run_market,
};
