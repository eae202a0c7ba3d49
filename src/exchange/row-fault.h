/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/binding.h"

G_BEGIN_DECLS

/* How many columns have a heading, those without between them included. */
guint       daybook_row_count_named (const GPtrArray       *headings);

/* How wide the rows of a table are so far. */
typedef struct
{
  guint narrowest; /* no row has fewer cells, nor has the header as far as it has names */
  guint wide;      /* cells of the last row, when they are more than the header's; or 0 */
  guint n_blank;   /* of the last rows, all with as many: those with only blanks behind the header's */
} DaybookRowWidths;

/* Why a row cannot be read, whatever its cells mean: a translated sentence, and the column
 * of the cell that shows it. `headings` are the header row's, without blanks around them.
 * NULL: nothing is wrong. */
const char *daybook_row_find_fault  (const DaybookTableRow *row,
                                     const DaybookBinding  *binding,
                                     const GPtrArray       *headings,
                                     DaybookRowWidths      *widths,
                                     guint                 *column);

G_END_DECLS
