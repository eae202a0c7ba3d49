/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/binding.h"

G_BEGIN_DECLS

/* How many columns have a heading, those without between them included. */
guint       daybook_row_count_named (const GPtrArray       *headings);

/* Why a row cannot be read, whatever its cells mean: a translated sentence, and the column
 * of the cell that shows it. `headings` are the header row's, without blanks around them;
 * no row so far, the header included, has fewer cells than `narrowest`. NULL: nothing is
 * wrong. */
const char *daybook_row_find_fault  (const DaybookTableRow *row,
                                     const DaybookBinding  *binding,
                                     const GPtrArray       *headings,
                                     guint                  narrowest,
                                     guint                 *column);

G_END_DECLS
