/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/customer-card.h"

#include <glib/gi18n-lib.h>

static gboolean
run_customer (DaybookCli  *cli,
              char       **arguments,
              GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "contact", daybook_customer_run_contact },
    { "account", daybook_customer_run_account },
    { "day", daybook_customer_run_day },
    { "days", daybook_customer_run_days },
    { "tag", daybook_customer_run_tag },
    { "consent", daybook_customer_run_consent },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_customer = {
  "customer",
  DAYBOOK_CUSTOMER_CARD_USAGE,
  N_("Write on a customer’s card: ways to reach them, days to remember, tags, consent"),
  DAYBOOK_WORDS_TEXT,
  run_customer,
};
