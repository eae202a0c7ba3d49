/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"
#include "core/query.h"

G_BEGIN_DECLS

/* Queries as they stand on a command line. What cannot be read is wrong usage:
 * DAYBOOK_CLI_ERROR_USAGE. NULL and "" add nothing. */

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

G_END_DECLS
