/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"
#include "headers.h"
#include "order-fixture.h"
#include "table-rows.h"

#include "exchange/order-code.h"

static const DaybookValue *
line_value (Fixture *fixture,
            guint    index,
            guint    line,
            guint    field)
{
  g_assert_cmpuint (line, <, order (fixture, index)->lines->len);
  return &g_array_index (order (fixture, index)->lines, DaybookLineRecord, line).values[field];
}

static void
test_orders (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (ETSY_ORDERS);

  add_row (table, ETSY_ORDERS, ',', "Sale Date", "09/03/26", "Order ID", "3456789012", "Buyer User ID", "annlee", "Full Name", "Ann Lee",
           "Number of Items", "3", "Date Shipped", "09/05/26", "Street 1", "1 Long Road", "Ship City", "Leeds", "Ship Zipcode", "LS1 1AA",
           "Ship Country", "United Kingdom", "Currency", "GBP", "Order Value", "60.00", "Shipping", "8.00", "Order Total", "68.00",
           "Status", "Completed", "Adjusted Order Total", "0.00", "Adjusted Net Order Amount", "0.00", NULL);
  add_row (table, ETSY_ORDERS, ',', "Sale Date", "12/31/25", "Order ID", "3456789013", "Buyer User ID", "bea", "Currency", "USD",
           "Order Total", "$5.00", "Shipping", "0.00", "Adjusted Order Total", "3.50", NULL);
  add_row (table, ETSY_ORDERS, ',', "Sale Date", "01/02/26", "Order ID", "3456789014", "Currency", "EUR",
           "Order Total", "\"1.012,00\"", "Shipping", "3.50", "Date Shipped", "01/03/26", NULL);

  parse (fixture, table->str);
  g_assert_cmpstr (fixture->platform, ==, "etsy");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 3);

  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "3456789012");
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2026-09-03T00:00:00Z");
  assert_time (fixture, 0, DAYBOOK_ORDER_SHIPPED_AT, "2026-09-05T00:00:00Z");
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_COMPLETED);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 6800);
  assert_number (fixture, 0, DAYBOOK_ORDER_POSTAGE, 800);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 6800);
  assert_number (fixture, 0, DAYBOOK_ORDER_QUANTITY, 3);
  assert_text (fixture, 0, DAYBOOK_ORDER_CURRENCY, "GBP");
  assert_text (fixture, 0, DAYBOOK_ORDER_REGION, "United Kingdom Leeds");
  assert_text (fixture, 0, DAYBOOK_ORDER_ADDRESS, "1 Long Road, Leeds, LS1 1AA, United Kingdom");
  g_assert_cmpstr (((Seen *) g_ptr_array_index (fixture->orders, 0))->account, ==, "annlee");
  /* 0.00 may be that all went back, or that nothing was adjusted: it says nothing. */
  g_assert_false (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_REFUND));
  assert_none (fixture, 0, DAYBOOK_ORDER_REFUND);
  assert_none (fixture, 0, DAYBOOK_ORDER_REFUNDED);

  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
  assert_number (fixture, 1, DAYBOOK_ORDER_TOTAL, 500);
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUNDED, 150);
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  /* Both decimal signs in one file. */
  assert_number (fixture, 2, DAYBOOK_ORDER_TOTAL, 101200);
  assert_number (fixture, 2, DAYBOOK_ORDER_POSTAGE, 350);
  assert_number (fixture, 2, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  g_assert_nonnull (g_strrstr (fixture->sums, "\"first_date\":\"2025-12-31\",\"last_date\":\"2026-09-03\""));
}

static void
test_statuses (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char  *status;
    const char  *shipped;
    DaybookStage stage;
  } CASES[] = {
    { "Paid", "", DAYBOOK_STAGE_PAID },
    { "Paid", "09/05/26", DAYBOOK_STAGE_SHIPPED },
    { "completed", "09/05/26", DAYBOOK_STAGE_COMPLETED },
    { "Canceled", "", DAYBOOK_STAGE_CLOSED },
    { "", "", DAYBOOK_STAGE_PAID },
    { "", "09/05/26", DAYBOOK_STAGE_SHIPPED },
    /* No word is taken for another, shipped or not. */
    { "In dispute", "09/05/26", DAYBOOK_STAGE_UNKNOWN },
  };
  g_autoptr(GString) table = g_string_new (ETSY_ORDERS);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *number = g_strdup_printf ("34567890%02u", i);

      add_row (table, ETSY_ORDERS, ',', "Sale Date", "09/03/26", "Order ID", number, "Currency", "USD", "Order Total", "10.00",
               "Status", CASES[i].status, "Date Shipped", CASES[i].shipped, NULL);
    }
  parse (fixture, table->str);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    assert_number (fixture, i, DAYBOOK_ORDER_STAGE, CASES[i].stage);
  assert_text (fixture, 6, DAYBOOK_ORDER_STATUS, "In dispute");
  /* Of one that was canceled, or that nobody knows, it is not said that it was paid. */
  assert_none (fixture, 3, DAYBOOK_ORDER_PAID);
  assert_none (fixture, 6, DAYBOOK_ORDER_PAID);
  assert_number (fixture, 1, DAYBOOK_ORDER_PAID, 1000);
}

