/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/binding.h"

G_BEGIN_DECLS

/* Why a row cannot be read, whatever its cells mean: a translated sentence, and the column
 * of the cell that shows it. `headings` are the header row's, without blanks around them.
 * NULL: nothing is wrong. */
const char *daybook_row_find_fault (const DaybookTableRow *row,
                                    const GPtrArray       *headings,
                                    guint                 *column);

G_END_DECLS
