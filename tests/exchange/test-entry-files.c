/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"
#include "header-rows.h"

#include "core/aftersale.h"
#include "core/customer.h"
#include "core/membership.h"
#include "core/order.h"
#include "core/shop.h"
#include "exchange/import.h"
#include "store/reader.h"

#include <string.h>

/* Files whose rows are no orders, from the file to the book. */

#define TMALL \
  "订单编号,退款编号,支付宝交易号,订单付款时间,商家编码,退款完结时间,买家会员名称,买家实际支付金额,宝贝标题,买家退款金额,手工退款/系统退款," \
  "是否需要退货,退款的申请时间,超时时间,退款状态,货物状态,退货物流信息,发货物流信息,客服介入状态,卖家真实姓名,卖家退货地址,卖家邮编,卖家电话," \
  "卖家手机,退货物流单号,退货物流公司,买家退款原因,买家退款说明,买家退货时间,责任方,售中或售后,商家备注,完结时间,部分退款/全部退款," \
  "审核操作人,举证超时,是否零秒响应,退款操作人,主数据编码\n"
#define ROW(order, number, buyer, amount, back, deadline, status, tracking) \
  order "," number ",2026,2026-11-01 10:00:00,SKU1,," buyer ",100.00,杯子," amount ",手工退款," back ",2026-11-03 10:00:00," deadline "," status \
  ",买家已收到货,,,,王五,浙江省杭州市某路1号,310000,057112345678,13912345678," tracking ",顺丰,质量问题,杯口有裂,,,售后,补差,,部分退款,,,,,\n"

static GPtrArray *
read_all (Fixture *fixture)
{
  return daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_aftersales, NULL);
}

static DaybookRow *
find (GPtrArray  *rows,
      const char *number)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (rows, i), DAYBOOK_AFTERSALE_NUMBER), number))
      return g_ptr_array_index (rows, i);

  return NULL;
}

static void
assert_stage (GPtrArray             *rows,
              const char            *number,
              DaybookAftersaleStage  stage,
              DaybookAftersaleKind   kind)
{
  g_assert_cmpint (daybook_row_int (find (rows, number), DAYBOOK_AFTERSALE_STAGE), ==, stage);
  g_assert_cmpint (daybook_row_int (find (rows, number), DAYBOOK_AFTERSALE_KIND), ==, kind);
}

