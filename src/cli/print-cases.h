/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "store/case-acts.h"

G_BEGIN_DECLS

/* Commits what was done to several cases and prints it: {"act","title","changes","cases":N,
 * "refused":[{"id","number","why"}]}. Cases that were left out make the exit PARTLY.
 * Errors: as daybook_store_commit(); CONSTRAINT, with each reason, where all of them were. */
gboolean daybook_commit_and_print_cases (DaybookCli             *cli,
                                         const DaybookCasesDone *done,
                                         GError                **error);

G_END_DECLS
