/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-facts.h"

#include "core/case-parts.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/daypart.h"
#include "core/moment.h"
#include "core/order.h"
#include "core/register.h"
#include "core/shop.h"
#include "core/soon-word.h"

static const DaybookLanguage LANGUAGES[] = { DAYBOOK_LANGUAGE_ZH_CN, DAYBOOK_LANGUAGE_ZH_TW, DAYBOOK_LANGUAGE_EN };

/* --- Rows -------------------------------------------------------------------------------- */

typedef struct
{
  DaybookPhraseAbout  about;
  DaybookRow         *order;
  DaybookRow         *of;
  DaybookRow         *customer;
  DaybookRow         *agent;
  DaybookRow         *shop;
} Fixture;

static DaybookRegister *
get_register (void)
{
  static const char JSON[] =
    "{\"register\": \"swap\", \"prefix\": \"X\", \"title\": \"Swap\","
    " \"fields\": {\"back\": {\"type\": \"parcel\", \"label\": \"Back\"}, \"out\": {\"type\": \"parcel\", \"label\": \"Out\"},"
    " \"back_money\": {\"type\": \"money\", \"label\": \"Money back\"}}, \"money\": {\"refund\": \"back_money\"},"
    " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true}}}";
  static DaybookRegister *self;
  g_autoptr(GError) error = NULL;

  if (self == NULL)
    self = daybook_register_parse (JSON, -1, "swap.json", &error);
  g_assert_no_error (error);
  return self;
}

static void
put (DaybookRow *row,
     guint       field,
     const char *text)
{
  row->values[field] = daybook_value_text (text);
}

static void
put_number (DaybookRow *row,
            guint       field,
            gint64      number)
{
  row->values[field] = daybook_value_int (number);
}

/* A field of the register's own. */
static void
put_own (Fixture    *fixture,
         const char *field,
         const char *text)
{
  int index = daybook_table_field (fixture->of->table, field);

  g_assert_cmpint (index, >, 0);
  put (fixture->of, (guint) index, text);
}

static gint64
at (const char *text,
    GTimeZone  *zone)
{
  gint64 moment;

  g_assert_true (daybook_moment_parse (text, zone, &moment, NULL));
  return moment;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  GTimeZone *zone = g_time_zone_new_identifier ("Asia/Shanghai");

  *fixture = (Fixture) {
    .order = daybook_row_new (&daybook_orders),
    .of = daybook_row_new (daybook_register_get_table (get_register ())),
    .customer = daybook_row_new (&daybook_customers),
    .agent = daybook_row_new (&daybook_agents),
    .shop = daybook_row_new (&daybook_shops),
  };
  fixture->about = (DaybookPhraseAbout) {
    .order = fixture->order,
    .lines = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref),
    .parcels = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref),
    .of = fixture->of,
    .definition = get_register (),
    .goods = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref),
    .customer = fixture->customer,
    .handles = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref),
    .agent = fixture->agent,
    .shop = fixture->shop,
    .zone = zone,
    .now = at ("2026-11-29 10:20", zone), /* a Sunday */
    .language = DAYBOOK_LANGUAGE_ZH_CN,
  };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_ptr_array_unref (fixture->about.lines);
  g_ptr_array_unref (fixture->about.parcels);
  g_ptr_array_unref (fixture->about.goods);
  g_ptr_array_unref (fixture->about.handles);
  g_time_zone_unref (fixture->about.zone);
  daybook_row_unref (fixture->order);
  daybook_row_unref (fixture->of);
  daybook_row_unref (fixture->customer);
  daybook_row_unref (fixture->agent);
  daybook_row_unref (fixture->shop);
}

static void
expect (Fixture            *fixture,
        DaybookPlaceholder  placeholder,
        const char         *value)
{
  g_autoptr(DaybookPhraseFacts) facts = daybook_phrase_facts_new (&fixture->about);

  g_assert_cmpstr (daybook_phrase_facts_get (facts, placeholder), ==, value);
}

static void
expect_customer (Fixture    *fixture,
                 const char *customer,
                 const char *nick)
{
  expect (fixture, DAYBOOK_PLACEHOLDER_CUSTOMER, customer);
  expect (fixture, DAYBOOK_PLACEHOLDER_NICK, nick);
}

