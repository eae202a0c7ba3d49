/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What two revisions of an article differ in, as `range` says: N, from that one to what it is now, or N..M. JSON:
 * {"from","to","removed","added","runs":[{"kind","text"}]}; for people the lines, with - and + before those that differ.
 * Errors: DAYBOOK_CLI_ERROR_USAGE; as daybook_article_revision_numbered(). */
gboolean daybook_print_diff (DaybookCli        *cli,
                             const DaybookRow  *row,
                             const char        *range,
                             GError           **error);

G_END_DECLS
