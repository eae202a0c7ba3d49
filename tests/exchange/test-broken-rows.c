/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"
#include "order-fixture.h"

#include <string.h>

/* Rows that are not what their cells say: cut off, parted, and those that are no orders. */

static void
assert_cut_off (Fixture    *fixture,
                guint       n_orders,
                const char *problem,
                const char *text)
{
  parse (fixture, text);
  g_assert_cmpuint (fixture->orders->len, ==, n_orders);
  g_assert_cmpuint (fixture->problems->len, ==, 1);
  assert_problem (fixture, 0, problem);
}

static void
assert_whole (Fixture    *fixture,
              guint       n_orders,
              const char *text)
{
  parse (fixture, text);
  g_assert_cmpuint (fixture->orders->len, ==, n_orders);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
}

#define FILE_ENDS "The file ends in the middle of this row"

/* The last row has no line break, and fewer cells than any row. */
static void
test_a_row_cut_off (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_cut_off (fixture, 1, "3|订单编号|19306|" FILE_ENDS, "订单编号,总金额,宝贝标题,\n1,5,杯,\n19306");
  assert_cut_off (fixture, 0, "2|订单编号|2|" FILE_ENDS, "订单编号,总金额,宝贝标题\n2,x");
  assert_cut_off (fixture, 1, "3|Name|#2|" FILE_ENDS,
                  "Name,Created at,Total,Lineitem name\n#1,2024-05-01 10:00:00 +0000,5,Cup\n#2,2024-05-0");

  /* That may be all of it. */
  assert_whole (fixture, 2, "订单编号,总金额,宝贝标题\n1,5,杯\n2,5,碗");
  assert_whole (fixture, 2, "订单编号,总金额,宝贝标题,,\n1,5,杯\n2,5,碗");
  assert_whole (fixture, 3, "订单编号,总金额,宝贝标题\n1,5,杯\n2,5\n3,5");
  assert_whole (fixture, 2, "订单编号,总金额,宝贝标题\n1,5,杯\n2,5\n");
  assert_whole (fixture, 1, "订单编号,总金额,宝贝标题\n1,5,杯\n\n1 record(s) downloaded");
  assert_whole (fixture, 1, "订单编号,总金额,宝贝标题\n1,5,杯\n总计,5");
}

/* ... and what stands above it of the same order is not all of that. */
static void
test_a_later_row_cut_off (Fixture       *fixture,
                          gconstpointer  data)
{
  parse (fixture,
         "Name,Created at,Total,Lineitem name,Lineitem quantity\n"
         "#1,2024-05-01 10:00:00 +0000,10,Cup,1\n"
         "#2,2024-05-01 10:00:00 +0000,10,Cup,1\n"
         "#2,,,Pla");

  g_assert_cmpuint (fixture->orders->len, ==, 1);
  g_assert_cmpuint (fixture->problems->len, ==, 2);
  assert_problem (fixture, 0, "4|Name|#2|" FILE_ENDS);
  assert_problem (fixture, 1, "3|Name|#2|Row 4 of the same order has a problem");
}

/* A comma in a cell without quotes: what stands behind it is not what its heading says. */
static void
test_a_row_with_more_cells (Fixture       *fixture,
                            gconstpointer  data)
{
  parse (fixture,
         "订单编号,宝贝标题,物流单号,\n"
         "1,红杯,大号,SF1\n" /* where another file has remarks */
         "2,红杯,大号,SF2,\n"
         "3,蓝杯,SF3,,\n"
         "4,蓝杯,SF4, ,\t\n"
         "2,蓝杯,SF2,\n");

  g_assert_cmpuint (fixture->rows, ==, 5);
  g_assert_cmpuint (fixture->orders->len, ==, 3);
  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "3");
  assert_text (fixture, 2, DAYBOOK_ORDER_NUMBER, "4");
  g_assert_cmpuint (fixture->problems->len, ==, 2);
  assert_problem (fixture, 0, "3|D|***|This row has more cells than the table has columns");
  assert_problem (fixture, 1, "6|订单编号|2|Row 3 of the same order has a problem");
}

