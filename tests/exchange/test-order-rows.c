/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"
#include "order-fixture.h"

#include "exchange/encoding.h"
#include "exchange/order-code.h"

#include <string.h>

/* Orders of several rows: which belong together, what they may say, and what is wrong. */

/* Two amounts of one order count once, however far apart its rows are. */
static void
test_sums_count_an_order_once (Fixture       *fixture,
                               gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Financial Status,Currency,Created at,Paid at,Total,Lineitem name,Lineitem quantity\n"
         "#1,a@b.c,paid,CNY,2020-02-01 10:00:00 +0000,2020-02-01 10:00:00 +0000,5,Cup,1\n"
         "#2,a@b.c,paid,CNY,2020-02-02 10:00:00 +0000,2020-02-02 10:00:00 +0000,7,Bowl,1\n"
         "#1,a@b.c,paid,CNY,2020-02-01 10:00:00 +0000,2020-02-01 10:00:00 +0000,5,Spoon,1\n");

  g_assert_true (g_str_has_prefix (fixture->sums, "{\"orders\":2,\"lines\":3,\"paid_minor\":1200,"));
  g_assert_nonnull (strstr (fixture->sums, "\"first_date\":\"2020-02-01\",\"last_date\":\"2020-02-02\""));
}

/* In a file with one row for each order. */
static void
test_a_second_row_of_an_order (Fixture       *fixture,
                               gconstpointer  data)
{
  parse (fixture,
         "订单编号,总金额,买家实际支付金额,订单创建时间,宝贝标题,打款商家金额\n"
         "1,5,5,2020-02-01 10:00:00,杯,5\n"
         "1,5,5,2020-02-01 10:00:00,勺,5\n" /* another line */
         "2,7,7,2020-02-02 10:00:00,碗,7\n"
         "2,7,7,2020-02-02 10:00:00,碗 ,7\n" /* the same, as in exports put together */
         "3,many,7,2020-02-02 10:00:00,碗,7\n"
         "1,5,5,2020-02-01 10:00:00,杯,4\n" /* another sum */
         "3,many,7,2020-02-02 10:00:00,碗,7\n");

  g_assert_cmpuint (fixture->rows, ==, 7);
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "1");
  assert_line (fixture, 0, 0, "杯", 0);
  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "2");
  g_assert_cmpuint (fixture->problems->len, ==, 4);
  assert_problem (fixture, 0, "3|订单编号|1|An earlier row has this order too");
  assert_problem (fixture, 1, "6|总金额|many|");
  assert_problem (fixture, 2, "7|订单编号|1|An earlier row has this order too");
  assert_problem (fixture, 3, "8|总金额|many|");
}

/* In one with a line in each row. */
static void
test_a_damaged_cell (Fixture       *fixture,
                     gconstpointer  data)
{
  parse (fixture,
         "订单编号,收货人姓名,总金额,宝贝标题\n"
         "1,张三,5,红色连衣裙\n"
         "2,李\xe5,5,蓝色牛仔裤\n"
         "3,王五,5,白色衬衫\n");

  g_assert_cmpuint (fixture->orders->len, ==, 2);
  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "3");
  g_assert_cmpuint (fixture->problems->len, ==, 1);
  assert_problem (fixture, 0, "3|收货人姓名|李*|This cell is damaged");
}

/* What stands for the bytes is no character for people to see, whatever else is wrong. */
static void
test_a_damaged_amount (Fixture       *fixture,
                       gconstpointer  data)
{
  parse (fixture,
         "订单编号,收货人姓名,总金额\n"
         "1,张三,5\n"
         "2,李四,5.0\xe5\n"
         "3,王五,5\n");

  g_assert_cmpuint (fixture->problems->len, ==, 1);
  assert_problem (fixture, 0, "3|总金额|5.0\xef\xbf\xbd|");
  g_assert_null (strstr (g_ptr_array_index (fixture->problems, 0), DAYBOOK_DAMAGE));
}

#define CELL(text) "<c t=\"str\"><v>" text "</v></c>"
#define FORMULA "<c><f>A1</f></c>"

