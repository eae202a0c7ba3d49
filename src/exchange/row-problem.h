/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"
#include "exchange/binding.h"

G_BEGIN_DECLS

/* What is wrong with a cell, as people are shown it: the column by its heading, or where there is
 * none by the letters that spreadsheet programs call it by; the value as its column is masked
 * everywhere (CF-01): row and column say where to look in the file. `headings`: char *, without
 * blanks around them. */
DaybookProblem *daybook_row_problem (const DaybookProfile *profile,
                                     const DaybookBinding *binding,
                                     const GPtrArray      *headings,
                                     guint64               row,
                                     guint                 column,
                                     const char           *value,
                                     const char           *why);

G_END_DECLS
