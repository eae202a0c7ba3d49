/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"
#include "header-rows.h"

#include "core/order.h"
#include "core/payment.h"
#include "exchange/import.h"
#include "store/entries.h"

#include <string.h>

/* Bills, from the file to the book and to the orders that they speak of. Rows are made up. */

static void
assert_file (DaybookImport *import,
             const char    *platform,
             guint64        n_new,
             guint64        n_problems,
             const char    *sums)
{
  const DaybookStagingCounts *counts = daybook_import_get_counts (import);

  g_assert_cmpstr (daybook_import_get_platform (import), ==, platform);
  g_assert_cmpstr (daybook_import_get_kind (import), ==, "bill");
  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_problems, ==, n_problems);
  if (strstr (daybook_import_get_sums (import), sums) == NULL)
    g_error ("%s", daybook_import_get_sums (import));
}

/* "received done 128.00, party, for what" of each, oldest first. */
static void
assert_payments (Fixture    *fixture,
                 const char *expected)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_payments, NULL);
  g_autoptr(GString) got = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (got, "%s %s %s %" G_GINT64_FORMAT " %s\n",
                              daybook_field_word_name (&daybook_payments.fields[DAYBOOK_PAYMENT_KIND], daybook_row_int (row, DAYBOOK_PAYMENT_KIND)),
                              daybook_field_word_name (&daybook_payments.fields[DAYBOOK_PAYMENT_STAGE], daybook_row_int (row, DAYBOOK_PAYMENT_STAGE)),
                              daybook_row_text (row, DAYBOOK_PAYMENT_CURRENCY), daybook_row_int (row, DAYBOOK_PAYMENT_AMOUNT),
                              daybook_row_text (row, DAYBOOK_PAYMENT_ORDER_NUMBER));
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static DaybookRow *
find (Fixture    *fixture,
      const char *number)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_payments, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (rows, i), DAYBOOK_PAYMENT_NUMBER), number))
      return daybook_row_ref (g_ptr_array_index (rows, i));

  g_error ("no payment %s", number);
}

/* Lines with # before and behind the table, blanks around the cells, ids that end in a tab; the
 * amount stands in one of two columns, the other one is 0. */
static void
test_alipay_merchant (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char TEXT[] =
    "#支付宝账务明细查询\n#账号：[20881]\n#起始日期：[2026年11月01日 00:00:00]   终止日期：[2026年11月20日 00:00:00]\n"
    HEADER_ALIPAY_MERCHANT "\n"
    "1001\t,2026110122001\t,T200P2893812345678901234\t,茶杯,2026-11-01 10:00:00,buy***@163.com,128.00,0.00,1128.00,支付宝,交易付款,\n"
    "1002\t,2026110122001\t,T200P2893812345678901234\t,茶杯,2026-11-03 10:00:00,buy***@163.com,0.00,-28.00,1100.00,支付宝,交易退款,\n"
    "1003\t,2026110122001\t,T200P2893812345678901234\t,服务费,2026-11-03 10:00:01,,,-0.64,1099.36,支付宝,收费,\n"
    "1004\t,2026110422007\t, ,提现,2026-11-04 10:00:00,,,500.00,599.36,支付宝,提现,\n"
    "1005\t,2026110522008\t,W-77\t,纸箱,2026-11-05 10:00:00,shop@x.com,,-60.00,539.36,支付宝,在线支付,\n"
    "#-----------------------------------------账务明细列表结束------------------------------------\n"
    "#支出合计：4笔，共-588.64元\n#收入合计：1笔，共128.00元\n#导出时间：[2026年11月20日 09:00:00]\n";
  g_autoptr(DaybookImport) import = book_import_file (fixture, "bill.csv", TEXT);

  assert_file (import, "alipay", 5, 0, "\"paid_minor\":12800,\"refund_minor\":2800,");
  assert_payments (fixture, "received done CNY 12800 2893812345678901234\n"
                            "refunded done CNY 2800 2893812345678901234\n"
                            "charged done CNY 64 2893812345678901234\n"
                            "other done CNY 50000 \n"
                            "spent done CNY 6000 \n");
  g_autoptr(DaybookRow) box = find (fixture, "1005");
  g_assert_cmpstr (daybook_row_text (box, DAYBOOK_PAYMENT_MERCHANT_NUMBER), ==, "W-77");
  g_assert_cmpstr (daybook_row_text (box, DAYBOOK_PAYMENT_TITLE), ==, "纸箱");
}

