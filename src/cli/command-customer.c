/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/customer-duplicates.h"
#include "cli/customer-together.h"

#include <glib/gi18n-lib.h>

static gboolean
run_customer (DaybookCli  *cli,
              char       **arguments,
              GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "merge", daybook_customer_run_merge },
    { "unmerge", daybook_customer_run_unmerge },
    { "duplicates", daybook_customer_run_duplicates },
    { "differ", daybook_customer_run_differ },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_customer = {
  "customer",
  "merge ID ID… --keep ID | unmerge ID | duplicates [--merge-exact] [--limit N] [--after ID] | differ ID ID…",
  N_("Make one of several customers who are the same person, or take them apart again"),
  DAYBOOK_WORDS_TEXT,
  run_customer,
};
