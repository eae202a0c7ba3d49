/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"
#include "header-rows.h"

#include "core/moment.h"
#include "core/order.h"
#include "exchange/import.h"
#include "exchange/row-source.h"
#include "store/reader.h"

#include <string.h>
#include <xlsxwriter.h>

/* Files of the Chinese platforms on their way into the book. */

#define ORDERS "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝种类,宝贝总数量\n"
#define NUMBER "3801000000000104417"

/* Its lines: "title quantity sku status provisional; ...". */
static void
assert_lines (Fixture          *fixture,
              const DaybookRow *order,
              const char       *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = daybook_reader_parts (daybook_store_get_reader (fixture->store), &daybook_order_lines,
                                                     DAYBOOK_LINE_ORDER, &order->id, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const DaybookRow *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s %d %s %s%s; ", daybook_row_text (line, DAYBOOK_LINE_TITLE),
                              (int) daybook_row_int (line, DAYBOOK_LINE_QUANTITY), daybook_row_text (line, DAYBOOK_LINE_SKU),
                              daybook_row_text (line, DAYBOOK_LINE_STATUS),
                              daybook_row_int (line, DAYBOOK_LINE_PROVISIONAL) != 0 ? " guessed" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_int (const DaybookRow *order,
            guint             field,
            gint64            expected)
{
  g_assert_cmpint (daybook_row_int (order, field), ==, expected);
}

/* What the files were that told of it, in the order of the alphabet. */
static void
assert_kinds (Fixture          *fixture,
              const DaybookRow *order,
              const char       *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = daybook_row_source_read (daybook_store_get_reader (fixture->store), fixture->book, order, 0, &error);
  g_autoptr(GString) kinds = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *kind = g_strconcat (((DaybookSourceFile *) g_ptr_array_index (files, i))->kind, " ", NULL);

      g_string_insert (kinds, g_str_has_prefix (kind, "order_lines") ? 0 : -1, kind);
    }
  g_assert_cmpstr (kinds->str, ==, expected);
}

static char *
order_file (const char *status)
{
  return g_strdup_printf (ORDERS NUMBER ",小鱼儿,62.86,62.86,%s,2026-11-16 09:38:00,2026-11-16 09:41:00,\"杯子，盘子\",2,3\n", status);
}

static char *
item_file (const char *header,
           const char *first,
           const char *second)
{
  g_autoptr(GString) table = g_string_new (header);
  const char *title = strstr (header, "商品标题") != NULL ? "商品标题" : "标题";
  const char *price = strstr (header, "商品价格") != NULL ? "商品价格" : "价格";

  g_string_append_c (table, '\n');
  fixture_add_row (table, header, "主订单编号", NUMBER, "子订单编号", "3801000000000114417", title, "杯子", price, "20.00", "购买数量", "2",
                   "订单状态", first, "商家编码", "CUP", "买家实际支付金额", "39.00", "退款状态", "没有申请退款", "退款金额", "无退款申请",
                   "订单创建时间", "2026-11-16 09:38:00", "订单付款时间", "2026-11-16 09:41:00", NULL);
  fixture_add_row (table, header, "主订单编号", NUMBER, "子订单编号", "3801000000000124417", title, "盘子", price, "22.86", "购买数量", "1",
                   "订单状态", second, "商家编码", "DISH", "买家实际支付金额", "22.86", "退款状态", "退款成功", "退款金额", "22.86",
                   "订单创建时间", "2026-11-16 09:38:00", "订单付款时间", "2026-11-16 09:41:00", NULL);
  return g_string_free (g_steal_pointer (&table), FALSE);
}

/* An order that is in the book gets its real lines for those that its title let guess; what the
 * order file has said of amounts stays. */
static void
test_items_complete_an_order (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *orders = order_file ("买家已付款，等待卖家发货");
  g_autofree char *items = item_file (HEADER_ITEMS_NEW, "卖家已发货，等待买家确认", "交易关闭");
  g_autoptr(DaybookRow) before = book_import (fixture, "ExportOrderList202611170900.csv", orders, NUMBER);

  assert_lines (fixture, before, "杯子 0   guessed; 盘子 0   guessed; ");
  g_autoptr(DaybookRow) after = book_import (fixture, "ExportItemList202611180900.csv", items, NUMBER);
  assert_lines (fixture, after, "杯子 2 CUP 卖家已发货，等待买家确认; 盘子 1 DISH 交易关闭; ");
  g_assert_cmpstr (daybook_row_text (after, DAYBOOK_ORDER_STATUS), ==, "卖家已发货，等待买家确认");
  assert_int (after, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  assert_int (after, DAYBOOK_ORDER_TOTAL, 6286);
  assert_int (after, DAYBOOK_ORDER_PAID, 6286);
  assert_int (after, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  g_assert_cmpstr (daybook_row_text (after, DAYBOOK_ORDER_TITLE), ==, "杯子，盘子");
  g_assert_cmpstr (daybook_row_text (after, DAYBOOK_ORDER_BUYER), ==, "小鱼儿");
  assert_kinds (fixture, after, "order_lines orders ");

  /* The order file once more, newer: its guesses do not come back. */
  g_autofree char *later = order_file ("交易成功");
  g_autoptr(DaybookRow) last = book_import (fixture, "ExportOrderList202611190900.csv", later, NUMBER);
  assert_lines (fixture, last, "杯子 2 CUP 卖家已发货，等待买家确认; 盘子 1 DISH 交易关闭; ");
  assert_int (last, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_COMPLETED);
}

/* One that is not is made of them, as far as they go; the order file then knows better. */
static void
test_items_make_an_order (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *items = item_file (HEADER_ITEMS_2026, "交易成功", "交易关闭");
  g_autofree char *orders = order_file ("交易成功");
  g_autoptr(DaybookRow) made = book_import (fixture, "ExportItemmlList202611180900.csv", items, NUMBER);

  g_assert_cmpstr (daybook_row_text (made, DAYBOOK_ORDER_PLATFORM), ==, "taobao");
  assert_int (made, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_COMPLETED);
  assert_int (made, DAYBOOK_ORDER_PAID, 6186);
  assert_int (made, DAYBOOK_ORDER_REFUNDED, 2286);
  assert_int (made, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  g_assert_false (daybook_row_has (made, DAYBOOK_ORDER_TOTAL));
  g_assert_cmpstr (daybook_row_text (made, DAYBOOK_ORDER_TITLE), ==, "杯子, 盘子");
  assert_int (made, DAYBOOK_ORDER_QUANTITY, 3);

  g_autoptr(DaybookRow) known = book_import (fixture, "ExportOrderList202611190900.csv", orders, NUMBER);
  g_assert_cmpstr (daybook_row_text (known, DAYBOOK_ORDER_TITLE), ==, "杯子，盘子");
  assert_int (known, DAYBOOK_ORDER_TOTAL, 6286);
  assert_int (known, DAYBOOK_ORDER_PAID, 6286);
  assert_lines (fixture, known, "杯子 2 CUP 交易成功; 盘子 1 DISH 交易关闭; ");
}

/* The old list has no numbers of lines. */
static void
test_old_items (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GString) table = g_string_new (HEADER_ITEMS_OLD "\n");
  g_autofree char *orders = order_file ("交易成功");
  g_autoptr(DaybookRow) before = book_import (fixture, "ExportOrderList202611170900.csv", orders, NUMBER);
  g_assert_nonnull (before);

  fixture_add_row (table, HEADER_ITEMS_OLD, "订单编号", NUMBER, "标题", "杯子", "价格", "20.00", "购买数量", "2", "商品属性", "颜色：白",
                   "订单状态", "交易成功", NULL);
  fixture_add_row (table, HEADER_ITEMS_OLD, "订单编号", NUMBER, "标题", "盘子", "价格", "22.86", "购买数量", "1", "外部系统编号", "DISH",
                   "订单状态", "交易成功", NULL);
  g_autoptr(DaybookRow) after = book_import (fixture, "ExportOrderDetailList202611180900.csv", table->str, NUMBER);
  assert_lines (fixture, after, "杯子 2  交易成功; 盘子 1 DISH 交易成功; ");
  assert_int (after, DAYBOOK_ORDER_TOTAL, 6286);
}

static DaybookImport *
prepare (Fixture    *fixture,
         const char *name,
         const char *text,
         GError    **error)
{
  g_autofree char *path = fixture_write (fixture->folder, name, text, -1);
  DaybookImport *import = daybook_import_new (fixture->store, path);

  daybook_import_prepare (import, NULL, NULL, NULL, error);
  return import;
}

static void
test_items_are_said_to_be (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *items = item_file (HEADER_ITEMS_NEW, "交易成功", "交易关闭");
  g_autoptr(DaybookImport) import = prepare (fixture, "items.csv", items, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (daybook_import_get_kind (import), ==, "order_lines");
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "taobao");
  g_assert_nonnull (strstr (daybook_import_get_sums (import), "\"orders\":1,\"lines\":2,\"paid_minor\":6186,\"refund_minor\":2286,"));
}

/* Douyin's file name begins with the time of the export (PLATFORMS §1.2, quirk 9). */
static void
test_douyin_export_time (Fixture       *fixture,
                         gconstpointer  data)
{
#define ROW(status) "主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,订单状态\n" \
  "6930000000000104417,6930000000000104417,杯子,1,40.00,2026-11-01 10:00:00," status "\n"
  g_autoptr(DaybookRow) newer = book_import (fixture, "1795219200_orders.csv", ROW ("已发货"), "6930000000000104417");
  g_autoptr(DaybookRow) older = book_import (fixture, "1795132800_orders.csv", ROW ("待发货"), "6930000000000104417");
#undef ROW

  assert_int (newer, DAYBOOK_ORDER_AS_OF, 1795219200);
  g_assert_cmpstr (daybook_row_text (older, DAYBOOK_ORDER_STATUS), ==, "已发货");
  assert_int (older, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
}

static void
write_sheet (lxw_workbook *book,
             const char   *name,
             const char   *text)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, name);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint row = 0; lines[row] != NULL; row++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[row], ",", -1);

      for (guint column = 0; cells[column] != NULL; column++)
        worksheet_write_string (sheet, row, (lxw_col_t) column, cells[column], NULL);
    }
}

