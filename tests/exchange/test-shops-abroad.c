/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"
#include "headers.h"
#include "table-rows.h"

#include "core/moment.h"
#include "core/order.h"
#include "core/shop.h"
#include "exchange/import.h"
#include "store/reader.h"

/* What files of shops abroad make of a book: one after the other, and in pieces. */

static GPtrArray *
lines_of (Fixture          *fixture,
          const DaybookRow *order)
{
  return daybook_reader_parts (daybook_store_get_reader (fixture->store), &daybook_order_lines, DAYBOOK_LINE_ORDER, &order->id, NULL);
}

static void
add_amazon (GString    *table,
            const char *number,
            const char *item,
            const char *price,
            const char *postage)
{
  add_row (table, AMAZON_ORDERS, '\t', "order-id", number, "order-item-id", item, "purchase-date", "2026-04-10T09:15:00Z",
           "payments-date", "2026-04-10T09:15:00Z", "product-name", item, "sku", item, "quantity-purchased", "1", "currency", "USD",
           "item-price", price, "shipping-price", postage, NULL);
}

/* Rows of an order that stand apart are of one order: what they say is added, once. */
static void
test_rows_apart_add_up (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (AMAZON_ORDERS);

  add_amazon (table, "701-1", "4001", "10.00", "1.00");
  add_amazon (table, "701-2", "4002", "7.00", "0.00");
  add_amazon (table, "701-1", "4003", "5.00", "0.50");
  add_amazon (table, "701-2", "4004", "", "");
  add_amazon (table, "701-1", "4001", "10.00", "1.00"); /* said before */

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(DaybookRow) order = book_import (fixture, "orders.txt", table->str, "701-1");
      g_autoptr(DaybookRow) other = book_import (fixture, "orders.txt", table->str, "701-2");
      g_autoptr(GPtrArray) lines = lines_of (fixture, order);

      g_assert_cmpuint (lines->len, ==, 2);
      g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_TOTAL), ==, 1650);
      g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_POSTAGE), ==, 150);
      g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_PAID), ==, 1650);
      g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_QUANTITY), ==, 2);
      /* A part that nobody knows: the whole is not known either. */
      g_assert_false (daybook_row_has (other, DAYBOOK_ORDER_TOTAL));
    }
}

static void
test_sums_of_rows_apart (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (AMAZON_ORDERS);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr(DaybookImport) import = NULL;

  add_amazon (table, "701-1", "4001", "10.00", "1.00");
  add_amazon (table, "701-2", "4002", "7.00", "0.00");
  add_amazon (table, "701-1", "4003", "5.00", "0.50");
  path = fixture_write (fixture->folder, "orders.txt", table->str, -1);
  import = daybook_import_new (fixture->store, path);
  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "amazon");
  g_assert_cmpstr (daybook_import_get_kind (import), ==, "orders");
  g_assert_true (g_str_has_prefix (daybook_import_get_sums (import), "{\"orders\":2,\"lines\":3,"));
  g_assert_nonnull (g_strrstr (daybook_import_get_sums (import), "\"USD\":{\"orders\":2,\"paid_minor\":2350,"));
}

/* The unshipped report takes nothing away, and the report of all orders tells the same lines. */
static void
test_amazon_files (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GString) orders = g_string_new (AMAZON_ORDERS);
  g_autoptr(GString) unshipped = g_string_new (AMAZON_UNSHIPPED);
  g_autoptr(GString) all = g_string_new (AMAZON_ALL);

  add_amazon (orders, "701-1", "4001", "10.00", "1.00");
  add_row (unshipped, AMAZON_UNSHIPPED, '\t', "order-id", "701-1", "order-item-id", "4001", "purchase-date", "2026-04-10T09:15:00Z",
           "payments-date", "2026-04-10T09:15:00Z", "product-name", "4001", "sku", "4001", "quantity-purchased", "1", "quantity-to-ship", "1", NULL);
  add_row (all, AMAZON_ALL, '\t', "amazon-order-id", "701-1", "purchase-date", "2026-04-10T09:15:00Z", "order-status", "Shipped",
           "product-name", "4001", "sku", "4001", "item-status", "Shipped", "quantity", "1", "currency", "USD", "item-price", "10.00",
           "shipping-price", "1.00", NULL);

  g_autoptr(DaybookRow) first = book_import (fixture, "orders-202604110900.txt", orders->str, "701-1");
  g_autoptr(DaybookRow) second = book_import (fixture, "unshipped-202604110910.txt", unshipped->str, "701-1");
  g_assert_cmpint (daybook_row_int (second, DAYBOOK_ORDER_TOTAL), ==, 1100);
  g_assert_cmpint (daybook_row_int (second, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_PAID);
  g_autoptr(DaybookRow) third = book_import (fixture, "all-202604120900.txt", all->str, "701-1");
  g_assert_cmpint (daybook_row_int (third, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_assert_cmpint (daybook_row_int (third, DAYBOOK_ORDER_TOTAL), ==, 1100);
  /* A newer report of what is to be shipped has no status, and takes none back. */
  g_autoptr(DaybookRow) fourth = book_import (fixture, "unshipped-202604130910.txt", unshipped->str, "701-1");
  g_assert_cmpint (daybook_row_int (fourth, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_autoptr(GPtrArray) lines = lines_of (fixture, fourth);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (daybook_row_int (g_ptr_array_index (lines, 0), DAYBOOK_LINE_PRICE), ==, 1000);
}

static char *
make_etsy_orders (void)
{
  GString *table = g_string_new (ETSY_ORDERS);

  add_row (table, ETSY_ORDERS, ',', "Sale Date", "09/03/26", "Order ID", "3456789012", "Buyer User ID", "annlee", "Full Name", "Ann Lee",
           "Number of Items", "3", "Date Shipped", "09/05/26", "Currency", "EUR", "Shipping", "8.00", "Order Total", "27.50", "Status", "Completed", NULL);
  return g_string_free (table, FALSE);
}

static char *
make_etsy_items (void)
{
  GString *table = g_string_new (ETSY_ITEMS);

  add_row (table, ETSY_ITEMS, ',', "Sale Date", "09/03/26", "Item Name", "Cup", "Quantity", "1", "Price", "\"12,00\"", "Currency", "EUR",
           "Transaction ID", "4001", "Date Paid", "09/03/26", "Date Shipped", "09/05/26", "Order ID", "3456789012", NULL);
  add_row (table, ETSY_ITEMS, ',', "Sale Date", "09/03/26", "Item Name", "Saucer", "Quantity", "2", "Price", "3.50", "Currency", "EUR",
           "Transaction ID", "4002", "Date Paid", "09/03/26", "Date Shipped", "09/05/26", "Order ID", "3456789012", NULL);
  add_row (table, ETSY_ITEMS, ',', "Sale Date", "09/04/26", "Item Name", "Pot", "Quantity", "1", "Price", "5.00", "Currency", "EUR",
           "Transaction ID", "4003", "Date Paid", "09/04/26", "Order ID", "3456789013", NULL);
  return g_string_free (table, FALSE);
}

static void
assert_etsy_order (Fixture          *fixture,
                   const DaybookRow *order)
{
  g_autoptr(GPtrArray) lines = lines_of (fixture, order);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_COMPLETED);
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_TOTAL), ==, 2750);
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_PAID), ==, 2750);
  g_assert_cmpstr (daybook_row_text (order, DAYBOOK_ORDER_TITLE), ==, "Cup, Saucer");
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_QUANTITY), ==, 3);
}