static DaybookRow *
add_row (GPtrArray          *rows,
         const DaybookTable *table)
{
  DaybookRow *row = daybook_row_new (table);

  daybook_id_random (&row->id);
  g_ptr_array_add (rows, row);
  return row;
}

static void
add_parcel (Fixture    *fixture,
            const char *number,
            const char *courier)
{
  DaybookRow *parcel = add_row (fixture->about.parcels, &daybook_parcels);

  put (parcel, DAYBOOK_PARCEL_TRACKING, number);
  put (parcel, DAYBOOK_PARCEL_COURIER, courier);
}

static DaybookRow *
add_line (Fixture    *fixture,
          const char *title,
          gint64      quantity)
{
  DaybookRow *line = add_row (fixture->about.lines, &daybook_order_lines);

  put (line, DAYBOOK_LINE_TITLE, title);
  put_number (line, DAYBOOK_LINE_QUANTITY, quantity);
  return line;
}

/* --- What is told of whom ------------------------------------------------------------------ */

/* What the screen covers is never said, nor what the export has covered. */
static void
test_customer (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  DaybookRow *handle;

  put (fixture->customer, DAYBOOK_CUSTOMER_NAME, "张三");
  put (fixture->order, DAYBOOK_ORDER_RECEIVER, "张三");
  put (fixture->of, DAYBOOK_CASE_NAME, "张三");
  put (fixture->of, DAYBOOK_CASE_CONTACT, "13812345678");
  expect_customer (fixture, NULL, NULL);

  handle = add_row (fixture->about.handles, &daybook_handles);
  put (handle, DAYBOOK_HANDLE_ACCOUNT, "ann@example.com");
  expect_customer (fixture, NULL, NULL);
  handle = add_row (fixture->about.handles, &daybook_handles);
  put (handle, DAYBOOK_HANDLE_ACCOUNT, "大鱼");
  expect_customer (fixture, "大鱼", "大鱼");

  put (fixture->order, DAYBOOK_ORDER_BUYER, "小鱼儿");
  expect_customer (fixture, "小鱼儿", "小鱼儿");
}

static void
test_covered_nicks (Fixture       *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const COVERED[] = { "t***1", "小**", "##Az3k", "ann@example.com", "" };

  for (guint i = 0; i < G_N_ELEMENTS (COVERED); i++)
    {
      daybook_value_clear (&fixture->order->values[DAYBOOK_ORDER_BUYER]);
      put (fixture->order, DAYBOOK_ORDER_BUYER, COVERED[i]);
      expect_customer (fixture, NULL, NULL);
    }
}

static void
test_nothing_is_known (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  const DaybookPhraseAbout about = { .zone = zone };
  g_autoptr(DaybookPhraseFacts) facts = daybook_phrase_facts_new (&about);

  for (int i = 0; i < DAYBOOK_N_PLACEHOLDERS; i++)
    g_assert_true ((daybook_phrase_facts_get (facts, (DaybookPlaceholder) i) != NULL)
                   == (i == DAYBOOK_PLACEHOLDER_GREETING || i == DAYBOOK_PLACEHOLDER_TODAY || i == DAYBOOK_PLACEHOLDER_WEEKDAY));
  g_assert_cmpstr (daybook_phrase_facts_lookup (DAYBOOK_PLACEHOLDER_WEEKDAY, facts), ==, "Thursday");
}

static void
test_house (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  put (fixture->agent, DAYBOOK_AGENT_NAME, "小王");
  put (fixture->agent, DAYBOOK_AGENT_CODE, "007");
  put (fixture->shop, DAYBOOK_SHOP_NAME, "小茶馆");
  put (fixture->of, DAYBOOK_CASE_NUMBER, "X-A2031");
  put (fixture->order, DAYBOOK_ORDER_NUMBER, "1930679858170647");
  expect (fixture, DAYBOOK_PLACEHOLDER_AGENT, "小王");
  expect (fixture, DAYBOOK_PLACEHOLDER_AGENT_NO, "007");
  expect (fixture, DAYBOOK_PLACEHOLDER_SHOP, "小茶馆");
  expect (fixture, DAYBOOK_PLACEHOLDER_CASE, "X-A2031");
  expect (fixture, DAYBOOK_PLACEHOLDER_ORDER, "1930679858170647");
}

