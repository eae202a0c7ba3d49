/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/facts.h"

G_BEGIN_DECLS

/* What bills say of an order's money, beside what its platform says: sums, and a sentence where
 * the two do not agree. Nothing where no bill has the order. */
void daybook_order_payments_sum_up (DaybookFacts     *facts,
                                    DaybookDesk      *desk,
                                    const DaybookRow *order);
/* The lines of the bills, newest first. */
void daybook_order_payments_fill   (DaybookFacts     *facts,
                                    DaybookDesk      *desk,
                                    const DaybookRow *order);

G_END_DECLS