static void
test_bad_dates (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (ETSY_ORDERS);

  add_row (table, ETSY_ORDERS, ',', "Sale Date", "13/09/26", "Order ID", "3456789012", "Currency", "USD", NULL);
  add_row (table, ETSY_ORDERS, ',', "Sale Date", "02/30/26", "Order ID", "3456789013", "Currency", "USD", NULL);
  add_row (table, ETSY_ORDERS, ',', "Sale Date", "03/09/2026", "Order ID", "3456789014", "Currency", "USD", NULL);
  parse (fixture, table->str);
  g_assert_cmpuint (fixture->orders->len, ==, 0);
  assert_problem (fixture, 0, "2|Sale Date|13/09/26|“13/09/26” is not a date as this platform writes it (MM/DD/YY).");
  assert_problem (fixture, 1, "3|Sale Date|02/30/26|");
  assert_problem (fixture, 2, "4|Sale Date|03/09/2026|");
}

static void
add_item (GString    *table,
          const char *number,
          const char *transaction,
          const char *title,
          const char *price,
          const char *shipped)
{
  add_row (table, ETSY_ITEMS, ',', "Sale Date", "09/03/26", "Item Name", title, "Buyer", "Ann Lee (annlee)", "Quantity", "2", "Price", price,
           "Order Shipping", "8.00", "Item Total", "24.00", "Currency", "EUR", "Transaction ID", transaction, "Listing ID", "77",
           "Date Paid", "09/04/26", "Date Shipped", shipped, "Ship Name", "Ann Lee", "Ship City", "Leeds", "Order ID", number,
           "Variations", "\"Colour:Blue,Size:L\"", NULL);
}

static void
test_items (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (ETSY_ITEMS);

  add_item (table, "3456789012", "4001", "\"Cup, blue\"", "\"12,00\"", "");
  add_item (table, "3456789012", "4002", "Saucer", "3.50", "");
  add_item (table, "3456789012", "4003", "Saucer", "3.50", "");
  add_item (table, "3456789013", "4004", "Pot", "$5.00", "09/05/26");
  add_item (table, "3456789014", "4005", "Pot", "5.00", "09/05/26");

  parse (fixture, table->str);
  g_assert_cmpstr (fixture->platform, ==, "etsy");
  /* Dollars among euros are no euros. */
  g_assert_cmpuint (fixture->problems->len, ==, 1);
  assert_problem (fixture, 0, "5|Price|$5.00|“$5.00” is not in EUR");
  g_assert_cmpuint (fixture->orders->len, ==, 2);

  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
  assert_time (fixture, 0, DAYBOOK_ORDER_PAID_AT, "2026-09-04T00:00:00Z");
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 3);
  assert_line (fixture, 0, 0, "Cup, blue", 2);
  g_assert_cmpstr (line_value (fixture, 0, 0, DAYBOOK_LINE_NUMBER)->text, ==, "4001");
  g_assert_cmpstr (line_value (fixture, 0, 0, DAYBOOK_LINE_VARIANT)->text, ==, "Colour:Blue,Size:L");
  g_assert_cmpint (line_value (fixture, 0, 0, DAYBOOK_LINE_PRICE)->number, ==, 1200);
  g_assert_cmpint (line_value (fixture, 0, 1, DAYBOOK_LINE_PRICE)->number, ==, 350);
  assert_number (fixture, 0, DAYBOOK_ORDER_QUANTITY, 6);

  /* What the order came to stands in the other file, and so does whether it was canceled. */
  g_assert_false (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_TOTAL));
  assert_none (fixture, 0, DAYBOOK_ORDER_PAID);
  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  g_assert_false (daybook_record_carries (order (fixture, 1), DAYBOOK_ORDER_STAGE));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/etsy/orders", test_orders);
  ADD ("/etsy/statuses", test_statuses);
  ADD ("/etsy/bad-dates", test_bad_dates);
  ADD ("/etsy/items", test_items);

  return g_test_run ();
}
