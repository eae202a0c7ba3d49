/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* The verbs of `daybookctl customer` by which people write on a customer's card. */
gboolean daybook_customer_run_contact (DaybookCli  *cli,
                                       char       **arguments,
                                       GError     **error);
gboolean daybook_customer_run_account (DaybookCli  *cli,
                                       char       **arguments,
                                       GError     **error);
gboolean daybook_customer_run_day     (DaybookCli  *cli,
                                       char       **arguments,
                                       GError     **error);
/* The days that come next. */
gboolean daybook_customer_run_days    (DaybookCli  *cli,
                                       char       **arguments,
                                       GError     **error);
gboolean daybook_customer_run_tag     (DaybookCli  *cli,
                                       char       **arguments,
                                       GError     **error);
gboolean daybook_customer_run_consent (DaybookCli  *cli,
                                       char       **arguments,
                                       GError     **error);

/* Their words, for the command's usage. */
#define DAYBOOK_CUSTOMER_CARD_USAGE \
  "contact ID KIND VALUE [--until TIME] [--note TEXT] | account ID PLATFORM NAME" \
  " | day ID DAY [--lunar] [--kind KIND] [--name TEXT] [--ahead DAYS] [--once] [--note TEXT] | day ID --listed | days [--within DAYS]" \
  " | tag ID TAG… [--remove] | consent ID ANSWER [--how TEXT]"

G_END_DECLS
