/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/privacy-person.h"

#include <glib/gi18n-lib.h>

static gboolean
run_privacy (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "find", daybook_privacy_run_find },
    { "export", daybook_privacy_run_export },
    { "erase", daybook_privacy_run_erase },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_privacy = {
  "privacy", "find TEXT… | export CUSTOMER --to DIR | erase CUSTOMER [--reason TEXT]",
  N_("Find all that is known of a person, give it to them, or erase it for good"),
  DAYBOOK_WORDS_FILES,
  run_privacy,
};
