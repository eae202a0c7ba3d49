/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"
#include "order-fixture.h"

#include "core/error.h"
#include "core/moment.h"
#include "exchange/order-code.h"
#include "exchange/orders.h"
#include "exchange/recognise.h"
#include "exchange/sums.h"

#include <string.h>

/* The header of the 2019-20 form, verbatim (PLATFORMS §1.1). */
#define TAOBAO_2019 \
  "订单编号,买家会员名,买家支付宝账号,支付单号,支付详情,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额," \
  "买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ," \
  "宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单," \
  "分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息," \
  "天猫卡券抵扣,集分宝抵扣,是否是O2O交易,新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,新零售发货门店id," \
  "退款金额,预约门店,确认收货时间,打款商家金额,含应开票给个人的个人红包,是否信用购,体验期结束时间,前N有礼,配送类型,主订单编号\n"

#define SHOPIFY \
  "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Shipping,Total,Created at,Lineitem quantity," \
  "Lineitem name,Lineitem price,Lineitem sku,Shipping Name,Shipping Street,Shipping City,Shipping Zip,Shipping Province," \
  "Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Refunded Amount,Outstanding Balance\n"

/* One shipped order of two kinds and one refunded before shipping, with every
 * guard of PLATFORMS §1.2 on them. */
#define TAOBAO_ROWS TAOBAO_2019 \
  "=\"1930679858170647\",小鱼儿2018,a@b.c,2018051621001,详情,62.86,0.00,0,62.86,0,62.86,0,\"卖家已发货，等待买家确认\",快点发,张三," \
  "江苏省 扬州市 null 某某路1号(225000),快递,'null,'13812341234,2018-05-16 09:38:00,2018/5/16 9:41,零基础学Python，C语言200例,2," \
  "No:2213076539,申通快递,给林007 蓝旗,2,0,某某图书旗舰店,订单未关闭,0,0元,,是,,,,,,,,,,,,,,,,,,0.00,,,0元,,,,,,\n" \
  "'1930679858170648\t,小鱼儿2018,,,,30.00,5.00,0,35.00,0,35.00,0,交易关闭,'null,张*,***,快递,,1******6198," \
  "2018-05-17 09:38:00,2018-05-17 09:41:00,铅笔，橡皮，尺子,1,,,,3,0,某某图书旗舰店,买家申请退款,0,0元,,是,,,,,,,,,,,,,,,,,,35.00,,,0元,,,,,,\n"

static void
check_taobao_rows (Fixture *fixture)
{
  g_assert_cmpstr (fixture->platform, ==, "tmall");
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  g_assert_cmpuint (fixture->problems->len, ==, 0);

  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "1930679858170647");
  assert_text (fixture, 0, DAYBOOK_ORDER_BUYER, "小鱼儿2018");
  assert_text (fixture, 0, DAYBOOK_ORDER_STATUS, "卖家已发货，等待买家确认");
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_NONE);
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2018-05-16T01:38:00Z");
  assert_time (fixture, 0, DAYBOOK_ORDER_PAID_AT, "2018-05-16T01:41:00Z");
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 6286);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 6286);
  assert_number (fixture, 0, DAYBOOK_ORDER_QUANTITY, 2);
  assert_text (fixture, 0, DAYBOOK_ORDER_CURRENCY, "CNY");
  assert_text (fixture, 0, DAYBOOK_ORDER_PHONE, "13812341234");
  assert_text (fixture, 0, DAYBOOK_ORDER_REGION, "江苏省 扬州市");
  assert_text (fixture, 0, DAYBOOK_ORDER_ADDRESS, "江苏省 扬州市 某某路1号(225000)");
  assert_text (fixture, 0, DAYBOOK_ORDER_TRACKING, "2213076539");
  assert_text (fixture, 0, DAYBOOK_ORDER_COURIER, "申通快递");
  assert_text (fixture, 0, DAYBOOK_ORDER_SELLER_NOTE, "给林007 蓝旗");
  assert_text (fixture, 0, DAYBOOK_ORDER_BUYER_NOTE, "快点发");
  assert_none (fixture, 0, DAYBOOK_ORDER_CLOSE_REASON);
  g_assert_cmpstr (((Seen *) g_ptr_array_index (fixture->orders, 0))->account, ==, "小鱼儿2018");
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  assert_line (fixture, 0, 0, "零基础学Python", 1);
  assert_line (fixture, 0, 1, "C语言200例", 1);
  g_assert_true (g_str_has_prefix (order (fixture, 0)->raw->str, "=\"1930679858170647\"\x1f小鱼儿2018\x1f"));

  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "1930679858170648");
  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_CLOSED);
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUNDED, 3500);
  assert_none (fixture, 1, DAYBOOK_ORDER_BUYER_NOTE);
  assert_none (fixture, 1, DAYBOOK_ORDER_TRACKING);
  assert_none (fixture, 1, DAYBOOK_ORDER_REGION);
  assert_text (fixture, 1, DAYBOOK_ORDER_CLOSE_REASON, "买家申请退款");
  /* One kind of goods: the commas are the title's own. */
  g_assert_cmpuint (order (fixture, 1)->lines->len, ==, 1);
  assert_line (fixture, 1, 0, "铅笔，橡皮，尺子", 3);
}

