/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"

#include "core/order.h"
#include "exchange/import.h"
#include "store/reader.h"

#include <string.h>

/* Files of which somebody has chosen the columns: what they do not tell of stays as the
 * book knows it. */

static void
assert_line_currency (Fixture          *fixture,
                      const DaybookRow *order,
                      const char       *currency)
{
  g_autoptr(GPtrArray) lines = daybook_reader_parts (daybook_store_get_reader (fixture->store), &daybook_order_lines,
                                                     DAYBOOK_LINE_ORDER, &order->id, NULL);

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (lines, 0), DAYBOOK_LINE_CURRENCY), ==, currency);
}

/* A file that names no currency is in the shop's only where nobody knows better: dollars
 * had become yuan. */
static void
test_a_file_without_currencies (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char FEW[] = "Name,Email,Financial Status,Fulfillment Status,Created at,Fulfilled at\n"
                            "#1001,a@x.com,paid,fulfilled,2026-11-20 10:00:00 +0000,2026-11-21 10:00:00 +0000\n";
  static const char MONEY[] = "Name,Financial Status,Total,Created at,Fulfilled at,Lineitem quantity,Lineitem name,Lineitem price\n"
                              "#1001,paid,26.00,2026-11-20 10:00:00 +0000,2026-11-21 11:00:00 +0000,1,Cup,21.00\n";
  static const char ALL[] = "Name,Financial Status,Currency,Total,Created at,Fulfilled at,Lineitem quantity,Lineitem name,Lineitem price\n"
                            "#1001,paid,USD,25.00,2026-11-20 10:00:00 +0000,,1,Cup,20.00\n"
                            "#1002,paid,USD,9.00,2026-11-20 10:00:00 +0000,2026-11-21 09:00:00 +0000,1,Cup,9.00\n";
  static const char FIRST[] = "Name,Financial Status,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n"
                              "#1002,paid,9.00,2026-11-20 10:00:00 +0000,1,Cup,9.00\n";

  g_autoptr(DaybookRow) guessed = book_import (fixture, "first.csv", FIRST, "#1002");
  g_assert_cmpstr (daybook_row_text (guessed, DAYBOOK_ORDER_CURRENCY), ==, "CNY");
  assert_line_currency (fixture, guessed, "CNY");
  g_autoptr(DaybookRow) named = book_import (fixture, "all.csv", ALL, "#1002");
  g_assert_cmpstr (daybook_row_text (named, DAYBOOK_ORDER_CURRENCY), ==, "USD");
  assert_line_currency (fixture, named, "USD");

  g_autoptr(DaybookRow) few = book_import (fixture, "few.csv", FEW, "#1001");
  g_assert_cmpint (daybook_row_int (few, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_assert_cmpint (daybook_row_int (few, DAYBOOK_ORDER_TOTAL), ==, 2500);
  g_assert_cmpstr (daybook_row_text (few, DAYBOOK_ORDER_CURRENCY), ==, "USD");
  g_autoptr(DaybookRow) money = book_import (fixture, "money.csv", MONEY, "#1001");
  g_assert_cmpint (daybook_row_int (money, DAYBOOK_ORDER_TOTAL), ==, 2600);
  g_assert_cmpstr (daybook_row_text (money, DAYBOOK_ORDER_CURRENCY), ==, "USD");
  assert_line_currency (fixture, money, "USD");
}

static void
assert_line (Fixture          *fixture,
             const DaybookRow *order,
             gint64            price,
             const char       *currency)
{
  g_autoptr(GPtrArray) lines = daybook_reader_parts (daybook_store_get_reader (fixture->store), &daybook_order_lines,
                                                     DAYBOOK_LINE_ORDER, &order->id, NULL);

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (daybook_row_int (g_ptr_array_index (lines, 0), DAYBOOK_LINE_PRICE), ==, price);
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (lines, 0), DAYBOOK_LINE_CURRENCY), ==, currency);
}

static void
assert_total (const DaybookRow *order,
              gint64            total,
              const char       *currency)
{
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_TOTAL), ==, total);
  g_assert_cmpstr (daybook_row_text (order, DAYBOOK_ORDER_CURRENCY), ==, currency);
}

#define NAMED "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n"
#define UNNAMED "Name,Email,Financial Status,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n"

/* A yen has no sen: what was read as of the shop's currency is not a hundred times as much. */
static void
test_a_currency_of_other_digits (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(DaybookRow) named =
    book_import (fixture, "orders-202611200900.csv", NAMED "#1001,a@x.com,paid,JPY,1500,2026-11-20 08:00:00 +0000,1,Cup,1400\n", "#1001");
  assert_total (named, 1500, "JPY");
  assert_line (fixture, named, 1400, "JPY");

  g_autoptr(DaybookRow) unnamed =
    book_import (fixture, "orders-202611201000.csv", UNNAMED "#1001,a@x.com,paid,1600,2026-11-20 08:00:00 +0000,1,Cup,1450\n", "#1001");
  assert_total (unnamed, 1600, "JPY");
  assert_line (fixture, unnamed, 1450, "JPY");

  /* The other way round the figures are as they were, of another currency. */
  g_autoptr(DaybookRow) guessed =
    book_import (fixture, "orders-202611201100.csv", UNNAMED "#1002,a@x.com,paid,1600,2026-11-20 08:00:00 +0000,1,Cup,1450\n", "#1002");
  assert_total (guessed, 160000, "CNY");
  g_autoptr(DaybookRow) known =
    book_import (fixture, "orders-202611201200.csv", "Name,Email,Financial Status,Currency,Created at\n"
                  "#1002,a@x.com,paid,JPY,2026-11-20 08:00:00 +0000\n", "#1002");
  assert_total (known, 1600, "JPY");
  assert_line (fixture, known, 1450, "JPY");
}

