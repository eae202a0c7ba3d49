/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"
#include "headers.h"
#include "order-fixture.h"
#include "table-rows.h"

#include "exchange/order-code.h"

static void
add_item (GString    *table,
          const char *number,
          const char *line,
          const char *title,
          const char *quantity)
{
  add_row (table, WOOCOMMERCE, ',', "Order Number", number, "Order Status", "Processing", "Order Date", "2019-03-15T10:00:00.000Z",
           "Customer Note", "\"Please ring,\ntwice\"", "First Name (Billing)", "Ann", "Last Name (Billing)", "Lee", "Email (Billing)", "ann@example.com",
           "Phone (Billing)", "2065550101", "First Name (Shipping)", "Bea", "Last Name (Shipping)", "Lee", "Address 1&2 (Shipping)", "1 Long Road",
           "City (Shipping)", "Seattle", "State Code (Shipping)", "WA", "Postcode (Shipping)", "98101", "Country Code (Shipping)", "US",
           "Item #", line, "SKU", "CUP", "Name", title, "Product Variation", "Blue", "Quantity", quantity, "Quantity (- Refund)", quantity,
           "Item Cost", "10.00", "Order Shipping Amount", "5.00", "Order Refund Amount", "0.00", "Order Total Amount", "35.00",
           "Total items", "2", NULL);
}

/* One row an item, the order's cells in each. */
static void
test_items (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (WOOCOMMERCE);

  add_item (table, "1001", "1", "\"Cup, blue\"", "1");
  add_item (table, "1001", "2", "Saucer", "2");
  parse (fixture, table->str);

  g_assert_cmpstr (fixture->platform, ==, "woocommerce");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "1001");
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2019-03-15T10:00:00Z");
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 3500);
  assert_number (fixture, 0, DAYBOOK_ORDER_POSTAGE, 500);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 3500);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_NONE);
  assert_number (fixture, 0, DAYBOOK_ORDER_QUANTITY, 3);
  assert_text (fixture, 0, DAYBOOK_ORDER_RECEIVER, "Bea Lee");
  assert_text (fixture, 0, DAYBOOK_ORDER_PHONE, "2065550101");
  assert_text (fixture, 0, DAYBOOK_ORDER_REGION, "US WA Seattle");
  assert_text (fixture, 0, DAYBOOK_ORDER_BUYER_NOTE, "Please ring,\ntwice");
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  assert_line (fixture, 0, 0, "Cup, blue", 1);
  assert_line (fixture, 0, 1, "Saucer", 2);
  g_assert_cmpint (g_array_index (order (fixture, 0)->lines, DaybookLineRecord, 1).values[DAYBOOK_LINE_PRICE].number, ==, 1000);
  g_assert_cmpstr (((Seen *) g_ptr_array_index (fixture->orders, 0))->account, ==, "ann@example.com");
}

/* ... or in its first row alone. */
static void
test_blank_cells (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (WOOCOMMERCE);

  add_item (table, "1001", "1", "Cup", "1");
  add_row (table, WOOCOMMERCE, ',', "Item #", "2", "Name", "Saucer", "Quantity", "2", "Item Cost", "10.00", NULL);
  parse (fixture, table->str);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
}

static void
test_statuses (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char    *status;
    DaybookStage   stage;
    int            paid; /* -1: not said */
  } CASES[] = {
    { "Pending payment", DAYBOOK_STAGE_UNPAID, 0 },
    { "wc-pending", DAYBOOK_STAGE_UNPAID, 0 },
    { "On hold", DAYBOOK_STAGE_UNPAID, 0 },
    { "wc-on-hold", DAYBOOK_STAGE_UNPAID, 0 },
    { "processing", DAYBOOK_STAGE_PAID, 1000 },
    { "wc-processing", DAYBOOK_STAGE_PAID, 1000 },
    { "Completed", DAYBOOK_STAGE_COMPLETED, 1000 },
    { "wc-completed", DAYBOOK_STAGE_COMPLETED, 1000 },
    { "Cancelled", DAYBOOK_STAGE_CLOSED, -1 },
    { "wc-failed", DAYBOOK_STAGE_CLOSED, -1 },
    { "wc-refunded", DAYBOOK_STAGE_CLOSED, 1000 },
    /* A plug-in's own. */
    { "wc-sk-delivered", DAYBOOK_STAGE_UNKNOWN, -1 },
  };
  g_autoptr(GString) table = g_string_new (WOOCOMMERCE);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", 1000 + i);

      add_row (table, WOOCOMMERCE, ',', "Order Number", number, "Order Status", CASES[i].status, "Order Date", "2018-05-16 09:38:00",
               "Item #", "1", "Name", "Cup", "Order Total Amount", "10.00", NULL);
    }
  parse (fixture, table->str);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      assert_number (fixture, i, DAYBOOK_ORDER_STAGE, CASES[i].stage);
      if (CASES[i].paid < 0)
        assert_none (fixture, i, DAYBOOK_ORDER_PAID);
      else
        assert_number (fixture, i, DAYBOOK_ORDER_PAID, CASES[i].paid);
    }
  assert_text (fixture, 11, DAYBOOK_ORDER_STATUS, "wc-sk-delivered");
  assert_number (fixture, 10, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
}

static void
test_refunds (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const AMOUNTS[] = { "3.00", "-3.00", "10.00", "0.00", "" };
  g_autoptr(GString) table = g_string_new (WOOCOMMERCE);

  for (guint i = 0; i < G_N_ELEMENTS (AMOUNTS); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", 1000 + i);

      add_row (table, WOOCOMMERCE, ',', "Order Number", number, "Order Status", "completed", "Name", "Cup", "Quantity", "2",
               "Quantity (- Refund)", "1", "Order Total Amount", "10.00", "Order Refund Amount", AMOUNTS[i], NULL);
    }
  parse (fixture, table->str);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUNDED, 300);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUNDED, 300);
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  assert_number (fixture, 2, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
  assert_number (fixture, 3, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_NONE);
  assert_none (fixture, 4, DAYBOOK_ORDER_REFUND);
  /* What was ordered, not what is left of it. */
  assert_line (fixture, 0, 0, "Cup", 2);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/woocommerce/items", test_items);
  ADD ("/woocommerce/blank-cells", test_blank_cells);
  ADD ("/woocommerce/statuses", test_statuses);
  ADD ("/woocommerce/refunds", test_refunds);

  return g_test_run ();
}
