/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"
#include "headers.h"
#include "order-fixture.h"
#include "table-rows.h"

#include "exchange/order-code.h"

static const DaybookLineRecord *
line_of (Fixture *fixture,
         guint    index,
         guint    line)
{
  g_assert_cmpuint (line, <, order (fixture, index)->lines->len);
  return &g_array_index (order (fixture, index)->lines, DaybookLineRecord, line);
}

static void
assert_price (Fixture *fixture,
              guint    index,
              guint    line,
              gint64   price)
{
  const DaybookValue *value = &line_of (fixture, index, line)->values[DAYBOOK_LINE_PRICE];

  g_assert_cmpint (value->type, ==, DAYBOOK_VALUE_INT);
  g_assert_cmpint (value->number, ==, price);
}

/* One row an item, quotes that mean nothing, times with an offset, totals of lines alone. */
static void
test_order_report (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (AMAZON_ORDERS);

  add_row (table, AMAZON_ORDERS, '\t', "order-id", "701-2234567-1234561", "order-item-id", "40000000000011",
           "purchase-date", "2026-04-10T09:15:00Z", "payments-date", "2026-04-10T09:16:30.250Z", "buyer-email", "abc@marketplace.amazon.com",
           "buyer-name", "Ann Lee", "sku", "CUP-1", "product-name", "Cup 5\" high, \"blue\"", "quantity-purchased", "2", "currency", "USD",
           "item-price", "20.00", "item-tax", "1.60", "shipping-price", "4.99", "shipping-tax", "0.40",
           "recipient-name", "Ann Lee", "ship-address-1", "1 Long Road", "ship-city", "Seattle", "ship-state", "WA",
           "ship-postal-code", "98101", "ship-country", "US", "ship-phone-number", "206-555-0101", NULL);
  add_row (table, AMAZON_ORDERS, '\t', "order-id", "701-2234567-1234561", "order-item-id", "40000000000012",
           "purchase-date", "2026-04-10T09:15:00Z", "payments-date", "2026-04-10T09:16:30.250Z", "buyer-email", "abc@marketplace.amazon.com",
           "buyer-name", "Ann Lee", "sku", "SAUCER", "product-name", "Saucer", "quantity-purchased", "3", "currency", "USD",
           "item-price", "10.00", "item-tax", "", "shipping-price", "0.00",
           "recipient-name", "Ann Lee", "ship-address-1", "1 Long Road", "ship-city", "Seattle", "ship-state", "WA",
           "ship-postal-code", "98101", "ship-country", "US", "ship-phone-number", "206-555-0101", NULL);
  add_row (table, AMAZON_ORDERS, '\t', "order-id", "701-2234567-1234562", "order-item-id", "40000000000013",
           "purchase-date", "2009-01-01T10:50:49-08:00", "payments-date", "2009-01-01T10:50:49-08:00", "sku", "CUP-1",
           "product-name", "Cup", "quantity-purchased", "1", "currency", "USD", "item-price", "", "recipient-name", "Bea", NULL);

  parse (fixture, table->str);
  g_assert_cmpstr (fixture->platform, ==, "amazon");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 2);

  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "701-2234567-1234561");
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2026-04-10T09:15:00Z");
  assert_time (fixture, 0, DAYBOOK_ORDER_PAID_AT, "2026-04-10T09:16:30Z");
  assert_text (fixture, 0, DAYBOOK_ORDER_CURRENCY, "USD");
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 2000 + 160 + 499 + 40 + 1000);
  assert_number (fixture, 0, DAYBOOK_ORDER_POSTAGE, 499 + 40);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 3699);
  assert_number (fixture, 0, DAYBOOK_ORDER_QUANTITY, 5);
  assert_text (fixture, 0, DAYBOOK_ORDER_RECEIVER, "Ann Lee");
  assert_text (fixture, 0, DAYBOOK_ORDER_REGION, "US WA Seattle");
  assert_text (fixture, 0, DAYBOOK_ORDER_ADDRESS, "1 Long Road, Seattle, 98101, WA, US");
  assert_text (fixture, 0, DAYBOOK_ORDER_PHONE, "206-555-0101");
  assert_line (fixture, 0, 0, "Cup 5\" high, \"blue\"", 2);
  assert_line (fixture, 0, 1, "Saucer", 3);
  g_assert_cmpstr (line_of (fixture, 0, 0)->values[DAYBOOK_LINE_NUMBER].text, ==, "40000000000011");
  /* The price of one; 10.00 cannot be parted among three. */
  assert_price (fixture, 0, 0, 1000);
  g_assert_cmpint (line_of (fixture, 0, 1)->values[DAYBOOK_LINE_PRICE].type, ==, DAYBOOK_VALUE_NONE);
  /* The file does not say that nothing was shipped: a guess. */
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
  g_assert_false (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_STAGE));

  /* No price is none of 0. */
  assert_time (fixture, 1, DAYBOOK_ORDER_CREATED, "2009-01-01T18:50:49Z");
  assert_none (fixture, 1, DAYBOOK_ORDER_TOTAL);
  assert_none (fixture, 1, DAYBOOK_ORDER_PAID);
  assert_none (fixture, 1, DAYBOOK_ORDER_POSTAGE);
  g_assert_nonnull (g_strrstr (fixture->sums, "\"USD\":{\"orders\":2,\"paid_minor\":3699,\"refund_minor\":0}"));
}

