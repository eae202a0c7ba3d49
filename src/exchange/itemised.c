/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of shops abroad: they tell an order's goods line by line, and its total, but have no
 * column of what was paid. */

#include "exchange/order-code.h"

#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

static gboolean
is_set (const DaybookOrderRecord *record,
        guint                     field)
{
  return record->values[field].type == DAYBOOK_VALUE_INT;
}

/* Of a closed order nobody knows whether it was ever paid, unless a time or a refund says so. */
static gboolean
was_paid (const DaybookOrderRecord *record,
          gboolean                 *known)
{
  DaybookStage stage = (DaybookStage) daybook_record_number (record, DAYBOOK_ORDER_STAGE);
  gboolean traced = is_set (record, DAYBOOK_ORDER_PAID_AT) || daybook_record_number (record, DAYBOOK_ORDER_REFUNDED) > 0
                    || daybook_record_number (record, DAYBOOK_ORDER_REFUND) >= DAYBOOK_REFUND_PART;

  *known = traced || (stage != DAYBOOK_STAGE_UNKNOWN && stage != DAYBOOK_STAGE_CLOSED);
  return traced || stage > DAYBOOK_STAGE_UNPAID;
}

/* All of it, once anything was. As certain as the stage is. */
static void
settle_paid (DaybookOrderRecord *record)
{
  gboolean known;
  gboolean paid = was_paid (record, &known);
  gint64 amount = paid ? daybook_record_number (record, DAYBOOK_ORDER_TOTAL) : 0;

  if (!known || !is_set (record, DAYBOOK_ORDER_TOTAL) || daybook_record_carries (record, DAYBOOK_ORDER_PAID))
    return;

  if (daybook_record_carries (record, DAYBOOK_ORDER_STAGE) || is_set (record, DAYBOOK_ORDER_PAID_AT))
    daybook_record_conclude (record, DAYBOOK_ORDER_PAID, amount);
  else
    daybook_record_set_int (record, DAYBOOK_ORDER_PAID, amount);
  if (paid && (record->summed & BIT (DAYBOOK_ORDER_TOTAL)) != 0)
    record->summed |= BIT (DAYBOOK_ORDER_PAID);
}

void
daybook_itemised_finish (DaybookOrderRecord       *record,
                         const DaybookOrderExtras *extras)
{
  settle_paid (record);
  daybook_record_conclude_items (record);
}
