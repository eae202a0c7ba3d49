/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"
#include "headers.h"
#include "order-fixture.h"
#include "table-rows.h"

#include "exchange/order-code.h"

#define EPILOGUE "\n\"\",\"\"\n\"3 record(s) downloaded\"\n\"Seller ID : cups-and-more2\"\n"

/* Lines above the header and below the table, dollars beside the amounts, no status. */
static void
test_us (Fixture       *fixture,
         gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new ("\"\",\"\"\n\n" EBAY_US "\"\",\"\",\"\"\n");

  add_row (table, EBAY_US, ',', "Sales Record Number", "83", "Order Number", "12-34567-89012", "Buyer Username", "annlee", "Buyer Name", "Ann Lee",
           "Buyer Email", "ann@example.com", "Ship To Name", "Ann Lee", "Ship To Phone", "2065550101", "Ship To Address 1", "1 Long Road",
           "Ship To City", "Seattle", "Ship To State", "WA", "Ship To Zip", "98101", "Ship To Country", "United States", "Item Number", "330000000001",
           "Item Title", "\"Cup, blue\"", "Custom Label", "CUP-1", "Quantity", "1", "Sold For", "\"$1,320.00\"", "Shipping And Handling", "$5.00",
           "Total Price", "\"$1,325.00\"", "Sale Date", "Jul-25-26", "Paid On Date", "Jul-26-26", "Shipped On Date", "Jul-28-26",
           "Tracking Number", "9400100000000000000001", "Shipping Service", "USPS", "Transaction ID", "100001", NULL);
  add_row (table, EBAY_US, ',', "Sales Record Number", "84", "Order Number", "", "Buyer Username", "bea", "Item Title", "Pot", "Quantity", "1",
           "Sold For", "$7.00", "Total Price", "$7.00", "Sale Date", "Sep-30-26 23:45:00", "Transaction ID", "100002", NULL);
  add_row (table, EBAY_US, ',', "Sales Record Number", "85", "Order Number", "12-34567-89014", "Buyer Username", "bea", "Item Title", "Pot",
           "Quantity", "2", "Sold For", "$7.00", "Total Price", "$14.00", "Sale Date", "Sep-29-26", "Paid On Date", "Sep-30-26",
           "Transaction ID", "100003", NULL);
  g_string_append (table, EPILOGUE);

  parse (fixture, table->str);
  g_assert_cmpstr (fixture->platform, ==, "ebay");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 3);
  g_assert_cmpuint (fixture->rows, ==, 3);

  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "12-34567-89012");
  assert_text (fixture, 0, DAYBOOK_ORDER_CURRENCY, "USD");
  g_assert_true (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_CURRENCY));
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 132500);
  assert_number (fixture, 0, DAYBOOK_ORDER_POSTAGE, 500);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 132500);
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2026-07-25T00:00:00Z");
  assert_time (fixture, 0, DAYBOOK_ORDER_SHIPPED_AT, "2026-07-28T00:00:00Z");
  assert_text (fixture, 0, DAYBOOK_ORDER_TRACKING, "9400100000000000000001");
  assert_text (fixture, 0, DAYBOOK_ORDER_REGION, "United States WA Seattle");
  assert_line (fixture, 0, 0, "Cup, blue", 1);
  g_assert_cmpstr (((Seen *) g_ptr_array_index (fixture->orders, 0))->account, ==, "annlee");
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  g_assert_true (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_STAGE));

  /* Without an order number it is known by the sales record's. */
  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "84");
  assert_time (fixture, 1, DAYBOOK_ORDER_CREATED, "2026-09-30T23:45:00Z");
  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_UNPAID);
  assert_number (fixture, 1, DAYBOOK_ORDER_PAID, 0);
  assert_number (fixture, 2, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
  g_assert_nonnull (g_strrstr (fixture->sums, "\"first_date\":\"2026-07-25\",\"last_date\":\"2026-09-30\""));
}

/* The first row of an order of several items is of all of them, and none of them itself. */
static void
test_several_items (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (EBAY_US);

  add_row (table, EBAY_US, ',', "Sales Record Number", "83", "Order Number", "12-34567-89012", "Buyer Username", "annlee", "Ship To Name", "Ann Lee",
           "Quantity", "3", "Sold For", "$30.00", "Total Price", "$35.00", "Sale Date", "Jul-25-26", "Paid On Date", "Jul-26-26", NULL);
  add_row (table, EBAY_US, ',', "Sales Record Number", "83", "Order Number", "12-34567-89012", "Item Title", "Cup", "Quantity", "1",
           "Sold For", "$10.00", "Total Price", "$10.00", "Transaction ID", "100001", "Tracking Number", "94001", NULL);
  /* ... and without its order's number. */
  add_row (table, EBAY_US, ',', "Sales Record Number", "83", "Item Title", "Saucer", "Quantity", "2", "Sold For", "$10.00",
           "Transaction ID", "100002", NULL);
  add_row (table, EBAY_US, ',', "Sales Record Number", "84", "Order Number", "12-34567-89013", "Buyer Username", "bea", "Item Title", "Pot",
           "Quantity", "1", "Sold For", "$7.00", "Total Price", "$7.00", "Sale Date", "Jul-26-26", "Transaction ID", "100003", NULL);

  parse (fixture, table->str);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "12-34567-89012");
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 3500);
  assert_number (fixture, 0, DAYBOOK_ORDER_QUANTITY, 3);
  assert_text (fixture, 0, DAYBOOK_ORDER_TITLE, "Cup, Saucer");
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  assert_line (fixture, 0, 0, "Cup", 1);
  assert_line (fixture, 0, 1, "Saucer", 2);
  g_assert_cmpuint (order (fixture, 0)->n_rows, ==, 3);
  g_assert_cmpuint (order (fixture, 1)->lines->len, ==, 1);
}