static void
test_taobao (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const ENCODINGS[] = { "UTF-8", "GBK" };

  for (guint i = 0; i < G_N_ELEMENTS (ENCODINGS); i++)
    {
      g_autofree char *path = fixture_write_in (fixture->folder, "table.csv", TAOBAO_ROWS, ENCODINGS[i]);

      parse_table (fixture, path);
      check_taobao_rows (fixture);
    }
}

static void
test_taobao_statuses (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct
  {
    const char  *status;
    DaybookStage stage;
  } CASES[] = {
    { "等待买家付款", DAYBOOK_STAGE_UNPAID },
    { "买家已付款，等待卖家发货", DAYBOOK_STAGE_PAID },
    { "\"买家已付款,等待卖家发货\"", DAYBOOK_STAGE_PAID },
    { "买家已付款等待卖家发货", DAYBOOK_STAGE_PAID },
    { "卖家部分发货", DAYBOOK_STAGE_SHIPPED },
    { "卖家已发货，等待买家确认", DAYBOOK_STAGE_SHIPPED },
    { "交易成功 ", DAYBOOK_STAGE_COMPLETED },
    { "交易关闭", DAYBOOK_STAGE_CLOSED },
    { "买家正在考虑", DAYBOOK_STAGE_UNKNOWN },
  };
  g_autoptr(GString) text = g_string_new ("订单编号,订单状态\n");

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_string_append_printf (text, "%u,%s\n", 100 + i, CASES[i].status);
  g_string_append (text, "200,\n");
  parse (fixture, text->str);
  g_assert_cmpuint (fixture->orders->len, ==, G_N_ELEMENTS (CASES) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    assert_number (fixture, i, DAYBOOK_ORDER_STAGE, CASES[i].stage);
  assert_text (fixture, 8, DAYBOOK_ORDER_STATUS, "买家正在考虑");
  /* A blank cell says nothing, not that the stage is unknown. */
  assert_none (fixture, G_N_ELEMENTS (CASES), DAYBOOK_ORDER_STAGE);
  g_assert_cmpstr (fixture->platform, ==, "taobao");
}

/* PLATFORMS §1.2, quirk 10: files without 退款金额. */
static void
test_taobao_refunds_are_inferred (Fixture       *fixture,
                                  gconstpointer  data)
{
  parse (fixture,
         "订单编号,订单状态,总金额,买家应付货款,买家实际支付金额,订单付款时间,物流单号,打款商家金额\n"
         "1,交易关闭,35,30,35,2020-01-01 10:00:00,,\n"
         "2,交易关闭,35,30,0,2020-01-01 10:00:00,No:7,\n"
         "3,交易关闭,35,30,0,,,\n"
         "4,交易成功,35,30,35,2020-01-01 10:00:00,No:7,20元\n"
         "5,交易成功,35,30,35,2020-01-01 10:00:00,No:7,30元\n"
         "6,交易成功,35,30,35,2020-01-01 10:00:00,No:7,0元\n");

  assert_number (fixture, 0, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUNDED, 3500);
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUNDED, 3500);
  assert_none (fixture, 2, DAYBOOK_ORDER_REFUND);
  assert_number (fixture, 3, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  assert_number (fixture, 3, DAYBOOK_ORDER_REFUNDED, 1000);
  assert_none (fixture, 4, DAYBOOK_ORDER_REFUND);
  assert_none (fixture, 5, DAYBOOK_ORDER_REFUND);
}

static void
assert_guess (Fixture *fixture,
              guint    index,
              guint    field)
{
  g_assert_false (daybook_record_carries (order (fixture, index), field));
}

static void
assert_told (Fixture *fixture,
             guint    index,
             guint    field)
{
  g_assert_true (daybook_record_carries (order (fixture, index), field));
}

/* What follows from other cells is a guess: a file that tells of it knows better. Where
 * neither what was paid nor the total is told, it is one of no amount. */
static void
test_taobao_inferred_refunds_are_guesses (Fixture       *fixture,
                                          gconstpointer  data)
{
  parse (fixture,
         "订单编号,订单状态,总金额,买家应付货款,买家实际支付金额,订单付款时间,打款商家金额\n"
         "1,交易关闭,35,30,35,2020-01-01 10:00:00,\n"
         "2,交易成功,35,30,35,2020-01-01 10:00:00,20元\n");
  for (guint i = 0; i < fixture->orders->len; i++)
    {
      assert_guess (fixture, i, DAYBOOK_ORDER_REFUND);
      assert_guess (fixture, i, DAYBOOK_ORDER_REFUNDED);
    }

  parse (fixture, "订单编号,买家会员名,订单状态,订单创建时间,订单付款时间\n1,小鱼儿,交易关闭,2020-01-01 09:00:00,2020-01-01 10:00:00\n");
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
  assert_guess (fixture, 0, DAYBOOK_ORDER_REFUND);
  assert_none (fixture, 0, DAYBOOK_ORDER_REFUNDED);
}

/* The 千牛 report: net payments, no nick, no status (PLATFORMS §1.1). */
static void
test_taobao_without_status (Fixture       *fixture,
                            gconstpointer  data)
{
  parse (fixture,
         "订单编号,支付单号,总金额,买家实付金额,订单创建时间,订单付款时间,商品标题,退款金额,商品属性SKU\n"
         "1,9,178.8,0,2020-02-21 00:00:00,,杯子,无退款申请,\n"
         "2,9,64.8,0,2020-02-20 23:57:04,2020-02-20 23:57:11,杯子,64.8,红;大\n"
         "3,9,327.7,148.9,2020-02-20 23:56:39,2020-02-20 23:56:53,杯子,178.8,\n"
         "4,9,21,21,2020-02-20 23:59:54,2020-02-21 00:00:02,杯子,0.0,\n");

  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_UNPAID);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUNDED, 0);
  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_CLOSED);
  assert_number (fixture, 1, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_FULL);
  assert_number (fixture, 2, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  assert_none (fixture, 2, DAYBOOK_ORDER_STAGE);
  assert_none (fixture, 3, DAYBOOK_ORDER_STAGE);
  g_assert_cmpstr (g_array_index (order (fixture, 1)->lines, DaybookLineRecord, 0).values[DAYBOOK_LINE_VARIANT].text, ==, "红;大");
  g_assert_nonnull (strstr (fixture->sums, "\"orders\":4,\"lines\":4,\"paid_minor\":16990,\"refund_minor\":24360,"));
}

