/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* People, with whether they have a PIN, and how they are there now. */
gboolean daybook_print_agent  (DaybookCli        *cli,
                               const DaybookRow  *agent,
                               GError           **error);
gboolean daybook_print_agents (DaybookCli        *cli,
                               GError           **error);

G_END_DECLS