/* All 38 columns of the list, and the shop's own one. */
static void
test_tmall_refunds (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char FILE_TEXT[] =
    TMALL
    ROW ("501", "120001", "nick1", "30.00", "否", "", "退款成功", "")
    ROW ("502", "120002", "nick2", "80.00", "是", "2026-11-30 10:00:00", "买家已经退货，等待卖家确认收货", "SF1234567890123")
    ROW ("503", "120003", "nick3", "80.00", "是", "2026-11-24 10:00:00", "\"买家已经申请退款,等待卖家同意\"", "")
    ROW ("504", "120004", "nick4", "80.00", "是", "", "卖家已经同意退款，等待买家退货", "")
    ROW ("505", "120005", "nick5", "80.00", "", "", "卖家拒绝退款", "")
    ROW ("506", "120006", "nick6", "80.00", "否", "", "退款关闭", "")
    ROW ("507", "120007", "nick7", "80.00", "否", "", "平台处理中", "")
    ROW ("508", "120008", "nick8", "eighty", "否", "", "退款成功", "")
    "合计,,,,,,,,,590.00\n";
  g_autoptr(DaybookImport) import = book_import_file (fixture, "refunds.csv", FILE_TEXT);
  const DaybookStagingCounts *counts = daybook_import_get_counts (import);
  g_autoptr(GPtrArray) rows = read_all (fixture);
  const DaybookRow *returning = find (rows, "120002");

  g_assert_cmpstr (daybook_import_get_kind (import), ==, "refunds");
  g_assert_cmpuint (counts->rows, ==, 8);
  g_assert_cmpuint (counts->n_new, ==, 7);
  g_assert_cmpuint (counts->n_problems, ==, 1);
  g_assert_true (g_str_has_prefix (daybook_import_get_sums (import), "{\"orders\":7,\"lines\":0,\"paid_minor\":0,\"refund_minor\":3000,"));
  g_assert_nonnull (strstr (daybook_import_get_sums (import), "\"first_date\":\"2026-11-03\""));

  g_assert_cmpuint (rows->len, ==, 7);
  assert_stage (rows, "120001", DAYBOOK_AFTERSALE_DONE, DAYBOOK_AFTERSALE_REFUND);
  assert_stage (rows, "120002", DAYBOOK_AFTERSALE_RETURNING, DAYBOOK_AFTERSALE_RETURN);
  assert_stage (rows, "120003", DAYBOOK_AFTERSALE_ASKED, DAYBOOK_AFTERSALE_RETURN);
  assert_stage (rows, "120004", DAYBOOK_AFTERSALE_AGREED, DAYBOOK_AFTERSALE_RETURN);
  assert_stage (rows, "120005", DAYBOOK_AFTERSALE_REFUSED, DAYBOOK_AFTERSALE_OTHER);
  assert_stage (rows, "120006", DAYBOOK_AFTERSALE_CLOSED, DAYBOOK_AFTERSALE_REFUND);
  assert_stage (rows, "120007", DAYBOOK_AFTERSALE_UNKNOWN, DAYBOOK_AFTERSALE_REFUND);

  g_assert_cmpstr (daybook_row_text (returning, DAYBOOK_AFTERSALE_ORDER_NUMBER), ==, "502");
  g_assert_cmpstr (daybook_row_text (returning, DAYBOOK_AFTERSALE_STATUS), ==, "买家已经退货，等待卖家确认收货");
  g_assert_cmpstr (daybook_row_text (returning, DAYBOOK_AFTERSALE_TRACKING), ==, "SF1234567890123");
  g_assert_cmpstr (daybook_row_text (returning, DAYBOOK_AFTERSALE_REASON), ==, "质量问题");
  g_assert_cmpstr (daybook_row_text (returning, DAYBOOK_AFTERSALE_WORDS), ==, "杯口有裂");
  g_assert_cmpint (daybook_row_int (returning, DAYBOOK_AFTERSALE_AMOUNT), ==, 8000);
  g_assert_cmpint (daybook_row_int (returning, DAYBOOK_AFTERSALE_DEADLINE), ==, 1796004000); /* 2026-11-30 10:00 in Shanghai */
  /* A deadline says nothing of when the file was made. */
  g_assert_cmpint (daybook_import_get_as_of (import), ==, 1793671200); /* 2026-11-03 10:00, the newest that has happened */
}

