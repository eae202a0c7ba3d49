/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* The verbs of `daybookctl customer` by which several customers are one person, or are not. */
gboolean daybook_customer_run_merge   (DaybookCli  *cli,
                                       char       **arguments,
                                       GError     **error);
gboolean daybook_customer_run_unmerge (DaybookCli  *cli,
                                       char       **arguments,
                                       GError     **error);
gboolean daybook_customer_run_differ  (DaybookCli  *cli,
                                       char       **arguments,
                                       GError     **error);

G_END_DECLS