static void
test_alipay_personal (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char TEXT[] =
    "------------------------------------------------------------------------------------\n导出信息：\n姓名：王五\n"
    "导出时间：[2026-11-20 09:12:52]\n------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------\n"
    HEADER_ALIPAY "\n"
    "2026-11-19 21:32:14 ,转账红包      ,陈静      ,bu***@qq.com    ,茶杯     ,收入      ,49.74      ,余额      ,交易成功      ,2026A\t,T200P501\t,      ,\n"
    "2026-11-18 14:16:52 ,日用百货      ,x4***6    ,rim***@qq.com   ,纸箱     ,支出      ,20.00      ,余额      ,等待确认收货   ,2026B\t,T200P900\t,      ,\n"
    "2026-11-17 18:22:28,退款,店,/,退款-纸箱,不计收支,5.00,余额宝,退款成功,2026C_1\t,D12\t,,\n"
    "2026-11-16 13:10:16,日用百货,店,/,胶带,不计收支,82.00,,交易关闭,2026D\t,D13\t,,\n";
  g_autoptr(DaybookImport) import = book_import_file (fixture, "alipay_record.csv", TEXT);

  assert_file (import, "alipay", 4, 0, "\"paid_minor\":4974,\"refund_minor\":0,");
  g_assert_cmpint (daybook_import_get_as_of (import), ==, 1795137172); /* 2026-11-20 09:12:52 in Shanghai */
  assert_payments (fixture, "other failed CNY 8200 \n"
                            "returned done CNY 500 \n"
                            "spent pending CNY 2000 900\n"
                            "received done CNY 4974 501\n");
}

/* A number may have several rows, and the same row may come twice. */
static void
test_wechat_pay (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char TEXT[] =
    "微信支付账单明细,,,,,,,,\n----------------------微信支付账单明细列表--------------------,,,,,,,,\n"
    HEADER_WECHAT_PAY "\n"
    "2026-11-19 12:45:27,二维码收款,陈静,\"收款方备注:二维码收款\",收入,¥28.16,/,已收钱,\"3985734\"\t,/\t,\"/\"\n"
    "2026-11-19 12:45:27,二维码收款,陈静,\"收款方备注:二维码收款\",收入,¥28.16,/,已收钱,\"3985734\"\t,/\t,\"/\"\n"
    "2026-11-19 15:00:00,二维码收款-退款,陈静,退款,支出,¥8.16,零钱,支付成功,\"3985734\"\t,/\t,\"/\"\n"
    "2026-11-18 10:00:00,商户消费,快递点,面单,支出,¥100.00,零钱,已退款(￥40.00),\"3985736\"\t,129\t,\"/\"\n"
    "2026-11-17 10:00:00,零钱提现,招商银行,\"/\",/,¥100.10,工商银行,提现已到账,207210\t,/\t,\"服务费¥0.10\"\n";
  g_autoptr(DaybookImport) import = book_import_file (fixture, "微信支付账单.csv", TEXT);

  assert_file (import, "wechat_pay", 4, 0, "\"paid_minor\":2816,\"refund_minor\":816,");
  assert_payments (fixture, "other done CNY 10010 \n"
                            "spent done CNY 10000 \n"
                            "received done CNY 2816 \n"
                            "refunded done CNY 816 \n");
  g_autoptr(DaybookRow) slips = find (fixture, "3985736");
  g_autoptr(DaybookRow) cash = find (fixture, "207210");
  g_assert_cmpint (daybook_row_int (slips, DAYBOOK_PAYMENT_REFUNDED_SUM), ==, 4000);
  g_assert_cmpint (daybook_row_int (cash, DAYBOOK_PAYMENT_FEE), ==, 10);
}

/* The account's country decides how days and amounts are written, and no column says which it is:
 * the rows do. Holds and conversions move nothing. */
