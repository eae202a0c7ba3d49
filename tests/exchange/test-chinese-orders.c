/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"
#include "header-rows.h"
#include "order-fixture.h"

#include "exchange/order-code.h"

#include <string.h>

/* Orders of the Chinese platforms but Taobao: made-up rows under their real headers. */

typedef struct
{
  const char   *status;
  DaybookStage  stage;
  DaybookRefund refund; /* by the status alone */
} Word;

static GString *
begin_table (const char *header)
{
  GString *table = g_string_new (header);

  g_string_append_c (table, '\n');
  return table;
}

static void
assert_platform (Fixture    *fixture,
                 const char *platform,
                 guint       n_orders)
{
  for (guint i = 0; i < fixture->problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (fixture->problems, i));
  g_assert_cmpstr (fixture->platform, ==, platform);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, n_orders);
}

/* Each word of a status, in a column of that name; the last one is no word of the platform's. */
static void
check_words (Fixture    *fixture,
             const char *header,
             const char *number,
             const Word *words,
             guint       n_words)
{
  g_autoptr(GString) table = begin_table (header);

  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *own = g_strdup_printf ("260517-%u", 1000 + i);

      fixture_add_row (table, header, number, own, "订单状态", words[i].status, NULL);
    }
  parse (fixture, table->str);
  g_assert_cmpuint (fixture->orders->len, ==, n_words);
  for (guint i = 0; i < n_words; i++)
    {
      g_test_message ("%s", words[i].status);
      assert_text (fixture, i, DAYBOOK_ORDER_STATUS, words[i].status);
      assert_number (fixture, i, DAYBOOK_ORDER_STAGE, words[i].stage);
      g_assert_cmpint (daybook_record_number (order (fixture, i), DAYBOOK_ORDER_REFUND), ==, words[i].refund);
    }
}

static const DaybookValue *
line_value (Fixture *fixture,
            guint    index,
            guint    line,
            guint    field)
{
  g_assert_cmpuint (line, <, order (fixture, index)->lines->len);
  return &g_array_index (order (fixture, index)->lines, DaybookLineRecord, line).values[field];
}

/* --- Pinduoduo ------------------------------------------------------------ */

static void
test_pdd (Fixture       *fixture,
          gconstpointer  data)
{
  static const char *const ENCODINGS[] = { "UTF-8", "GBK" };
  g_autoptr(GString) table = begin_table (HEADER_PDD);

  fixture_add_row (table, HEADER_PDD, "订单号", "260606-607198974342268\t", "订单状态", "已发货，待收货\t", "商品", "不锈钢杯子",
                   "商品总价(元)", "1,168.99\t", "邮费(元)", "0\t", "用户实付金额(元)", "1,160.99\t", "商品数量(件)", "2\t",
                   "订单成交时间", "2026/6/6 13:41\t", "发货时间", "2026-06-07 10:00:00\t", "商品规格", "白色,大号", "商品id", "55\t",
                   "样式ID", "66\t", "商家编码-规格维度", "CUP-1", "商家备注", "加急", "售后状态", "无售后或取消售后",
                   "快递单号", "YT1234567890\t", "快递公司", "圆通快递", NULL);
  fixture_add_row (table, HEADER_PDD, "订单号", "260607-607198974342269\t", "订单状态", "未发货，退款成功", "用户实付金额(元)", "20.00\t",
                   "订单成交时间", "2026-06-07 08:00:00", "售后状态", "退款成功", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ENCODINGS); i++)
    {
      g_autofree char *path = fixture_write_in (fixture->folder, "table.csv", table->str, ENCODINGS[i]);

      parse_table (fixture, path);
      assert_platform (fixture, "pdd", 2);
      assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "260606-607198974342268");
      assert_text (fixture, 0, DAYBOOK_ORDER_STATUS, "已发货，待收货");
      assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
      assert_number (fixture, 0, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_NONE);
      assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 116899);
      assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 116099);
      assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2026-06-06T05:41:00Z");
      assert_time (fixture, 0, DAYBOOK_ORDER_SHIPPED_AT, "2026-06-07T02:00:00Z");
      assert_text (fixture, 0, DAYBOOK_ORDER_CURRENCY, "CNY");
      assert_text (fixture, 0, DAYBOOK_ORDER_TITLE, "不锈钢杯子");
      assert_text (fixture, 0, DAYBOOK_ORDER_SELLER_NOTE, "加急");
      assert_text (fixture, 0, DAYBOOK_ORDER_TRACKING, "YT1234567890");
      assert_text (fixture, 0, DAYBOOK_ORDER_COURIER, "圆通快递");
      assert_line (fixture, 0, 0, "不锈钢杯子", 2);
      g_assert_cmpstr (line_value (fixture, 0, 0, DAYBOOK_LINE_SKU)->text, ==, "CUP-1");
      g_assert_cmpstr (line_value (fixture, 0, 0, DAYBOOK_LINE_VARIANT)->text, ==, "白色,大号");
      assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_CLOSED);
      assert_number (fixture, 1, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
    }
}