/* A number that was made of the cells of a table is nobody's. */
static void
test_derived_number (Fixture       *fixture,
                     gconstpointer  data G_GNUC_UNUSED)
{
  put (fixture->order, DAYBOOK_ORDER_NUMBER, "K0123456789abcdef");
  g_assert_true (daybook_order_number_is_derived (daybook_row_text (fixture->order, DAYBOOK_ORDER_NUMBER)));
  expect (fixture, DAYBOOK_PLACEHOLDER_ORDER, NULL);
}

/* --- Goods and money ----------------------------------------------------------------------- */

static void
test_goods (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  DaybookRow *good;

  put (fixture->order, DAYBOOK_ORDER_TITLE, "茶杯，茶壶");
  expect (fixture, DAYBOOK_PLACEHOLDER_PRODUCT, "茶杯，茶壶");
  expect (fixture, DAYBOOK_PLACEHOLDER_QUANTITY, NULL);

  add_line (fixture, "茶杯", 2);
  add_line (fixture, "茶杯", 1);
  expect (fixture, DAYBOOK_PLACEHOLDER_PRODUCT, "茶杯");
  expect (fixture, DAYBOOK_PLACEHOLDER_QUANTITY, "3");
  const DaybookRow *pot = add_line (fixture, "茶壶", 1);
  expect (fixture, DAYBOOK_PLACEHOLDER_PRODUCT, "茶杯、茶壶");
  add_line (fixture, "茶叶", 1);
  add_line (fixture, "茶盘", 1);
  expect (fixture, DAYBOOK_PLACEHOLDER_PRODUCT, "茶杯等4种商品");
  fixture->about.language = DAYBOOK_LANGUAGE_EN;
  expect (fixture, DAYBOOK_PLACEHOLDER_PRODUCT, "茶杯 and 3 more");
  put_number (fixture->order, DAYBOOK_ORDER_QUANTITY, 8);
  expect (fixture, DAYBOOK_PLACEHOLDER_QUANTITY, "8");

  /* Of these the case is, and of no others. */
  good = add_row (fixture->about.goods, &daybook_case_lines);
  good->values[DAYBOOK_CASE_LINE_LINE] = daybook_value_id (&pot->id);
  put_number (good, DAYBOOK_CASE_LINE_QUANTITY, 1);
  expect (fixture, DAYBOOK_PLACEHOLDER_PRODUCT, "茶壶");
  expect (fixture, DAYBOOK_PLACEHOLDER_QUANTITY, "1");
  good = add_row (fixture->about.goods, &daybook_case_lines);
  put (good, DAYBOOK_CASE_LINE_TITLE, "赠品");
  put_number (good, DAYBOOK_CASE_LINE_QUANTITY, 2);
  expect (fixture, DAYBOOK_PLACEHOLDER_PRODUCT, "茶壶, 赠品");
  expect (fixture, DAYBOOK_PLACEHOLDER_QUANTITY, "3");
}

static void
test_money (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  put (fixture->order, DAYBOOK_ORDER_CURRENCY, "CNY");
  expect (fixture, DAYBOOK_PLACEHOLDER_AMOUNT, NULL);
  put_number (fixture->order, DAYBOOK_ORDER_TOTAL, 132500);
  expect (fixture, DAYBOOK_PLACEHOLDER_AMOUNT, "¥1,325.00");
  put_number (fixture->order, DAYBOOK_ORDER_PAID, 12800);
  expect (fixture, DAYBOOK_PLACEHOLDER_AMOUNT, "¥128.00");

  expect (fixture, DAYBOOK_PLACEHOLDER_REFUND, NULL);
  put_number (fixture->order, DAYBOOK_ORDER_REFUNDED, 500);
  expect (fixture, DAYBOOK_PLACEHOLDER_REFUND, "¥5.00");
  put (fixture->of, DAYBOOK_CASE_CURRENCY, "EUR");
  put_number (fixture->of, (guint) daybook_table_field (fixture->of->table, "back_money"), 350);
  expect (fixture, DAYBOOK_PLACEHOLDER_REFUND, "€3.50");
  fixture->about.definition = NULL;
  expect (fixture, DAYBOOK_PLACEHOLDER_REFUND, "¥5.00");
}

