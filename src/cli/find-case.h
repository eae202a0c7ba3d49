/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/row.h"

G_BEGIN_DECLS

/* The case that a word names, to be changed. Errors: as daybook_find_row_in_use(); REFUSED, with the
 * case into which it was merged. */
DaybookRow *daybook_find_case  (DaybookCli        *cli,
                                const char        *word,
                                GError           **error);
/* What an act is called in the history: "R-A2031: Received". (transfer full) */
char       *daybook_case_title (const DaybookRow  *row,
                                const char        *what);

G_END_DECLS
