/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/billed.h"

/* Platforms tell what was paid as it came, less what went back since, or only as the total. */
static gboolean
is_paid_so (const DaybookRow *order,
            gint64            received,
            gint64            returned)
{
  gint64 paid = daybook_row_int (order, DAYBOOK_ORDER_PAID);
  gint64 total = daybook_row_int (order, DAYBOOK_ORDER_TOTAL);
  gboolean is_known = daybook_row_has (order, DAYBOOK_ORDER_PAID) || daybook_row_has (order, DAYBOOK_ORDER_TOTAL);

  return received == 0 || !is_known || received == paid || received == total || received - returned == paid;
}

DaybookBilled
daybook_billed_compare (const DaybookRow *order,
                        gint64            received,
                        gint64            returned)
{
  DaybookBilled billed = DAYBOOK_BILLED_AGREES;

  if (!is_paid_so (order, received, returned))
    billed |= DAYBOOK_BILLED_RECEIVED;
  if (returned > 0 && returned != daybook_row_int (order, DAYBOOK_ORDER_REFUNDED))
    billed |= DAYBOOK_BILLED_RETURNED;
  return billed;
}

DaybookBills
daybook_billed_judge (const DaybookRow *order,
                      gint64            received,
                      gint64            returned)
{
  if (daybook_billed_compare (order, received, returned) != DAYBOOK_BILLED_AGREES)
    return DAYBOOK_BILLS_DIFFER;
  return returned == 0 && daybook_row_int (order, DAYBOOK_ORDER_REFUNDED) > 0 ? DAYBOOK_BILLS_WAIT : DAYBOOK_BILLS_AGREE;
}