/* --- Parcels ------------------------------------------------------------------------------- */

static void
expect_parcel (Fixture    *fixture,
               const char *courier,
               const char *tracking)
{
  expect (fixture, DAYBOOK_PLACEHOLDER_COURIER, courier);
  expect (fixture, DAYBOOK_PLACEHOLDER_TRACKING, tracking);
}

static void
test_parcels (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  expect_parcel (fixture, NULL, NULL);
  put (fixture->order, DAYBOOK_ORDER_COURIER, "圆通速递");
  expect_parcel (fixture, "圆通速递", NULL);
  put (fixture->order, DAYBOOK_ORDER_TRACKING, "YT1");
  expect_parcel (fixture, "圆通速递", "YT1");

  add_parcel (fixture, "SF1", "顺丰速运");
  expect_parcel (fixture, "顺丰速运", "SF1");
  add_parcel (fixture, "SF2", "顺丰速运");
  expect_parcel (fixture, "顺丰速运", "SF1、SF2");
  add_parcel (fixture, "YT1", "圆通速递");
  expect_parcel (fixture, "顺丰速运、圆通速递", "SF1（顺丰速运）、SF2（顺丰速运）、YT1（圆通速递）");
  fixture->about.language = DAYBOOK_LANGUAGE_EN;
  expect_parcel (fixture, "顺丰速运, 圆通速递", "SF1 (顺丰速运), SF2 (顺丰速运), YT1 (圆通速递)");
}

/* Of a case with a parcel it is the last in the register's order. */
static void
test_parcel_of_a_case (Fixture       *fixture,
                       gconstpointer  data G_GNUC_UNUSED)
{
  add_parcel (fixture, "SF1", "顺丰速运");
  put_own (fixture, "back", "YT9");
  expect_parcel (fixture, NULL, "YT9");
  put_own (fixture, "back_courier", "圆通速递");
  expect_parcel (fixture, "圆通速递", "YT9");
  put_own (fixture, "out", "ZT7");
  put_own (fixture, "out_courier", "中通快递");
  expect_parcel (fixture, "中通快递", "ZT7");
}

/* --- The clock ----------------------------------------------------------------------------- */

