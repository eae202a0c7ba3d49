/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* Verbs of `daybookctl case`: what belongs to a case, and who wants to know of it. */
gboolean daybook_case_run_link  (DaybookCli  *cli,
                                 char       **arguments,
                                 GError     **error);
gboolean daybook_case_run_watch (DaybookCli  *cli,
                                 char       **arguments,
                                 GError     **error);

G_END_DECLS
