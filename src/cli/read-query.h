/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/query.h"

G_BEGIN_DECLS

/* Queries as they stand on a command line. What cannot be read is wrong usage:
 * DAYBOOK_CLI_ERROR_USAGE. NULL and "" add nothing. */

/* What a view shows: one that the shop saved, by its name or id, or one that Daybook
 * brings, by its name or key. Errors: NOT_FOUND. The book is open. */
DaybookQuery *daybook_read_view (DaybookCli    *cli,
                             const char    *name,
                             GError       **error);
/* Adds the conditions of EXPR. A row that is pointed at may be named as on any
 * command line (`agent = 007`); the query then holds its id, which is all it
 * knows. Errors: NOT_FOUND (a name) too. The book is open. */
gboolean daybook_read_where (DaybookCli    *cli,
                             DaybookQuery  *query,
                             const char    *where,
                             GError       **error);
/* "[-]FIELD" */
gboolean daybook_read_sort  (DaybookQuery  *query,
                             const char    *sort,
                             GError       **error);
/* What a view of the table (NULL: all of it) shows, narrowed further by `where`, and in the order
 * of `sort` before its own. Errors: as those above; DAYBOOK_CLI_ERROR_USAGE (a view of other rows). */
DaybookQuery *daybook_read_list (DaybookCli         *cli,
                             const DaybookTable *table,
                             const char         *view,
                             const char         *where,
                             const char         *sort,
                             GError            **error);
/* A value in EXPR that means nothing is wrong usage too, and is found when the query runs:
 * turns such an error into that. Always FALSE. */
gboolean daybook_blame_words (GError       **error);

G_END_DECLS
