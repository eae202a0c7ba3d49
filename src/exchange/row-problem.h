/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"
#include "exchange/binding.h"

G_BEGIN_DECLS

/* What people are told of one cell that is wrong: where it stands, and masked as its column
 * is everywhere (CF-01). `headings` are the file's (char *). */
DaybookProblem *daybook_row_problem_new (const DaybookProfile *profile,
                                         const DaybookBinding *binding,
                                         const GPtrArray      *headings,
                                         guint64               row,
                                         guint                 column,
                                         const char           *value,
                                         const char           *why);

G_END_DECLS
