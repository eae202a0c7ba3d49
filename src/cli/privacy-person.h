/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* The verbs of `daybookctl privacy` that are about one person. */
gboolean daybook_privacy_run_find   (DaybookCli  *cli,
                                     char       **arguments,
                                     GError     **error);
gboolean daybook_privacy_run_export (DaybookCli  *cli,
                                     char       **arguments,
                                     GError     **error);
gboolean daybook_privacy_run_erase  (DaybookCli  *cli,
                                     char       **arguments,
                                     GError     **error);

G_END_DECLS
