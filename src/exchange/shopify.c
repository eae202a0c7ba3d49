/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shopify's orders_export: an order's own cells stand in its first row, and each
 * row is a line (PLATFORMS §1.1). */

#include "exchange/order-code.h"

static const char *const UNPAID[] = { "pending", "authorized", "voided", "expired", "unpaid", NULL };

static gboolean
is_financial (const DaybookOrderExtras *extras,
              const char               *word)
{
  const char *financial = daybook_order_extra (extras, "financial");

  return financial != NULL && g_ascii_strcasecmp (financial, word) == 0;
}

static gboolean
is_unpaid (const DaybookOrderExtras *extras)
{
  for (guint i = 0; UNPAID[i] != NULL; i++)
    if (is_financial (extras, UNPAID[i]))
      return TRUE;

  return FALSE;
}

/* The file has no column of what was paid: it is the total less what is still
 * outstanding, and nothing while the money was not taken. In a file without the
 * words that say so all of it is a guess, not carried. */
static void
settle_paid (DaybookOrderRecord       *record,
             const DaybookOrderExtras *extras)
{
  const char *financial = daybook_order_extra (extras, "financial");
  gint64 total = daybook_record_number (record, DAYBOOK_ORDER_TOTAL);
  gint64 outstanding = 0;
  gboolean told = daybook_order_extra_money (extras, "outstanding", record, &outstanding);

  /* A blank total is none of 0, and a part may be any. */
  if (record->values[DAYBOOK_ORDER_TOTAL].type != DAYBOOK_VALUE_INT || (is_financial (extras, "partially_paid") && !told))
    return;

  if (financial == NULL)
    daybook_record_set_int (record, DAYBOOK_ORDER_PAID, MAX (total - outstanding, 0));
  else if (*financial != '\0')
    daybook_record_conclude (record, DAYBOOK_ORDER_PAID, is_unpaid (extras) ? 0 : MAX (total - outstanding, 0));
}

/* The words go before the amount: a refund may be of less than the total (the
 * postage was kept) and yet be all there is to it. */
static void
conclude_refund (DaybookOrderRecord       *record,
                 const DaybookOrderExtras *extras)
{
  if (is_financial (extras, "refunded"))
    daybook_record_conclude (record, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
  else if (is_financial (extras, "partially_refunded"))
    daybook_record_conclude (record, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
}

void
daybook_shopify_finish (DaybookOrderRecord       *record,
                        const DaybookOrderExtras *extras)
{
  settle_paid (record, extras);
  conclude_refund (record, extras);
  daybook_record_conclude_items (record);
}