static void
test_pdd_words (Fixture       *fixture,
                gconstpointer  data)
{
  static const Word WORDS[] = {
    { "待付款", DAYBOOK_STAGE_UNPAID, DAYBOOK_REFUND_NONE },
    { "待发货", DAYBOOK_STAGE_PAID, DAYBOOK_REFUND_NONE },
    { "已发货，待收货", DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE },
    { "已收货", DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE },
    { "已取消", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_NONE },
    { "未发货，退款成功", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_FULL },
    { "已发货，退款成功", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_FULL },
    { "已收货，退款成功", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_FULL },
    { "已取消，退款成功", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_FULL },
    { "未成交，退款成功", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_FULL },
    { "抽奖中", DAYBOOK_STAGE_UNKNOWN, DAYBOOK_REFUND_NONE },
  };

  check_words (fixture, HEADER_PDD, "订单号", WORDS, G_N_ELEMENTS (WORDS));
  check_words (fixture, "订单号,订单状态,用户实付金额(元)", "订单号", WORDS, G_N_ELEMENTS (WORDS));
}

/* 退款成功 of an order that goes on is a part; a word that nobody knows says nothing. */
static void
test_pdd_refunds (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *word; DaybookRefund refund; gboolean told; } CASES[] = {
    { "无售后或售后取消", DAYBOOK_REFUND_NONE, TRUE },
    { "无售后/取消售后", DAYBOOK_REFUND_NONE, TRUE },
    { "售后处理中", DAYBOOK_REFUND_ASKED, TRUE },
    { "退款中", DAYBOOK_REFUND_ASKED, TRUE },
    { "退款成功", DAYBOOK_REFUND_PART, TRUE },
    { "换货中的某种", DAYBOOK_REFUND_NONE, FALSE },
  };
  g_autoptr(GString) table = g_string_new ("订单号,订单状态,用户实付金额(元),售后状态\n");

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_string_append_printf (table, "260517-%u,已收货,20.00,%s\n", i, CASES[i].word);
  parse (fixture, table->str);
  assert_platform (fixture, "pdd", G_N_ELEMENTS (CASES));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_assert_cmpint (daybook_record_number (order (fixture, i), DAYBOOK_ORDER_REFUND), ==, CASES[i].refund);
      g_assert_cmpint (daybook_record_carries (order (fixture, i), DAYBOOK_ORDER_REFUND), ==, CASES[i].told);
    }
}

