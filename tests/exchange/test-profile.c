/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"

#include "exchange/clean.h"
#include "exchange/mapping-private.h"
#include "exchange/order-code.h"
#include "exchange/recognise.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char      *folder;
  GPtrArray *profiles;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = fixture_folder ();
  fixture->profiles = daybook_profiles_load (NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->profiles);
  fixture_folder_free (fixture->folder);
}

static gboolean
has_only_entries (const DaybookProfile *profile)
{
  for (guint i = 0; i < profile->forms->len; i++)
    if (((const DaybookForm *) g_ptr_array_index (profile->forms, i))->table == NULL)
      return FALSE;

  return TRUE;
}

/* Everything our own files name exists. */
static void
test_ours (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const IDS[] = {
    "taobao", "tmall", "1688", "jd", "pdd", "douyin", "wechat_shop", "youzan",
    "shopify", "woocommerce", "etsy", "ebay", "amazon", "judgeme", "generic",
    "alipay", "wechat_pay", "paypal", "jd_pay", "meituan",
  };

  for (guint i = 0; i < G_N_ELEMENTS (IDS); i++)
    g_assert_nonnull (daybook_profiles_find (fixture->profiles, IDS[i]));
  g_assert_true (daybook_profiles_find (fixture->profiles, "tmall") == daybook_profiles_find (fixture->profiles, "taobao"));
  g_assert_null (daybook_profiles_find (fixture->profiles, "nowhere"));

  for (guint i = 0; i < fixture->profiles->len; i++)
    {
      const DaybookProfile *profile = g_ptr_array_index (fixture->profiles, i);

      g_assert_true (profile->code != NULL ? daybook_order_code_find (profile->code) != NULL : has_only_entries (profile));
      if (profile->zone != NULL)
        {
          g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (profile->zone);

          g_assert_nonnull (zone);
        }
    }
}

/* What is compiled in is every file there is. */
static void
test_none_is_forgotten (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("DAYBOOK_SOURCE_ROOT"), "data", "platforms", NULL);
  g_autofree char *list = g_build_filename (folder, "meson.build", NULL);
  g_autofree char *installed = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  g_assert_true (g_file_get_contents (list, &installed, NULL, NULL));
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      id = g_strndup (name, strlen (name) - strlen (".json"));
      g_assert_nonnull (daybook_profiles_find (fixture->profiles, id));
      g_assert_nonnull (strstr (installed, name));
      n++;
    }
  g_assert_cmpuint (n, ==, fixture->profiles->len);
}

static void
assert_wrong (const char *json,
              const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_profile_parse (json, -1, "mine.json", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "mine.json"));
  if (strstr (error->message, words) == NULL)
    g_error ("%s", error->message);
}