/* ... also of an order of several rows, before and behind. */
static void
test_a_later_row_with_more_cells (Fixture       *fixture,
                                  gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Created at,Total,Lineitem name\n"
         "#1,a@b.c,2024-05-01 10:00:00 +0000,10,Cup\n"
         "#1,,,,Plate, blue\n"
         "#1,,,,Spoon\n"
         "#2,a@b.c,2024-05-01 10:00:00 +0000,10,Cup, blue\n"
         "#2,,,,Plate\n"
         "#3,a@b.c,2024-05-01 10:00:00 +0000,10,Cup\n");

  g_assert_cmpuint (fixture->orders->len, ==, 1);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "#3");
  g_assert_cmpuint (fixture->problems->len, ==, 5);
  assert_problem (fixture, 0, "3|F|***|This row has more cells");
  assert_problem (fixture, 1, "2|Name|#1|Row 3 of the same order has a problem");
  assert_problem (fixture, 2, "4|Name|#1|Row 3 of the same order has a problem");
  assert_problem (fixture, 3, "5|F|***|This row has more cells");
  assert_problem (fixture, 4, "6|Name|#2|Row 5 of the same order has a problem");
}

/* A column without a heading is called as spreadsheet programs do. */
static void
test_columns_without_a_heading (Fixture       *fixture,
                                gconstpointer  data)
{
  assert_cut_off (fixture, 1, "3|Z|***|This row has more cells",
                  "订单编号,物流单号,,,,,,,,,,,,,,,,,,,,,,,宝贝标题\n1,SF1\n2,SF2,,,,,,,,,,,,,,,,,,,,,,,杯,大号\n");
  assert_cut_off (fixture, 1, "3|AA|***|This row has more cells",
                  "订单编号,物流单号,,,,,,,,,,,,,,,,,,,,,,,,宝贝标题\n1,SF1\n2,SF2,,,,,,,,,,,,,,,,,,,,,,,,杯,大号\n");
}

/* Behind the last heading stands what other cells without a value hold. */
static void
test_a_row_with_more_cells_that_say_nothing (Fixture       *fixture,
                                             gconstpointer  data)
{
  assert_whole (fixture, 6, "订单编号,物流单号,宝贝标题\n1,SF1,杯,-\n2,SF2,杯,null\n3,SF3,杯,\u3000\n4,SF4,杯,'null\n5,SF5,杯,——\n6,SF6,杯,/\n");
}

#define REMARKS "订单编号,物流单号,宝贝标题\n1,SF1,杯\n2,SF2,杯,,\n3,SF3,杯,,\n"

/* A spreadsheet program writes the rows around a remark beside the table with as many cells,
 * and not its headings: such a remark parts no cell. */
static void
test_remarks_beside_a_table (Fixture       *fixture,
                             gconstpointer  data)
{
  assert_whole (fixture, 7, REMARKS "4,SF4,杯,,已回访\n5,SF5,杯,催发货,已回访\n6,SF6,杯,,\n7,SF7,杯,,已回访");
  assert_text (fixture, 3, DAYBOOK_ORDER_TRACKING, "SF4");

  /* A row that was parted has one cell more than those, and where nothing is told of a
   * remark beside it, it is none. */
  assert_cut_off (fixture, 3, "5|D|***|This row has more cells", REMARKS "4,SF4,杯,大号,,\n");
  assert_cut_off (fixture, 4, "6|E|***|This row has more cells", REMARKS "4,SF4,杯\n5,SF5,杯,,已回访\n");
  assert_cut_off (fixture, 2, "4|D|***|This row has more cells", "订单编号,物流单号,宝贝标题\n1,SF1,杯\n2,SF2,杯,\n3,SF3,杯,大号\n");
  assert_cut_off (fixture, 3, "5|D|***|This row has more cells",
                  "订单编号,物流单号,宝贝标题,\n1,SF1,杯,,\n2,SF2,杯,,\n3,SF3,杯,,\n4,SF4,杯,大号,\n");
}

/* Where the table's last cell is blank, as remarks are, only the row's width tells. */
static void
test_a_row_parted_before_a_blank (Fixture       *fixture,
                                  gconstpointer  data)
{
  assert_cut_off (fixture, 2, "3|订单编号|2|This row has more cells",
                  "订单编号,买家实际支付金额,退款金额,订单备注\n1,100.00,0.00,\n2,1,234.00,0.00,\n3,300.00,0.00,已寄\n");
  assert_cut_off (fixture, 2, "4|订单编号|3|This row has more cells",
                  "订单编号,买家实际支付金额,退款金额,订单备注\n1,100.00,0.00,\n2,300.00,0.00,已寄\n3,1,234.00,0.00,\n");
  assert_cut_off (fixture, 2, "3|E|***|This row has more cells",
                  "订单编号,买家实际支付金额,退款金额,订单备注,\n1,100.00,0.00,\n2,1,234.00,0.00,已寄\n3,300.00,0.00,已寄\n");

  /* Rows may be wider than their header, all of them. */
  assert_whole (fixture, 1, "订单编号,买家实际支付金额,订单备注\n1,100.00,已寄,\n");
  assert_whole (fixture, 2, "订单编号,买家实际支付金额,订单备注,\n1,100.00,,已回访\n2,100.00,,\n");
}

