/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-payments.h"

#include "core/billed.h"
#include "core/money.h"
#include "core/payment.h"
#include "store/entries.h"

#include <glib/gi18n-lib.h>

/* More are read elsewhere. */
#define ROWS_MAX 20

static void
add_field (DaybookFacts     *facts,
           DaybookDesk      *desk,
           const DaybookRow *row,
           guint             field,
           DaybookFactKind   kind)
{
  g_autofree char *value = daybook_desk_format (desk, row, field, DAYBOOK_SHOW_MASKED);

  daybook_facts_add (facts, _(row->table->fields[field].label), value, kind);
}

static char *
format (const DaybookRow *order,
        guint             field)
{
  return daybook_money_format (daybook_row_int (order, field), daybook_row_text (order, DAYBOOK_ORDER_CURRENCY));
}

/* What was paid, as the bills say and as the order says. */
static char *
describe_received (const DaybookRow *order)
{
  g_autofree char *billed = format (order, DAYBOOK_ORDER_RECEIVED);
  g_autofree char *told = format (order, daybook_row_has (order, DAYBOOK_ORDER_PAID) ? DAYBOOK_ORDER_PAID : DAYBOOK_ORDER_TOTAL);

  /* Translators: both are amounts of money. */
  return g_strdup_printf (_("The bills received %1$s, but the order was paid with %2$s."), billed, told);
}

static char *
describe_returned (const DaybookRow *order)
{
  g_autofree char *billed = format (order, DAYBOOK_ORDER_RETURNED);
  g_autofree char *told = format (order, DAYBOOK_ORDER_REFUNDED);

  /* Translators: both are amounts of money. */
  return g_strdup_printf (_("The bills refunded %1$s, but the order %2$s."), billed, told);
}

static void
add_differences (DaybookFacts     *facts,
                 const DaybookRow *order)
{
  DaybookBilled billed = daybook_billed_compare (order, daybook_row_int (order, DAYBOOK_ORDER_RECEIVED),
                                                 daybook_row_int (order, DAYBOOK_ORDER_RETURNED));
  g_autofree char *received = billed & DAYBOOK_BILLED_RECEIVED ? describe_received (order) : NULL;
  g_autofree char *returned = billed & DAYBOOK_BILLED_RETURNED ? describe_returned (order) : NULL;

  daybook_facts_add (facts, "", received, DAYBOOK_FACT_ALARM);
  daybook_facts_add (facts, "", returned, DAYBOOK_FACT_ALARM);
}

void
daybook_order_payments_sum_up (DaybookFacts     *facts,
                               DaybookDesk      *desk,
                               const DaybookRow *order)
{
  DaybookBills bills = (DaybookBills) daybook_row_int (order, DAYBOOK_ORDER_BILLS);

  if (bills == DAYBOOK_BILLS_NONE)
    return;

  add_field (facts, desk, order, DAYBOOK_ORDER_RECEIVED, DAYBOOK_FACT_FIGURE);
  if (daybook_row_int (order, DAYBOOK_ORDER_RETURNED) != 0)
    add_field (facts, desk, order, DAYBOOK_ORDER_RETURNED, DAYBOOK_FACT_FIGURE);
  add_differences (facts, order);
  if (bills == DAYBOOK_BILLS_WAIT)
    daybook_facts_add (facts, "", _("The refund is in no bill so far."), DAYBOOK_FACT_REMARK);
  else if (bills == DAYBOOK_BILLS_AGREE)
    daybook_facts_add (facts, "", _("The bills agree with the order."), DAYBOOK_FACT_REMARK);
}

/* One that has not moved anything says so. */
static char *
describe_amount (DaybookDesk      *desk,
                 const DaybookRow *payment)
{
  g_autofree char *amount = daybook_desk_format (desk, payment, DAYBOOK_PAYMENT_AMOUNT, DAYBOOK_SHOW_MASKED);
  g_autofree char *stage = NULL;

  if (daybook_row_int (payment, DAYBOOK_PAYMENT_STAGE) == DAYBOOK_PAYMENT_DONE)
    return g_steal_pointer (&amount);
  stage = daybook_desk_format (desk, payment, DAYBOOK_PAYMENT_STAGE, DAYBOOK_SHOW_MASKED);
  return g_strdup_printf ("%s · %s", amount, stage);
}

static void
add_payment (DaybookFacts     *facts,
             DaybookDesk      *desk,
             const DaybookRow *payment)
{
  g_autofree char *kind = daybook_desk_format (desk, payment, DAYBOOK_PAYMENT_KIND, DAYBOOK_SHOW_MASKED);
  g_autofree char *amount = describe_amount (desk, payment);

  daybook_facts_add (facts, kind, amount, DAYBOOK_FACT_PLAIN);
  add_field (facts, desk, payment, DAYBOOK_PAYMENT_AT, DAYBOOK_FACT_PLAIN);
  add_field (facts, desk, payment, DAYBOOK_PAYMENT_PLATFORM, DAYBOOK_FACT_PLAIN);
  add_field (facts, desk, payment, DAYBOOK_PAYMENT_NUMBER, DAYBOOK_FACT_COPY);
}

void
daybook_order_payments_fill (DaybookFacts     *facts,
                             DaybookDesk      *desk,
                             const DaybookRow *order)
{
  DaybookReader *reader = daybook_store_get_reader (daybook_desk_get_store (desk));
  g_autoptr(GPtrArray) rows = daybook_reader_entries (reader, &daybook_payments, order, ROWS_MAX, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_payment (facts, desk, g_ptr_array_index (rows, i));
}