/* Since 2026 a Tmall address holds name and phone as well. */
static void
test_taobao_joined_address (Fixture       *fixture,
                            gconstpointer  data)
{
  parse (fixture, "订单编号,订单状态,收货地址\n1,交易成功,\"张三，86-13912345678，浙江省 杭州市 西湖区 某路1号 ，\"\n");

  assert_text (fixture, 0, DAYBOOK_ORDER_RECEIVER, "张三");
  assert_text (fixture, 0, DAYBOOK_ORDER_PHONE, "86-13912345678");
  assert_text (fixture, 0, DAYBOOK_ORDER_ADDRESS, "浙江省 杭州市 西湖区 某路1号");
  assert_text (fixture, 0, DAYBOOK_ORDER_REGION, "浙江省 杭州市");
}

static void
test_masked_nicks_name_nobody (Fixture       *fixture,
                               gconstpointer  data)
{
  parse (fixture, "订单编号,买家会员名,收货人姓名\n1,小**,张*\n2,小鱼儿,张三\n3,,\n");

  g_assert_null (((Seen *) g_ptr_array_index (fixture->orders, 0))->account);
  g_assert_cmpstr (((Seen *) g_ptr_array_index (fixture->orders, 1))->account, ==, "小鱼儿");
  g_assert_null (((Seen *) g_ptr_array_index (fixture->orders, 2))->account);
  assert_text (fixture, 0, DAYBOOK_ORDER_BUYER, "小**");
}

static void
test_flags (Fixture       *fixture,
            gconstpointer  data)
{
  parse (fixture, "订单编号,订单备注,打标颜色\n1,给林,蓝色\n2,,红\n3,,彩虹\n4,,\n");

  assert_number (fixture, 0, DAYBOOK_ORDER_SELLER_FLAG, DAYBOOK_FLAG_BLUE);
  assert_number (fixture, 1, DAYBOOK_ORDER_SELLER_FLAG, DAYBOOK_FLAG_RED);
  assert_none (fixture, 2, DAYBOOK_ORDER_SELLER_FLAG);
  assert_none (fixture, 3, DAYBOOK_ORDER_SELLER_FLAG);
}