/* ... and with it the order's other rows. */
static void
test_a_later_row_parted_before_a_blank (Fixture       *fixture,
                                        gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Total,Lineitem name,Lineitem sku,Tags,Notes\n"
         "#1,a@b.c,10,Cup,C1,,\n"
         "#2,a@b.c,20,Cup,C1,,\n"
         "#2,,,Plate, large,,,\n"
         "#3,a@b.c,30,Cup,C1,,\n");

  g_assert_cmpuint (fixture->orders->len, ==, 2);
  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "#3");
  g_assert_cmpuint (fixture->problems->len, ==, 2);
  assert_problem (fixture, 0, "4|Name|#2|This row has more cells");
  assert_problem (fixture, 1, "3|Name|#2|Row 4 of the same order has a problem");
}

#define LINE_BREAK "A line break in a cell has parted this row"

/* Of programs that put no quotes around a note of two lines. */
static void
test_a_row_parted_by_a_line_break (Fixture       *fixture,
                                   gconstpointer  data)
{
  parse (fixture,
         "订单编号,买家留言,订单状态,买家实际支付金额,收货地址\n"
         "4700,请发顺丰,交易成功,1,某路1号\n"
         "4701,请发顺丰\n放门口,交易成功,2,某路1号\n"
         "4702,请发\n\n顺丰\n放门口,交易成功,3,某路1号\n"
         "4703,请打这个\n13912345678,交易成功,4,某路1号\n"
         "4704,请发顺丰,交易成功,5,某路\n1号\n"
         "4705,请发顺丰,交易成功,6,某路\n13912345678\n"
         "4706,请发顺丰,交易成功,7,某路1号\n");

  g_assert_cmpuint (fixture->orders->len, ==, 2);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "4700");
  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "4706");
  g_assert_cmpuint (fixture->problems->len, ==, 10);
  assert_problem (fixture, 0, "3|订单编号|4701|" LINE_BREAK);
  assert_problem (fixture, 1, "4|订单编号|放门口|This is the rest of row 3");
  assert_problem (fixture, 2, "5|订单编号|4702|" LINE_BREAK);
  assert_problem (fixture, 3, "8|订单编号|放门口|This is the rest of row 5");
  assert_problem (fixture, 4, "9|订单编号|4703|" LINE_BREAK);
  assert_problem (fixture, 5, "10|订单编号|13912345678|This is the rest of row 9");
  assert_problem (fixture, 6, "12|订单编号|1号|This is not an order number");
  assert_problem (fixture, 7, "11|订单编号|4704|" LINE_BREAK);
  assert_problem (fixture, 8, "14|订单编号|13912345678|This is not an order number");
  assert_problem (fixture, 9, "13|订单编号|4705|" LINE_BREAK);
}

/* What stands below a table is none of it, and what an order has none of may be left out. */
static void
test_narrow_rows_that_are_no_pieces (Fixture       *fixture,
                                     gconstpointer  data)
{
  assert_whole (fixture, 2, "订单编号,总金额,宝贝标题\n1,5,杯\n2,5,碗\n导出时间\n");
  assert_whole (fixture, 2, "订单编号,总金额,宝贝标题\n1,5,杯\n2,5\n合计,10\n");
  assert_whole (fixture, 4, "订单编号,总金额,宝贝标题\n1,5,杯\n2,5\n3,5\n\n4,5,碗\n");
  assert_whole (fixture, 2, "订单编号,总金额,宝贝标题\n1,5,杯\n第二店\n订单编号,总金额,宝贝标题\n2,5,碗\n");
  assert_cut_off (fixture, 1, "3|订单编号|83|This is not an order number", "订单编号,总金额,宝贝标题\n1,5,杯\n83\n");
}