/* A guess is over when a file names the currency, also an older one; its lines follow. */
static void
test_a_guessed_currency_ends (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(DaybookRow) nothing =
    book_import (fixture, "orders-202611201000.csv", "Name,Email,Financial Status,Fulfillment Status,Created at\n"
                  "#1001,a@x.com,paid,fulfilled,2026-11-20 08:00:00 +0000\n", "#1001");
  g_assert_cmpstr (daybook_row_text (nothing, DAYBOOK_ORDER_CURRENCY), ==, "");
  g_autoptr(DaybookRow) older =
    book_import (fixture, "orders-202611200900.csv", NAMED "#1001,a@x.com,paid,USD,30.00,2026-11-20 08:00:00 +0000,1,Cup,28.00\n", "#1001");
  assert_total (older, 3000, "USD");
  assert_line (fixture, older, 2800, "USD");

  g_autoptr(DaybookRow) guessed =
    book_import (fixture, "orders-202611201100.csv", UNNAMED "#1002,a@x.com,paid,16.00,2026-11-20 08:00:00 +0000,1,Cup,14.50\n", "#1002");
  assert_total (guessed, 1600, "CNY");
  g_autoptr(DaybookRow) named =
    book_import (fixture, "orders-202611200930.csv", "Name,Email,Financial Status,Currency,Created at\n"
                  "#1002,a@x.com,paid,USD,2026-11-20 08:00:00 +0000\n", "#1002");
  assert_total (named, 1600, "USD");
  assert_line (fixture, named, 1450, "USD");
}

/* A price that comes to a line that had none is in the order's currency. */
static void
test_a_price_comes_later (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(DaybookRow) without =
    book_import (fixture, "orders-202611200900.csv", "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name\n"
                  "#1001,a@x.com,paid,USD,30.00,2026-11-20 08:00:00 +0000,1,Cup\n", "#1001");
  assert_line (fixture, without, 0, "");
  g_autoptr(DaybookRow) with =
    book_import (fixture, "orders-202611201000.csv", UNNAMED "#1001,a@x.com,paid,30.00,2026-11-20 08:00:00 +0000,1,Cup,12.50\n", "#1001");
  assert_line (fixture, with, 1250, "USD");
}

/* How much of the order went back is known when its total is, in whichever order the files come. */
static void
test_a_total_comes_later (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char REFUND[] = "订单编号,退款金额,买家留言\n%s,10.00,快\n";
  static const char TOTAL[] = "订单编号,总金额,买家实际支付金额\n%s,100.00,100.00\n";
  static const char *const NUMBERS[] = { "3801000000000104417", "3801000000000204417" };

  for (gsize i = 0; i < G_N_ELEMENTS (NUMBERS); i++)
    {
      g_autofree char *refund = g_strdup_printf (REFUND, NUMBERS[i]);
      g_autofree char *total = g_strdup_printf (TOTAL, NUMBERS[i]);

      g_autoptr(DaybookRow) first = book_import (fixture, "ExportOrderList202611210900.csv", i == 0 ? refund : total, NUMBERS[i]);
      g_assert_nonnull (first);
      g_autoptr(DaybookRow) second = book_import (fixture, "ExportOrderList202611211000.csv", i == 0 ? total : refund, NUMBERS[i]);
      g_assert_cmpint (daybook_row_int (second, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_PART);
      g_assert_cmpint (daybook_row_int (second, DAYBOOK_ORDER_REFUNDED), ==, 1000);
    }
}

/* What was paid stands in for a total of which no file tells. */
static void
test_paid_stands_in (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char REFUND[] = "订单编号,退款金额,买家留言\n3801000000000104417,%s,快\n";
  static const char PAID[] = "订单编号,买家实际支付金额,买家留言\n3801000000000104417,100.00,快\n";
  g_autofree char *part = g_strdup_printf (REFUND, "10.00");
  g_autofree char *whole = g_strdup_printf (REFUND, "100.00");

  g_autoptr(DaybookRow) first = book_import (fixture, "ExportOrderList202611210900.csv", part, "3801000000000104417");
  g_assert_nonnull (first);
  g_autoptr(DaybookRow) second = book_import (fixture, "ExportOrderList202611211000.csv", PAID, "3801000000000104417");
  g_assert_cmpint (daybook_row_int (second, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_PART);
  g_autoptr(DaybookRow) third = book_import (fixture, "ExportOrderList202611211100.csv", whole, "3801000000000104417");
  g_assert_cmpint (daybook_row_int (third, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_FULL);
}

/* Whether a file gives what was paid or what is left of it, is seen by the total. */
static void
test_refund_of_amounts (void)
{
  static const struct { gint64 refunded, total, paid; DaybookRefund refund; } CASES[] = {
    { 0, 100, 100, DAYBOOK_REFUND_NONE },
    { 100, 100, 0, DAYBOOK_REFUND_FULL },
    { 40, 100, 60, DAYBOOK_REFUND_PART },
    { 60, 100, 40, DAYBOOK_REFUND_PART },
    { 50, 100, 50, DAYBOOK_REFUND_PART },
    { 80, 100, 80, DAYBOOK_REFUND_FULL }, /* a coupon of 20 */
    { 80, 100, 0, DAYBOOK_REFUND_FULL },
    { 60, 0, 40, DAYBOOK_REFUND_PART },
    { 40, 0, 40, DAYBOOK_REFUND_FULL },
    { 40, 100, DAYBOOK_AMOUNT_UNKNOWN, DAYBOOK_REFUND_PART },
    { 40, 0, DAYBOOK_AMOUNT_UNKNOWN, DAYBOOK_REFUND_FULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpint (daybook_refund_of_amounts (CASES[i].refunded, CASES[i].total, CASES[i].paid), ==, CASES[i].refund);
}

/* Amounts are compared in one currency: sixteen yen are not sixteen hundred. */
static void
test_amounts_in_a_currency_named_later (Fixture       *fixture,
                                        gconstpointer  data)
{
#define GUESSED_TOTAL "Name,Email,Created at,Total\n#1001,a@x.com,2026-11-20 10:00:00 +0000,"
#define NAMED_TOTAL "Name,Email,Currency,Created at,Total\n#1001,a@x.com,JPY,2026-11-20 10:00:00 +0000,"
  static const struct { const char *file, *content; gint64 total; } FILES[] = {
    { "orders-202611211000.csv", GUESSED_TOTAL "16.00\n", 1600 },
    { "orders-202611211200.csv", NAMED_TOTAL "1600\n", 1600 },
    { "orders-202611211300.csv", NAMED_TOTAL "1700\n", 1700 },
    { "orders-202611211100.csv", NAMED_TOTAL "1500\n", 1700 },
    { "orders-202611211100.csv", NAMED_TOTAL "1500\n", 1700 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (FILES); i++)
    {
      g_autoptr(DaybookRow) order = book_import (fixture, FILES[i].file, FILES[i].content, "#1001");

      g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_TOTAL), ==, FILES[i].total);
      g_assert_cmpstr (daybook_row_text (order, DAYBOOK_ORDER_CURRENCY), ==, i == 0 ? "CNY" : "JPY");
    }
}

/* That an older file names the currency makes no amount older. */
static void
test_an_older_file_names_the_currency (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const struct { const char *file, *content; } FILES[] = {
    { "orders-202611211000.csv", GUESSED_TOTAL "1600\n" },
    { "orders-202611210800.csv", NAMED_TOTAL "1500\n" },
    { "orders-202611210800.csv", NAMED_TOTAL "1500\n" },
    { "orders-202611210900.csv", NAMED_TOTAL "1550\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (FILES); i++)
    {
      g_autoptr(DaybookRow) order = book_import (fixture, FILES[i].file, FILES[i].content, "#1001");

      g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_TOTAL), ==, i == 0 ? 160000 : 1600);
    }
}

/* What a later file says in a currency stays in it when the file that had named it goes,
 * be it an order's amount or a line's. */
static void
undo_naming (Fixture    *fixture,
             const char *guessed,
             const char *named,
             const char *later)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) first = book_import (fixture, "orders-202611211000.csv", guessed, "#1001");
  g_autoptr(DaybookRow) second = book_import (fixture, "orders-202611211100.csv", named, "#1001");
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (fixture->store), NULL, NULL, 0, 1, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookRow) third = book_import (fixture, "orders-202611211200.csv", later, "#1001");

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->store, &((DaybookAct *) g_ptr_array_index (acts, 0))->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_kept, >, 0);
}