static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  parse (fixture,
         "订单编号,总金额,订单创建时间,宝贝总数量\n"
         "1.93068E+15,5,2020-02-01 10:00:00,1\n"
         ",5,2020-02-01 10:00:00,1\n"
         "3,many,2020-02-30 10:00:00,1\n"
         "4,5,2020-02-01 10:00:00,some\n"
         "5,5,2020-02-01 10:00:00,1.0\n"
         "6,5,2020-02-01 10:00:00,99999999999\n");

  g_assert_cmpuint (fixture->rows, ==, 6);
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "5");
  assert_number (fixture, 0, DAYBOOK_ORDER_QUANTITY, 1);
  g_assert_cmpuint (fixture->problems->len, ==, 6);
  assert_problem (fixture, 5, "7|宝贝总数量|99999999999|This number is too large");
  assert_problem (fixture, 0, "2|订单编号|1.93068E+15|A spreadsheet program has rounded");
  assert_problem (fixture, 1, "3|订单编号||The row has no order number");
  assert_problem (fixture, 4, "5|宝贝总数量|some|This is not a whole number");
  /* Every cell that is wrong is named. */
  g_assert_true (g_str_has_prefix (g_ptr_array_index (fixture->problems, 2), "4|订单创建时间|2020-02-30 10:00:00|") ||
                 g_str_has_prefix (g_ptr_array_index (fixture->problems, 2), "4|总金额|many|"));
  g_assert_cmpstr (g_ptr_array_index (fixture->problems, 2), !=, g_ptr_array_index (fixture->problems, 3));
}

/* "1,5" is not fifteen. */
static void
test_quantities (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *text;
    gint64      quantity; /* 0: a problem */
  } CASES[] = {
    { "2", 2 }, { "2.0", 2 }, { "2.", 2 }, { "1,000", 1000 }, { "1,234,567.00", 1234567 }, { "12,345", 12345 }, { "-3", -3 }, { "-1,000", -1000 },
    { "1,5", 0 }, { "2,0", 0 }, { "1,00", 0 }, { "1,0000", 0 }, { "1000,000", 0 }, { "1,000,00", 0 }, { "1,", 0 }, { ",000", 0 },
    { "1.5", 0 }, { "1,,000", 0 },
  };
  g_autoptr(GString) text = g_string_new ("订单编号,宝贝总数量,订单状态\n");

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_string_append_printf (text, "%u,\"%s\",\n", i + 1, CASES[i].text);
  parse (fixture, text->str);

  for (guint i = 0, n = 0; i < G_N_ELEMENTS (CASES); i++)
    if (CASES[i].quantity != 0)
      assert_number (fixture, n++, DAYBOOK_ORDER_QUANTITY, CASES[i].quantity);
  assert_problem (fixture, 0, "10|宝贝总数量|1,5|This is not a whole number");
}

/* Of an order with a problem in one of its rows nothing is imported. */
static void
test_problems_of_many_rows (Fixture       *fixture,
                            gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Created at,Total,Lineitem name,Lineitem quantity\n"
         "#1,a@b.c,2024-05-01 10:00:00 +0000,10,Cup,1\n"
         "#1,,,,Plate,two\n"
         "#1,,,,Spoon,1\n"
         "#2,a@b.c,2024-05-01 10:00:00 +0000,10,Cup,1\n"
         "#1,,,,Fork,1\n");

  g_assert_cmpuint (fixture->orders->len, ==, 1);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "#2");
  g_assert_cmpuint (fixture->problems->len, ==, 4);
  assert_problem (fixture, 0, "3|Lineitem quantity|two|");
  assert_problem (fixture, 1, "2|Name|#1|Row 3 of the same order");
  assert_problem (fixture, 2, "4|Name|#1|Row 3 of the same order");
  assert_problem (fixture, 3, "6|Name|#1|Row 3 of the same order");
}

/* Of an export whose line columns were cut away the rows of further lines tell nothing. */
static void
test_lines_cut_away (Fixture       *fixture,
                     gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Financial Status,Total,Created at\n"
         "#1001,a@b.c,paid,25.00,2026-05-01 10:00:00 +0000\n"
         "#1001,a@b.c,,,\n"
         "#1001,,,,\n"
         "#1002,a@b.c,paid,12.00,2026-05-01 11:00:00 +0000\n");

  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "#1002");
}