static void
test_paypal (Fixture       *fixture,
             gconstpointer  data)
{
#define ROW(date, zone, sort, status, gross, fee, id, reference, invoice) \
  "\"" date "\",\"10:00:00\",\"" zone "\",\"Ann Lee\",\"" sort "\",\"" status "\",\"USD\",\"" gross "\",\"" fee "\",\"0\",\"ann@x.com\",\"shop@x.com\"," \
  "\"" id "\",\"" reference "\",\"" invoice "\",\"1\"\n"
  static const char US[] =
    "\xef\xbb\xbf" HEADER_PAYPAL "\n"
    ROW ("11/02/2026", "PST", "Express Checkout Payment", "Completed", "1,250.00", "-36.55", "8AB1", "", "1001")
    ROW ("11/13/2026", "PST", "Payment Refund", "Completed", "-250.00", "7.31", "8AB2", "8AB1", "1001")
    ROW ("11/14/2026", "PST", "Account Hold for Open Authorization", "Pending", "-40.00", "0.00", "8AB3", "", "")
    ROW ("11/15/2026", "PST", "PreApproved Payment Bill User Payment", "Completed", "-9.00", "0.00", "8AB4", "", "")
    ROW ("11/16/2026", "PST", "General Payment", "Denied", "70.00", "0.00", "8AB5", "", "1002");
  static const char GERMAN[] =
    HEADER_PAYPAL "\n"
    ROW ("02.11.2026", "CET", "Express Checkout Payment", "Completed", "1.250,00", "-36,55", "9AB1", "", "2001");
  static const char BRITISH[] =
    HEADER_PAYPAL "\n"
    ROW ("02/11/2026", "GMT", "Express Checkout Payment", "Completed", "12.50", "-0.55", "7AB1", "", "3001")
    ROW ("13/11/2026", "GMT", "Express Checkout Payment", "Completed", "12.50", "-0.55", "7AB2", "", "3002");
  static const char DOUBTFUL[] =
    HEADER_PAYPAL "\n"
    ROW ("02/11/2026", "GMT", "Express Checkout Payment", "Completed", "12.50", "-0.55", "6AB1", "", "4001");
#undef ROW
  g_autoptr(DaybookImport) us = book_import_file (fixture, "us.csv", US);
  g_autoptr(DaybookImport) german = book_import_file (fixture, "german.csv", GERMAN);
  g_autoptr(DaybookImport) british = book_import_file (fixture, "british.csv", BRITISH);
  g_autoptr(DaybookImport) doubtful = book_import_file (fixture, "doubtful.csv", DOUBTFUL);
  g_autoptr(DaybookRow) first = find (fixture, "8AB1");
  g_autoptr(DaybookRow) refund = find (fixture, "8AB2");
  g_autoptr(DaybookRow) second = find (fixture, "7AB1");

  assert_file (us, "paypal", 5, 0, "{\"orders\":5,\"paid_minor\":125000,\"refund_minor\":25000}");
  assert_file (german, "paypal", 1, 0, "125000");
  assert_file (british, "paypal", 2, 0, "2500");
  /* 11 February or 2 November? */
  assert_file (doubtful, "paypal", 0, 1, "{\"orders\":0,");
  g_assert_cmpint (daybook_row_int (first, DAYBOOK_PAYMENT_AT), ==, 1793642400);  /* 2026-11-02 18:00 UTC */
  g_assert_cmpint (daybook_row_int (first, DAYBOOK_PAYMENT_FEE), ==, 3655);
  g_assert_cmpint (daybook_row_int (refund, DAYBOOK_PAYMENT_FEE), ==, -731); /* given back */
  g_assert_cmpint (daybook_row_int (second, DAYBOOK_PAYMENT_AT), ==, 1793613600); /* 2026-11-02 10:00 UTC */
  assert_payments (fixture, "received done USD 125000 1001\n"
                            "received done USD 125000 2001\n"
                            "received done USD 1250 3001\n"
                            "refunded done USD 25000 1001\n"
                            "received done USD 1250 3002\n"
                            "other pending USD 4000 \n"
                            "spent done USD 900 \n"
                            "received failed USD 7000 1002\n");
}

