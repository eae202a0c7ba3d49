/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* Verbs of `daybookctl agent` about what somebody may do and answers for: their PIN, whether they are trusted, how many
 * reveals they have, their sub-accounts and channels; after how many hours a forgotten shift ends, and the role of this
 * laptop. */
gboolean daybook_agent_run_pin         (DaybookCli  *cli,
                                        char       **arguments,
                                        GError     **error);
gboolean daybook_agent_run_trust       (DaybookCli  *cli,
                                        char       **arguments,
                                        GError     **error);
gboolean daybook_agent_run_quota       (DaybookCli  *cli,
                                        char       **arguments,
                                        GError     **error);
gboolean daybook_agent_run_sub_account (DaybookCli  *cli,
                                        char       **arguments,
                                        GError     **error);
gboolean daybook_agent_run_channel     (DaybookCli  *cli,
                                        char       **arguments,
                                        GError     **error);
gboolean daybook_agent_run_hours       (DaybookCli  *cli,
                                        char       **arguments,
                                        GError     **error);
gboolean daybook_agent_run_laptop      (DaybookCli  *cli,
                                        char       **arguments,
                                        GError     **error);
/* The role that the word names, or -1. Errors: DAYBOOK_CLI_ERROR_USAGE, with the roles there are. */
int      daybook_agent_read_role       (const char  *word,
                                        GError     **error);

G_END_DECLS
