/* SPDX-License-Identifier: GPL-3.0-or-later */

/* WooCommerce's Advanced Order Export (PLATFORMS §1.1). */

#include "exchange/clean.h"
#include "exchange/order-code.h"

static gboolean
is_refunded (const DaybookOrderRecord *record)
{
  g_autofree char *status = daybook_clean_fold (daybook_record_text (record, DAYBOOK_ORDER_STATUS));

  return g_str_equal (status, "refunded") || g_str_equal (status, "wc-refunded");
}

/* The status goes before the amount. */
static void
conclude_refund (DaybookOrderRecord *record)
{
  if (is_refunded (record))
    daybook_record_conclude (record, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
}

void
daybook_woocommerce_finish (DaybookOrderRecord       *record,
                            const DaybookOrderExtras *extras)
{
  conclude_refund (record);
  daybook_itemised_finish (record, extras);
}
