/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PLATFORMS §1.2, quirk by quirk, on files of shops abroad. Elsewhere are:
 *   1, 2  guards and ruined numbers, cell by cell: test-clean (ids, long-ids)
 *   3     odd headers of Taobao: test-orders (odd-headers), test-profile
 *   4     eBay's lines above and below: test-ebay (us, german); bills: test-profile (rows-above)
 *   6     amounts, cell by cell: core/test-money
 *   7     Shopify: test-orders (shopify), test-order-rows; Amazon and Etsy: their own tests
 *   8     addresses and masks: test-clean (regions, addresses), test-orders (masked-nicks), store/test-merge
 *   9     files that come late: test-late-files
 *  10     Taobao's refunds: test-orders (taobao/refunds)
 *  11     Shopify's notes: test-orders (shopify)
 *  13, 14 dates and cells of workbooks: test-workbook, test-import
 *  15     archives: test-workbook (archives)
 * 12 is Pinduoduo's alone. */

#include "fixtures.h"
#include "headers.h"
#include "order-fixture.h"
#include "table-rows.h"

#include "exchange/order-code.h"

#define ETSY "Sale Date,Order ID,Full Name,Order Total,Date Shipped,Currency\n"

static void
test_1_guarded_numbers (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const GUARDED[] = {
    "\"=\"\"3456789012\"\"\"", "=3456789012", "'3456789012", "`3456789012", "\"\t3456789012\"", "3456789012\t", "\"3456789012\t\"",
    "\u00a03456789012\u00a0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (GUARDED); i++)
    {
      g_autofree char *text = g_strdup_printf (ETSY "09/03/26,%s,Ann,5.00,,USD\n", GUARDED[i]);

      parse (fixture, text);
      g_assert_cmpuint (fixture->problems->len, ==, 0);
      assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "3456789012");
    }
}

static void
test_2_ruined_numbers (Fixture       *fixture,
                       gconstpointer  data)
{
  parse (fixture, ETSY "09/03/26,3.45679E+09,Ann,5.00,,USD\n09/03/26,3456789013,Bea,6.00,,USD\n");
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "3456789013");
  assert_problem (fixture, 0, "2|Order ID|3.45679E+09|A spreadsheet program has rounded");
}

/* A mark of encoding, blanks around a name, one that stands twice, a comma at the end, and rows
 * shorter than the header. */
static void
test_3_headers (Fixture       *fixture,
                gconstpointer  data)
{
  parse (fixture, "\xef\xbb\xbfSale Date ,Order ID,Full Name,Order Total,Order Total, Date Shipped,Currency,\n"
                  "09/03/26,3456789012,Ann,5.00,7.00,09/05/26,USD\n");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2026-09-03T00:00:00Z");
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 500);
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
}

static void
test_4_lines_above_and_below (Fixture       *fixture,
                              gconstpointer  data)
{
  parse (fixture, "sep=;\n" EBAY_GERMAN "101;12-34567-89012;116,99 €;10-Dez-25;;erika77;Erika Muster\n;;;;;;\nSumme;;116,99 €;;;;\n");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  g_assert_cmpuint (fixture->rows, ==, 1);
}

/* Nothing is nothing, not 0 and not a time. */
static void
test_5_words_for_nothing (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char *const NOTHING[] = { "", "-", "'null", "null", "——", "/", " ", "无", "0001-01-01 00:00:00" };

  for (guint i = 0; i < G_N_ELEMENTS (NOTHING); i++)
    {
      g_autofree char *text = g_strdup_printf (ETSY "09/03/26,3456789012,%s,%s,%s,USD\n", NOTHING[i], NOTHING[i], NOTHING[i]);

      parse (fixture, text);
      g_assert_cmpuint (fixture->problems->len, ==, 0);
      assert_none (fixture, 0, DAYBOOK_ORDER_RECEIVER);
      assert_none (fixture, 0, DAYBOOK_ORDER_TOTAL);
      assert_none (fixture, 0, DAYBOOK_ORDER_SHIPPED_AT);
      assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
    }
}

