/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* `register statistics KEY`: how many cases there were, by cause, reason, stars and month. */
gboolean daybook_register_run_statistics (DaybookCli  *cli,
                                          char       **arguments,
                                          GError     **error);

G_END_DECLS