/* A workbook that no program has calculated: only what is read of it must be known. */
static void
test_formulas_without_results (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "orders.xlsx", NULL);

  fixture_write_zip (path,
                     "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>",
                     "xl/worksheets/sheet1.xml",
                     "<worksheet><sheetData>"
                     "<row>" CELL ("订单编号") CELL ("总金额") CELL ("宝贝标题") CELL ("利润") CELL ("退款金额") "</row>"
                     "<row>" CELL ("1") CELL ("5") CELL ("杯") FORMULA CELL ("0") CELL ("a remark beside it") "</row>"
                     "<row>" CELL ("2") FORMULA CELL ("杯") FORMULA CELL ("0") "</row>"
                     "<row>" FORMULA CELL ("5") CELL ("杯") FORMULA CELL ("0") "</row>"
                     "<row>" CELL ("3") CELL ("5") CELL ("杯") FORMULA FORMULA "</row>"
                     "<row><c/>" FORMULA "<c/>" FORMULA FORMULA "</row>"
                     "</sheetData></worksheet>", NULL);
  parse_table (fixture, path);

  g_assert_cmpuint (fixture->rows, ==, 4);
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "1");
  g_assert_cmpuint (fixture->problems->len, ==, 3);
  assert_problem (fixture, 0, "3|总金额||This cell is a formula without a result");
  assert_problem (fixture, 1, "4|订单编号||This cell is a formula without a result");
  assert_problem (fixture, 2, "5|退款金额||This cell is a formula without a result");
}

static void
test_a_later_row_says_otherwise (Fixture       *fixture,
                                 gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Created at,Total,Lineitem name,Lineitem quantity\n"
         "#1,a@b.c,2024-05-01 10:00:00 +0000,10,Cup,1\n"
         "#1,a@b.c,,10,Plate,1\n" /* repeats some of it */
         "#2,a@b.c,2024-05-01 10:00:00 +0000,10,Cup,1\n"
         "#2,,,12,Plate,1\n"
         "#3,a@b.c,2024-05-01 10:00:00 +0000,10,Cup,1\n"
         "#1,,,,Spoon,1\n" /* far from the others, and blank */
         "#3,a@b.c,2024-05-01 10:00:00 +0000,99,Cup,1\n"
         "#4,a@b.c,2024-05-01 10:00:00 +0000,5,Cup,1\n"
         "#3,,,,Fork,1\n" /* of which of the two? */
         "#1,,,,Knife,1\n");

  g_assert_cmpuint (fixture->orders->len, ==, 5);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "#1");
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "#3");
  assert_text (fixture, 2, DAYBOOK_ORDER_NUMBER, "#1");
  assert_text (fixture, 3, DAYBOOK_ORDER_NUMBER, "#4");
  assert_text (fixture, 4, DAYBOOK_ORDER_NUMBER, "#1");
  g_assert_cmpuint (fixture->problems->len, ==, 4);
  assert_problem (fixture, 3, "10|Name|#3|Row 8 of the same order has a problem");
  assert_problem (fixture, 0, "5|Total|12|Row 4 of the same order says otherwise");
  assert_problem (fixture, 1, "4|Name|#2|Row 5 of the same order has a problem");
  assert_problem (fixture, 2, "8|Name|#3|An earlier row has this order too");
}