/* The same again is nothing new; a newer one goes on; each is taken back. */
static void
test_again_and_back (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char FIRST[] = TMALL ROW ("501", "120001", "nick1", "30.00", "否", "2026-11-24 10:00:00", "买家已经申请退款，等待卖家同意", "");
  static const char SECOND[] = TMALL ROW ("501", "120001", "nick1", "25.00", "否", "", "退款成功", "");
  g_autoptr(DaybookImport) first = book_import_file (fixture, "退款-202611040900.csv", FIRST);
  g_autoptr(DaybookImport) again = book_import_file (fixture, "退款-202611040900.csv", FIRST);
  g_autoptr(DaybookImport) second = book_import_file (fixture, "退款-202611050900.csv", SECOND);
  g_autoptr(GPtrArray) rows = read_all (fixture);

  g_assert_cmpuint (daybook_import_get_counts (first)->n_new, ==, 1);
  g_assert_cmpuint (daybook_import_get_counts (again)->n_same, ==, 1);
  g_assert_cmpuint (daybook_import_get_counts (second)->n_updated, ==, 1);
  assert_stage (rows, "120001", DAYBOOK_AFTERSALE_DONE, DAYBOOK_AFTERSALE_REFUND);
  g_assert_cmpint (daybook_row_int (g_ptr_array_index (rows, 0), DAYBOOK_AFTERSALE_AMOUNT), ==, 2500);

  book_undo (fixture, NULL);
  g_autoptr(GPtrArray) before = read_all (fixture);
  assert_stage (before, "120001", DAYBOOK_AFTERSALE_ASKED, DAYBOOK_AFTERSALE_REFUND);
  book_undo (fixture, NULL);
  g_autoptr(GPtrArray) none = read_all (fixture);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Rows that are not what their cells say are found as in a file of orders. */
static void
test_broken_rows (Fixture       *fixture,
                  gconstpointer  data)
{
#define HEAD "退款编号,订单编号,买家退款金额,买家退款说明,退款状态,商家备注\n"
  static const char TEXT[] = HEAD
    "120001,501,-30.00,裂,退款成功,\n"
    "120002,502,1,234.00,裂,退款成功,\n"
    "120003,503,30.00,杯口\n有裂,退款成功,\n"
    "120004,504,30.00,裂,退款成功,\n"
    "120004,504,35.00,裂,退款成功,\n"
    "1.20005E+15,505,30.00,裂,退款成功,\n"
    "导出时间：2026-11-05\n";
  g_autoptr(DaybookImport) import = book_import_file (fixture, "refunds.csv", TEXT);
  g_autoptr(GPtrArray) rows = read_all (fixture);
  g_autoptr(GPtrArray) problems = daybook_staging_problems (daybook_import_get_staging (import), 0, 0, NULL);
  g_autoptr(GString) where = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (where, "%" G_GUINT64_FORMAT " ", ((DaybookProblem *) g_ptr_array_index (problems, i))->row);
  g_assert_cmpstr (where->str, ==, "3 4 5 7 8 ");
  g_assert_cmpuint (rows->len, ==, 2);
  /* With a minus or without: it goes back. */
  g_assert_cmpint (daybook_row_int (find (rows, "120001"), DAYBOOK_AFTERSALE_AMOUNT), ==, 3000);
  g_assert_cmpint (daybook_row_int (find (rows, "120004"), DAYBOOK_AFTERSALE_AMOUNT), ==, 3000);
#undef HEAD
}

/* --- Stock -------------------------------------------------------------- */

#define LINES "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\n"

/* -1: not known. */
static void
assert_on_hand (Fixture    *fixture,
                const char *sku,
                gint64      on_hand)
{
  g_autoptr(GPtrArray) products = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_products, NULL);

  for (guint i = 0; i < products->len; i++)
    {
      const DaybookRow *product = g_ptr_array_index (products, i);

      if (!g_str_equal (daybook_row_text (product, DAYBOOK_PRODUCT_SKU), sku))
        continue;
      g_assert_cmpint (daybook_row_has (product, DAYBOOK_PRODUCT_ON_HAND), ==, on_hand >= 0);
      g_assert_cmpint (daybook_row_has (product, DAYBOOK_PRODUCT_COUNTED), ==, on_hand >= 0);
      g_assert_cmpint (daybook_row_int (product, DAYBOOK_PRODUCT_ON_HAND), ==, MAX (on_hand, 0));
      return;
    }

  g_error ("no product %s", sku);
}

/* Of each SKU over all places, for products that are there and for those that come later; each
 * file can be taken back. */
static void
test_stock (Fixture       *fixture,
            gconstpointer  data)
{
  g_object_unref (book_import_file (fixture, "items.csv", LINES "501,杯子,30.00,1,,白,,,交易成功,CUP\n"));
  g_autoptr(DaybookImport) stock = book_import_file (fixture, "库存-202611050900.csv",
    "SKU,商品名称,库存,仓库\nCUP,杯子,12,杭州\nCUP,杯子,\"1,000\",义乌\nPLATE,盘子,0,杭州\nBOWL,碗,many,杭州\n,无编码,5,杭州\n合计,,1012,\n");
  const DaybookStagingCounts *counts = daybook_import_get_counts (stock);

  g_assert_cmpstr (daybook_import_get_kind (stock), ==, "stock");
  g_assert_cmpstr (daybook_import_get_platform (stock), ==, "generic");
  g_assert_cmpuint (counts->n_new, ==, 3);
  g_assert_cmpuint (counts->n_problems, ==, 2);
  assert_on_hand (fixture, "CUP", 1012);

  g_object_unref (book_import_file (fixture, "items2.csv", LINES "502,盘子,30.00,1,,白,,,交易成功,PLATE\n503,叉,3.00,1,,白,,,交易成功,FORK\n"));
  assert_on_hand (fixture, "PLATE", 0);
  assert_on_hand (fixture, "FORK", -1);

  g_object_unref (book_import_file (fixture, "库存-202611060900.csv", "Item,SKU,On hand,Location\nCup,CUP,7,杭州\n"));
  assert_on_hand (fixture, "CUP", 1007);
  book_undo (fixture, NULL);
  assert_on_hand (fixture, "CUP", 1012);
}

