/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "header-rows.h"

#include "exchange/clean.h"
#include "exchange/recognise.h"

#include <string.h>

/* Every header row that is known of (PLATFORMS §1.1): none is sent to another platform,
 * whichever of its columns a shop has chosen. */

#define N_CHOICES 400
/* Columns that nobody knows: a seller chooses of some ninety, and platforms add others. */
#define NEW_ONES ",甲,乙,丙,丁,戊,己,庚,辛,壬,癸,子,丑,寅,卯,辰,巳,午,未,申,酉,戌,亥,天,地,玄,黄,宇,宙,洪,荒"
#define SEED 20261122

typedef struct
{
  const char *name;
  const char *header;
  const char *delimiter;
  const char *platform; /* NULL: none that is tried here */
  const char *kind;     /* NULL: no orders, and no lines of them */
} Header;

static const Header HEADERS[] = {
  { "taobao-2019", HEADER_TAOBAO_2019, ",", "taobao", "orders" },
  { "taobao-2013", HEADER_TAOBAO_2013, ",", "taobao", "orders" },
  { "qianniu", HEADER_QIANNIU, ",", "taobao", "orders" },
  { "items-old", HEADER_ITEMS_OLD, ",", "taobao", "order_lines" },
  { "items-new", HEADER_ITEMS_NEW, ",", "taobao", "order_lines" },
  { "items-2026", HEADER_ITEMS_2026, ",", "taobao", "order_lines" },
  { "tmall-refunds", HEADER_TMALL_REFUNDS, ",", "taobao", "refunds" },
  { "1688", HEADER_1688, ",", "1688", "orders" },
  { "jd", HEADER_JD, ",", "jd", "orders" },
  { "jd-2026", HEADER_JD "商家应收,", ",", "jd", "orders" },
  { "pdd", HEADER_PDD, ",", "pdd", "orders" },
  { "pdd-more", HEADER_PDD ",支付时间,承诺发货时间,是否审核中,省,市,区,街道/镇,买家留言,用户购买手机号,上门安装费(元)", ",", "pdd", "orders" },
  { "pdd-all", HEADER_PDD NEW_ONES, ",", "pdd", "orders" },
  { "pdd-refunds", HEADER_PDD_REFUNDS, ",", "pdd", "refunds" },
  { "douyin", HEADER_DOUYIN, ",", "douyin", "orders" },
  { "douyin-more", HEADER_DOUYIN ",商品ID,商品金额,支付完成时间,快递信息,达人ID,流量来源", ",", "douyin", "orders" },
  { "douyin-all", HEADER_DOUYIN NEW_ONES, ",", "douyin", "orders" },
  { "wechat-shop", HEADER_WECHAT_SHOP, ",", "wechat_shop", "orders" },
  { "wechat-refunds", HEADER_WECHAT_REFUNDS, ",", "wechat_shop", "refunds" },
  { "youzan", HEADER_YOUZAN, ",", "youzan", "orders" },
  { "youzan-customers", HEADER_YOUZAN_CUSTOMERS, ",", "youzan", "customers" },
  { "shopify", HEADER_SHOPIFY, ",", "shopify", "orders" },
  { "woocommerce", HEADER_WOOCOMMERCE, ",", NULL, NULL },
  { "etsy", HEADER_ETSY, ",", NULL, NULL },
  { "amazon", HEADER_AMAZON, "\t", NULL, NULL },
  { "ebay", HEADER_EBAY, ";", NULL, NULL },
  { "paypal", HEADER_PAYPAL, ",", "paypal", "bill" },
  { "judgeme", HEADER_JUDGEME, ",", "judgeme", "reviews" },
  { "alipay", HEADER_ALIPAY, ",", "alipay", "bill" },
  { "alipay-merchant", HEADER_ALIPAY_MERCHANT, ",", "alipay", "bill" },
  { "wechat-pay", HEADER_WECHAT_PAY, ",", "wechat_pay", "bill" },
  { "jd-pay", HEADER_JD_PAY, ",", "jd_pay", "bill" },
  { "meituan", HEADER_MEITUAN, ",", "meituan", "bill" },
  { "reviews", HEADER_REVIEWS, ",", "generic", "reviews" },
  { "reviews-without-id", HEADER_REVIEWS_WITHOUT_ID, ",", "generic", "reviews" },
  { "reviews-english", HEADER_REVIEWS_ENGLISH, ",", "generic", "reviews" },
};

static const char *const CHINESE[] = { "taobao", "1688", "jd", "pdd", "douyin", "wechat_shop", "youzan", NULL };

static gboolean
is_order_kind (const DaybookForm *form)
{
  return form != NULL && (g_str_equal (form->kind, "orders") || g_str_equal (form->kind, DAYBOOK_KIND_ORDER_LINES));
}

static const DaybookForm *
recognise (GPtrArray         *profiles,
           GPtrArray         *headings,
           const char       **platform)
{
  const DaybookProfile *profile = NULL;
  const DaybookForm *form = daybook_recognise_header (profiles, NULL, (const char *const *) headings->pdata, headings->len, &profile);

  *platform = form != NULL ? profile->id : NULL;
  return form;
}

