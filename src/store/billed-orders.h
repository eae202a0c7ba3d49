/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What the bills say of an order's money (core/order.h: bills, received, returned). It follows
 * from the order and its payments, and is worked out anew whenever one of them changes. */

/* Of payments: whether they speak of the order whose number and payment are bound. */
#define DAYBOOK_BILLED_MATCH \
  "(order_number = :number OR merchant_number = :number OR number = :payment OR merchant_number = :payment)"

/* Whether there are any: else an order need not be asked about. */
gboolean daybook_billed_any          (DaybookDatabase      *db);
/* @order: its key. */
gboolean daybook_billed_tell         (DaybookTransaction   *transaction,
                                      gint64                order,
                                      GError              **error);
/* The orders of a number of the shop (a key); nothing where the number is empty. */
gboolean daybook_billed_tell_number  (DaybookTransaction   *transaction,
                                      gint64                shop,
                                      const char           *number,
                                      GError              **error);
/* The keys (gint64) of the orders that a payment speaks of. */
GArray  *daybook_billed_orders       (DaybookDatabase      *db,
                                      const DaybookRow     *payment,
                                      GError              **error);
/* ... of a payment of that key. */
gboolean daybook_billed_tell_payment (DaybookTransaction   *transaction,
                                      gint64                payment,
                                      GError              **error);
/* After a field of a row, or the row itself where `field` is DAYBOOK_FIELD_DELETED, was taken
 * back or brought back. Nothing where it has to do with no order's money. */
gboolean daybook_billed_tell_undone  (DaybookTransaction   *transaction,
                                      const DaybookTable   *table,
                                      gint64                row,
                                      guint                 field,
                                      GError              **error);

G_END_DECLS