/* PLATFORMS §1.2, quirk 12. */
static void
test_pdd_date_of_number (Fixture       *fixture,
                         gconstpointer  data)
{
  parse (fixture, "订单成交时间,订单号,订单状态,用户实付金额(元)\n"
                  ",260517-607198974342268,待付款,20.00\n"
                  "2026-05-18 10:00:00,260517-607198974342269,待发货,20.00\n"
                  ",269917-607198974342270,待付款,20.00\n"
                  ",607198974342271,待付款,20.00\n");

  assert_platform (fixture, "pdd", 4);
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2026-05-16T16:00:00Z");
  g_assert_false (daybook_record_carries (order (fixture, 0), DAYBOOK_ORDER_CREATED));
  /* What is still to be paid was not. */
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 0);
  assert_time (fixture, 1, DAYBOOK_ORDER_CREATED, "2026-05-18T02:00:00Z");
  g_assert_true (daybook_record_carries (order (fixture, 1), DAYBOOK_ORDER_CREATED));
  assert_number (fixture, 1, DAYBOOK_ORDER_PAID, 2000);
  assert_none (fixture, 2, DAYBOOK_ORDER_CREATED);
  assert_none (fixture, 3, DAYBOOK_ORDER_CREATED);
}

/* --- JD ------------------------------------------------------------------- */

#define JD_ORDER \
  "订单号", "301234567890", "下单时间", "2026-01-15 10:00:00", "订单金额", "699.00", "应付金额", "499.00（系统计算中，该值仅供参考）", \
  "订单状态", "等待出库", "下单帐号", "jd_user1", "客户姓名", "李四", "客户地址", "北京朝阳区某路1号", "联系电话", "13812341234", \
  "订单备注", "快点", "商家备注", "老客", "运费金额", "6.00", "付款确认时间", "2026-01-15 10:01:00"

static void
check_jd (Fixture *fixture)
{
  assert_platform (fixture, "jd", 2);
  g_assert_cmpuint (order (fixture, 0)->n_rows, ==, 2);
  /* Each row repeats the order: its amounts are not summed. */
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 69900);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 49900);
  assert_number (fixture, 0, DAYBOOK_ORDER_POSTAGE, 600);
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
  assert_time (fixture, 0, DAYBOOK_ORDER_PAID_AT, "2026-01-15T02:01:00Z");
  assert_text (fixture, 0, DAYBOOK_ORDER_BUYER, "jd_user1");
  g_assert_cmpstr (((Seen *) g_ptr_array_index (fixture->orders, 0))->account, ==, "jd_user1");
  assert_text (fixture, 0, DAYBOOK_ORDER_TITLE, "杯子, 水壶");
  assert_number (fixture, 0, DAYBOOK_ORDER_QUANTITY, 3);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  assert_line (fixture, 0, 1, "水壶", 2);
  g_assert_cmpstr (line_value (fixture, 0, 1, DAYBOOK_LINE_SKU)->text, ==, "100002");
  g_assert_cmpint (line_value (fixture, 0, 1, DAYBOOK_LINE_PRICE)->number, ==, 25000);
  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_UNPAID);
  assert_number (fixture, 1, DAYBOOK_ORDER_PAID, 0);
  g_assert_nonnull (strstr (fixture->sums, "\"orders\":2,\"lines\":3,\"paid_minor\":49900,"));
}

/* The header ends in a comma, and the rows may not. */
static void
test_jd (Fixture       *fixture,
         gconstpointer  data)
{
  g_autoptr(GString) table = begin_table (HEADER_JD);

  fixture_add_row (table, HEADER_JD, JD_ORDER, "商品ID", "100001", "商品名称", "杯子", "订购数量", "1", "京东价", "199.00", NULL);
  fixture_add_row (table, HEADER_JD, JD_ORDER, "商品ID", "100002", "商品名称", "水壶", "订购数量", "2", "京东价", "250.00", NULL);
  fixture_add_row (table, HEADER_JD, "订单号", "301234567891", "订单金额", "20.00", "应付金额", "20.00", "订单状态", "等待付款",
                   "商品名称", "盘子", "订购数量", "1", NULL);
  parse (fixture, table->str);
  check_jd (fixture);

  g_assert_cmpuint (g_string_replace (table, ",\"\"\n", "\n", 0), ==, 3);
  parse (fixture, table->str);
  check_jd (fixture);
}

