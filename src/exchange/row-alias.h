/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/binding.h"

G_BEGIN_DECLS

/* Where an order has two numbers and rows of it may leave out the one by which it is known, as
 * eBay's order number: such a row is told by the other, when the row before it had both. */
typedef struct
{
  GString *number; /* of the last row that had both */
  GString *other;
} DaybookRowAlias;

void daybook_row_alias_init   (DaybookRowAlias       *self);
void daybook_row_alias_clear  (DaybookRowAlias       *self);
/* Takes the next row; `number`, which was read of it, becomes that of its order. */
void daybook_row_alias_follow (DaybookRowAlias       *self,
                               const DaybookBinding  *binding,
                               const DaybookTableRow *row,
                               GString               *number);

G_END_DECLS