/* Douyin's settlement: what was paid out and taken back, under a second line of headings
 * (PLATFORMS §1.2, quirk 4); the same file again is the same. No buyer paid that sum. */
static void
test_douyin_settlement (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char TEXT[] =
    "结算时间,结算账户,子订单号,订单号,商品ID,下单时间,结算金额,收入合计,支出合计,平台服务费,备注,结算单类型\n"
    " , , , , , ,收入+支出,订单实付+补贴,服务费+佣金,,,\n"
    "2026-11-20 10:00:00,聚合账户,6900000000000000011,6900000000000000010,5,2026-11-10 09:00:00,35.00,40.00,-5.00,-2.00,,已结算\n"
    "2026-11-20 10:00:00,聚合账户,6900000000000000012,6900000000000000010,6,2026-11-10 09:00:00,18.00,20.00,-2.00,-1.00,,已结算\n"
    "2026-11-22 10:00:00,聚合账户,6900000000000000012,6900000000000000010,6,2026-11-10 09:00:00,-18.00,-20.00,2.00,1.00,,退款\n"
    "2026-11-22 11:00:00,聚合账户,6900000000000000021,6900000000000000020,6,2026-11-11 09:00:00,0.00,0.00,0.00,0.00,,已结算\n";
  g_autoptr(DaybookImport) import = book_import_file (fixture, "1795219200_settle.csv", TEXT);
  g_autoptr(DaybookImport) again = NULL;

  assert_file (import, "douyin", 4, 0, "\"orders\":4");
  assert_payments (fixture,
                   "settled done CNY 3500 6900000000000000010\n"
                   "settled done CNY 1800 6900000000000000010\n"
                   "reclaimed done CNY 1800 6900000000000000010\n"
                   "other done CNY 0 6900000000000000020\n");
  g_assert_cmphex (daybook_import_get_feeds (import)->follow_ups, ==, 0);
  again = book_import_file (fixture, "1795219300_settle.csv", TEXT);
  assert_file (again, "douyin", 0, 0, "\"orders\":4");
}

/* It is beside the order, which no bill contradicts by that. */
static void
test_settlements_are_not_compared (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(DaybookRow) order = book_import (fixture, "orders.csv",
    "主订单编号,子订单编号,选购商品,商品规格,商品数量,商家编码,订单应付金额,运费,收件人,收件人手机号,详细地址,订单提交时间,商家备注,订单状态,售后状态\n"
    "6900000000000000010,6900000000000000010,茶杯,白,1,B-1,40.00,0.00,张*,138****0000,浙江省,2026-11-10 09:00:00,-,已完成,-\n",
    "6900000000000000010");
  g_autoptr(DaybookImport) import = book_import_file (fixture, "1795219200_settle.csv",
    "结算时间,子订单号,订单号,结算金额,收入合计,支出合计\n2026-11-20 10:00:00,6900000000000000010,6900000000000000010,35.00,40.00,-5.00\n");
  DaybookReader *reader = daybook_store_get_reader (fixture->store);
  g_autoptr(DaybookRow) now = daybook_reader_find (reader, &daybook_orders, &order->id, NULL);
  g_autoptr(GPtrArray) payments = daybook_reader_entries (reader, &daybook_payments, now, 5, NULL);

  g_assert_cmpint (daybook_row_int (now, DAYBOOK_ORDER_BILLS), ==, DAYBOOK_BILLS_NONE);
  g_assert_cmpuint (payments->len, ==, 1);
  g_assert_cmpint (daybook_row_int (payments->pdata[0], DAYBOOK_PAYMENT_FEE), ==, 500);
}

