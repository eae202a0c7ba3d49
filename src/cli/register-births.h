/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* `register births KEY`: whether imports open cases of a register by themselves, and those of rows
 * that were there before (core/birth.h). */
gboolean daybook_register_run_births (DaybookCli  *cli,
                                      char       **arguments,
                                      GError     **error);

G_END_DECLS