static void
test_prologue_and_epilogue (Fixture       *fixture,
                            gconstpointer  data)
{
  parse (fixture,
         "店铺订单\n"
         "导出时间：2020-02-03 10:00:00\n"
         "\n"
         "订单编号,订单状态,总金额\n"
         ",,\n"
         "1,交易成功,5\n"
         "\n"
         "总计,,5\n"
         "#收入合计：5\n"
         "1 record(s) downloaded,,\n");

  g_assert_cmpuint (fixture->orders->len, ==, 1);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_cmpuint (fixture->rows, ==, 1);
}

/* A row of sums in any of its spellings: its amounts would be counted twice. */
static void
test_rows_of_sums (Fixture       *fixture,
                   gconstpointer  data)
{
  parse (fixture,
         "订单编号,订单状态,总金额\n"
         "1,交易成功,5\n"
         "合计：,,5\n"
         "总计: ,,5\n"
         "小计,,5\n"
         "合计（元）,,5\n"
         "合计1笔,,5\n"
         "共 1 笔,,5\n"
         "END,,\n"
         "\x1a");
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  g_assert_cmpuint (fixture->problems->len, ==, 0);

  parse (fixture,
         "Name,Email,Financial Status,Total,Created at\n"
         "#1001,a@b.c,paid,5,2024-05-01 10:00:00 +0000\n"
         "Subtotal,,,5,\n"
         "TOTAL (1 order),,,5,\n"
         "Total-1,,paid,7,2024-05-01 10:00:00 +0000\n");
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  assert_text (fixture, 1, DAYBOOK_ORDER_NUMBER, "Total-1");
  g_assert_cmpuint (fixture->problems->len, ==, 0);
}

/* Taobao's and Shopify's numbers have digits; those of a shop's own table need not. */
static void
test_numbers_without_digits (Fixture       *fixture,
                             gconstpointer  data)
{
  parse (fixture, "订单编号,订单状态,总金额\n1,交易成功,5\n金额合计,,5\n");
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  g_assert_cmpuint (fixture->problems->len, ==, 1);
  assert_problem (fixture, 0, "3|订单编号|金额合计|This is not an order number");

  parse (fixture, "订单编号,订单状态,总金额\n1,交易成功,5\n11月合计,,5\n2026年合计,,5\n3笔合计,,5\n12笔,,5\n2-A,交易成功,5\n");
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  g_assert_cmpuint (fixture->problems->len, ==, 4);
  assert_problem (fixture, 0, "3|订单编号|11月合计|This is not an order number");
  assert_problem (fixture, 3, "6|订单编号|12笔|This is not an order number");

  /* A shop chooses what stands before Shopify's. */
  parse (fixture, "Name,Email,Total\n茶1001,anna@x.com,5\n");
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  g_assert_cmpuint (fixture->problems->len, ==, 0);

  parse (fixture, "Name,Email,Total\nAnna Smith,anna@x.com,5\n");
  g_assert_cmpuint (fixture->orders->len, ==, 0);
  assert_problem (fixture, 0, "2|Name|Anna Smith|This is not an order number");
}

/* A row that happens to begin with a heading's word is no second table. */
static void
test_a_row_that_begins_like_a_heading (Fixture       *fixture,
                                       gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Financial Status,Total,Created at\n"
         "#1001,a@b.c,paid,5,2024-05-01 10:00:00 +0000\n"
         "Total,,,5.00,\n"
         "Email,,,7.00,\n");
  g_assert_cmpuint (fixture->orders->len, ==, 1);
  g_assert_cmpuint (fixture->problems->len, ==, 1);
  assert_problem (fixture, 0, "4|Name|Email|This is not an order number");
}

/* A number alone is an order, as a table may have been emptied of all else. */
static void
test_a_number_alone (Fixture       *fixture,
                     gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Financial Status,Total,Created at\n"
         "#1001,a@b.c,paid,5,2024-05-01 10:00:00 +0000\n"
         "1002,,,,\n"
         "#1003,,,,\n"
         "# 4 orders,,,,\n");
  g_assert_cmpuint (fixture->orders->len, ==, 3);
  assert_text (fixture, 2, DAYBOOK_ORDER_NUMBER, "#1003");
}