static void
test_wrong_files (void)
{
  assert_wrong ("{", "cannot be read");
  assert_wrong ("[]", "“{}”");
  assert_wrong ("{}", "“id”");
  assert_wrong ("{\"id\": 7}", "“id”");
  assert_wrong ("{\"id\": \"x\", \"account\": \"nobody\"}", "“account”");
  assert_wrong ("{\"id\": \"x\", \"empty\": [1]}", "“empty”");
  assert_wrong ("{\"id\": \"x\", \"flags\": {\"红\": \"crimson\"}}", "“flags”");
  assert_wrong ("{\"id\": \"x\", \"refunds\": {\"退款成功\": \"gone\"}}", "“refunds”");
  assert_wrong ("{\"id\": \"x\", \"personal\": [\"a\"]}", "“personal”");
  assert_wrong ("{\"id\": \"x\", \"personal\": {\"a\": \"secret\"}}", "“personal”");
  assert_wrong ("{\"id\": \"x\", \"forms\": {}}", "“forms”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [3]}", "“forms”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"poems\"}]}", "“kind”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"at_least\": \"two\", \"columns\": {}}]}", "“at_least”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"digits\": \"yes\", \"columns\": {}}]}", "“digits”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"plain\": \"yes\", \"columns\": {}}]}", "“plain”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"half\": 1, \"columns\": {}}]}", "“half”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"foreign\": [1], \"columns\": {}}]}", "“foreign”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"refunds\", \"columns\": {\"line.title\": \"A\"}}]}", "“line.title”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"refunds\", \"columns\": {\"as_of\": \"A\"}}]}", "“as_of”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"refunds\", \"columns\": {}, \"choices\": {\"status\": [{\"when\": {}, \"is\": \"a\"}]}}]}",
                "“status”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"refunds\", \"columns\": {}, \"choices\": {\"stage\": [{\"when\": {}, \"is\": \"gone\"}]}}]}",
                "“stage”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {}, \"choices\": {\"stage\": [{\"when\": {}, \"is\": \"paid\"}]}}]}",
                "“stage”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"foreign\": [\"a\"], \"forbidden\": [\"A \"], \"columns\": {}}]}", "“foreign”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"foreign\": [\"a\"], \"columns\": {\"title\": \"A\"}}]}", "“foreign”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"columns\": {}}]}", "“kind”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"each\": [\"number\"], \"columns\": {}}]}", "“each”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"each\": [\"line.title\"], \"columns\": {}}]}", "“each”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"parts\": 5, \"columns\": {}}]}", "“parts”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"any_of\": {\"a\": 1}, \"columns\": {}}]}", "“any_of”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {\"colour\": \"a\"}}]}", "“colour”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {\"note\": \"a\"}}]}", "“note”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {\"line.product\": \"a\"}}]}", "“line.product”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {\"title\": {\"join\": \"a\"}}}]}", "“title”");
  assert_wrong ("{\"id\": \"x\", \"dates\": [\"MMDDYY\"]}", "“dates”");
  assert_wrong ("{\"id\": \"x\", \"signs\": {\"$\": 1}}", "“signs”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"decimal\": \"'\", \"columns\": {}}]}", "“decimal”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"summary\": 1, \"columns\": {}}]}", "“summary”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"row_prices\": 1, \"columns\": {}}]}", "“row_prices”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {}, \"sums\": [\"total\"]}]}", "“sums”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {}, \"sums\": {\"total\": {\"less\": \"a\"}}}]}", "“total”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {}, \"sums\": {\"title\": {\"of\": \"a\"}}}]}", "“title”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {}, \"sums\": {\"line.price\": {\"of\": \"a\"}}}]}", "“line.price”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {}, \"uncounted\": {}}]}", "“uncounted”");
  assert_wrong ("{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"columns\": {\"total\": {\"beside\": \"a\"}}}]}", "“total”");
  assert_wrong ("{\"id\": \"x\", \"stages\": [{\"when\": {\"status\": \"odd\"}, \"stage\": \"paid\"}]}", "“status”");
  assert_wrong ("{\"id\": \"x\", \"stages\": [{\"when\": {}, \"stage\": \"lost\"}]}", "“stage”");
  assert_wrong ("{\"id\": \"x\", \"variants\": [{\"id\": \"y\"}]}", "“”");
}

