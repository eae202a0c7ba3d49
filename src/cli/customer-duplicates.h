/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* daybookctl customer duplicates [--merge-exact]: who may be one person, and why. */
gboolean daybook_customer_run_duplicates (DaybookCli  *cli,
                                          char       **arguments,
                                          GError     **error);

G_END_DECLS