/* 1688 merges an order's cells over the rows of its items. */
static void
test_1688_merged_cells (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "1688.xlsx", NULL);
  lxw_workbook_options options = { .tmpdir = fixture->folder };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_format *format = workbook_add_format (book);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "sheet1");
  static const char *const HEADINGS[] = { "订单编号", "实付款(元)", "订单状态", "货品标题", "数量" };
  static const char *const ORDER[] = { "1234567890123104417", "12.50", "等待卖家发货" };

  for (lxw_col_t i = 0; i < G_N_ELEMENTS (HEADINGS); i++)
    worksheet_write_string (sheet, 0, i, HEADINGS[i], NULL);
  for (lxw_col_t i = 0; i < G_N_ELEMENTS (ORDER); i++)
    worksheet_merge_range (sheet, 1, i, 2, i, ORDER[i], format);
  worksheet_write_string (sheet, 1, 3, "杯子", NULL);
  worksheet_write_number (sheet, 1, 4, 100, NULL);
  worksheet_write_string (sheet, 2, 3, "盘子", NULL);
  worksheet_write_number (sheet, 2, 4, 50, NULL);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);

  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);
  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "1688");
  g_assert_cmpuint (daybook_import_get_counts (import)->n_problems, ==, 0);
  g_assert_nonnull (strstr (daybook_import_get_sums (import), "\"orders\":1,\"lines\":2,\"paid_minor\":1250,"));
}