/* A shop's helper adds a platform, and replaces one of ours, without C. */
static void
test_a_shops_own (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *platforms = g_build_filename (fixture->folder, "platforms", NULL);
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;
  g_autoptr(GPtrArray) profiles = NULL;

  g_assert_cmpint (g_mkdir (platforms, 0700), ==, 0);
  own = fixture_write (platforms, "weidian.json",
                       "{\"id\": \"weidian\", \"forms\": [{\"kind\": \"orders\", \"required\": [\"微店单号\"],"
                       " \"columns\": {\"number\": \"微店单号\", \"extra.where\": \"去向\"}}],"
                       " \"stages\": [{\"when\": {\"extra.where\": [\"路上\"]}, \"stage\": \"shipped\"}]}", -1);
  other = fixture_write (platforms, "a-shopify.json", "{\"id\": \"shopify\", \"label\": \"Our Shopify\"}", -1);

  profiles = daybook_profiles_load (fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_nonnull (daybook_profiles_find (profiles, "weidian"));
  g_assert_cmpstr (daybook_profiles_find (profiles, "shopify")->label, ==, "Our Shopify");
  g_assert_cmpuint (profiles->len, ==, fixture->profiles->len + 1);
}

static void
test_a_shops_broken_one (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *platforms = g_build_filename (fixture->folder, "platforms", NULL);
  g_autofree char *own = NULL;

  g_assert_cmpint (g_mkdir (platforms, 0700), ==, 0);
  own = fixture_write (platforms, "broken.json", "{\"id\": ", -1);
  g_assert_null (daybook_profiles_load (fixture->folder, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "broken.json"));
}

static DaybookRecognition *
recognise (Fixture     *fixture,
           const char  *text,
           GError     **error)
{
  g_autofree char *path = fixture_write (fixture->folder, "table", text, -1);
  g_autoptr(DaybookTableReader) reader = daybook_table_reader_open (path, error);

  g_assert_nonnull (reader);
  return daybook_recognise (reader, fixture->profiles, NULL, NULL, NULL, NULL, error);
}

static void
assert_known (Fixture    *fixture,
              const char *text,
              const char *platform,
              guint64     header_row)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRecognition) found = recognise (fixture, text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->header_row, ==, header_row);
  g_assert_cmpstr (found->profile != NULL ? found->profile->id : NULL, ==, platform);
  g_assert_cmpint (found->why == NULL, ==, platform != NULL);
}

static void
test_recognition (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_known (fixture, "订单编号,订单状态\n1,交易成功\n", "taobao", 1);
  assert_known (fixture, "宝贝标题 ;订单编号 \nx;1\n", "taobao", 1);
  assert_known (fixture, "a\n\nb,c\n订单编号\t,总金额,x\n1,5,\n", "taobao", 4);
  assert_known (fixture, "Name,Email,Total,Lineitem name\n#1,a,5,b\n", "shopify", 1);
  /* An order number alone, other platforms' tables, and what has no number at all. */
  assert_known (fixture, "订单编号,什么\n1,2\n", NULL, 1);
  assert_known (fixture, "子订单编号,主订单编号,订单编号,订单状态\n1,2,3,4\n", NULL, 1);
  assert_known (fixture, "订单编号,退款编号,宝贝标题,订单付款时间\n1,2,3,4\n", NULL, 1);
  assert_known (fixture, "Name,Currency,Amount\nAnn,USD,5\n", NULL, 1);
  assert_known (fixture, "remark\nx,y,z\n1,2,3\n4,5,6\n", NULL, 2);
}

/* Names of people are no order numbers, whatever else stands beside them. */
static void
test_lists_of_people (Fixture       *fixture,
                      gconstpointer  data)
{
  assert_known (fixture, "Name,Email\nAnna Smith,anna@x.com\n", NULL, 1);
  assert_known (fixture, "Name,Tags\nAnna Smith,vip\n", NULL, 1);
  assert_known (fixture, "Name,Email,Phone\nAnna Smith,anna@x.com,+4915112345678\n", NULL, 1);
  assert_known (fixture, "Name,Email,Phone,Tags,Notes,Created at\nAnna Smith,anna@x.com,123,vip,,2026-01-02\n", NULL, 1);
  assert_known (fixture, "Name,Email,Total,Kind\nAnna Smith,anna@x.com,5,a\n", NULL, 1); /* one column is not two */
  assert_known (fixture, "Name,Created at,Financial Status\n#1,2026-01-02,paid\n", "shopify", 1);
  assert_known (fixture, "Name,Email,Created at,Total\n#1,anna@x.com,2026-01-02,5\n", "shopify", 1);
}