static void
test_whole (gconstpointer data)
{
  const Header *header = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, &error);
  g_auto(GStrv) cells = g_strsplit (header->header, header->delimiter, -1);
  g_autoptr(GPtrArray) headings = g_ptr_array_new ();
  const DaybookForm *form;
  const char *platform;

  g_assert_no_error (error);
  for (guint i = 0; cells[i] != NULL; i++)
    g_ptr_array_add (headings, cells[i]);
  form = recognise (profiles, headings, &platform);
  if (header->kind == NULL)
    {
      g_assert_false (is_order_kind (form) && g_strv_contains (CHINESE, platform));
      return;
    }

  g_assert_cmpstr (platform, ==, header->platform);
  g_assert_cmpstr (form->kind, ==, header->kind);
}

/* Nothing in the choice says that it is another platform's: 订单编号 and 订单状态 are Taobao's as
 * they are 1688's, and words such as 数量 are nobody's. */
static gboolean
tells_nothing (GPtrArray         *headings,
               const DaybookForm *form)
{
  static const char *const NOBODYS[] = { "邮编", "货号", "数量", "商品sku", "", NULL };

  for (guint i = 0; i < headings->len; i++)
    {
      g_autofree char *folded = daybook_clean_fold (g_ptr_array_index (headings, i));

      if (!daybook_form_knows (form, folded) && !g_strv_contains (NOBODYS, folded))
        return FALSE;
    }

  return TRUE;
}

/* As shops choose them: any, from a few to nearly all. */
static void
choose (GRand      *dice,
        char      **cells,
        GPtrArray  *headings)
{
  double share = g_rand_double_range (dice, 0.1, 0.95);

  g_ptr_array_set_size (headings, 0);
  for (guint i = 0; cells[i] != NULL; i++)
    if (g_rand_double (dice) < share)
      g_ptr_array_add (headings, cells[i]);
}

static void
test_chosen (gconstpointer data)
{
  const Header *header = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, &error);
  g_auto(GStrv) cells = g_strsplit (header->header, header->delimiter, -1);
  g_autoptr(GPtrArray) headings = g_ptr_array_new ();
  g_autoptr(GRand) dice = g_rand_new_with_seed (SEED);

  g_assert_no_error (error);
  for (guint n = 0; n < N_CHOICES; n++)
    {
      const DaybookForm *form;
      const char *platform;

      choose (dice, cells, headings);
      form = recognise (profiles, headings, &platform);
      if (form == NULL || g_strcmp0 (platform, header->platform) == 0 || tells_nothing (headings, form)
          || (header->platform == NULL && !g_strv_contains (CHINESE, platform)))
        continue;

      g_ptr_array_add (headings, NULL);
      g_autofree char *row = g_strjoinv (",", (char **) headings->pdata);
      g_test_message ("%s: %s", platform, row);
      g_test_fail ();
    }
}

/* Whether that is worth something: a few columns are enough where one is the platform's own. */
static void
test_few (void)
{
  static const struct { const char *header, *platform; } CASES[] = {
    { "订单号,订单状态,用户实付金额(元)", "pdd" },
    { "商品,商品规格,订单号,商品数量(件),快递单号,快递公司", "pdd" },
    { "订单号,商品ID,商品名称,订购数量,订单状态", "jd" },
    { "订单号,下单帐号,订单金额", "jd" },
    { "主订单编号,选购商品,商品数量,订单状态", "douyin" },
    { "主订单编号,子订单编号,订单提交时间,订单状态", "douyin" },
    { "订单号,订单下单时间,订单状态", "wechat_shop" },
    { "订单号,下单时间,商品名称,商品编码（平台）,商品数量", "wechat_shop" },
    { "订单号,订单状态,订单实付金额,全部商品名称", "youzan" },
    { "订单编号,货品标题,数量,单价(元)", "1688" },
    { "主订单编号,子订单编号,标题,购买数量", "taobao" },
    { "订单编号,标题,购买数量,商家编码", "taobao" },
    /* Words that several have: a person says which. */
    { "订单号,订单状态,商品名称", NULL },
    { "订单号,订单状态,售后状态,快递单号,快递公司", NULL },
    { "主订单编号,子订单编号,订单状态", NULL },
    { "订单号,下单时间,订单金额,店员,门店,桌号", NULL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto(GStrv) cells = g_strsplit (CASES[i].header, ",", -1);
      g_autoptr(GPtrArray) headings = g_ptr_array_new ();
      const char *platform;

      for (guint k = 0; cells[k] != NULL; k++)
        g_ptr_array_add (headings, cells[k]);
      recognise (profiles, headings, &platform);
      g_test_message ("%s", CASES[i].header);
      g_assert_cmpstr (platform, ==, CASES[i].platform);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (HEADERS); i++)
    {
      g_autofree char *whole = g_strconcat ("/exchange/recognise/whole/", HEADERS[i].name, NULL);
      g_autofree char *chosen = g_strconcat ("/exchange/recognise/chosen/", HEADERS[i].name, NULL);

      g_test_add_data_func (whole, &HEADERS[i], test_whole);
      g_test_add_data_func (chosen, &HEADERS[i], test_chosen);
    }
  g_test_add_func ("/exchange/recognise/few", test_few);
  return g_test_run ();
}