/* The same table on two sheets, one below headings that a spreadsheet program has made up. */
static void
test_wechat_shop_twice (Fixture       *fixture,
                        gconstpointer  data)
{
#define TABLE "订单号,订单下单时间,订单状态,商品名称,商品编码(平台),商品数量,订单实际支付金额,商品已退款金额\n" \
  "3701000000000104417,2026-11-01 09:00:00,待发货,杯子,1000001,1,120.00,10.00\n" \
  "3701000000000104417,2026-11-01 09:00:00,待发货,盘子,1000002,2,120.00,0.00"
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "wechat.xlsx", NULL);
  lxw_workbook_options options = { .tmpdir = fixture->folder };
  lxw_workbook *book = workbook_new_opt (path, &options);
  g_autoptr(DaybookImport) import = NULL;

  write_sheet (book, "1", "Column1,Column2,Column3,Column4,Column5,Column6,Column7,Column8\n" TABLE);
  write_sheet (book, "Sheet1", TABLE);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
#undef TABLE

  import = daybook_import_new (fixture->store, path);
  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "wechat_shop");
  g_assert_cmpuint (daybook_import_get_counts (import)->orders, ==, 1);
  g_assert_cmpuint (daybook_import_get_counts (import)->n_problems, ==, 0);
  g_assert_nonnull (strstr (daybook_import_get_sums (import), "\"orders\":1,\"lines\":2,\"paid_minor\":12000,\"refund_minor\":1000,"));
}