/* Bills have their header on row 17 to 25; what stands below row 50 is none. */
static void
test_rows_above_the_header (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GString) remarks = g_string_new (NULL);
  g_autofree char *last = NULL;
  g_autofree char *late = NULL;

  for (guint i = 1; i < 50; i++)
    g_string_append_printf (remarks, "remark %u\n", i);
  last = g_strconcat (remarks->str, "订单编号,订单状态\n1,交易成功\n", NULL);
  late = g_strconcat (remarks->str, "remark 50\n订单编号,订单状态\n1,交易成功\n", NULL);

  assert_known (fixture, last, "taobao", 50);
  assert_known (fixture, late, NULL, 51);
}

static void
test_what_is_missing_is_said (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRecognition) numberless = recognise (fixture, "买家会员名,买家实际支付金额,宝贝标题,订单付款时间 \na,5,b,c\n", &error);
  g_autoptr(DaybookRecognition) strange = recognise (fixture, "x,y\n1,2\n", &error);

  g_assert_nonnull (strstr (numberless->why, "Taobao"));
  g_assert_nonnull (strstr (numberless->why, "订单编号"));
  g_assert_nonnull (strstr (strange->why, "no form that Daybook knows"));
  g_assert_no_error (error);
}

/* Every platform has a few words of every other: nobody is sent to the wrong one. */
static void
test_other_platforms_are_not_blamed (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const char *const HEADINGS[] = {
    "订单号,门店,商品名称,数量,下单时间,配送员,订单状态,取餐码,姓名,地址,联系电话,备注\n",
    "售后编号,订单号,订单状态,商品名称,邮费,实付,发货时间,商家备注,售后状态,快递单号\n",
    "Posted,Account,Memo,Amount,Balance,Branch,Teller,Slip,Stamp,Remarks\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (HEADINGS); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *table = g_strconcat (HEADINGS[i], "1,2,3,4,5,6,7,8,9,10\n", NULL);
      g_autoptr(DaybookRecognition) found = recognise (fixture, table, &error);

      g_assert_no_error (error);
      g_assert_null (found->form);
      g_assert_nonnull (strstr (found->why, "no form that Daybook knows"));
    }
}