/* What was to be paid of an order that was closed before was never paid; where something
 * went back it was, though the file leaves out when. */
static void
test_jd_never_paid (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GString) table = begin_table (HEADER_JD);

  fixture_add_row (table, HEADER_JD, "订单号", "301234567891", "订单金额", "20.00", "应付金额", "20.00", "订单状态", "取消", NULL);
  fixture_add_row (table, HEADER_JD, "订单号", "301234567892", "订单金额", "20.00", "应付金额", "20.00", "订单状态", "取消",
                   "付款确认时间", "2024-05-01 10:00:00", NULL);
  parse (fixture, table->str);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 0);
  assert_number (fixture, 1, DAYBOOK_ORDER_PAID, 2000);
  g_assert_nonnull (strstr (fixture->sums, "\"paid_minor\":2000,"));
}

static void
test_jd_words (Fixture       *fixture,
               gconstpointer  data)
{
  static const Word WORDS[] = {
    { "等待付款", DAYBOOK_STAGE_UNPAID, DAYBOOK_REFUND_NONE },
    { "等待出库", DAYBOOK_STAGE_PAID, DAYBOOK_REFUND_NONE },
    { "等待发货", DAYBOOK_STAGE_PAID, DAYBOOK_REFUND_NONE },
    { "发往配送中心", DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE },
    { "配送中心已收货", DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE },
    { "等待确认收货", DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE },
    { "完成", DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE },
    { "取消", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_NONE },
    { "已锁定", DAYBOOK_STAGE_PAID, DAYBOOK_REFUND_ASKED },
    { "正在出库", DAYBOOK_STAGE_UNKNOWN, DAYBOOK_REFUND_NONE },
  };

  check_words (fixture, HEADER_JD, "订单号", WORDS, G_N_ELEMENTS (WORDS));
}

/* --- Douyin --------------------------------------------------------------- */

#define DOUYIN_ORDER(number) \
  "主订单编号", number, "订单提交时间", "2026-09-22 00:54:10", "收件人", "王*", "收件人手机号", "1******6198", "详细地址", "浙江省杭州市某路"

static void
test_douyin (Fixture       *fixture,
             gconstpointer  data)
{
  const char *header = HEADER_DOUYIN ",支付完成时间,快递信息";
  g_autoptr(GString) table = begin_table (HEADER_DOUYIN ",支付完成时间,快递信息");

  fixture_add_row (table, header, DOUYIN_ORDER ("6930000000000000001\t"), "子订单编号", "6930000000000000001", "选购商品", "杯子",
                   "商品规格", "白", "商品数量", "2", "商家编码", "CUP", "订单应付金额", "40.00", "运费", "5.00", "订单状态", "已完成",
                   "售后状态", "-", "取消原因", "-", "发货时间", "2026-09-23 10:00:00", "订单完成时间", "2026-09-30 10:00:00",
                   "支付完成时间", "2026-09-22 00:55:00", "快递信息", "SF123-顺丰速运;;", NULL);
  fixture_add_row (table, header, DOUYIN_ORDER ("6930000000000000001\t"), "子订单编号", "6930000000000000002", "选购商品", "盘子",
                   "商品数量", "1", "订单应付金额", "12.50", "运费", "0.00", "订单状态", "已发货", "售后状态", "退款成功", "取消原因", "-",
                   "发货时间", "2026-09-24 10:00:00", "订单完成时间", "-", "支付完成时间", "2026-09-22 00:55:00",
                   "快递信息", "YT9-圆通速递", NULL);
  fixture_add_row (table, header, DOUYIN_ORDER ("6930000000000000003"), "子订单编号", "6930000000000000003", "选购商品", "碗",
                   "商品数量", "1", "订单应付金额", "9.90", "运费", "-", "订单状态", "已关闭", "售后状态", "退款成功", "取消原因", "不想要了",
                   "发货时间", "-", "订单完成时间", "-", "支付完成时间", "-", "快递信息", "-", NULL);
  parse (fixture, table->str);

  assert_platform (fixture, "douyin", 2);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "6930000000000000001");
  /* Each row tells of its own line: the order is where the least advanced is. */
  assert_text (fixture, 0, DAYBOOK_ORDER_STATUS, "已发货");
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 5250);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 5250);
  assert_number (fixture, 0, DAYBOOK_ORDER_POSTAGE, 500);
  assert_time (fixture, 0, DAYBOOK_ORDER_SHIPPED_AT, "2026-09-24T02:00:00Z");
  assert_text (fixture, 0, DAYBOOK_ORDER_TRACKING, "SF123, YT9");
  assert_text (fixture, 0, DAYBOOK_ORDER_COURIER, "顺丰速运, 圆通速递");
  assert_none (fixture, 0, DAYBOOK_ORDER_CLOSE_REASON);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  assert_line (fixture, 0, 0, "杯子", 2);
  g_assert_cmpstr (line_value (fixture, 0, 1, DAYBOOK_LINE_NUMBER)->text, ==, "6930000000000000002");
  g_assert_cmpstr (line_value (fixture, 0, 1, DAYBOOK_LINE_STATUS)->text, ==, "已发货");
  g_assert_cmpstr (line_value (fixture, 0, 0, DAYBOOK_LINE_STATUS)->text, ==, "已完成");

  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_CLOSED);
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
  assert_none (fixture, 1, DAYBOOK_ORDER_SHIPPED_AT);
  assert_none (fixture, 1, DAYBOOK_ORDER_POSTAGE);
  assert_none (fixture, 1, DAYBOOK_ORDER_TRACKING);
  assert_text (fixture, 1, DAYBOOK_ORDER_CLOSE_REASON, "不想要了");
  g_assert_nonnull (strstr (fixture->sums, "\"orders\":2,\"lines\":3,\"paid_minor\":5250,"));
}

