/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* What a customer's orders come to, worked out when somebody looks at the customer:
 * an index leads to the few orders of each. */

/* So many of the newest orders are counted and summed; one who has more is no single
 * person, and a list does not wait for all of them. */
#define DAYBOOK_TOTALS_MAX 1000

typedef struct
{
  char   *currency;
  gint64  amount;
} DaybookTotal;

typedef struct
{
  guint   n_orders; /* not deleted; DAYBOOK_TOTALS_MAX: or more */
  gint64  newest;   /* when it was ordered; 0 when that is not known */
  GArray *paid;     /* DaybookTotal: of each currency, in the order of the newest */
} DaybookCustomerTotals;

DaybookCustomerTotals *daybook_reader_customer_totals (DaybookReader  *self,
                                                       gint64          customer,
                                                       GError        **error);
void                   daybook_customer_totals_free   (DaybookCustomerTotals *totals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCustomerTotals, daybook_customer_totals_free)

G_END_DECLS
