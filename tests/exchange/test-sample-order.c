/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample-order.h"

#include <string.h>

#define N_ORDERS 3000
#define NOW G_GINT64_CONSTANT (1795334400) /* 2026-11-22T08:00:00Z */
#define DAY (24 * 60 * 60)

typedef struct
{
  GTimeZone         *zone;
  DaybookSamplePlan  plan;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_assert_nonnull (fixture->zone);
  fixture->plan = (DaybookSamplePlan) { 7, N_ORDERS, NOW, fixture->zone };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_time_zone_unref (fixture->zone);
}

static void
append_value (GString            *text,
              const DaybookValue *value)
{
  if (value->type == DAYBOOK_VALUE_TEXT)
    g_string_append (text, value->text);
  else if (value->type == DAYBOOK_VALUE_INT)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, value->number);
  g_string_append_c (text, '\x1f');
}

/* Everything the order says, as one text. */
static char *
print_order (const DaybookSamplePlan *plan,
             guint                    index)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  GString *text = g_string_new (NULL);

  daybook_sample_order_fill (plan, index, record);
  for (guint i = 0; i < DAYBOOK_ORDER_N_FIELDS; i++)
    append_value (text, &record->values[i]);
  for (guint i = 0; i < record->lines->len; i++)
    for (guint j = 0; j < DAYBOOK_LINE_N_FIELDS; j++)
      append_value (text, &g_array_index (record->lines, DaybookLineRecord, i).values[j]);
  return g_string_free (text, FALSE);
}

static void
test_the_seed_makes_the_shop (Fixture       *fixture,
                              gconstpointer  data)
{
  DaybookSamplePlan other = fixture->plan;
  guint n_different = 0;

  other.seed = 8;
  for (guint i = 0; i < N_ORDERS; i++)
    {
      g_autofree char *once = print_order (&fixture->plan, i);
      g_autofree char *again = print_order (&fixture->plan, i);
      g_autofree char *elsewhere = print_order (&other, i);

      g_assert_cmpstr (once, ==, again);
      n_different += !g_str_equal (once, elsewhere);
    }

  g_assert_cmpuint (n_different, ==, N_ORDERS);
}

static void
test_numbers_are_unique (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();

  for (guint i = 0; i < N_ORDERS; i++)
    {
      daybook_record_reset (record);
      daybook_sample_order_fill (&fixture->plan, i, record);
      g_assert_true (g_hash_table_add (seen, g_strdup (record->values[DAYBOOK_ORDER_NUMBER].text)));
    }
}

static gint64
moment (DaybookOrderRecord *record,
        guint               field)
{
  return record->values[field].type == DAYBOOK_VALUE_INT ? record->values[field].number : 0;
}

/* Nobody pays before ordering, ships before being paid, or does anything
 * tomorrow. */
static void
test_time_runs_forward (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();

  for (guint i = 0; i < N_ORDERS; i++)
    {
      gint64 last;

      daybook_record_reset (record);
      daybook_sample_order_fill (&fixture->plan, i, record);
      last = moment (record, DAYBOOK_ORDER_CREATED);
      g_assert_cmpint (last, >, NOW - 760 * (gint64) DAY);

      for (guint field = DAYBOOK_ORDER_PAID_AT; field <= DAYBOOK_ORDER_COMPLETED_AT; field++)
        if (moment (record, field) != 0)
          {
            g_assert_cmpint (moment (record, field), >, last);
            last = moment (record, field);
          }

      g_assert_cmpint (last, <=, NOW);
    }
}

/* What the lines cost and what the order says must agree. */
static void
test_money_adds_up (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();

  for (guint i = 0; i < N_ORDERS; i++)
    {
      gint64 goods = 0;

      daybook_record_reset (record);
      daybook_sample_order_fill (&fixture->plan, i, record);
      g_assert_cmpuint (record->lines->len, >, 0);
      for (guint j = 0; j < record->lines->len; j++)
        {
          const DaybookLineRecord *line = &g_array_index (record->lines, DaybookLineRecord, j);

          goods += line->values[DAYBOOK_LINE_PRICE].number * line->values[DAYBOOK_LINE_QUANTITY].number;
        }

      g_assert_cmpint (moment (record, DAYBOOK_ORDER_TOTAL), ==, goods + moment (record, DAYBOOK_ORDER_POSTAGE));
      g_assert_cmpint (moment (record, DAYBOOK_ORDER_PAID), <=, moment (record, DAYBOOK_ORDER_TOTAL));
      g_assert_cmpint (moment (record, DAYBOOK_ORDER_REFUNDED), <=, moment (record, DAYBOOK_ORDER_PAID));
      g_assert_cmpint (moment (record, DAYBOOK_ORDER_PAID) > 0, ==, moment (record, DAYBOOK_ORDER_PAID_AT) != 0);
    }
}