/* The same name twice, more headings than cells, headings that end in a comma. */
static void
test_odd_headers (Fixture       *fixture,
                  gconstpointer  data)
{
  parse (fixture, "订单编号,总金额 ,总金额,宝贝标题,宝贝种类,宝贝种类 ,\n1,5,6,a，b,2,1,\n2,7\n");

  g_assert_cmpuint (fixture->orders->len, ==, 2);
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 500);
  g_assert_cmpuint (order (fixture, 0)->lines->len, ==, 2);
  assert_number (fixture, 1, DAYBOOK_ORDER_TOTAL, 700);
  assert_none (fixture, 1, DAYBOOK_ORDER_TITLE);
}

/* A seller chooses the columns: any of the form's own go with the number, and it may
 * stand alone. */
static void
test_any_column_of_the_form (Fixture       *fixture,
                             gconstpointer  data)
{
  parse (fixture, "订单编号,发票抬头\n1001,某公司\n");
  g_assert_cmpstr (fixture->platform, ==, "taobao");
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "1001");

  parse (fixture, "订单编号\n1002\n1003\n");
  g_assert_cmpstr (fixture->platform, ==, "taobao");
  g_assert_cmpuint (fixture->orders->len, ==, 2);
}

/* An order that was cancelled later than the newest was made: the file is as new. */
static void
test_the_newest_time_may_be_a_cancellation (Fixture       *fixture,
                                            gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Financial Status,Created at,Cancelled at,Total,Lineitem name,Lineitem quantity\n"
         "#1,a@b.c,refunded,2024-05-01 10:00:00 +0000,2024-05-03 10:00:00 +0000,10,Cup,1\n"
         "#2,a@b.c,paid,2024-05-02 10:00:00 +0000,,10,Cup,1\n");

  g_assert_cmpint (fixture->newest, ==, G_GINT64_CONSTANT (1714730400));
}

static void
test_shopify (Fixture       *fixture,
              gconstpointer  data)
{
  parse (fixture, SHOPIFY
         "#1001,ann@example.com,paid,2024-05-01 10:01:00 +0000,fulfilled,2024-05-02 10:00:00 -0500,USD,5.00,34.98,"
         "2024-05-01 10:00:00 +0200,2,\"Cup, \"\"large\"\" - Blue\",9.99,CUP-B,Ann Lee,\"1 Main St\nUnit 2\",Austin,'01234,TX,US,"
         "+1 555 0100,gift,\"engraving: Ann\ncolour: blue\",,10.00,0.00\n"
         "#1001,,,,,,,,,,1,Plate,10.00,,,,,,,,,,,,,\n"
         "#1002,bob@example.com,pending,,unfulfilled,,EUR,0,20.00,2024-05-03 10:00:00 +0000,1,Plate,20.00,PL,,,,,,,,,,,0.00,20.00\n");

  g_assert_cmpstr (fixture->platform, ==, "shopify");
  g_assert_cmpuint (fixture->orders->len, ==, 2);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  assert_text (fixture, 0, DAYBOOK_ORDER_NUMBER, "#1001");
  assert_text (fixture, 0, DAYBOOK_ORDER_STATUS, "paid / fulfilled");
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  assert_time (fixture, 0, DAYBOOK_ORDER_CREATED, "2024-05-01T08:00:00Z");
  assert_time (fixture, 0, DAYBOOK_ORDER_SHIPPED_AT, "2024-05-02T15:00:00Z");
  assert_text (fixture, 0, DAYBOOK_ORDER_CURRENCY, "USD");
  assert_number (fixture, 0, DAYBOOK_ORDER_TOTAL, 3498);
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 3498);
  assert_number (fixture, 0, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
  assert_number (fixture, 0, DAYBOOK_ORDER_QUANTITY, 3);
  assert_text (fixture, 0, DAYBOOK_ORDER_TITLE, "Cup, \"large\" - Blue, Plate");
  assert_text (fixture, 0, DAYBOOK_ORDER_REGION, "US TX Austin");
  assert_text (fixture, 0, DAYBOOK_ORDER_ADDRESS, "1 Main St\nUnit 2, Austin, 01234, TX, US");
  assert_text (fixture, 0, DAYBOOK_ORDER_BUYER_NOTE, "gift\nengraving: Ann\ncolour: blue");
  g_assert_cmpstr (((Seen *) g_ptr_array_index (fixture->orders, 0))->account, ==, "ann@example.com");
  assert_line (fixture, 0, 0, "Cup, \"large\" - Blue", 2);
  assert_line (fixture, 0, 1, "Plate", 1);
  g_assert_cmpstr (g_array_index (order (fixture, 0)->lines, DaybookLineRecord, 0).values[DAYBOOK_LINE_SKU].text, ==, "CUP-B");
  g_assert_cmpint (g_array_index (order (fixture, 0)->lines, DaybookLineRecord, 0).values[DAYBOOK_LINE_PRICE].number, ==, 999);
  g_assert_cmpstr (g_array_index (order (fixture, 0)->lines, DaybookLineRecord, 0).values[DAYBOOK_LINE_CURRENCY].text, ==, "USD");
  g_assert_cmpuint (order (fixture, 0)->n_rows, ==, 2);
  g_assert_nonnull (strchr (order (fixture, 0)->raw->str, '\x1e'));

  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_UNPAID);
  assert_number (fixture, 1, DAYBOOK_ORDER_PAID, 0);
  g_assert_nonnull (strstr (fixture->sums, "\"by_currency\":{\"EUR\":{\"orders\":1,\"paid_minor\":0,\"refund_minor\":0},"
                                           "\"USD\":{\"orders\":1,\"paid_minor\":3498,\"refund_minor\":1000}}"));
}