/* Cells that hold for several rows, as in sheets with merged ones. */
static void
test_lines_that_are_a_name_alone (Fixture       *fixture,
                                  gconstpointer  data)
{
  parse (fixture,
         "Name,Total,Created at,Lineitem name\n"
         "#1,10,2024-05-01 10:00:00 +0000,Cup\n"
         ",,,Plate\n"
         ",,,Spoon\n"
         "#2,10,2024-05-01 10:00:00 +0000,Fork\n"
         ",,,Exported by: Ann\n"
         "a remark,,,\n");

  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 3);
  assert_line (fixture, 0, 2, "Spoon", 0);
  g_assert_cmpuint (order (fixture, 1)->lines->len, ==, 1);
}

/* Sums below a table whose rows may do without a number. */
static void
test_sums_without_a_number (Fixture       *fixture,
                            gconstpointer  data)
{
  parse (fixture,
         "Name,Total,Created at,Lineitem name,Lineitem quantity\n"
         "#1,10,2024-05-01 10:00:00 +0000,Cup,1\n"
         "#2,10,2024-05-01 10:00:00 +0000,Fork,2\n"
         ",,,Total,3\n"
         ",20,,小计：,3\n");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  g_assert_cmpuint (order (fixture, 1)->lines->len, ==, 1);

  /* Nobody knows what it is of. */
  parse (fixture,
         "Name,Total,Created at,Lineitem name,Lineitem quantity\n"
         "#1,10,2024-05-01 10:00:00 +0000,Cup,1\n"
         "#2,10,2024-05-01 10:00:00 +0000,Fork,2\n"
         ",20,,,3\n");
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  g_assert_cmpuint (fixture->problems->len, ==, 2);
  assert_problem (fixture, 0, "4|Total|20|This row has no order number, and says of no goods");
  assert_problem (fixture, 1, "3|Name|#2|Row 4 of the same order has a problem");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

/* A bare comma in an address shifts what follows under other headings. */
static void
test_a_shifted_phone (Fixture       *fixture,
                      gconstpointer  data)
{
  parse (fixture, "订单编号,总金额,收货地址,订单创建时间,联系手机\n"
                  "1,5,浙江省杭州市文三路9号,13812340001,2024-05-01 10:00:00\n");
  g_assert_cmpuint (fixture->problems->len, >=, 1);
  assert_problem (fixture, 0, "2|订单创建时间|138****0001|");
  for (guint i = 0; i < fixture->problems->len; i++)
    g_assert_null (strstr (g_ptr_array_index (fixture->problems, i), "13812340001"));
}

/* With a minus or without: it went back. */
static void
test_a_refund_with_a_minus (Fixture       *fixture,
                            gconstpointer  data)
{
  parse (fixture, "订单编号,总金额,买家实际支付金额,退款金额,订单状态\n"
                  "1,50,50,-20,交易成功\n"
                  "2,50,50,20,交易成功\n");
  for (guint i = 0; i < 2; i++)
    {
      assert_number (fixture, i, DAYBOOK_ORDER_REFUNDED, 2000);
      assert_number (fixture, i, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/orders/a-row-cut-off", test_a_row_cut_off);
  ADD ("/orders/a-later-row-cut-off", test_a_later_row_cut_off);
  ADD ("/orders/a-row-with-more-cells", test_a_row_with_more_cells);
  ADD ("/orders/a-later-row-with-more-cells", test_a_later_row_with_more_cells);
  ADD ("/orders/columns-without-a-heading", test_columns_without_a_heading);
  ADD ("/orders/more-cells-that-say-nothing", test_a_row_with_more_cells_that_say_nothing);
  ADD ("/orders/remarks-beside-a-table", test_remarks_beside_a_table);
  ADD ("/orders/a-row-parted-before-a-blank", test_a_row_parted_before_a_blank);
  ADD ("/orders/a-later-row-parted-before-a-blank", test_a_later_row_parted_before_a_blank);
  ADD ("/orders/a-row-parted-by-a-line-break", test_a_row_parted_by_a_line_break);
  ADD ("/orders/narrow-rows-that-are-no-pieces", test_narrow_rows_that_are_no_pieces);
  ADD ("/orders/lines-that-are-a-name-alone", test_lines_that_are_a_name_alone);
  ADD ("/orders/sums-without-a-number", test_sums_without_a_number);
  ADD ("/orders/a-shifted-phone", test_a_shifted_phone);
  ADD ("/orders/a-refund-with-a-minus", test_a_refund_with_a_minus);

  return g_test_run ();
}