/* --- Customers ---------------------------------------------------------- */

static const DaybookRow *
find_customer (GPtrArray  *customers,
               const char *name)
{
  for (guint i = 0; i < customers->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (customers, i), DAYBOOK_CUSTOMER_NAME), name))
      return g_ptr_array_index (customers, i);

  return NULL;
}

static GPtrArray *
read_table (Fixture            *fixture,
            const DaybookTable *table)
{
  return daybook_reader_all (daybook_store_get_reader (fixture->store), table, NULL);
}

#define YOUZAN HEADER_YOUZAN_CUSTOMERS "\n"
#define MEMBER(name, nick, phone, spent) \
  name "," nick "," phone ",05-20,女,老客,是,10,银卡,,,300,12.50,4," spent ",0.00,0,25.00,2026-10-01 10:00:00,,,,,,2025-01-02 10:00:00,,,,,,,,\n"

/* A customer is one by a full phone number, and never by one with stars. */
static void
test_youzan_customers (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char FILE_TEXT[] = YOUZAN MEMBER ("陈静", "小静", "13812345678", "100.00") MEMBER ("李磊", "磊", "86-13912345678", "50.00")
                                  MEMBER ("王五", "", "138****9999", "7.00") MEMBER ("赵六", "", "", "7.00");
  g_autoptr(DaybookImport) first = book_import_file (fixture, "客户-202611050900.csv", FILE_TEXT);
  const DaybookStagingCounts *counts = daybook_import_get_counts (first);
  g_autoptr(GPtrArray) customers = read_table (fixture, &daybook_customers);
  g_autoptr(GPtrArray) lines = read_table (fixture, &daybook_memberships);
  const DaybookRow *line = find_customer (customers, "陈静") != NULL ? g_ptr_array_index (lines, 0) : NULL;

  g_assert_cmpstr (daybook_import_get_kind (first), ==, "customers");
  g_assert_cmpstr (daybook_import_get_platform (first), ==, "youzan");
  g_assert_cmpuint (counts->n_new, ==, 2);
  g_assert_cmpuint (counts->n_problems, ==, 2);
  g_assert_cmpuint (customers->len, ==, 2);
  g_assert_nonnull (line);
  g_assert_cmpstr (daybook_row_text (line, DAYBOOK_MEMBERSHIP_GRADE), ==, "银卡");
  g_assert_cmpint (daybook_row_int (line, DAYBOOK_MEMBERSHIP_SPENT), ==, 10000);
  g_assert_cmpint (daybook_row_int (line, DAYBOOK_MEMBERSHIP_N_ORDERS), ==, 4);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (line, DAYBOOK_MEMBERSHIP_CUSTOMER), &find_customer (customers, "陈静")->id));
  /* The row's number says nothing of the phone. */
  g_assert_null (strstr (daybook_row_text (line, DAYBOOK_MEMBERSHIP_NUMBER), "138"));
  g_assert_cmpuint (strlen (daybook_row_text (line, DAYBOOK_MEMBERSHIP_NUMBER)), ==, 16);

  /* Again, and newer: nobody twice. */
  g_autoptr(DaybookImport) again = book_import_file (fixture, "客户-202611050900.csv", FILE_TEXT);
  g_assert_cmpuint (daybook_import_get_counts (again)->n_same, ==, 2);
  g_autoptr(DaybookImport) newer = book_import_file (fixture, "客户-202611060900.csv", YOUZAN MEMBER ("陈静", "小静", "138 1234 5678", "180.00"));
  g_assert_cmpuint (daybook_import_get_counts (newer)->n_updated, ==, 1);
  g_autoptr(GPtrArray) still = read_table (fixture, &daybook_customers);
  g_assert_cmpuint (still->len, ==, 2);

  book_undo (fixture, NULL);
  book_undo (fixture, NULL); /* of the file that was nothing new */
  book_undo (fixture, NULL);
  g_autoptr(GPtrArray) none = read_table (fixture, &daybook_customers);
  g_assert_cmpuint (none->len, ==, 0);
  g_object_unref (book_import_file (fixture, "客户-202611050900.csv", FILE_TEXT));
  g_autoptr(GPtrArray) back = read_table (fixture, &daybook_customers);
  g_assert_cmpuint (back->len, ==, 2);
}