static void
test_shopify_stages (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char   *financial;
    const char   *fulfillment;
    const char   *cancelled;
    DaybookStage  stage;
  } CASES[] = {
    { "paid", "unfulfilled", "", DAYBOOK_STAGE_PAID },
    { "paid", "", "", DAYBOOK_STAGE_PAID },
    { "paid", "partial", "", DAYBOOK_STAGE_SHIPPED },
    { "paid", "fulfilled", "", DAYBOOK_STAGE_SHIPPED },
    { "pending", "unfulfilled", "", DAYBOOK_STAGE_UNPAID },
    { "authorized", "", "", DAYBOOK_STAGE_UNPAID },
    { "partially_paid", "", "", DAYBOOK_STAGE_UNPAID },
    { "partially_refunded", "fulfilled", "", DAYBOOK_STAGE_SHIPPED },
    { "partially_refunded", "unfulfilled", "", DAYBOOK_STAGE_PAID },
    { "refunded", "fulfilled", "", DAYBOOK_STAGE_CLOSED },
    { "voided", "", "", DAYBOOK_STAGE_CLOSED },
    { "paid", "fulfilled", "2024-05-02 10:00:00 +0000", DAYBOOK_STAGE_CLOSED },
    { "paid", "restocked", "", DAYBOOK_STAGE_UNKNOWN },
    { "in_orbit", "", "", DAYBOOK_STAGE_UNKNOWN },
  };
  g_autoptr(GString) text = g_string_new ("Name,Financial Status,Fulfillment Status,Cancelled at,Created at,Total\n");

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_string_append_printf (text, "#%u,%s,%s,%s,2024-05-01 10:00:00 +0000,5\n", i, CASES[i].financial, CASES[i].fulfillment, CASES[i].cancelled);
  parse (fixture, text->str);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    assert_number (fixture, i, DAYBOOK_ORDER_STAGE, CASES[i].stage);
}

/* A column that the file does not have may say otherwise: the stage is a guess then, and so
 * is the status that is made of what is left. */
static void
test_shopify_stages_of_few_columns (Fixture       *fixture,
                                    gconstpointer  data)
{
  parse (fixture,
         "Name,Email,Financial Status,Cancelled at,Created at\n"
         "#1,a@x.com,paid,,2024-05-01 10:00:00 +0000\n"
         "#2,a@x.com,in_orbit,,2024-05-01 10:00:00 +0000\n"
         "#3,a@x.com,paid,2024-05-02 10:00:00 +0000,2024-05-01 10:00:00 +0000\n");
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_PAID);
  assert_text (fixture, 0, DAYBOOK_ORDER_STATUS, "paid");
  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_UNKNOWN);
  for (guint i = 0; i < 2; i++)
    {
      assert_guess (fixture, i, DAYBOOK_ORDER_STAGE);
      assert_guess (fixture, i, DAYBOOK_ORDER_STATUS);
    }
  assert_number (fixture, 2, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_CLOSED);
  assert_told (fixture, 2, DAYBOOK_ORDER_STAGE);

  /* What is refunded is closed, whether it was cancelled or not. */
  parse (fixture,
         "Name,Email,Financial Status,Fulfillment Status,Created at\n"
         "#1,a@x.com,paid,fulfilled,2024-05-01 10:00:00 +0000\n"
         "#2,a@x.com,refunded,fulfilled,2024-05-01 10:00:00 +0000\n");
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  assert_guess (fixture, 0, DAYBOOK_ORDER_STAGE);
  assert_number (fixture, 1, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_CLOSED);
  assert_told (fixture, 1, DAYBOOK_ORDER_STAGE);
}