/* Other platforms, and lists of items, have 订单编号 too. */
static void
test_other_tables_with_the_number (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char *const OTHERS[] = {
    "订单编号,买家会员名称,买家实际支付金额,宝贝标题,买家退款金额,退款状态,退款的申请时间\n",
    "订单编号,订单状态,订单描述,订单类型,下单时间,付款时间,商品总数量,收件人/提货人\n",
    "订单编号,订单创建时间,订单付款时间,订单状态,实付款,商品名称,收货人姓名\n",
    "订单编号,订单状态,门店,导购,配送员,桌号\n", /* most of it nobody knows */
  };
  static const struct { const char *headings, *platform; } AFTERSALES[] = {
    { "售后编号,订单编号,售后状态,订单状态\n", "pdd" },
    { "售后单号,订单编号,退换货物流单号,售后状态,退款金额\n", "wechat_shop" },
  };
  static const char *const TAOBAO[] = {
    "订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单创建时间,订单付款时间,商品标题,退款金额,是否主动赔付,"
    "主动赔付金额,主动赔付出账时间,商品属性SKU,C2B小额收款,确认收货打款金额,含应开票给个人红包,总金额(旧版)\n",
    "订单编号,买家会员名,订单状态,宝贝标题,跟进人,处理结果,回访\n", /* a few of the shop's own */
    "订单编号,物流单号\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    {
      g_autofree char *table = g_strconcat (OTHERS[i], "1,2,3,4\n", NULL);

      assert_known (fixture, table, NULL, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (AFTERSALES); i++)
    {
      g_autofree char *table = g_strconcat (AFTERSALES[i].headings, "1,2,3,4\n", NULL);

      assert_known (fixture, table, AFTERSALES[i].platform, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (TAOBAO); i++)
    {
      g_autofree char *table = g_strconcat (TAOBAO[i], "1,2,3,4\n", NULL);

      assert_known (fixture, table, "taobao", 1);
    }
}

/* Of a file whose platform a person had to say, the header is the platform's later too. */
static void
test_a_header_of_a_said_platform (Fixture       *fixture,
                                  gconstpointer  data)
{
  static const char *const HEADINGS[] = { "订单编号", "买家会员名", "商品名称", "实付款" };
  const DaybookProfile *taobao = daybook_profiles_find (fixture->profiles, "taobao");
  const DaybookProfile *found = NULL;

  g_assert_null (daybook_recognise_header (fixture->profiles, NULL, HEADINGS, G_N_ELEMENTS (HEADINGS), &found));
  g_assert_nonnull (daybook_recognise_header (fixture->profiles, taobao, HEADINGS, G_N_ELEMENTS (HEADINGS), &found));
  g_assert_true (found == taobao);
  g_assert_null (daybook_recognise_header (fixture->profiles, taobao, HEADINGS + 1, G_N_ELEMENTS (HEADINGS) - 1, &found));
}

static void
test_no_table (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) prose = NULL;
  g_autoptr(GError) bare = NULL;

  g_assert_null (recognise (fixture, "Dear customer\nthank you\n", &prose));
  g_assert_error (prose, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (prose->message, "no table"));
  g_assert_null (recognise (fixture, "订单编号,订单状态\n", &bare));
  g_assert_error (bare, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (bare->message, "no rows"));
}

static void
test_taobao_or_tmall (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRecognition) plain = recognise (fixture, "订单编号,店铺名称,订单状态\n1,小店,交易成功\n", &error);
  g_autoptr(DaybookRecognition) flagship = recognise (fixture, "订单编号,店铺名称,订单状态\n1,,x\n2,某某官方旗舰店,交易成功\n", &error);

  g_assert_cmpstr (daybook_recognise_variant (plain, NULL, "ExportOrderList.csv"), ==, "taobao");
  g_assert_cmpstr (daybook_recognise_variant (plain, NULL, "Tmall_orders.csv"), ==, "tmall");
  g_assert_cmpstr (daybook_recognise_variant (plain, "tmall", "ExportOrderList.csv"), ==, "tmall");
  g_assert_cmpstr (daybook_recognise_variant (flagship, NULL, "ExportOrderList.csv"), ==, "tmall");
  g_assert_cmpstr (daybook_recognise_variant (flagship, "taobao", "ExportOrderList.csv"), ==, "taobao");
  g_assert_no_error (error);
}