static void
test_douyin_words (Fixture       *fixture,
                   gconstpointer  data)
{
  static const Word WORDS[] = {
    { "待支付", DAYBOOK_STAGE_UNPAID, DAYBOOK_REFUND_NONE },
    { "备货中", DAYBOOK_STAGE_PAID, DAYBOOK_REFUND_NONE },
    { "待发货", DAYBOOK_STAGE_PAID, DAYBOOK_REFUND_NONE },
    { "部分发货", DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE },
    { "已发货", DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE },
    { "已完成", DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE },
    { "已关闭", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_NONE },
    { "云仓拣货", DAYBOOK_STAGE_UNKNOWN, DAYBOOK_REFUND_NONE },
  };

  check_words (fixture, HEADER_DOUYIN, "主订单编号", WORDS, G_N_ELEMENTS (WORDS));
}

/* Several sub-orders in one row: a cell with as many parts is parted, others are not. */
static void
test_douyin_joined_lines (Fixture       *fixture,
                          gconstpointer  data)
{
  parse (fixture, "主订单编号,子订单编号,选购商品,商品数量,商家编码,订单应付金额,订单提交时间,订单状态\n"
                  "1001,1001;1002,杯子;盘子,2;1,SET,52.50,2026-09-22 00:54:10,待发货\n"
                  "1003,1003;1004;,杯子;大号,3,A;B,12.50;40.00,2026-09-22 00:54:10,待发货\n"
                  "1005,1005,\"杯子; 大号\",3,A,7.00,2026-09-22 00:54:10,待发货\n");

  assert_platform (fixture, "douyin", 3);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  assert_line (fixture, 0, 0, "杯子", 2);
  assert_line (fixture, 0, 1, "盘子", 1);
  g_assert_cmpstr (line_value (fixture, 0, 1, DAYBOOK_LINE_NUMBER)->text, ==, "1002");
  g_assert_cmpstr (line_value (fixture, 0, 1, DAYBOOK_LINE_SKU)->text, ==, "SET");
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 5250);
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
  /* Of which line the count is nobody knows. */
  g_assert_cmpuint (order (fixture, 1)->lines->len, ==, 2);
  assert_line (fixture, 1, 0, "杯子", 0);
  assert_line (fixture, 1, 1, "大号", 0);
  assert_number (fixture, 1, DAYBOOK_ORDER_TOTAL, 5250);
  assert_line (fixture, 2, 0, "杯子; 大号", 3);
}