/* Taobao's rules ask for other columns only where there is no status. */
static void
test_taobao_stages_of_few_columns (Fixture       *fixture,
                                   gconstpointer  data)
{
  parse (fixture, "订单编号,订单状态\n1,交易成功\n2,买家正在考虑\n");
  for (guint i = 0; i < 2; i++)
    {
      assert_told (fixture, i, DAYBOOK_ORDER_STAGE);
      assert_told (fixture, i, DAYBOOK_ORDER_STATUS);
    }

  parse (fixture, "订单编号,订单付款时间\n1,\n");
  assert_number (fixture, 0, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_UNPAID);
  assert_guess (fixture, 0, DAYBOOK_ORDER_STAGE);
}

/* What was paid is seen by the financial status: in a file without it the total is a guess;
 * of a blank one, or of how much of it was paid in part, nothing is known. */
static void
test_shopify_paid (Fixture       *fixture,
                   gconstpointer  data)
{
  parse (fixture, "Name,Email,Currency,Total,Created at\n#1,a@x.com,USD,25.00,2024-05-01 10:00:00 +0000\n");
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 2500);
  assert_guess (fixture, 0, DAYBOOK_ORDER_PAID);

  parse (fixture,
         "Name,Email,Financial Status,Currency,Total,Created at\n"
         "#1,a@x.com,,USD,25.00,2024-05-01 10:00:00 +0000\n"
         "#2,a@x.com,partially_paid,USD,25.00,2024-05-01 10:00:00 +0000\n"
         "#3,a@x.com,pending,USD,25.00,2024-05-01 10:00:00 +0000\n"
         "#4,a@x.com,paid,USD,25.00,2024-05-01 10:00:00 +0000\n");
  assert_none (fixture, 0, DAYBOOK_ORDER_PAID);
  assert_none (fixture, 1, DAYBOOK_ORDER_PAID);
  assert_number (fixture, 2, DAYBOOK_ORDER_PAID, 0);
  assert_number (fixture, 3, DAYBOOK_ORDER_PAID, 2500);
  assert_told (fixture, 3, DAYBOOK_ORDER_PAID);

  parse (fixture,
         "Name,Email,Financial Status,Currency,Total,Created at,Outstanding Balance\n"
         "#1,a@x.com,partially_paid,USD,25.00,2024-05-01 10:00:00 +0000,10.00\n"
         "#2,a@x.com,partially_paid,USD,25.00,2024-05-01 10:00:00 +0000,\n");
  assert_number (fixture, 0, DAYBOOK_ORDER_PAID, 1500);
  assert_none (fixture, 1, DAYBOOK_ORDER_PAID);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/orders/taobao", test_taobao);
  ADD ("/orders/taobao/statuses", test_taobao_statuses);
  ADD ("/orders/taobao/stages-of-few-columns", test_taobao_stages_of_few_columns);
  ADD ("/orders/taobao/refunds", test_taobao_refunds_are_inferred);
  ADD ("/orders/taobao/refunds-are-guesses", test_taobao_inferred_refunds_are_guesses);
  ADD ("/orders/taobao/without-status", test_taobao_without_status);
  ADD ("/orders/taobao/joined-address", test_taobao_joined_address);
  ADD ("/orders/masked-nicks", test_masked_nicks_name_nobody);
  ADD ("/orders/flags", test_flags);
  ADD ("/orders/problems", test_problems);
  ADD ("/orders/problems-of-many-rows", test_problems_of_many_rows);
  ADD ("/orders/prologue", test_prologue_and_epilogue);
  ADD ("/orders/rows-of-sums", test_rows_of_sums);
  ADD ("/orders/quantities", test_quantities);
  ADD ("/orders/number-alone", test_a_number_alone);
  ADD ("/orders/numbers-without-digits", test_numbers_without_digits);
  ADD ("/orders/like-a-heading", test_a_row_that_begins_like_a_heading);
  ADD ("/orders/odd-headers", test_odd_headers);
  ADD ("/orders/any-column-of-the-form", test_any_column_of_the_form);
  ADD ("/orders/newest-time/cancellation", test_the_newest_time_may_be_a_cancellation);
  ADD ("/orders/shopify/lines-cut-away", test_lines_cut_away);
  ADD ("/orders/shopify", test_shopify);
  ADD ("/orders/shopify/paid", test_shopify_paid);
  ADD ("/orders/shopify/stages", test_shopify_stages);
  ADD ("/orders/shopify/stages-of-few-columns", test_shopify_stages_of_few_columns);

  return g_test_run ();
}
