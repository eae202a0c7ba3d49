/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/binding.h"

G_BEGIN_DECLS

/* Several lines in the cells of one row, joined by a sign, as “A1;A2” in the column of the
 * line's number: the row as if each line had one of its own. */
typedef struct _DaybookRowParts DaybookRowParts;

/* NULL: the row is of one line. Both must outlive it. */
DaybookRowParts *daybook_row_parts_new   (const DaybookBinding  *binding,
                                          const DaybookTableRow *row);
void             daybook_row_parts_free  (DaybookRowParts       *self);
guint            daybook_row_parts_count (const DaybookRowParts *self);
/* One line's row, valid until the next. Of a cell that has not as many parts as there are lines
 * each line has the whole; but an amount or a count of the order's stands in the first row only, so
 * that it is not taken twice, and one of a line's in none, as nobody knows which line it is of. */
void             daybook_row_parts_get   (DaybookRowParts       *self,
                                          guint                  part,
                                          DaybookTableRow       *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookRowParts, daybook_row_parts_free)

G_END_DECLS
