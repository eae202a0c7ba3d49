/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/billed.h"

#define NOT_TOLD -1

static DaybookRow *
make_order (gint64 total,
            gint64 paid,
            gint64 refunded)
{
  DaybookRow *order = daybook_row_new (&daybook_orders);

  if (total != NOT_TOLD)
    order->values[DAYBOOK_ORDER_TOTAL] = daybook_value_int (total);
  if (paid != NOT_TOLD)
    order->values[DAYBOOK_ORDER_PAID] = daybook_value_int (paid);
  if (refunded != NOT_TOLD)
    order->values[DAYBOOK_ORDER_REFUNDED] = daybook_value_int (refunded);
  return order;
}

static void
test_compare (void)
{
  static const struct
  {
    gint64 total, paid, refunded; /* as the order says */
    gint64 received, returned;    /* as the bills say */
    int    billed;
    DaybookBills bills;
  } CASES[] = {
    { 100, 100, NOT_TOLD, 100, 0, DAYBOOK_BILLED_AGREES, DAYBOOK_BILLS_AGREE },
    /* Paid with a coupon of the platform: the total is what arrived. */
    { 100, 90, NOT_TOLD, 100, 0, DAYBOOK_BILLED_AGREES, DAYBOOK_BILLS_AGREE },
    { NOT_TOLD, NOT_TOLD, NOT_TOLD, 100, 0, DAYBOOK_BILLED_AGREES, DAYBOOK_BILLS_AGREE },
    { 100, NOT_TOLD, NOT_TOLD, 90, 0, DAYBOOK_BILLED_RECEIVED, DAYBOOK_BILLS_DIFFER },
    { 100, 95, NOT_TOLD, 90, 0, DAYBOOK_BILLED_RECEIVED, DAYBOOK_BILLS_DIFFER },
    /* Told less what went back. */
    { 120, 70, 30, 100, 30, DAYBOOK_BILLED_AGREES, DAYBOOK_BILLS_AGREE },
    { 100, 100, 30, 100, 30, DAYBOOK_BILLED_AGREES, DAYBOOK_BILLS_AGREE },
    { 100, 100, 30, 100, 20, DAYBOOK_BILLED_RETURNED, DAYBOOK_BILLS_DIFFER },
    { 100, 100, NOT_TOLD, 100, 20, DAYBOOK_BILLED_RETURNED, DAYBOOK_BILLS_DIFFER },
    { 100, 100, NOT_TOLD, 90, 20, DAYBOOK_BILLED_RECEIVED | DAYBOOK_BILLED_RETURNED, DAYBOOK_BILLS_DIFFER },
    /* A bill of later days. */
    { 100, 100, 30, 0, 30, DAYBOOK_BILLED_AGREES, DAYBOOK_BILLS_AGREE },
    { 100, 100, 30, 100, 0, DAYBOOK_BILLED_AGREES, DAYBOOK_BILLS_WAIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookRow) order = make_order (CASES[i].total, CASES[i].paid, CASES[i].refunded);

      g_test_message ("case %u", i);
      g_assert_cmpint (daybook_billed_compare (order, CASES[i].received, CASES[i].returned), ==, CASES[i].billed);
      g_assert_cmpint (daybook_billed_judge (order, CASES[i].received, CASES[i].returned), ==, CASES[i].bills);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/billed/compare", test_compare);
  return g_test_run ();
}