/* What each row tells cannot be put together where the rows stand apart; rows that say again
 * what others have said are nothing new. */
static void
test_douyin_rows_apart (Fixture       *fixture,
                        gconstpointer  data)
{
#define APART "主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,订单状态\n"
#define A1 "1001,1001,杯子,2,40.00,2026-09-22 00:54:10,待发货\n"
#define A2 "1001,1002,盘子,1,12.50,2026-09-22 00:54:10,待发货\n"
#define B1 "1003,1003,碗,1,9.90,2026-09-22 00:54:10,待发货\n"
  parse (fixture, APART A1 B1 A2);
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  assert_problem (fixture, 0, "4|主订单编号|1001|The row stands apart");

  parse (fixture, APART A1 A2 B1 A1 A2);
  assert_platform (fixture, "douyin", 2);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 5250);

  parse (fixture, APART A1 A2 A1 A2 B1);
  assert_platform (fixture, "douyin", 2);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 5250);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
#undef APART
#undef A1
#undef A2
#undef B1
}

/* --- WeChat shop ---------------------------------------------------------- */

#define WECHAT_ORDER \
  "订单号", "3701000000000000001", "订单下单时间", "2026-06-01 09:00:00", "支付时间", "2026-06-01 09:01:00", "订单状态", "待收货", \
  "收件人姓名", "赵六", "收件人地址", "某路1号", "省", "江苏省", "市", "南京市", "区", "玄武区", "收件人手机", "13912341234", \
  "商品总价", "120.00", "订单实际支付金额", "110.00", "订单运费", "0.00", "打标颜色", "红色", "商家备注", "礼盒", \
  "物流公司", "中通快递", "快递单号", "ZT1", "交易单号", "42000"

static void
test_wechat_shop (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GString) table = begin_table (HEADER_WECHAT_SHOP);

  fixture_add_row (table, HEADER_WECHAT_SHOP, WECHAT_ORDER, "商品名称", "杯子", "商品编码(平台)", "1000001", "商品属性", "白", "商品数量", "1",
                   "商品价格(单件)", "70.00", "商品已退款金额", "10.00", NULL);
  fixture_add_row (table, HEADER_WECHAT_SHOP, WECHAT_ORDER, "商品名称", "盘子", "商品编码(平台)", "1000002", "商品数量", "2",
                   "商品价格(单件)", "25.00", "商品已退款金额", "5.00", NULL);
  parse (fixture, table->str);

  assert_platform (fixture, "wechat_shop", 1);
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 12000);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 11000);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUNDED, 1500);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  assert_text (fixture, 0, DAYBOOK_ORDER_REGION, "江苏省 南京市");
  assert_text (fixture, 0, DAYBOOK_ORDER_ADDRESS, "江苏省 南京市 玄武区 某路1号");
  assert_number (fixture, 0, DAYBOOK_ORDER_SELLER_FLAG, DAYBOOK_FLAG_RED);
  assert_line (fixture, 0, 1, "盘子", 2);
  g_assert_cmpstr (line_value (fixture, 0, 0, DAYBOOK_LINE_SKU)->text, ==, "1000001");

  /* The older form, brackets of full width, and an order's cells in its first row alone. */
  parse (fixture, "订单号,下单时间,订单状态,商品名称,商品编码（平台）,商品价格,商品数量,订单实际支付金额\n"
                  "3701,2026-06-01 09:00:00,待发货,杯子,1000001,70.00,1,120.00\n"
                  ",,,盘子,1000002,25.00,2,\n");
  assert_platform (fixture, "wechat_shop", 1);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 12000);
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2026-06-01T01:00:00Z");
  g_assert_cmpint (line_value (fixture, 0, 1, DAYBOOK_LINE_PRICE)->number, ==, 2500);
  g_assert_cmpstr (line_value (fixture, 0, 1, DAYBOOK_LINE_SKU)->text, ==, "1000002");
}