static const DaybookSourceCell *
find_in_row (const DaybookSourceFile *file,
             guint                    row,
             const char              *heading)
{
  const GPtrArray *cells = g_ptr_array_index (file->rows, row);

  for (guint i = 0; i < cells->len; i++)
    if (g_str_equal (((DaybookSourceCell *) g_ptr_array_index (cells, i))->heading, heading))
      return g_ptr_array_index (cells, i);
  return NULL;
}

static void
assert_cell (const DaybookSourceFile *file,
             guint                    row,
             const char              *heading,
             const char              *expected)
{
  const DaybookSourceCell *cell = find_in_row (file, row, heading);

  g_assert_cmpstr (cell != NULL ? cell->text : NULL, ==, expected);
}

/* The workbook of 千牛 has its orders on one sheet and their items on another: both are read, and
 * what its third sheet holds is said to be left out. `data`: the items' header. */
static void
test_workbook_of_orders_and_items (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GString) orders = g_string_new (HEADER_QIANNIU "\n");
  g_autofree char *items = item_file (data, "卖家已发货，等待买家确认", "交易关闭");
  g_autofree char *path = g_build_filename (fixture->folder, "qianniu_20261118.xlsx", NULL);
  lxw_workbook_options options = { .tmpdir = fixture->folder };
  lxw_workbook *book = workbook_new_opt (path, &options);
  g_autoptr(GError) error = NULL;

  fixture_add_row (orders, HEADER_QIANNIU, "订单编号", NUMBER, "支付单号", "P1", "总金额", "65.86", "买家应付邮费", "3.00", "买家实付金额", "43.00",
                   "订单创建时间", "2026-11-16 09:38:00", "订单付款时间", "2026-11-16 09:41:00", "商品标题", "杯子；盘子", "退款金额", "22.86", NULL);
  g_string_replace (orders, "\"", "", 0);
  g_string_append (orders, "3801000000000204417,P2,,,,9.90,9.90,2026-11-16 10:00:00,2026-11-16 10:01:00,碗,0,,,,,,,,");
  write_sheet (book, "订单报表", orders->str);
  g_autoptr(GString) plain = g_string_new (items);
  g_string_replace (plain, "\"", "", 0);
  write_sheet (book, "销售明细", plain->str);
  write_sheet (book, "发货报表", "订单编号,物流单号,物流公司\n" NUMBER ",SF1,顺丰速运");
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);

  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);
  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (daybook_import_get_kind (import), ==, "orders");
  g_assert_cmpuint (daybook_import_get_counts (import)->orders, ==, 2);
  g_assert_cmpuint (daybook_import_get_counts (import)->rows, ==, 4);
  g_assert_nonnull (strstr (daybook_import_get_sums (import), "\"orders\":2,\"lines\":2,\"paid_minor\":5290,\"refund_minor\":2286,"));
  g_autoptr(GPtrArray) problems = daybook_staging_problems (daybook_import_get_staging (import), 0, 0, &error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (((DaybookProblem *) g_ptr_array_index (problems, 0))->why, "发货报表"));

  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (fixture->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr(GPtrArray) found = daybook_reader_orders_numbered (daybook_store_get_reader (fixture->store), NUMBER, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  const DaybookRow *order = g_ptr_array_index (found, 0);
  assert_lines (fixture, order, "杯子 2 CUP 卖家已发货，等待买家确认; 盘子 1 DISH 交易关闭; ");
  assert_int (order, DAYBOOK_ORDER_TOTAL, 6586);
  assert_int (order, DAYBOOK_ORDER_PAID, 4300);
  assert_int (order, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  assert_int (order, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);

  /* Every cell of both is kept, under its own heading. */
  g_autoptr(GPtrArray) files = daybook_row_source_read (daybook_store_get_reader (fixture->store), fixture->book, order, 0, &error);
  g_assert_no_error (error);
  const DaybookSourceFile *file = g_ptr_array_index (files, 0);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpuint (file->rows->len, ==, 3);
  assert_cell (file, 0, "总金额", "65.86");
  assert_cell (file, 2, "子订单编号", "3801000000000124417");
  assert_cell (file, 2, "总金额", NULL);
}

static const DaybookSourceCell *
find_cell (const GPtrArray *files,
           const char      *heading)
{
  return find_in_row (g_ptr_array_index (files, 0), 0, heading);
}

/* Two columns of one name are two, and personal ones are masked where they are shown. */
static void
test_youzan_source (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) table = g_string_new (HEADER_YOUZAN "\n");
  static const struct { const char *heading; DaybookMask mask; } CASES[] = {
    { "收货人/提货人", DAYBOOK_MASK_NAME }, { "收货人手机号/提货人手机号", DAYBOOK_MASK_PHONE }, { "买家手机号", DAYBOOK_MASK_PHONE },
    { "分销员", DAYBOOK_MASK_NAME }, { "分销员 (2)", DAYBOOK_MASK_NAME }, { "订单状态", DAYBOOK_MASK_NONE },
    { "详细收货地址/提货地址", DAYBOOK_MASK_ADDRESS }, { "收货人地区", DAYBOOK_MASK_ADDRESS },
  };

  fixture_add_row (table, HEADER_YOUZAN, "订单号", "E202611191000104417", "订单状态", "已发货", "订单实付金额", "50.00", "收货人地区", "天河区",
                   "收货人/提货人", "钱七", "收货人手机号/提货人手机号", "13712341234", "买家手机号", "13712341235", "分销员", "阿明",
                   "详细收货地址/提货地址", "某路2号", "订单风险标签", "阿强", NULL);
  /* What fixture_add_row() put under the label is the second 分销员's. */
  g_string_replace (table, "\"阿强\",\"\"", "\"\",\"阿强\"", 1);
  g_autoptr(DaybookRow) order = book_import (fixture, "youzan.csv", table->str, "E202611191000104417");
  g_autoptr(GPtrArray) files = daybook_row_source_read (daybook_store_get_reader (fixture->store), fixture->book, order, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((DaybookSourceFile *) g_ptr_array_index (files, 0))->kind, ==, "orders");
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const DaybookSourceCell *cell = find_cell (files, CASES[i].heading);

      g_test_message ("%s", CASES[i].heading);
      g_assert_cmpint (cell != NULL ? (int) cell->mask : -1, ==, CASES[i].mask);
    }
  assert_cell (g_ptr_array_index (files, 0), 0, "分销员 (2)", "阿强");
}

#define ADD(path, func) \
  g_test_add ("/exchange/chinese-files/" path, Fixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("items/complete-an-order", test_items_complete_an_order);
  ADD ("items/make-an-order", test_items_make_an_order);
  ADD ("items/old", test_old_items);
  ADD ("items/are-said-to-be", test_items_are_said_to_be);
  ADD ("douyin-export-time", test_douyin_export_time);
  ADD ("1688-merged-cells", test_1688_merged_cells);
  ADD ("wechat-shop-twice", test_wechat_shop_twice);
  /* Of the two tables the one whose headings are more is found first. */
  g_test_add ("/exchange/chinese-files/workbook/more-of-orders", Fixture, HEADER_ITEMS_NEW,
              book_fixture_set_up, test_workbook_of_orders_and_items, book_fixture_tear_down);
  g_test_add ("/exchange/chinese-files/workbook/more-of-items", Fixture, HEADER_ITEMS_2026,
              book_fixture_set_up, test_workbook_of_orders_and_items, book_fixture_tear_down);
  ADD ("youzan-source", test_youzan_source);

  return g_test_run ();
}