/* Somebody who is there twice, with other values; and nobody. */
static void
test_customers_told_twice (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char FILE_TEXT[] = YOUZAN MEMBER ("陈静", "小静", "13812345678", "100.00") MEMBER ("陈静", "小静", "13812345678", "50.00")
                                  MEMBER ("赵六", "", "", "7.00");
  g_autoptr(DaybookImport) import = book_import_file (fixture, "客户.csv", FILE_TEXT);
  g_autoptr(GPtrArray) problems = daybook_staging_problems (daybook_import_get_staging (import), 0, 0, NULL);

  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpstr (((DaybookProblem *) g_ptr_array_index (problems, 0))->value, ==, "138****5678");
  g_assert_nonnull (strstr (((DaybookProblem *) g_ptr_array_index (problems, 1))->why, "neither an account nor a phone"));
}

/* Whom an order's buyer is already: by account where the platform is said, else by the phone. */
static void
test_customers_of_orders (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char ORDERS[] =
    "订单编号,买家会员名,收货人姓名,联系手机,买家实际支付金额,总金额,订单状态,订单创建时间\n"
    "501,nick1,陈静,13812345678,30.00,30.00,交易成功,2026-11-01 09:00:00\n"
    "502,nick2,李磊,13912345678,30.00,30.00,交易成功,2026-11-01 09:00:00\n"
    "503,nick3,李小磊,13912345678,30.00,30.00,交易成功,2026-11-01 09:00:00\n";

  g_object_unref (book_import_file (fixture, "ExportOrderList202611050900.csv", ORDERS));
  g_autoptr(DaybookImport) list = book_import_file (fixture, "customers.csv",
    "会员姓名,会员等级,手机号\n陈静,金卡,13812345678\n李磊,银卡,13912345678\n新客,普通,13700000000\n");
  g_autoptr(GPtrArray) customers = read_table (fixture, &daybook_customers);
  g_autoptr(GPtrArray) lines = read_table (fixture, &daybook_memberships);

  g_assert_cmpstr (daybook_import_get_kind (list), ==, "customers");
  /* Three of the orders, of whom one has a phone of her own; the other phone is two people's. */
  g_assert_cmpuint (customers->len, ==, 5);
  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (g_ptr_array_index (lines, 0), DAYBOOK_MEMBERSHIP_CUSTOMER), &find_customer (customers, "陈静")->id));
  book_undo (fixture, NULL);
  g_autoptr(GPtrArray) before = read_table (fixture, &daybook_customers);
  g_assert_cmpuint (before->len, ==, 3);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/entries/tmall-refunds", test_tmall_refunds);
  ADD ("/entries/again-and-back", test_again_and_back);
  ADD ("/entries/broken-rows", test_broken_rows);
  ADD ("/entries/stock", test_stock);
  ADD ("/entries/youzan-customers", test_youzan_customers);
  ADD ("/entries/customers-told-twice", test_customers_told_twice);
  ADD ("/entries/customers-of-orders", test_customers_of_orders);

  return g_test_run ();
}