static void
test_greeting (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *now;
    const char *greetings[G_N_ELEMENTS (LANGUAGES)];
  } CASES[] = {
    { "2026-11-29 00:00", { "您好", "您好", "Hello" } },
    { "2026-11-29 04:59", { "您好", "您好", "Hello" } },
    { "2026-11-29 05:00", { "早上好", "早安", "Good morning" } },
    { "2026-11-29 10:59", { "早上好", "早安", "Good morning" } },
    { "2026-11-29 11:00", { "中午好", "午安", "Hello" } },
    { "2026-11-29 13:00", { "下午好", "午安", "Good afternoon" } },
    { "2026-11-29 17:59", { "下午好", "午安", "Good afternoon" } },
    { "2026-11-29 18:00", { "晚上好", "晚安", "Good evening" } },
    { "2026-11-29 23:59", { "晚上好", "晚安", "Good evening" } },
    { "1950-01-01 06:00", { "早上好", "早安", "Good morning" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    for (guint k = 0; k < G_N_ELEMENTS (LANGUAGES); k++)
      {
        fixture->about.now = at (CASES[i].now, fixture->about.zone);
        fixture->about.language = LANGUAGES[k];
        expect (fixture, DAYBOOK_PLACEHOLDER_GREETING, CASES[i].greetings[k]);
      }
}

static void
test_days (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  expect (fixture, DAYBOOK_PLACEHOLDER_TODAY, "11月29日");
  expect (fixture, DAYBOOK_PLACEHOLDER_WEEKDAY, "星期日");
  fixture->about.language = DAYBOOK_LANGUAGE_EN;
  expect (fixture, DAYBOOK_PLACEHOLDER_TODAY, "29 November");
  expect (fixture, DAYBOOK_PLACEHOLDER_WEEKDAY, "Sunday");
  fixture->about.now = at ("2026-11-30 00:00", fixture->about.zone);
  expect (fixture, DAYBOOK_PLACEHOLDER_WEEKDAY, "Monday");
  /* A book that is damaged has moments that no calendar has. */
  fixture->about.now = G_MAXINT64 / 2;
  expect (fixture, DAYBOOK_PLACEHOLDER_TODAY, "31 December");
}

static void
test_promise (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *promised;
    const char *words[G_N_ELEMENTS (LANGUAGES)];
  } CASES[] = {
    { "2026-11-29 10:21", { "今天 10:21", "今天 10:21", "today 10:21" } },
    { "2026-11-30 10:00", { "明天 10:00", "明天 10:00", "tomorrow 10:00" } },
    { "2026-12-01 00:00", { "后天 00:00", "後天 00:00", "1 December 00:00" } },
    { "2026-12-04 09:05", { "12月4日 09:05", "12月4日 09:05", "4 December 09:05" } },
    { "2027-01-02 10:00", { "2027年1月2日 10:00", "2027年1月2日 10:00", "2 January 2027, 10:00" } },
    { "2026-11-29 10:20", { NULL, NULL, NULL } }, /* is past */
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    for (guint k = 0; k < G_N_ELEMENTS (LANGUAGES); k++)
      {
        fixture->about.promised = at (CASES[i].promised, fixture->about.zone);
        fixture->about.language = LANGUAGES[k];
        expect (fixture, DAYBOOK_PLACEHOLDER_PROMISE_TIME, CASES[i].words[k]);
      }
}

/* What the case has promised stands until it is past. */
static void
test_promise_of_a_case (Fixture       *fixture,
                        gconstpointer  data G_GNUC_UNUSED)
{
  put_number (fixture->of, DAYBOOK_CASE_PROMISED_AT, fixture->about.now + 3600);
  expect (fixture, DAYBOOK_PLACEHOLDER_PROMISE_TIME, "今天 11:20");
  fixture->about.promised = fixture->about.now + 7200;
  expect (fixture, DAYBOOK_PLACEHOLDER_PROMISE_TIME, "今天 12:20");
  fixture->about.promised = 0;
  put_number (fixture->of, DAYBOOK_CASE_PROMISED_AT, fixture->about.now);
  expect (fixture, DAYBOOK_PLACEHOLDER_PROMISE_TIME, NULL);
}

/* What the customer reads is what was meant: the reader of such words finds the same minute. */
static void
test_promises_are_read_back (Fixture       *fixture,
                             gconstpointer  data G_GNUC_UNUSED)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 now = fixture->about.now + g_test_rand_int_range (0, 400 * 24 * 60) * 60;
      gint64 promised = now + g_test_rand_int_range (1, 400 * 24 * 60) * 60;
      DaybookLanguage language = LANGUAGES[i % G_N_ELEMENTS (LANGUAGES)];
      g_autofree char *words = daybook_phrase_time (language, promised, now, fixture->about.zone);
      gint64 read = 0;

      g_test_message ("%s", words);
      g_assert_true (daybook_soon_word (words, now, fixture->about.zone, &read));
      g_assert_cmpint (read, ==, promised);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/phrase-facts/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("customer", test_customer);
  ADD ("covered-nicks", test_covered_nicks);
  ADD ("house", test_house);
  ADD ("derived-number", test_derived_number);
  ADD ("goods", test_goods);
  ADD ("money", test_money);
  ADD ("parcels", test_parcels);
  ADD ("parcel-of-a-case", test_parcel_of_a_case);
  ADD ("greeting", test_greeting);
  ADD ("days", test_days);
  ADD ("promise", test_promise);
  ADD ("promise-of-a-case", test_promise_of_a_case);
  ADD ("promises-are-read-back", test_promises_are_read_back);
  g_test_add_func ("/phrase-facts/nothing", test_nothing_is_known);

  return g_test_run ();
}