/* The items complete the orders, whichever file comes first, and make those that are not there. */
static void
test_etsy_files (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *orders = make_etsy_orders ();
  g_autofree char *items = make_etsy_items ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(DaybookRow) first = book_import (fixture, i == 0 ? "EtsySoldOrders2026-9.csv" : "EtsySoldOrderItems2026-9.csv",
                                                 i == 0 ? orders : items, "3456789012");
      g_autoptr(DaybookRow) second = book_import (fixture, i == 0 ? "EtsySoldOrderItems2026-9.csv" : "EtsySoldOrders2026-9.csv",
                                                  i == 0 ? items : orders, "3456789012");
      assert_etsy_order (fixture, second);

      g_autoptr(DaybookRow) other = book_import (fixture, "EtsySoldOrderItems2026-9.csv", items, "3456789013");
      g_assert_cmpint (daybook_row_int (other, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_PAID);
      g_assert_false (daybook_row_has (other, DAYBOOK_ORDER_TOTAL));
      book_fixture_tear_down (fixture, NULL);
      book_fixture_set_up (fixture, NULL);
    }
}

static void
test_what_a_file_is (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *items = make_etsy_items ();
  g_autofree char *path = fixture_write (fixture->folder, "download.csv", items, -1);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);

  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "etsy");
  g_assert_cmpstr (daybook_import_get_kind (import), ==, "order_lines");

  /* A person who takes it for another platform's is told. */
  daybook_import_set_platform (import, "ebay");
  g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "This is a file from Etsy, not from eBay.");
}

/* A time without an offset is the shop's, one with it stands for itself. */
static void
test_zones (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GString) ebay = g_string_new (EBAY_US);
  g_autoptr(GString) amazon = g_string_new (AMAZON_ORDERS);
  GTimeZone *zone = daybook_store_get_zone (fixture->store);
  gint64 wall, moment;

  add_row (ebay, EBAY_US, ',', "Sales Record Number", "83", "Order Number", "12-1", "Item Title", "Cup", "Sale Date", "Sep-30-26 23:45:00", NULL);
  add_amazon (amazon, "701-1", "4001", "10.00", "1.00");
  g_autoptr(DaybookRow) first = book_import (fixture, "ebay.csv", ebay->str, "12-1");
  g_autoptr(DaybookRow) second = book_import (fixture, "amazon.txt", amazon->str, "701-1");

  g_assert_true (daybook_moment_parse ("2026-09-30 23:45:00", zone, &wall, NULL));
  g_assert_true (daybook_moment_parse ("2026-04-10T09:15:00Z", zone, &moment, NULL));
  g_assert_cmpint (daybook_row_int (first, DAYBOOK_ORDER_CREATED), ==, wall);
  g_assert_cmpint (daybook_row_int (second, DAYBOOK_ORDER_CREATED), ==, moment);
}

/* What only looks a little like an export is asked about, also when its platform is said. */
static void
test_unknown_tables (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = fixture_write (fixture->folder, "mine.csv",
                                         "Order Number,Order Status,Order Date\n1001,wc-processing,2026-04-10 09:15:00\n", -1);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      daybook_import_set_platform (import, i == 0 ? NULL : "woocommerce");
      g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
      g_assert_nonnull (daybook_import_get_unknown (import));
      g_assert_cmpuint (daybook_import_get_unknown (import)->n_columns, ==, 3);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/shops-abroad/rows-apart-add-up", test_rows_apart_add_up);
  ADD ("/shops-abroad/sums-of-rows-apart", test_sums_of_rows_apart);
  ADD ("/shops-abroad/amazon-files", test_amazon_files);
  ADD ("/shops-abroad/etsy-files", test_etsy_files);
  ADD ("/shops-abroad/what-a-file-is", test_what_a_file_is);
  ADD ("/shops-abroad/zones", test_zones);
  ADD ("/shops-abroad/unknown-tables", test_unknown_tables);

  return g_test_run ();
}