static void
test_a_currency_stays_with_a_later_amount (Fixture       *fixture,
                                           gconstpointer  data)
{
  undo_naming (fixture, GUESSED_TOTAL "1600\n", NAMED_TOTAL "1600\n", NAMED_TOTAL "1700\n");
  g_autoptr(DaybookRow) order = book_import (fixture, "orders-202611210900.csv", GUESSED_TOTAL "1600\n", "#1001");
  assert_total (order, 1700, "JPY");
}

/* What it leaves in place for that is no newer than before. */
static void
test_what_is_left_gives_way (Fixture       *fixture,
                             gconstpointer  data)
{
  static const char REFUND[] = "Name,Email,Currency,Created at,Refunded Amount\n#1001,a@x.com,JPY,2026-11-20 10:00:00 +0000,100\n";

  undo_naming (fixture, GUESSED_TOTAL "1600\n", NAMED_TOTAL "1500\n", REFUND);
  g_autoptr(DaybookRow) order = book_import (fixture, "orders-202611211030.csv", NAMED_TOTAL "1400\n", "#1001");
  assert_total (order, 1400, "JPY");
}

static void
test_a_currency_stays_with_a_later_price (Fixture       *fixture,
                                          gconstpointer  data)
{
#define HEAD "Name,Email,Currency,Financial Status,Created at,Lineitem name,Lineitem price\n#1001,a@x.com,"
#define CREATED "paid,2026-11-20 10:00:00 +0000,"
  undo_naming (fixture, HEAD "," CREATED "Cup,1600\n", HEAD "JPY," CREATED "Cup,1600\n", HEAD "JPY," CREATED "Cup,1700\n");
  g_autoptr(DaybookRow) order = book_import (fixture, "orders-202611210900.csv", HEAD "," CREATED "Cup,1600\n", "#1001");
  assert_line (fixture, order, 1700, "JPY");
#undef HEAD
#undef CREATED
}

static void
assert_lines (Fixture          *fixture,
              const DaybookRow *order,
              const char       *expected)
{
  g_autoptr(GPtrArray) lines = daybook_reader_parts (daybook_store_get_reader (fixture->store), &daybook_order_lines,
                                                     DAYBOOK_LINE_ORDER, &order->id, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s %" G_GINT64_FORMAT " ", daybook_row_text (g_ptr_array_index (lines, i), DAYBOOK_LINE_SKU),
                            daybook_row_int (g_ptr_array_index (lines, i), DAYBOOK_LINE_PRICE));
  g_assert_cmpstr (text->str, ==, expected);
}