static void
test_jd_and_meituan (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char JD[] =
    "导出信息：\n" HEADER_JD_PAY "\n"
    "2026-11-12 13:28:32\t,京东平台商户,退款-卫衣,89.84,信用卡(1875),退款成功,不计收支,网购,1001\t,77\t, ,\n"
    "2026-11-12 13:27:56\t,京东平台商户,卫衣 等多件,131.77(已退款89.84),信用卡(1875),交易成功,支出,服饰,1001\t,77\t, ,\n";
  static const char MEITUAN[] =
    "【美团交易账单明细列表】\n" HEADER_MEITUAN "\n"
    "2026-11-13 20:35:13,2026-11-13 20:35:25,支付,茶 订单详情,支出,美团月付,¥22.30,¥21.17,\"25022\t\",\"0_22\t\",/\n"
    "\"\"\n"
    "2026-11-14 07:04:17,2026-11-14 07:04:18,退款,茶,收入,信用卡(1875),¥20.00,¥20.00,\"25023\t\",\"498\t\",/\n";
  g_autoptr(DaybookImport) jd = book_import_file (fixture, "jd.csv", JD);
  g_autoptr(DaybookImport) meituan = book_import_file (fixture, "mt.csv", MEITUAN);

  assert_file (jd, "jd_pay", 2, 0, "\"paid_minor\":0,\"refund_minor\":0,"); /* a buyer's bill */
  assert_file (meituan, "meituan", 2, 0, "\"paid_minor\":0,\"refund_minor\":0,");
  assert_payments (fixture, "spent done CNY 13177 \n"
                            "returned done CNY 8984 \n"
                            "spent done CNY 2117 \n"
                            "returned done CNY 2000 \n");
}

/* --- Orders and their bills --------------------------------------------- */

#define ORDERS "订单编号,买家会员名,买家实际支付金额,总金额,订单状态,退款金额,订单创建时间\n"

static void
import_orders (Fixture    *fixture,
               const char *name,
               const char *rows)
{
  g_autofree char *text = g_strconcat (ORDERS, rows, NULL);

  g_object_unref (book_import_file (fixture, name, text));
}

static void
import_bill (Fixture    *fixture,
             const char *name,
             const char *rows)
{
  g_autofree char *text = g_strconcat (HEADER_ALIPAY_MERCHANT "\n", rows, NULL);

  g_object_unref (book_import_file (fixture, name, text));
}

static void
assert_bills (Fixture      *fixture,
              const char   *number,
              DaybookBills  bills,
              gint64        received,
              gint64        returned)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_orders, NULL);
  const DaybookRow *order = NULL;

  for (guint i = 0; i < rows->len && order == NULL; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (rows, i), DAYBOOK_ORDER_NUMBER), number))
      order = g_ptr_array_index (rows, i);
  g_assert_nonnull (order);
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_BILLS), ==, bills);
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_RECEIVED), ==, received);
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_RETURNED), ==, returned);
  g_assert_cmpint (daybook_row_has (order, DAYBOOK_ORDER_RECEIVED), ==, bills != DAYBOOK_BILLS_NONE);
}

#define LINE(n, order, in, out, sort) n ",b,T200P" order ",茶杯,2026-11-01 10:00:00,a@x.com," in "," out ",1,支付宝," sort ",\n"

/* Whichever file comes first. */
static void
test_what_agrees (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char BILL[] =
    LINE ("1", "501", "128.00", "", "交易付款")
    LINE ("2", "502", "50.00", "", "交易付款") LINE ("3", "502", "", "-20.00", "交易退款")
    LINE ("4", "503", "50.00", "", "交易付款") LINE ("5", "503", "", "-50.00", "交易退款")
    LINE ("6", "504", "99.00", "", "交易付款")
    LINE ("7", "505", "50.00", "", "交易付款")
    LINE ("8", "506", "", "-7.00", "交易退款")
    LINE ("9", "509", "1.00", "", "交易付款");
  static const char ROWS[] =
    "501,nick,128.00,128.00,交易成功,0,2026-11-01 09:00:00\n"
    "502,nick,50.00,50.00,交易成功,20.00,2026-11-01 09:00:00\n"
    "503,nick,0.00,50.00,交易关闭,50.00,2026-11-01 09:00:00\n" /* what was paid, less what went back */
    "504,nick,90.00,90.00,交易成功,0,2026-11-01 09:00:00\n"
    "505,nick,50.00,50.00,交易成功,10.00,2026-11-01 09:00:00\n"
    "506,nick,50.00,50.00,交易成功,6.00,2026-11-01 09:00:00\n"
    "507,nick,50.00,50.00,交易成功,0,2026-11-01 09:00:00\n";

  for (guint bill_first = 0; bill_first < 2; bill_first++)
    {
      if (bill_first)
        import_bill (fixture, "bill-202611050900.csv", BILL);
      import_orders (fixture, "ExportOrderList202611050900.csv", ROWS);
      if (!bill_first)
        import_bill (fixture, "bill-202611050900.csv", BILL);

      assert_bills (fixture, "501", DAYBOOK_BILLS_AGREE, 12800, 0);
      assert_bills (fixture, "502", DAYBOOK_BILLS_AGREE, 5000, 2000);
      assert_bills (fixture, "503", DAYBOOK_BILLS_AGREE, 5000, 5000);
      assert_bills (fixture, "504", DAYBOOK_BILLS_DIFFER, 9900, 0);
      assert_bills (fixture, "505", DAYBOOK_BILLS_WAIT, 5000, 0);
      assert_bills (fixture, "506", DAYBOOK_BILLS_DIFFER, 0, 700);
      assert_bills (fixture, "507", DAYBOOK_BILLS_NONE, 0, 0);

      book_undo (fixture, NULL);
      if (!bill_first)
        assert_bills (fixture, "504", DAYBOOK_BILLS_NONE, 0, 0);
      book_undo (fixture, NULL);
    }
}