/* Where each row is of an item, a row that says otherwise of its order is a problem as anywhere. */
static void
test_items_that_disagree (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (EBAY_US);

  add_row (table, EBAY_US, ',', "Sales Record Number", "83", "Order Number", "12-1", "Item Title", "Cup", "Total Price", "$10.00", NULL);
  add_row (table, EBAY_US, ',', "Sales Record Number", "83", "Order Number", "12-1", "Item Title", "Pot", "Total Price", "$20.00", NULL);
  parse (fixture, table->str);
  g_assert_cmpuint (fixture->orders->len, ==, 0);
  assert_problem (fixture, 0, "3|Total Price|$20.00|Row 2 of the same order says otherwise");
}

static void
test_uk (Fixture       *fixture,
         gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (EBAY_UK);

  add_row (table, EBAY_UK, ',', "Sales record number", "12", "Order number", "05-11111-22222", "Buyer username", "carl", "Post to name", "Carl Day",
           "Post to phone", "01134960000", "Post to address 1", "2 High Street", "Post to city", "Leeds", "Post to postcode", "LS1 1AA",
           "Post to country", "United Kingdom", "Item title", "Cup", "Quantity", "1", "Sold for", "£9.50", "Postage and packaging", "£2.50",
           "Total price", "£12.00", "Sale date", "25-Jul-26", "Paid on date", "26-Jul-26", "Transaction ID", "7", NULL);
  add_row (table, EBAY_UK, ',', "Sales record number", "13", "Order number", "05-11111-22223", "Buyer username", "dora", "Item title", "Cup",
           "Quantity", "1", "Sold for", "EUR 9.50", "Total price", "EUR 12.00", "Sale date", "25-Jul-26", "Paid on date", "26-Jul-26", NULL);
  add_row (table, EBAY_UK, ',', "Sales record number", "14", "Order number", "05-11111-22224", "Buyer username", "dora", "Item title", "Cup",
           "Quantity", "1", "Sold for", "AU $9.50", "Total price", "AU $12.00", "Sale date", "25-Jul-26", "Paid on date", "26-Jul-26", NULL);

  parse (fixture, table->str);
  g_assert_cmpstr (fixture->platform, ==, "ebay");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  assert_text (fixture, 0, DAYBOOK_ORDER_CURRENCY, "GBP");
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 1200);
  assert_number (fixture, 0, DAYBOOK_ORDER_POSTAGE, 250);
  assert_text (fixture, 0, DAYBOOK_ORDER_RECEIVER, "Carl Day");
  assert_text (fixture, 0, DAYBOOK_ORDER_ADDRESS, "2 High Street, Leeds, LS1 1AA, United Kingdom");
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2026-07-25T00:00:00Z");
  assert_text (fixture, 1, DAYBOOK_ORDER_CURRENCY, "EUR");
  assert_number (fixture, 1, DAYBOOK_ORDER_TOTAL, 1200);
  assert_text (fixture, 2, DAYBOOK_ORDER_CURRENCY, "AUD");
  assert_number (fixture, 2, DAYBOOK_ORDER_TOTAL, 1200);
}

static void
test_german (Fixture       *fixture,
             gconstpointer  data)
{
  parse (fixture, "\xef\xbb\xbf\n\n" EBAY_GERMAN
         "101;12-34567-89012;116,99 €;10-Dez-25;11-Dez-25;erika77;Erika Muster\n"
         "102;;1.116,99 €;01-Mär-26;;otto;Otto Muster\n"
         "103;12-34567-89013;EUR 5,00;31-Feb-26;;otto;Otto Muster\n"
         ";;;\n"
         "3 Datensätze heruntergeladen\n");
  g_assert_cmpstr (fixture->platform, ==, "ebay");
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "12-34567-89012");
  assert_text (fixture, 0, DAYBOOK_ORDER_CURRENCY, "EUR");
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 11699);
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2025-12-10T00:00:00Z");
  assert_time (fixture, 0, DAYBOOK_ORDER_PAID_AT, "2025-12-11T00:00:00Z");
  assert_text (fixture, 0, DAYBOOK_ORDER_RECEIVER, "Erika Muster");
  /* There is no column of what was shipped: paid is a guess. */
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
  g_assert_false (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_STAGE));
  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "102");
  assert_number (fixture, 1, DAYBOOK_ORDER_TOTAL, 111699);
  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_UNPAID);
  g_assert_cmpuint (fixture->problems->len, ==, 1);
  assert_problem (fixture, 0, "6|Verkauft am|31-Feb-26|");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/ebay/us", test_us);
  ADD ("/ebay/several-items", test_several_items);
  ADD ("/ebay/items-that-disagree", test_items_that_disagree);
  ADD ("/ebay/uk", test_uk);
  ADD ("/ebay/german", test_german);

  return g_test_run ();
}