/* There is something to see of everything. */
static void
test_everything_occurs (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  g_autoptr(GHashTable) accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint stages[DAYBOOK_N_STAGES] = { 0 };
  guint refunds[DAYBOOK_REFUND_FULL + 1] = { 0 };
  guint platforms[DAYBOOK_SAMPLE_N_PLATFORMS] = { 0 };
  guint notes = 0;

  for (guint i = 0; i < N_ORDERS; i++)
    {
      daybook_record_reset (record);
      daybook_sample_order_fill (&fixture->plan, i, record);
      stages[moment (record, DAYBOOK_ORDER_STAGE)]++;
      refunds[moment (record, DAYBOOK_ORDER_REFUND)]++;
      platforms[daybook_sample_order_platform (&fixture->plan, i)]++;
      notes += record->values[DAYBOOK_ORDER_SELLER_NOTE].type == DAYBOOK_VALUE_TEXT;
      g_hash_table_add (accounts, g_strdup (record->account));
    }

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    g_assert_cmpuint (stages[i], >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (refunds); i++)
    g_assert_cmpuint (refunds[i], >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    g_assert_cmpuint (platforms[i], >, N_ORDERS / 20);
  g_assert_cmpuint (notes, >, N_ORDERS / 5);
  /* People come back, and not only a handful of them. */
  g_assert_cmpuint (g_hash_table_size (accounts), <, N_ORDERS * 2 / 3);
  g_assert_cmpuint (g_hash_table_size (accounts), >, N_ORDERS / 5);
}

/* Names that only a number tells apart are nobody's customers. */
static void
test_nicks_differ (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();

  for (guint i = 0; i < 500; i++)
    {
      const char *buyer;

      daybook_record_reset (record);
      daybook_sample_order_fill (&fixture->plan, i, record);
      buyer = record->values[DAYBOOK_ORDER_BUYER].text;
      if (daybook_sample_order_platform (&fixture->plan, i) != DAYBOOK_SAMPLE_SHOPIFY)
        g_hash_table_add (stems, g_strndup (buyer, strcspn (buyer, "0123456789")));
    }
  g_assert_cmpuint (g_hash_table_size (stems), >, 40);
}

/* A shop of one order is a shop too. */
static void
test_small_shops (Fixture       *fixture,
                  gconstpointer  data)
{
  for (guint n_orders = 1; n_orders < 40; n_orders++)
    {
      DaybookSamplePlan plan = fixture->plan;

      plan.n_orders = n_orders;
      for (guint i = 0; i < n_orders; i++)
        {
          g_autofree char *order = print_order (&plan, i);

          g_assert_true (g_utf8_validate (order, -1, NULL));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sample-order/the-seed-makes-the-shop", Fixture, NULL, set_up, test_the_seed_makes_the_shop, tear_down);
  g_test_add ("/sample-order/numbers-are-unique", Fixture, NULL, set_up, test_numbers_are_unique, tear_down);
  g_test_add ("/sample-order/time-runs-forward", Fixture, NULL, set_up, test_time_runs_forward, tear_down);
  g_test_add ("/sample-order/money-adds-up", Fixture, NULL, set_up, test_money_adds_up, tear_down);
  g_test_add ("/sample-order/everything-occurs", Fixture, NULL, set_up, test_everything_occurs, tear_down);
  g_test_add ("/sample-order/nicks-differ", Fixture, NULL, set_up, test_nicks_differ, tear_down);
  g_test_add ("/sample-order/small-shops", Fixture, NULL, set_up, test_small_shops, tear_down);

  return g_test_run ();
}