static void
test_wechat_shop_words (Fixture       *fixture,
                        gconstpointer  data)
{
  static const Word WORDS[] = {
    { "待付款", DAYBOOK_STAGE_UNPAID, DAYBOOK_REFUND_NONE },
    { "待发货", DAYBOOK_STAGE_PAID, DAYBOOK_REFUND_NONE },
    { "部分发货", DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE },
    { "待收货", DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE },
    { "已完成", DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE },
    { "已取消", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_NONE },
    { "待开奖", DAYBOOK_STAGE_UNKNOWN, DAYBOOK_REFUND_NONE },
  };

  check_words (fixture, HEADER_WECHAT_SHOP, "订单号", WORDS, G_N_ELEMENTS (WORDS));
}

/* --- Youzan --------------------------------------------------------------- */

static void
test_youzan (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GString) table = begin_table (HEADER_YOUZAN);

  fixture_add_row (table, HEADER_YOUZAN, "订单号", "E202606191000000001", "订单状态", "交易完成", "订单创建时间", "2026-06-19 10:00:00",
                   "买家付款时间", "2026-06-19 10:01:00", "交易成功时间", "2026-06-26", "商品金额合计", "110.00", "运费", "10.00",
                   "应收订单金额", "100.00", "订单实付金额", "100.00", "全部商品名称", "杯子;盘子", "商品种类数", "2",
                   "同城送达时间/提货时间", "2026-06-20 11:00 - 2026-06-20 12:00", "收货人省份", "广东省", "收货人城市", "广州市",
                   "收货人地区", "天河区", "详细收货地址/提货地址", "某路2号", "收货人/提货人", "钱七", "收货人手机号/提货人手机号", "13712341234",
                   "买家昵称", "小七", "分销员", "阿明", "订单退款状态", "部分退款", "订单已退款金额", "30.00", "商家订单备注", "补发", NULL);
  fixture_add_row (table, HEADER_YOUZAN, "订单号", "E202606191000000002", "订单状态", "已发货", "订单创建时间", "2026-06-19",
                   "订单实付金额", "50.00", "应收订单金额", "50.00", "订单退款状态", "退款中", "订单已退款金额", "0.00", NULL);
  fixture_add_row (table, HEADER_YOUZAN, "订单号", "E202606191000000003", "订单状态", "交易关闭", "订单实付金额", "50.00",
                   "应收订单金额", "50.00", "订单退款状态", "某种状态", "订单已退款金额", "50.00", NULL);
  parse (fixture, table->str);

  assert_platform (fixture, "youzan", 3);
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_COMPLETED);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 10000);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUNDED, 3000);
  assert_text (fixture, 0, DAYBOOK_ORDER_ADDRESS, "广东省 广州市 天河区 某路2号");
  assert_text (fixture, 0, DAYBOOK_ORDER_REGION, "广东省 广州市");
  assert_text (fixture, 0, DAYBOOK_ORDER_SELLER_NOTE, "补发");
  assert_time (fixture, 0, DAYBOOK_ORDER_COMPLETED_AT, "2026-06-25T16:00:00Z");
  assert_line (fixture, 0, 0, "杯子;盘子", 0);
  assert_time (fixture, 1, DAYBOOK_ORDER_CREATED, "2026-06-18T16:00:00Z");
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_ASKED);
  assert_number (fixture, 2, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
}

