/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/output.h"
#include "core/record.h"

G_BEGIN_DECLS

/* The rows of a file that are not imported. They are read in pieces of this many. */
#define DAYBOOK_PROBLEMS_PIECE 1000

/* At most `limit` problems from the `from`th. (element-type DaybookProblem) */
typedef GPtrArray *(*DaybookProblemsRead) (gpointer   data,
                                           guint      from,
                                           guint      limit,
                                           GError   **error);

/* All of them, as CLI.md has them in `errors`. (transfer full) */
JsonArray *daybook_problems_to_json (DaybookProblemsRead   read,
                                     gpointer              data,
                                     GError              **error);
/* The first piece as a table for people; nothing when there are none. */
gboolean   daybook_print_problems   (DaybookProblemsRead   read,
                                     gpointer              data,
                                     GError              **error);

G_END_DECLS
