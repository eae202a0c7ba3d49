/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* daybookctl privacy keep: how long the shop keeps what it no longer needs. */
gboolean daybook_run_privacy_keep (DaybookCli  *cli,
                                   char       **arguments,
                                   GError     **error);

G_END_DECLS