/* What the words said of a refund no amount guesses over. */
static void
test_a_told_refund (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char TOLD[] = "Name,Email,Financial Status,Currency,Refunded Amount,Created at\n"
                             "#1001,a@x.com,refunded,USD,90.00,2026-11-20 10:00:00 +0000\n"
                             "#1002,a@x.com,partially_refunded,USD,90.00,2026-11-20 10:00:00 +0000\n";
  static const char TOTAL[] = "Name,Email,Currency,Total,Created at\n"
                              "#1001,a@x.com,USD,100.00,2026-11-20 10:00:00 +0000\n"
                              "#1002,a@x.com,USD,90.00,2026-11-20 10:00:00 +0000\n";
  static const char AMOUNT[] = "Name,Email,Currency,Refunded Amount,Created at\n#1001,a@x.com,USD,90.00,2026-11-20 10:00:00 +0000\n";

  g_autoptr(DaybookRow) told = book_import (fixture, "orders-202611211000.csv", TOLD, "#1001");
  g_assert_cmpint (daybook_row_int (told, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_FULL);
  g_autoptr(DaybookRow) full = book_import (fixture, "orders-202611210900.csv", TOTAL, "#1001");
  g_assert_cmpint (daybook_row_int (full, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_FULL);
  g_autoptr(DaybookRow) again = book_import (fixture, "orders-202611211200.csv", AMOUNT, "#1001");
  g_assert_cmpint (daybook_row_int (again, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_FULL);
  g_autoptr(GPtrArray) part = daybook_reader_orders_numbered (daybook_store_get_reader (fixture->store), "#1002", NULL);
  g_assert_cmpuint (part->len, ==, 1);
  g_assert_cmpint (daybook_row_int (g_ptr_array_index (part, 0), DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_PART);
}

/* A guess goes before an older guess; what a file tells before both. */
static void
test_guesses_follow_each_other (Fixture       *fixture,
                                gconstpointer  data)
{
#define GUESS "Name,Email,Currency,Total,Created at\n#1001,a@x.com,USD,"
#define SETTLED "订单编号,订单状态,总金额,买家应付货款,打款商家金额,订单付款时间\n3801000000000104417,"
#define AT ",2026-11-20 10:00:00\n"
  static const char PENDING[] = "Name,Email,Financial Status,Currency,Total,Created at\n"
                                "#1001,a@x.com,pending,USD,30.00,2026-11-20 10:00:00 +0000\n";
  static const struct { const char *file, *content, *number; guint field; gint64 value; } STEPS[] = {
    { "orders-202611211000.csv", GUESS "25.00,2026-11-20 10:00:00 +0000\n", "#1001", DAYBOOK_ORDER_PAID, 2500 },
    { "orders-202611211200.csv", GUESS "30.00,2026-11-20 10:00:00 +0000\n", "#1001", DAYBOOK_ORDER_PAID, 3000 },
    { "orders-202611211100.csv", GUESS "27.00,2026-11-20 10:00:00 +0000\n", "#1001", DAYBOOK_ORDER_PAID, 3000 },
    { "orders-202611210900.csv", PENDING, "#1001", DAYBOOK_ORDER_PAID, 0 },
    { "orders-202611211300.csv", GUESS "30.00,2026-11-20 10:00:00 +0000\n", "#1001", DAYBOOK_ORDER_PAID, 0 },
    { "ExportOrderList202611211000.csv", SETTLED "交易成功,100.00,100.00,70.00" AT, "3801000000000104417", DAYBOOK_ORDER_REFUNDED, 3000 },
    { "ExportOrderList202611211200.csv", SETTLED "交易成功,100.00,100.00,50.00" AT, "3801000000000104417", DAYBOOK_ORDER_REFUNDED, 5000 },
    { "ExportOrderList202611211300.csv", SETTLED "交易关闭,100.00,100.00," AT, "3801000000000104417", DAYBOOK_ORDER_REFUNDED, 10000 },
  };
#undef GUESS
#undef SETTLED
#undef AT

  for (gsize i = 0; i < G_N_ELEMENTS (STEPS); i++)
    {
      g_autoptr(DaybookRow) order = book_import (fixture, STEPS[i].file, STEPS[i].content, STEPS[i].number);

      g_assert_cmpint (daybook_row_int (order, STEPS[i].field), ==, STEPS[i].value);
    }
}

/* The newest file of the same columns takes a status back; one that lacks the column which
 * would say otherwise does not. */
static void
test_a_newer_guess_goes_back (Fixture       *fixture,
                              gconstpointer  data)
{
#define FEW(financial, fulfilment) "Name,Email,Financial Status,Fulfillment Status,Created at\n" \
                                   "#1001,a@x.com," financial "," fulfilment ",2026-11-20 10:00:00 +0000\n"
  static const char ALL[] = "Name,Email,Financial Status,Fulfillment Status,Cancelled at,Created at\n"
                            "#1001,a@x.com,paid,unfulfilled,2026-11-21 13:30:00 +0000,2026-11-20 10:00:00 +0000\n";

  g_autoptr(DaybookRow) shipped = book_import (fixture, "orders-202611211000.csv", FEW ("paid", "fulfilled"), "#1001");
  g_assert_cmpint (daybook_row_int (shipped, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_autoptr(DaybookRow) back = book_import (fixture, "orders-202611211200.csv", FEW ("pending", "unfulfilled"), "#1001");
  g_assert_cmpint (daybook_row_int (back, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_UNPAID);
  g_autoptr(DaybookRow) closed = book_import (fixture, "orders-202611211400.csv", ALL, "#1001");
  g_assert_cmpint (daybook_row_int (closed, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_CLOSED);
  g_autoptr(DaybookRow) still = book_import (fixture, "orders-202611211500.csv", FEW ("paid", "unfulfilled"), "#1001");
  g_assert_cmpint (daybook_row_int (still, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_CLOSED);
#undef FEW
}

/* Lines of one title are told apart by what else is said of them. */
static void
test_lines_of_one_title (Fixture       *fixture,
                         gconstpointer  data)
{
#define HEAD "Name,Email,Financial Status,Currency,Created at,Lineitem name,Lineitem quantity,Lineitem price"
#define ORDER(number) number ",a@x.com,paid,USD,2026-11-19 08:00:00 +0000,"
  static const struct { const char *file, *content, *number, *lines; } STEPS[] = {
    { "orders-202611211000.csv", HEAD "\n" ORDER ("#1001") "Cup,2,20.00\n", "#1001", " 2000 " },
    { "orders-202611211100.csv", HEAD ",Lineitem sku\n" ORDER ("#1001") "Cup,2,20.00,K1\n", "#1001", "K1 2000 " },
    { "orders-202611211200.csv", HEAD ",Lineitem sku\n" ORDER ("#1001") "Cup,2,20.00,K1\n#1001,,,,,Cup,1,7.00,\n", "#1001", "K1 2000  700 " },
    { "orders-202611211000.csv", HEAD ",Lineitem sku\n" ORDER ("#1002") "Cup,2,20.00,K1\n#1002,,,,,Cup,1,30.00,\n", "#1002", "K1 2000  3000 " },
    { "orders-202611211200.csv", HEAD "\n" ORDER ("#1002") "Cup,2,20.00\n#1002,,,,,Cup,1,30.00\n", "#1002", "K1 2000  3000 " },
    { "orders-202611211000.csv", HEAD ",Lineitem sku\n" ORDER ("#1003") "Cup,2,20.00,K1\n#1003,,,,,Cup,1,30.00,K2\n", "#1003", "K1 2000 K2 3000 " },
    { "orders-202611211200.csv", HEAD "\n" ORDER ("#1003") "Cup,1,30.00\n#1003,,,,,Cup,2,20.00\n", "#1003", "K1 2000 K2 3000 " },
  };
#undef HEAD
#undef ORDER

  for (gsize i = 0; i < G_N_ELEMENTS (STEPS); i++)
    {
      g_autoptr(DaybookRow) order = book_import (fixture, STEPS[i].file, STEPS[i].content, STEPS[i].number);

      assert_lines (fixture, order, STEPS[i].lines);
    }
}

/* A file without SKUs tells of the same lines, whichever comes first. */
static void
test_lines_without_skus (Fixture       *fixture,
                         gconstpointer  data)
{
#define HEAD "Name,Email,Financial Status,Currency,Created at,Lineitem name"
#define ORDER(number) number ",a@x.com,paid,USD,2026-11-19 08:00:00 +0000,"
#define ALL(number) HEAD ",Lineitem sku,Lineitem price\n" ORDER (number) "Cup,CUP-1,20.00\n" number ",,,,,Pot,POT-1,30.00\n"
#define FEW(number) HEAD "\n" ORDER (number) "Cup\n" number ",,,,,Pot\n"
  static const struct { const char *number, *first, *second, *second_name; } CASES[] = {
    { "#1001", ALL ("#1001"), FEW ("#1001"), "orders-202611211300.csv" },
    { "#1002", ALL ("#1002"), FEW ("#1002"), "orders-202611211100.csv" },
    { "#1003", FEW ("#1003"), ALL ("#1003"), "orders-202611211300.csv" },
    { "#1004", FEW ("#1004"), ALL ("#1004"), "orders-202611211100.csv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookRow) first = book_import (fixture, "orders-202611211200.csv", CASES[i].first, CASES[i].number);
      g_assert_nonnull (first);
      g_autoptr(DaybookRow) second = book_import (fixture, CASES[i].second_name, CASES[i].second, CASES[i].number);
      assert_lines (fixture, second, "CUP-1 2000 POT-1 3000 ");
    }
#undef HEAD
#undef ORDER
#undef ALL
#undef FEW
}

/* Of a total that is blank nothing was paid, nor nothing. */
static void
test_a_blank_total (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char ALL[] = "Name,Email,Financial Status,Currency,Total,Created at\n#1001,a@x.com,paid,USD,25.00,2026-11-20 10:00:00 +0000\n";
  static const char BLANK[] = "Name,Email,Financial Status,Currency,Total,Created at\n#1001,a@x.com,paid,USD,,2026-11-20 10:00:00 +0000\n";

  g_autoptr(DaybookRow) all = book_import (fixture, "orders-202611200900.csv", ALL, "#1001");
  g_assert_cmpint (daybook_row_int (all, DAYBOOK_ORDER_PAID), ==, 2500);
  g_autoptr(DaybookRow) blank = book_import (fixture, "orders-202611201000.csv", BLANK, "#1001");
  g_assert_cmpint (daybook_row_int (blank, DAYBOOK_ORDER_PAID), ==, 2500);
}

/* A blank status takes nothing away; one that nobody knows does. */
static void
test_a_blank_status (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char TAOBAO[] = "订单编号,订单状态,总金额,订单备注\n3801000000000104417,%s,100.00,快\n";
  static const char SHOPIFY[] = "Name,Email,Financial Status,Total,Created at\n#1001,a@x.com,%s,25.00,2026-11-20 10:00:00 +0000\n";
  g_autofree char *shipped = g_strdup_printf (TAOBAO, "卖家已发货，等待买家确认");
  g_autofree char *blank = g_strdup_printf (TAOBAO, "");
  g_autofree char *odd = g_strdup_printf (TAOBAO, "买家正在考虑");
  g_autofree char *refunded = g_strdup_printf (SHOPIFY, "refunded");
  g_autofree char *unsaid = g_strdup_printf (SHOPIFY, "");

  g_autoptr(DaybookRow) first = book_import (fixture, "ExportOrderList202611210900.csv", shipped, "3801000000000104417");
  g_assert_cmpint (daybook_row_int (first, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_autoptr(DaybookRow) second = book_import (fixture, "ExportOrderList202611211000.csv", blank, "3801000000000104417");
  g_assert_cmpint (daybook_row_int (second, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_assert_cmpstr (daybook_row_text (second, DAYBOOK_ORDER_STATUS), ==, "卖家已发货，等待买家确认");
  g_autoptr(DaybookRow) third = book_import (fixture, "ExportOrderList202611211100.csv", odd, "3801000000000104417");
  g_assert_cmpint (daybook_row_int (third, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_UNKNOWN);
  g_assert_cmpstr (daybook_row_text (third, DAYBOOK_ORDER_STATUS), ==, "买家正在考虑");

  g_autoptr(DaybookRow) closed = book_import (fixture, "orders-202611210900.csv", refunded, "#1001");
  g_assert_cmpint (daybook_row_int (closed, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_CLOSED);
  g_autoptr(DaybookRow) still = book_import (fixture, "orders-202611211000.csv", unsaid, "#1001");
  g_assert_cmpint (daybook_row_int (still, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_CLOSED);
}

/* A file without the column that tells of the parcel, or of the end, takes neither back. */
static void
test_a_stage_of_few_columns (Fixture       *fixture,
                             gconstpointer  data)
{
  static const char ALL[] = "Name,Email,Financial Status,Fulfillment Status,Cancelled at,Created at\n"
                            "#1001,a@x.com,paid,fulfilled,,2026-11-20 10:00:00 +0000\n"
                            "#1002,a@x.com,paid,unfulfilled,2026-11-20 11:00:00 +0000,2026-11-20 10:00:00 +0000\n";
  static const char SENT[] = "Name,Email,Financial Status,Cancelled at,Created at\n#1001,a@x.com,paid,,2026-11-20 10:00:00 +0000\n";
  static const char ENDED[] = "Name,Email,Financial Status,Fulfillment Status,Created at\n#1002,a@x.com,paid,unfulfilled,2026-11-20 10:00:00 +0000\n";

  g_autoptr(DaybookRow) sent = book_import (fixture, "orders-202611210900.csv", ALL, "#1001");
  g_assert_cmpint (daybook_row_int (sent, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_autoptr(DaybookRow) still_sent = book_import (fixture, "orders-202611211000.csv", SENT, "#1001");
  g_assert_cmpint (daybook_row_int (still_sent, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_assert_cmpstr (daybook_row_text (still_sent, DAYBOOK_ORDER_STATUS), ==, "paid / fulfilled");
  g_autoptr(DaybookRow) still_ended = book_import (fixture, "orders-202611211100.csv", ENDED, "#1002");
  g_assert_cmpint (daybook_row_int (still_ended, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_CLOSED);
}

/* What follows from other cells fills only what no file has told. */
static void
test_a_guessed_refund (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char ALL[] = "订单编号,订单状态,总金额,买家应付货款,退款金额,打款商家金额,订单付款时间\n"
                            "3801000000000104417,交易关闭,100.00,100.00,98.00,,2026-11-20 10:00:00\n"
                            "3801000000000204417,交易成功,100.00,100.00,30.00,70.00,2026-11-20 10:00:00\n"
                            "3801000000000304417,交易关闭,100.00,100.00,100.00,,2026-11-20 10:00:00\n";
  static const char FEW[] = "订单编号,订单状态,总金额,买家应付货款,打款商家金额,订单付款时间\n"
                            "3801000000000104417,交易关闭,100.00,100.00,,2026-11-20 10:00:00\n"
                            "3801000000000204417,交易成功,100.00,100.00,65.00,2026-11-20 10:00:00\n";
  static const char LEAST[] = "订单编号,买家会员名,订单状态,订单付款时间\n"
                              "3801000000000304417,小鱼儿,交易关闭,2026-11-20 10:00:00\n"
                              "3801000000000404417,小鱼儿,交易关闭,2026-11-20 10:00:00\n";
  static const struct { const char *number; DaybookRefund refund; gint64 refunded; } CASES[] = {
    { "3801000000000104417", DAYBOOK_REFUND_PART, 9800 },
    { "3801000000000204417", DAYBOOK_REFUND_PART, 3000 },
    { "3801000000000304417", DAYBOOK_REFUND_FULL, 10000 },
    { "3801000000000404417", DAYBOOK_REFUND_FULL, 0 },
  };

  g_autoptr(DaybookRow) all = book_import (fixture, "ExportOrderList202611210900.csv", ALL, CASES[0].number);
  g_assert_cmpint (daybook_row_int (all, DAYBOOK_ORDER_REFUNDED), ==, 9800);
  g_autoptr(DaybookRow) few = book_import (fixture, "ExportOrderList202611211000.csv", FEW, CASES[0].number);
  g_assert_cmpint (daybook_row_int (few, DAYBOOK_ORDER_REFUNDED), ==, 9800);
  g_autoptr(DaybookRow) least = book_import (fixture, "ExportOrderList202611211100.csv", LEAST, CASES[3].number);
  g_assert_false (daybook_row_has (least, DAYBOOK_ORDER_REFUNDED));

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GPtrArray) found = daybook_reader_orders_numbered (daybook_store_get_reader (fixture->store), CASES[i].number, NULL);

      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpint (daybook_row_int (g_ptr_array_index (found, 0), DAYBOOK_ORDER_REFUND), ==, CASES[i].refund);
      g_assert_cmpint (daybook_row_int (g_ptr_array_index (found, 0), DAYBOOK_ORDER_REFUNDED), ==, CASES[i].refunded);
    }
}

/* A file without the financial status only guesses that all was paid. */
static void
test_a_guessed_payment (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char PENDING[] = "Name,Email,Financial Status,Currency,Total,Created at\n#1001,a@x.com,pending,USD,25.00,2026-11-20 10:00:00 +0000\n";
  static const char FEW[] = "Name,Email,Currency,Total,Created at\n#1001,a@x.com,USD,25.00,2026-11-20 10:00:00 +0000\n";

  g_autoptr(DaybookRow) pending = book_import (fixture, "orders-202611210900.csv", PENDING, "#1001");
  g_assert_cmpint (daybook_row_int (pending, DAYBOOK_ORDER_PAID), ==, 0);
  g_autoptr(DaybookRow) few = book_import (fixture, "orders-202611211000.csv", FEW, "#1001");
  g_assert_cmpint (daybook_row_int (few, DAYBOOK_ORDER_PAID), ==, 0);
  g_assert_cmpint (daybook_row_int (few, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_UNPAID);
}

/* That it was paid meanwhile is seen without the column that tells of the parcel. */
static void
test_a_guessed_stage_goes_forward (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char ALL[] = "Name,Email,Financial Status,Fulfillment Status,Cancelled at,Created at\n"
                            "#1001,a@x.com,pending,unfulfilled,,2026-11-20 10:00:00 +0000\n";
  static const char FEW[] = "Name,Email,Financial Status,Created at\n#1001,a@x.com,paid,2026-11-20 10:00:00 +0000\n";
  static const char NEXT[] = "Name,Email,Financial Status,Created at\n#1001,a@x.com,partially_refunded,2026-11-20 10:00:00 +0000\n";

  g_autoptr(DaybookRow) pending = book_import (fixture, "orders-202611210900.csv", ALL, "#1001");
  g_assert_cmpint (daybook_row_int (pending, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_UNPAID);
  g_autoptr(DaybookRow) older = book_import (fixture, "orders-202611210800.csv", FEW, "#1001");
  g_assert_cmpint (daybook_row_int (older, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_UNPAID);
  g_autoptr(DaybookRow) newer = book_import (fixture, "orders-202611211000.csv", FEW, "#1001");
  g_assert_cmpint (daybook_row_int (newer, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_PAID);
  g_assert_cmpstr (daybook_row_text (newer, DAYBOOK_ORDER_STATUS), ==, "paid");
  g_autoptr(DaybookRow) newest = book_import (fixture, "orders-202611211100.csv", NEXT, "#1001");
  g_assert_cmpint (daybook_row_int (newest, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_PAID);
  g_assert_cmpstr (daybook_row_text (newest, DAYBOOK_ORDER_STATUS), ==, "partially_refunded");
}

/* A blank financial status says nothing of what was paid, and that it was paid in part not
 * how much of it. */
static void
test_paid_of_few_columns (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char ALL[] = "Name,Email,Financial Status,Currency,Total,Created at,Outstanding Balance\n"
                            "#1001,a@x.com,pending,USD,25.00,2026-11-20 10:00:00 +0000,25.00\n"
                            "#1002,a@x.com,partially_paid,USD,25.00,2026-11-20 10:00:00 +0000,10.00\n";
  static const char FEW[] = "Name,Email,Financial Status,Currency,Total,Created at\n"
                            "#1001,a@x.com,,USD,25.00,2026-11-20 10:00:00 +0000\n"
                            "#1002,a@x.com,partially_paid,USD,25.00,2026-11-20 10:00:00 +0000\n";

  g_autoptr(DaybookRow) part = book_import (fixture, "orders-202611210900.csv", ALL, "#1002");
  g_assert_cmpint (daybook_row_int (part, DAYBOOK_ORDER_PAID), ==, 1500);
  g_autoptr(DaybookRow) still_part = book_import (fixture, "orders-202611211000.csv", FEW, "#1002");
  g_assert_cmpint (daybook_row_int (still_part, DAYBOOK_ORDER_PAID), ==, 1500);
  g_autoptr(GPtrArray) pending = daybook_reader_orders_numbered (daybook_store_get_reader (fixture->store), "#1001", NULL);
  g_assert_cmpuint (pending->len, ==, 1);
  g_assert_cmpint (daybook_row_int (g_ptr_array_index (pending, 0), DAYBOOK_ORDER_PAID), ==, 0);
}

/* Five of a hundred are a part of it, though the file does not tell of the hundred. */
static void
test_a_refund_of_few_columns (Fixture       *fixture,
                              gconstpointer  data)
{
  static const char ALL[] = "订单编号,订单状态,总金额,买家实际支付金额,退款金额,订单创建时间\n"
                            "3801000000000104417,等待卖家发货,100.00,100.00,0.00,2026-11-20 10:00:00\n";
  static const char FEW[] = "订单编号,退款金额,订单创建时间\n3801000000000104417,%s,2026-11-20 10:00:00\n";
  static const char BLANK[] = "订单编号,总金额,买家实际支付金额,退款金额,订单创建时间\n"
                              "3801000000000104417,100.00,,6.00,2026-11-20 10:00:00\n";
  static const char NOTHING[] = "订单编号,总金额,退款金额,订单创建时间\n3801000000000104417,100.00,,2026-11-20 10:00:00\n";
  g_autofree char *part = g_strdup_printf (FEW, "5.00");
  g_autofree char *whole = g_strdup_printf (FEW, "100.00");

  g_autoptr(DaybookRow) none = book_import (fixture, "ExportOrderList202611210900.csv", ALL, "3801000000000104417");
  g_assert_cmpint (daybook_row_int (none, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_NONE);
  g_autoptr(DaybookRow) some = book_import (fixture, "ExportOrderList202611211000.csv", part, "3801000000000104417");
  g_assert_cmpint (daybook_row_int (some, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_PART);
  g_autoptr(DaybookRow) all = book_import (fixture, "ExportOrderList202611211100.csv", whole, "3801000000000104417");
  g_assert_cmpint (daybook_row_int (all, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_FULL);
  g_autoptr(DaybookRow) blank = book_import (fixture, "ExportOrderList202611211200.csv", BLANK, "3801000000000104417");
  g_assert_cmpint (daybook_row_int (blank, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_PART);
  g_autoptr(DaybookRow) nothing = book_import (fixture, "ExportOrderList202611211300.csv", NOTHING, "3801000000000104417");
  g_assert_cmpint (daybook_row_int (nothing, DAYBOOK_ORDER_REFUND), ==, DAYBOOK_REFUND_PART);
  g_assert_cmpint (daybook_row_int (nothing, DAYBOOK_ORDER_REFUNDED), ==, 600);
}

/* What a person has said needs no other sign than what the form requires; but a file that
 * is another platform's by its headings is that one's still. */
static void
test_a_platform_by_name_alone (Fixture       *fixture,
                               gconstpointer  data)
{
  static const char *const TEXTS[] = {
    "订单编号,买家会员名,商品名称,实付款,订单状态,订单创建时间\n1,a,茶,5,交易成功,2026-11-20 10:00:00\n",
    "订单编号,订单状态,门店,导购,配送员,桌号\n1,交易成功,a,b,c,d\n",
  };
  static const char REFUNDS[] = "订单编号,退款编号,订单状态\n1,2,交易成功\n";
  g_autofree char *refunds = fixture_write (fixture->folder, "refunds.csv", REFUNDS, -1);
  g_autoptr(DaybookImport) wrong = daybook_import_new (fixture->store, refunds);
  g_autoptr(GError) kind = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autoptr(GError) unknown = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *path = fixture_write (fixture->folder, "a.csv", TEXTS[i], -1);
      g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);

      g_assert_false (daybook_import_prepare (import, NULL, NULL, NULL, &unknown));
      g_assert_error (unknown, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
      daybook_import_set_platform (import, "tmall");
      daybook_import_prepare (import, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (daybook_import_get_counts (import)->n_new, ==, 1);
      g_assert_cmpuint (daybook_import_get_counts (import)->n_problems, ==, 0);
      g_assert_cmpstr (daybook_import_get_platform (import), ==, "tmall");
    }

  daybook_import_set_platform (wrong, "taobao");
  g_assert_false (daybook_import_prepare (wrong, NULL, NULL, NULL, &kind));
  g_assert_error (kind, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (kind->message, "no form that Daybook knows"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/few-columns/currencies", test_a_file_without_currencies);
  ADD ("/few-columns/a-guessed-payment", test_a_guessed_payment);
  ADD ("/few-columns/a-guessed-refund", test_a_guessed_refund);
  ADD ("/few-columns/a-guessed-stage-goes-forward", test_a_guessed_stage_goes_forward);
  ADD ("/few-columns/other-digits", test_a_currency_of_other_digits);
  ADD ("/few-columns/a-guess-ends", test_a_guessed_currency_ends);
  ADD ("/few-columns/a-price-comes-later", test_a_price_comes_later);
  ADD ("/few-columns/a-total-comes-later", test_a_total_comes_later);
  ADD ("/few-columns/blank-status", test_a_blank_status);
  ADD ("/few-columns/blank-total", test_a_blank_total);
  ADD ("/few-columns/paid", test_paid_of_few_columns);
  ADD ("/few-columns/paid-stands-in", test_paid_stands_in);
  g_test_add_func ("/few-columns/refund-of-amounts", test_refund_of_amounts);
  ADD ("/few-columns/stage", test_a_stage_of_few_columns);
  ADD ("/few-columns/a-currency-named-later", test_amounts_in_a_currency_named_later);
  ADD ("/few-columns/a-currency-named-by-an-older-file", test_an_older_file_names_the_currency);
  ADD ("/few-columns/a-currency-stays-with-a-later-amount", test_a_currency_stays_with_a_later_amount);
  ADD ("/few-columns/lines-without-skus", test_lines_without_skus);
  ADD ("/few-columns/a-told-refund", test_a_told_refund);
  ADD ("/few-columns/guesses-follow-each-other", test_guesses_follow_each_other);
  ADD ("/few-columns/a-newer-guess-goes-back", test_a_newer_guess_goes_back);
  ADD ("/few-columns/lines-of-one-title", test_lines_of_one_title);
  ADD ("/few-columns/a-currency-stays-with-a-later-price", test_a_currency_stays_with_a_later_price);
  ADD ("/few-columns/what-is-left-gives-way", test_what_is_left_gives_way);
  ADD ("/few-columns/refunds", test_a_refund_of_few_columns);
  ADD ("/few-columns/platform-by-name-alone", test_a_platform_by_name_alone);

  return g_test_run ();
}