static void
test_problems_are_masked (Fixture       *fixture,
                          gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Created at,Total,Lineitem name,Lineitem quantity,Shipping Name,Shipping Street,Shipping Phone\n"
         "#1,ann@example.com,2024-05-01 10:00:00 +0000,10,Cup,1,Ann Lee,1 Long Road,4155550101\n"
         "#1,bea@example.com,,10,Plate,1,,,\n"
         "#2,ann@example.com,2024-05-01 10:00:00 +0000,10,Cup,1,Ann Lee,1 Long Road,4155550101\n"
         "#2,,,,Plate,1,,,4155550199\n"
         "#3,ann@example.com,2024-05-01 10:00:00 +0000,10,Cup,1,Ann Lee,1 Long Road,4155550101\n"
         "#3,,,,Plate,1,Ann Bee,,\n"
         "#4,ann@example.com,2024-05-01 10:00:00 +0000,10,Cup,1,Ann Lee,1 Long Road,4155550101\n"
         "#4,,,,Plate,1,,2 Long Road,\n");

  assert_problem (fixture, 0, "3|Email|b***@example.com|Row 2 of the same order says otherwise");
  assert_problem (fixture, 2, "5|Shipping Phone|********99|Row 4 of the same order says otherwise");
  assert_problem (fixture, 4, "7|Shipping Name|A** B**|Row 6 of the same order says otherwise");
  assert_problem (fixture, 6, "9|Shipping Street|***|Row 8 of the same order says otherwise");
}

#define LINES "Name,Email,Created at,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price\n"

/* Exports put together: the second half says nothing new. */
static void
test_an_order_stands_twice (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char ORDER[] =
    "#1,a@b.c,2024-05-01 10:00:00 +0000,USD,10,Cup,1,5\n"
    "#1,,,,,Cup,1,5\n" /* the same once more: two of them */
    "#1,,,,,Plate,1,5\n";
  g_autofree char *twice = g_strconcat (LINES, ORDER, "#2,a@b.c,2024-05-01 10:00:00 +0000,USD,7,Bowl,1,7\n", ORDER, NULL);

  parse (fixture, twice);
  g_assert_cmpuint (fixture->rows, ==, 7);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 3);
  g_assert_true (g_str_has_prefix (fixture->sums, "{\"orders\":2,\"lines\":4,"));
}

/* ... and where they overlap by one order, its two stand next to each other. */
static void
test_an_order_stands_twice_in_a_row (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const char FIRST[] = "#1,a@b.c,2024-05-01 10:00:00 +0000,USD,10,Cup,1,5\n#1,,,,,Cup,1,5\n";
  static const char SECOND[] = "#2,a@b.c,2024-05-01 10:00:00 +0000,USD,7,Bowl,1,7\n";
  g_autofree char *twice = g_strconcat (LINES, FIRST, FIRST, SECOND, SECOND,
                                        "#2,a@b.c,2024-05-01 10:00:00 +0000,USD,8,Bowl,1,7\n", NULL);

  parse (fixture, twice);
  g_assert_cmpuint (fixture->rows, ==, 7);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  g_assert_cmpuint (order (fixture, 1)->lines->len, ==, 1);
  g_assert_cmpuint (fixture->problems->len, ==, 1);
}

/* Where the order's cells are repeated with each line, another line is no other telling. */
static void
test_rows_that_were_filled_down (Fixture       *fixture,
                                 gconstpointer  data)
{
#define FILLED "a@b.c,2024-05-01 10:00:00 +0000,USD,10,"
  parse (fixture, LINES
         "#1," FILLED "Cup,1,5\n"
         "#1," FILLED "Bowl,1,5\n"
         "#2," FILLED "Cup,1,5\n"
         "#2," FILLED "Cup,1,5\n");
#undef FILLED
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  g_assert_cmpuint (order (fixture, 1)->lines->len, ==, 2);
}

/* What was completed was paid, though its time of payment is missing; what was closed
 * without one was not. */
static void
test_what_was_paid (Fixture       *fixture,
                    gconstpointer  data)
{
  parse (fixture, "订单编号,订单状态,买家实际支付金额,订单付款时间,宝贝标题\n"
                  "1,交易成功,10.00,,杯\n"
                  "2,交易关闭,20.00,,杯\n"
                  "3,交易关闭,40.00,2026-03-01 10:00:00,杯\n"
                  "4,等待买家付款,80.00,,杯\n");
  g_assert_true (g_str_has_prefix (fixture->sums, "{\"orders\":4,\"lines\":4,\"paid_minor\":5000,"));
}