static void
test_youzan_words (Fixture       *fixture,
                   gconstpointer  data)
{
  static const Word WORDS[] = {
    { "待付款", DAYBOOK_STAGE_UNPAID, DAYBOOK_REFUND_NONE },
    { "待发货", DAYBOOK_STAGE_PAID, DAYBOOK_REFUND_NONE },
    { "已发货", DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE },
    { "交易完成", DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE },
    { "交易成功", DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE },
    { "交易关闭", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_NONE },
    { "待成团", DAYBOOK_STAGE_UNKNOWN, DAYBOOK_REFUND_NONE },
  };

  check_words (fixture, HEADER_YOUZAN, "订单号", WORDS, G_N_ELEMENTS (WORDS));
}

/* --- 1688 ----------------------------------------------------------------- */

/* One row an item; the order's cells are merged over its rows. */
static void
test_1688 (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GString) table = begin_table (HEADER_1688);

  fixture_add_row (table, HEADER_1688, "订单编号", "1234567890123456789", "买家会员名", "buyer1", "货品总价(元)", "300.00", "运费(元)", "8.00",
                   "涨价或折扣(元)", "-8.00", "实付款(元)", "300.00", "订单状态", "等待买家确认收货", "订单创建时间", "2026-03-01 08:00:00",
                   "订单付款时间", "2026-03-01 08:05:00", "收货人姓名", "孙八", "收货地址", "浙江省 义乌市 某路3号", "联系手机", "13612341234",
                   "货品标题", "杯子", "单价(元)", "1.50", "数量", "100", "SKUID", "777", "物流公司运单号", "圆通速递:YT5", NULL);
  fixture_add_row (table, HEADER_1688, "货品标题", "盘子", "单价(元)", "3.00", "数量", "50", "SKUID", "778", NULL);
  fixture_add_row (table, HEADER_1688, "订单编号", "1234567890123456790", "货品总价(元)", "5.00", "订单状态", "交易取消",
                   "货品标题", "碗", "数量", "1", NULL);
  parse (fixture, table->str);

  assert_platform (fixture, "1688", 2);
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 30000);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 30000);
  assert_text (fixture, 0, DAYBOOK_ORDER_TRACKING, "YT5");
  assert_text (fixture, 0, DAYBOOK_ORDER_COURIER, "圆通速递");
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  assert_line (fixture, 0, 1, "盘子", 50);
  g_assert_cmpstr (line_value (fixture, 0, 1, DAYBOOK_LINE_SKU)->text, ==, "778");
  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_CLOSED);
}

static void
test_1688_words (Fixture       *fixture,
                 gconstpointer  data)
{
  static const Word WORDS[] = {
    { "等待买家付款", DAYBOOK_STAGE_UNPAID, DAYBOOK_REFUND_NONE },
    { "等待卖家发货", DAYBOOK_STAGE_PAID, DAYBOOK_REFUND_NONE },
    { "等待买家确认收货", DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE },
    { "交易成功", DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE },
    { "交易关闭", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_NONE },
    { "交易取消", DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_NONE },
    { "退款中", DAYBOOK_STAGE_UNKNOWN, DAYBOOK_REFUND_ASKED },
  };

  check_words (fixture, HEADER_1688, "订单编号", WORDS, G_N_ELEMENTS (WORDS));
}

#define ADD(path, func) g_test_add ("/exchange/chinese-orders/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("pdd", test_pdd);
  ADD ("pdd/words", test_pdd_words);
  ADD ("pdd/refunds", test_pdd_refunds);
  ADD ("pdd/date-of-number", test_pdd_date_of_number);
  ADD ("jd", test_jd);
  ADD ("jd/words", test_jd_words);
  ADD ("jd/never-paid", test_jd_never_paid);
  ADD ("douyin", test_douyin);
  ADD ("douyin/words", test_douyin_words);
  ADD ("douyin/joined-lines", test_douyin_joined_lines);
  ADD ("douyin/rows-apart", test_douyin_rows_apart);
  ADD ("wechat-shop", test_wechat_shop);
  ADD ("wechat-shop/words", test_wechat_shop_words);
  ADD ("youzan", test_youzan);
  ADD ("youzan/words", test_youzan_words);
  ADD ("1688", test_1688);
  ADD ("1688/words", test_1688_words);

  return g_test_run ();
}