static void
test_unshipped_report (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (AMAZON_UNSHIPPED);

  add_row (table, AMAZON_UNSHIPPED, '\t', "order-id", "701-2234567-1234561", "order-item-id", "40000000000011",
           "purchase-date", "2026-04-10T09:15:00+00:00", "payments-date", "2026-04-10T09:16:30+00:00", "days-past-promise", "-1",
           "sku", "CUP-1", "product-name", "Cup", "quantity-purchased", "2", "quantity-shipped", "0", "quantity-to-ship", "2",
           "recipient-name", "Ann Lee", NULL);

  parse (fixture, table->str);
  g_assert_cmpstr (fixture->platform, ==, "amazon");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
  assert_line (fixture, 0, 0, "Cup", 2);
  /* It says nothing of money, not even that there is none. */
  g_assert_false (daybook_record_has_amount (order (fixture, 0)));
  g_assert_false (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_TOTAL));
  g_assert_false (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_POSTAGE));
  g_assert_false (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_PAID));
  g_assert_false (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_CURRENCY));
}

static void
add_item (GString    *table,
          const char *number,
          const char *status,
          const char *item_status,
          const char *sku,
          const char *price)
{
  gboolean has_price = *price != '\0';

  add_row (table, AMAZON_ALL, '\t', "amazon-order-id", number, "purchase-date", "2026-04-10T09:15:00+00:00", "order-status", status,
           "sales-channel", "Amazon.de", "product-name", sku, "sku", sku, "item-status", item_status, "quantity", has_price ? "1" : "0",
           "currency", has_price ? "EUR" : "", "item-price", price, "item-tax", has_price ? "1.00" : "",
           "shipping-price", has_price ? "2.00" : "", "item-promotion-discount", has_price ? "-0.50" : "",
           "ship-promotion-discount", has_price ? "0.25" : "", "ship-city", "Bonn", "ship-country", "DE", NULL);
}

static void
test_statuses (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char  *status;
    DaybookStage stage;
  } CASES[] = {
    { "Pending", DAYBOOK_STAGE_UNPAID },
    { "Unshipped", DAYBOOK_STAGE_PAID },
    { "PartiallyShipped", DAYBOOK_STAGE_SHIPPED },
    { "Shipped", DAYBOOK_STAGE_SHIPPED },
    { "SHIPPED", DAYBOOK_STAGE_SHIPPED },
    { "shipped", DAYBOOK_STAGE_SHIPPED },
    { "Cancelled", DAYBOOK_STAGE_CLOSED },
    { "CANCELLED", DAYBOOK_STAGE_CLOSED },
    { "InvoiceUnconfirmed", DAYBOOK_STAGE_UNKNOWN },
    { "Shipped - Delivered to Buyer", DAYBOOK_STAGE_UNKNOWN },
  };
  g_autoptr(GString) table = g_string_new (AMAZON_ALL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *number = g_strdup_printf ("701-2234567-%07u", i);

      add_item (table, number, CASES[i].status, CASES[i].status, "CUP", "10.00");
    }
  parse (fixture, table->str);
  g_assert_cmpstr (fixture->platform, ==, "amazon");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      assert_text (fixture, i, DAYBOOK_ORDER_STATUS, CASES[i].status);
      assert_number (fixture, i, DAYBOOK_ORDER_STAGE, CASES[i].stage);
      g_assert_true (daybook_record_carries (order (fixture, i), DAYBOOK_ORDER_STAGE));
    }
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 0);
  assert_number (fixture, 3, DAYBOOK_ORDER_PAID, 1225);
  assert_none (fixture, 6, DAYBOOK_ORDER_PAID);
  assert_none (fixture, 8, DAYBOOK_ORDER_PAID);
}

