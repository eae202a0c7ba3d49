/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* `register ledger`: whether complaints are counted by agents, for the owner's eyes (RV-04). */
gboolean daybook_register_run_ledger (DaybookCli  *cli,
                                      char       **arguments,
                                      GError     **error);

G_END_DECLS