static void
test_6_money (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *currency;
    gint64      total;
  } AMOUNTS[] = {
    { "\"$1,325.00\"", "USD", 132500 },
    { "\"116,99 €\"", "EUR", 11699 },
    { "\"116,99\u00a0€\"", "EUR", 11699 },
    { "\"1.234,56\"", "EUR", 123456 },
    { "\"12,00\"", "EUR", 1200 },
    { "3.50", "EUR", 350 },
    { "¥1325", "CNY", 132500 },
    { "￥13.25", "CNY", 1325 },
    { "13.25元", "CNY", 1325 },
    { "131.77(refunded 89.84)", "USD", 13177 },
    { "499.00（系统计算中，该值仅供参考）", "CNY", 49900 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (AMOUNTS); i++)
    {
      g_autofree char *text = g_strdup_printf (ETSY "09/03/26,3456789012,Ann,%s,,%s\n", AMOUNTS[i].text, AMOUNTS[i].currency);

      parse (fixture, text);
      g_assert_cmpuint (fixture->problems->len, ==, 0);
      assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, AMOUNTS[i].total);
    }

  /* A word that is no amount, and an amount in another currency, are never 0. */
  parse (fixture, ETSY "09/03/26,3456789012,Ann,none yet,,USD\n09/03/26,3456789013,Ann,€5.00,,USD\n");
  g_assert_cmpuint (fixture->orders->len, ==, 0);
  assert_problem (fixture, 0, "2|Order Total|none yet|");
  assert_problem (fixture, 1, "3|Order Total|€5.00|“€5.00” is not in USD");
}

/* A total that stands in each row of its order is told each time, not added. */
static void
test_7_many_rows (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (WOOCOMMERCE);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u", i + 1);

      add_row (table, WOOCOMMERCE, ',', "Order Number", "1001", "Order Status", "completed", "Item #", line, "Name", "Cup", "Quantity", "1",
               "Order Total Amount", "30.00", NULL);
    }
  parse (fixture, table->str);
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 3);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 3000);
}

/* A masked account names nobody. */
static void
test_8_masks (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (EBAY_US);

  add_row (table, EBAY_US, ',', "Sales Record Number", "83", "Order Number", "12-1", "Buyer Username", "a***e", "Ship To Name", "A***",
           "Ship To Phone", "1******6198", "Item Title", "Cup", "Sale Date", "Jul-25-26", NULL);
  parse (fixture, table->str);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_null (((Seen *) g_ptr_array_index (fixture->orders, 0))->account);
}

/* Line breaks, commas and quotes within a cell. */
static void
test_11_cells_of_several_lines (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (WOOCOMMERCE);

  add_row (table, WOOCOMMERCE, ',', "Order Number", "1001", "Order Status", "completed", "Customer Note", "\"gift: yes\nwrap: \"\"red\"\", large\"",
           "Postcode (Shipping)", "'02139", "Name", "\"Cup, 5\"\" high\"", "Quantity", "1", NULL);
  parse (fixture, table->str);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  assert_text (fixture, 0, DAYBOOK_ORDER_BUYER_NOTE, "gift: yes\nwrap: \"red\", large");
  assert_text (fixture, 0, DAYBOOK_ORDER_ADDRESS, "02139");
  assert_line (fixture, 0, 0, "Cup, 5\" high", 1);
}

/* What a workbook has as a date comes year first, whatever the platform writes. */
static void
test_13_dates_of_workbooks (Fixture       *fixture,
                            gconstpointer  data)
{
  parse (fixture, ETSY "2026-09-03 00:00:00,3456789012,Ann,5.00,2026/9/5 22:02,USD\n");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2026-09-03T00:00:00Z");
  assert_time (fixture, 0, DAYBOOK_ORDER_SHIPPED_AT, "2026-09-05T22:02:00Z");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/quirks/1-guarded-numbers", test_1_guarded_numbers);
  ADD ("/quirks/2-ruined-numbers", test_2_ruined_numbers);
  ADD ("/quirks/3-headers", test_3_headers);
  ADD ("/quirks/4-lines-above-and-below", test_4_lines_above_and_below);
  ADD ("/quirks/5-words-for-nothing", test_5_words_for_nothing);
  ADD ("/quirks/6-money", test_6_money);
  ADD ("/quirks/7-many-rows", test_7_many_rows);
  ADD ("/quirks/8-masks", test_8_masks);
  ADD ("/quirks/11-cells-of-several-lines", test_11_cells_of_several_lines);
  ADD ("/quirks/13-dates-of-workbooks", test_13_dates_of_workbooks);

  return g_test_run ();
}
