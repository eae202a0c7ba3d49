/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/order-each.h"

#include <string.h>

#define U DAYBOOK_STAGE_UNPAID
#define P DAYBOOK_STAGE_PAID
#define S DAYBOOK_STAGE_SHIPPED
#define C DAYBOOK_STAGE_COMPLETED
#define X DAYBOOK_STAGE_CLOSED
#define Q DAYBOOK_STAGE_UNKNOWN

static void
test_decide (void)
{
  static const struct { DaybookStage stages[4]; guint n, line; } CASES[] = {
    { { S }, 1, 0 },
    { { X }, 1, 0 },
    { { X, X, X }, 3, 0 },
    { { X, C, X }, 3, 1 },
    { { C, S, P }, 3, 2 },
    { { P, S, C }, 3, 0 },
    { { S, S }, 2, 0 },
    { { X, U, P }, 3, 1 },
    { { C, Q, X }, 3, 1 },
    { { X, C, X, S }, 4, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpuint (daybook_order_each_decide (CASES[i].stages, CASES[i].n), ==, CASES[i].line);
}

static void
test_refund (void)
{
  static const struct { DaybookRefund one, other, both; } CASES[] = {
    { DAYBOOK_REFUND_NONE, DAYBOOK_REFUND_NONE, DAYBOOK_REFUND_NONE },
    { DAYBOOK_REFUND_FULL, DAYBOOK_REFUND_FULL, DAYBOOK_REFUND_FULL },
    { DAYBOOK_REFUND_PART, DAYBOOK_REFUND_PART, DAYBOOK_REFUND_PART },
    { DAYBOOK_REFUND_FULL, DAYBOOK_REFUND_NONE, DAYBOOK_REFUND_PART },
    { DAYBOOK_REFUND_FULL, DAYBOOK_REFUND_ASKED, DAYBOOK_REFUND_PART },
    { DAYBOOK_REFUND_ASKED, DAYBOOK_REFUND_NONE, DAYBOOK_REFUND_ASKED },
    { DAYBOOK_REFUND_PART, DAYBOOK_REFUND_NONE, DAYBOOK_REFUND_PART },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_assert_cmpint (daybook_order_each_refund (CASES[i].one, CASES[i].other), ==, CASES[i].both);
      g_assert_cmpint (daybook_order_each_refund (CASES[i].other, CASES[i].one), ==, CASES[i].both);
    }
}

/* What the record has of the field, put to what was said before. */
static void
join_number (DaybookOrderRecord *record,
             guint               field,
             gint64              before,
             gint64              expected)
{
  const DaybookValue said = daybook_value_int (before);

  daybook_order_each_join (record, field, &said);
  g_assert_cmpint (record->values[field].number, ==, expected);
}

static void
test_numbers (void)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();

  daybook_record_set_int (record, DAYBOOK_ORDER_PAID, 500);
  daybook_record_set_int (record, DAYBOOK_ORDER_QUANTITY, 2);
  daybook_record_set_int (record, DAYBOOK_ORDER_SHIPPED_AT, 1000);
  join_number (record, DAYBOOK_ORDER_PAID, 250, 750);
  join_number (record, DAYBOOK_ORDER_QUANTITY, 3, 5);
  join_number (record, DAYBOOK_ORDER_SHIPPED_AT, 900, 1000);
  join_number (record, DAYBOOK_ORDER_SHIPPED_AT, 1100, 1100);
  /* A blank cell takes nothing away. */
  join_number (record, DAYBOOK_ORDER_TOTAL, 70, 70);
}

static void
test_texts (void)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  DaybookValue said = { .type = DAYBOOK_VALUE_TEXT, .text = (char *) "SF1, SF2" };

  daybook_record_set_text (record, DAYBOOK_ORDER_TRACKING, "SF2");
  daybook_order_each_join (record, DAYBOOK_ORDER_TRACKING, &said);
  g_assert_cmpstr (record->values[DAYBOOK_ORDER_TRACKING].text, ==, "SF1, SF2");

  daybook_record_set_text (record, DAYBOOK_ORDER_TRACKING, "SF");
  daybook_order_each_join (record, DAYBOOK_ORDER_TRACKING, &said);
  g_assert_cmpstr (record->values[DAYBOOK_ORDER_TRACKING].text, ==, "SF1, SF2, SF");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/order-each/decide", test_decide);
  g_test_add_func ("/exchange/order-each/refund", test_refund);
  g_test_add_func ("/exchange/order-each/numbers", test_numbers);
  g_test_add_func ("/exchange/order-each/texts", test_texts);
  return g_test_run ();
}