/* An item that was cancelled has no price, and no part in what the order came to; it may come
 * first, without a currency. */
static void
test_a_cancelled_item (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (AMAZON_ALL);

  add_item (table, "701-1", "Shipped", "Cancelled", "CUP", "");
  add_item (table, "701-1", "Shipped", "Shipped", "SAUCER", "10.00");
  add_item (table, "701-1", "Shipped", "cancelled", "POT", "99.00");
  add_item (table, "701-2", "Shipped", "Shipped", "CUP", "10.00");
  add_item (table, "701-2", "Shipped", "Shipped", "SAUCER", "");
  add_item (table, "701-3", "Cancelled", "Cancelled", "CUP", "");
  add_item (table, "701-1", "Shipped", "Cancelled", "JUG", "");

  parse (fixture, table->str);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 4);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 3);
  assert_text (fixture, 0, DAYBOOK_ORDER_CURRENCY, "EUR");
  g_assert_true (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_CURRENCY));
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 1000 + 100 + 200 - 50 - 25);
  g_assert_cmpstr (line_of (fixture, 0, 0)->values[DAYBOOK_LINE_STATUS].text, ==, "Cancelled");
  g_assert_cmpstr (line_of (fixture, 0, 1)->values[DAYBOOK_LINE_STATUS].text, ==, "Shipped");
  /* Another cancelled item of the first order stands apart, and has nothing to be in any currency. */
  g_assert_cmpuint (order (fixture, 3)->lines->len, ==, 1);
  /* A price that is missing of an item that was not: nobody knows the total. */
  assert_none (fixture, 1, DAYBOOK_ORDER_TOTAL);
  assert_none (fixture, 2, DAYBOOK_ORDER_TOTAL);
}

/* An item that stands in the file twice, with its own number, is one. */
static void
test_an_item_stands_twice (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (AMAZON_ORDERS);

  for (guint i = 0; i < 2; i++)
    add_row (table, AMAZON_ORDERS, '\t', "order-id", "701-1", "order-item-id", "4001", "purchase-date", "2026-04-10T09:15:00Z",
             "payments-date", "2026-04-10T09:15:00Z", "product-name", "Cup", "quantity-purchased", "1", "currency", "USD", "item-price", "5.00", NULL);

  parse (fixture, table->str);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 1);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 500);
}

static void
test_bad_amounts (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (AMAZON_ORDERS);

  add_row (table, AMAZON_ORDERS, '\t', "order-id", "701-1", "order-item-id", "4001", "purchase-date", "2026-04-10T09:15:00Z",
           "payments-date", "2026-04-10T09:15:00Z", "product-name", "Cup", "currency", "USD", "item-price", "5.00", "item-tax", "none", NULL);
  add_row (table, AMAZON_ORDERS, '\t', "order-id", "701-2", "order-item-id", "4002", "purchase-date", "2026-04-10T09:15:00Z",
           "payments-date", "2026-04-10T09:15:00Z", "product-name", "Cup", "currency", "USD", "item-price", "70000000000000.00",
           "shipping-price", "70000000000000.00", NULL);

  parse (fixture, table->str);
  g_assert_cmpuint (fixture->orders->len, ==, 0);
  assert_problem (fixture, 0, "2|item-tax|none|“none” is not an amount");
  assert_problem (fixture, 1, "3|shipping-price|70000000000000.00|The amounts of this order add up to more");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/amazon/order-report", test_order_report);
  ADD ("/amazon/unshipped-report", test_unshipped_report);
  ADD ("/amazon/all-orders/statuses", test_statuses);
  ADD ("/amazon/all-orders/a-cancelled-item", test_a_cancelled_item);
  ADD ("/amazon/an-item-stands-twice", test_an_item_stands_twice);
  ADD ("/amazon/bad-amounts", test_bad_amounts);

  return g_test_run ();
}
