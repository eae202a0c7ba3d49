/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"
#include "exchange/order-value.h"

G_BEGIN_DECLS

/* What the rows of one order add up to, where no column has it: an order's total on platforms
 * whose files tell prices of lines alone. A row that does not say its part leaves the sum open:
 * then it is absent, never less than it is. */
typedef struct
{
  const DaybookBinding *binding;
  GArray               *sums; /* Sum, as the binding's */
  GString              *text;
} DaybookOrderSums;

/* `binding` must outlive it. */
void     daybook_order_sums_init   (DaybookOrderSums          *self,
                                    const DaybookBinding      *binding);
void     daybook_order_sums_clear  (DaybookOrderSums          *self);
/* Another order begins. */
void     daybook_order_sums_begin  (DaybookOrderSums          *self);
/* Its next row.
 * Errors: FORMAT, an amount that is none: it stands in `column`, and in `self->text`. */
gboolean daybook_order_sums_add    (DaybookOrderSums          *self,
                                    const DaybookValueContext *context,
                                    const DaybookTableRow     *row,
                                    guint                     *column,
                                    GError                   **error);
/* Whether a row so far has told an amount. */
gboolean daybook_order_sums_began  (const DaybookOrderSums    *self);
/* Puts into the record what is known, and which of its fields are sums. */
void     daybook_order_sums_settle (const DaybookOrderSums    *self,
                                    DaybookOrderRecord        *record);
/* Of a line whose price is that of all its pieces: the price of one, and none where that would
 * leave a rest. */
void     daybook_line_part_price   (DaybookLineRecord         *line);

G_END_DECLS