static void
test_mappings (void)
{
  static const char *const KEY[] = { "nick", "time", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookMapping) mapping = daybook_mapping_new (NULL);
  g_autoptr(DaybookMapping) again = NULL;
  g_autoptr(DaybookForm) form = NULL;
  g_autofree char *json = NULL;
  g_autofree char *second = NULL;

  daybook_mapping_set (mapping, "paid", "Sum");
  daybook_mapping_set (mapping, "paid", "Amount “net”");
  daybook_mapping_set (mapping, "line.title", "Item");
  daybook_mapping_set_key (mapping, KEY);
  daybook_mapping_set_decimal (mapping, DAYBOOK_DECIMAL_COMMA);
  json = daybook_mapping_to_json (mapping);
  again = daybook_mapping_from_json (json, &error);
  g_assert_no_error (error);
  second = daybook_mapping_to_json (again);
  g_assert_cmpstr (json, ==, second);
  g_assert_cmpstr (daybook_mapping_get_platform (again), ==, "generic");
  g_assert_cmpint (daybook_mapping_get_decimal (again), ==, DAYBOOK_DECIMAL_COMMA);

  form = daybook_mapping_to_form (again, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (form->sources->len, ==, 2);
  g_assert_true (g_strv_equal ((const char *const *) form->key, KEY));
}

static void
test_wrong_mappings (void)
{
  static const char *const WRONG[] = {
    "{", "[]", "{}", "{\"columns\": []}", "{\"columns\": {\"colour\": \"a\"}}", "{\"columns\": {\"paid\": 5}}",
    "{\"columns\": {\"note\": \"a\"}}", "{\"columns\": {}, \"key\": \"a\"}", "{\"columns\": {}, \"key\": [1]}",
    "{\"platform\": 1, \"columns\": {}}", "{\"columns\": {}, \"decimal\": \"comma\"}", "{\"columns\": {}, \"decimal\": 1}",
  };
  g_autoptr(GError) keyless = NULL;
  g_autoptr(DaybookMapping) empty = daybook_mapping_from_json ("{\"columns\": {\"paid\": \"a\"}}", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (daybook_mapping_from_json (WRONG[i], &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
    }

  g_assert_null (daybook_mapping_to_form (empty, &keyless));
  g_assert_error (keyless, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
}

/* A platform file of a shop's own. */
static void
test_wrong_platform_files (void)
{
  static const char *const WRONG[] = {
    "[]", "{\"id\": \"x\", \"zone\": \"Mars/Base\"}", "{\"id\": \"x\", \"currency\": \"QQQQ\"}", "{\"id\": \"x\", \"code\": \"nosuch\"}",
    "{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"required\": [\"aa\"], \"columns\": {\"total\": \"bb\"}}]}",
    "{\"id\": \"x\", \"forms\": [{\"kind\": \"bill\", \"required\": [\"aa\"], \"columns\": {\"amount\": \"bb\"}}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (daybook_profile_parse (WRONG[i], -1, "x.json", &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
    }
}

/* A table without the column that tells its rows apart is not of the form: it was a crash. */
static void
test_no_column_of_the_number (void)
{
  static const char *const WITH[] = { "aa", "bb", "nr" };
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookProfile) numbered = daybook_profile_parse (
    "{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"required\": [\"aa\"], \"columns\": {\"number\": \"nr\", \"total\": \"bb\"}}]}",
    -1, "x.json", &error);
  g_autoptr(DaybookProfile) keyed = daybook_profile_parse (
    "{\"id\": \"x\", \"forms\": [{\"kind\": \"orders\", \"required\": [\"aa\"], \"key\": [\"nr\"], \"columns\": {\"total\": \"bb\"}}]}",
    -1, "x.json", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (daybook_form_match (g_ptr_array_index (numbered->forms, 0), WITH, 3, DAYBOOK_PLATFORM_GUESSED), >, 0);
  g_assert_cmpuint (daybook_form_match (g_ptr_array_index (numbered->forms, 0), WITH, 2, DAYBOOK_PLATFORM_GUESSED), ==, 0);
  g_assert_cmpuint (daybook_form_match (g_ptr_array_index (keyed->forms, 0), WITH, 3, DAYBOOK_PLATFORM_GUESSED), >, 0);
  g_assert_cmpuint (daybook_form_match (g_ptr_array_index (keyed->forms, 0), WITH, 2, DAYBOOK_PLATFORM_GUESSED), ==, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/profile/ours", test_ours);
  ADD ("/profile/none-forgotten", test_none_is_forgotten);
  g_test_add_func ("/profile/wrong", test_wrong_files);
  ADD ("/profile/own", test_a_shops_own);
  ADD ("/profile/own-broken", test_a_shops_broken_one);
  ADD ("/recognise/forms", test_recognition);
  ADD ("/recognise/lists-of-people", test_lists_of_people);
  ADD ("/recognise/rows-above", test_rows_above_the_header);
  ADD ("/recognise/missing", test_what_is_missing_is_said);
  ADD ("/recognise/other-platforms", test_other_platforms_are_not_blamed);
  ADD ("/recognise/other-tables", test_other_tables_with_the_number);
  ADD ("/recognise/a-header-of-a-said-platform", test_a_header_of_a_said_platform);
  ADD ("/recognise/no-table", test_no_table);
  ADD ("/recognise/taobao-or-tmall", test_taobao_or_tmall);
  g_test_add_func ("/mapping/round-trip", test_mappings);
  g_test_add_func ("/mapping/wrong", test_wrong_mappings);
  g_test_add_func ("/profile/wrong-platform-files", test_wrong_platform_files);
  g_test_add_func ("/profile/no-column-of-the-number", test_no_column_of_the_number);

  return g_test_run ();
}