static void
test_currencies_of_later_rows (Fixture       *fixture,
                               gconstpointer  data)
{
  parse (fixture, LINES
         "#1,a@b.c,2024-05-01 10:00:00 +0000,USD,10,Cup,1,5\n"
         "#1,,,JPY,,Plate,1,1000\n"
         "#2,a@b.c,2024-05-01 10:00:00 +0000,USD,7,Bowl,1,7\n"
         "#3,a@b.c,2024-05-01 10:00:00 +0000,USD,7,Pot,1,7\n"
         "#2,,,,,Late,1,1\n");

  g_assert_cmpuint (fixture->orders->len, ==, 2);
  g_assert_cmpuint (fixture->problems->len, ==, 3);
  assert_problem (fixture, 0, "3|Currency|JPY|Row 2 of the same order says otherwise");
  assert_problem (fixture, 1, "2|Name|#1|Row 3 of the same order has a problem");
  assert_problem (fixture, 2, "6|Name|#2|The row stands apart from its order and does not say its currency");
}

static void
test_an_amount_has_the_platforms_decimal_sign (Fixture       *fixture,
                                               gconstpointer  data)
{
  parse (fixture,
         "订单编号,总金额,订单创建时间,宝贝标题\n"
         "1,1.234,2020-02-01 10:00:00,杯\n"
         "2,\"1,234.50\",2020-02-01 10:00:00,杯\n");

  g_assert_cmpuint (fixture->orders->len, ==, 1);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 123450);
  assert_problem (fixture, 0, "2|总金额|1.234|“1.234” has more decimals than CNY");
}

/* Near midnight the day depends on the clock: it is the file's own. */
static void
test_days_are_those_of_the_file (Fixture       *fixture,
                                 gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Created at,Total\n"
         "#1,a,2024-05-01 23:30:00 -0500,5\n"
         "#2,a,2024-05-03T00:30:00.000+08:00,5\n"
         "#3,a,2024-05-02T10:00:00Z,5\n");
  g_assert_nonnull (strstr (fixture->sums, "\"first_date\":\"2024-05-01\",\"last_date\":\"2024-05-03\""));
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2024-05-02T04:30:00Z");

  parse (fixture, "订单编号,订单创建时间,订单付款时间\n1,2020/2/1 0:14,\n2,,2020-02-03 23:59:18\n");
  g_assert_nonnull (strstr (fixture->sums, "\"first_date\":\"2020-02-01\",\"last_date\":\"2020-02-03\""));
}

static void
test_an_order_of_many_lines (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("Name,Created at,Total,Lineitem name\n#1,2024-05-01 10:00:00 +0000,5,first\n");

  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (text, "#1,,,line %u\n", i);
  parse (fixture, text->str);

  g_assert_cmpuint (fixture->orders->len, ==, 3);
  g_assert_true (g_str_has_prefix (fixture->sums, "{\"orders\":1,\"lines\":2501,"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/orders/a-second-row-of-an-order", test_a_second_row_of_an_order);
  ADD ("/orders/an-order-stands-twice", test_an_order_stands_twice);
  ADD ("/orders/filled-down", test_rows_that_were_filled_down);
  ADD ("/orders/what-was-paid", test_what_was_paid);
  ADD ("/orders/an-order-stands-twice-in-a-row", test_an_order_stands_twice_in_a_row);
  ADD ("/orders/currencies-of-later-rows", test_currencies_of_later_rows);
  ADD ("/orders/a-damaged-cell", test_a_damaged_cell);
  ADD ("/orders/a-damaged-amount", test_a_damaged_amount);
  ADD ("/orders/formulas-without-results", test_formulas_without_results);
  ADD ("/orders/a-later-row-says-otherwise", test_a_later_row_says_otherwise);
  ADD ("/orders/an-amount-has-the-platforms-decimal-sign", test_an_amount_has_the_platforms_decimal_sign);
  ADD ("/orders/problems/masked", test_problems_are_masked);
  ADD ("/orders/sums", test_sums_count_an_order_once);
  ADD ("/orders/days", test_days_are_those_of_the_file);
  ADD ("/orders/many-lines", test_an_order_of_many_lines);

  return g_test_run ();
}