/* What bills say follows from what is there: no undo leaves it as it was before. */
static void
test_undone_in_between (Fixture       *fixture,
                        gconstpointer  data)
{
  DaybookId bill;

  import_orders (fixture, "ExportOrderList202611050900.csv", "501,nick,128.00,128.00,交易成功,0,2026-11-01 09:00:00\n");
  import_bill (fixture, "bill-202611050900.csv", LINE ("1", "501", "128.00", "", "交易付款"));
  bill = book_last_act (fixture);
  import_orders (fixture, "ExportOrderList202611060900.csv", "501,nick,100.00,100.00,交易成功,0,2026-11-01 09:00:00\n");
  assert_bills (fixture, "501", DAYBOOK_BILLS_DIFFER, 12800, 0);

  /* The second list of orders: the first one's amounts are back. */
  book_undo (fixture, NULL);
  assert_bills (fixture, "501", DAYBOOK_BILLS_AGREE, 12800, 0);
  import_orders (fixture, "ExportOrderList202611070900.csv", "501,nick,100.00,100.00,交易成功,0,2026-11-01 09:00:00\n");
  book_undo (fixture, &bill);
  assert_bills (fixture, "501", DAYBOOK_BILLS_NONE, 0, 0);
}

/* PayPal's line names Shopify's order only by the payment. */
static void
test_by_the_payment (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char SHOPIFY[] =
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Payment Reference\n"
    "#1001,ann@example.com,paid,2026-11-01 10:00:00 +0000,fulfilled,USD,30.00,2026-11-01 09:59:00 +0000,1,Tea,30.00,c123.1\n";
  static const char PAYPAL[] =
    HEADER_PAYPAL "\n"
    "\"11/13/2026\",\"10:00:00\",\"PST\",\"Ann\",\"Payment\",\"Completed\",\"USD\",\"30.00\",\"-1.17\",\"28.83\",\"a@x.com\",\"s@x.com\",\"8AB1\",\"\",\"c123.1\",\"1\"\n";

  g_object_unref (book_import_file (fixture, "orders_export.csv", SHOPIFY));
  g_object_unref (book_import_file (fixture, "paypal.csv", PAYPAL));
  assert_bills (fixture, "#1001", DAYBOOK_BILLS_AGREE, 3000, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/bills/alipay-merchant", test_alipay_merchant);
  ADD ("/bills/alipay-personal", test_alipay_personal);
  ADD ("/bills/wechat-pay", test_wechat_pay);
  ADD ("/bills/paypal", test_paypal);
  ADD ("/bills/jd-and-meituan", test_jd_and_meituan);
  ADD ("/bills/douyin-settlement", test_douyin_settlement);
  ADD ("/bills/settlements-are-not-compared", test_settlements_are_not_compared);
  ADD ("/bills/what-agrees", test_what_agrees);
  ADD ("/bills/undone-in-between", test_undone_in_between);
  ADD ("/bills/by-the-payment", test_by_the_payment);

  return g_test_run ();
}
