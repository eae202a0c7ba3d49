/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What bills and an order say of the same money. Amounts are minor units of the order's
 * currency: `received` from the buyer, `returned` to the buyer, by all bills together. */

typedef enum
{
  DAYBOOK_BILLED_AGREES = 0,
  DAYBOOK_BILLED_RECEIVED = 1 << 0, /* what was paid differs */
  DAYBOOK_BILLED_RETURNED = 1 << 1, /* what was refunded differs */
} DaybookBilled;

/* A bill of later days than the payment's has the refund alone: where it has received nothing
 * it says nothing of what was paid, and where it has returned nothing nothing of refunds. */
DaybookBilled daybook_billed_compare (const DaybookRow *order,
                                      gint64            received,
                                      gint64            returned);
/* The same as it is stored, of an order that bills have. */
DaybookBills  daybook_billed_judge   (const DaybookRow *order,
                                      gint64            received,
                                      gint64            returned);

G_END_DECLS
