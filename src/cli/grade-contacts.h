/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* daybookctl grade contacts [--limit N] [--after ID]: who is to hear from the shop again, when, and which day of theirs
 * comes next (CU-11). */
gboolean daybook_grade_run_contacts (DaybookCli  *cli,
                                     char       **arguments,
                                     GError     **error);

G_END_DECLS
