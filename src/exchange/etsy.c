/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Etsy's EtsySoldOrders and EtsySoldOrderItems (PLATFORMS §1.1). */

#include "exchange/order-code.h"

/* What is left of the total after refunds. 0.00 stands there also where nothing was adjusted, so
 * that it says nothing; nor does an adjustment upwards tell of a refund. */
static void
read_adjusted_total (DaybookOrderRecord       *record,
                     const DaybookOrderExtras *extras)
{
  gint64 total = daybook_record_number (record, DAYBOOK_ORDER_TOTAL);
  gint64 adjusted = 0;

  if (daybook_order_extra_money (extras, "adjusted", record, &adjusted) && adjusted > 0 && adjusted < total)
    daybook_record_conclude (record, DAYBOOK_ORDER_REFUNDED, total - adjusted);
}

void
daybook_etsy_finish (DaybookOrderRecord       *record,
                     const DaybookOrderExtras *extras)
{
  read_adjusted_total (record, extras);
  daybook_itemised_finish (record, extras);
}
