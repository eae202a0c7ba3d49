/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/feeds.h"
#include "exchange/recognise.h"
#include "header-rows.h"

#include <string.h>

#define FACT(fact) (1u << DAYBOOK_FACT_##fact)
#define FOLLOW(follow) (1u << DAYBOOK_FOLLOW_##follow)
#define EBAY "Sales Record Number,Order Number,Buyer Username,Item Title,Quantity,Total Price,Sale Date,Paid On Date,Shipped On Date,Tracking Number"

#define CONTENTS(header) ((const char *[]) { header, NULL })

typedef struct
{
  GPtrArray *profiles;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->profiles = daybook_profiles_load (NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->profiles);
}

/* What a file of these headers, one a table, feeds. */
static DaybookFeeds *
feed (Fixture     *fixture,
      const char  *platform,
      const char **headers)
{
  const DaybookProfile *profile = NULL;
  DaybookFedTable tables[2] = { 0 };
  GStrv rows[2] = { NULL };
  DaybookFeeds *feeds;
  guint n = 0;

  for (; headers[n] != NULL; n++)
    {
      rows[n] = g_strsplit (headers[n], ",", -1);
      tables[n].headings = (const char *const *) rows[n];
      tables[n].n_headings = g_strv_length (rows[n]);
      tables[n].form = daybook_recognise_header (fixture->profiles, daybook_profiles_find (fixture->profiles, platform),
                                                 tables[n].headings, tables[n].n_headings, &profile);
      g_assert_nonnull (tables[n].form);
    }

  g_assert_true (profile == daybook_profiles_find (fixture->profiles, platform));
  feeds = daybook_feeds_new (profile, platform, tables, n);
  for (guint i = 0; i < n; i++)
    g_strfreev (rows[i]);
  return feeds;
}

static void
assert_explained (const DaybookFeeds *feeds,
                  DaybookFact         fact,
                  const char         *line)
{
  g_autofree char *said = daybook_feeds_explain (feeds, fact);

  g_assert_cmphex (feeds->missing & 1u << fact, !=, 0);
  g_assert_cmpstr (said, ==, line);
}

static void
test_the_report_without_nick_and_status (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(DaybookFeeds) feeds = feed (fixture, "tmall", CONTENTS (HEADER_QIANNIU));

  g_assert_cmphex (feeds->facts, ==, FACT (TIMES) | FACT (MONEY) | FACT (REFUND));
  g_assert_cmphex (feeds->follow_ups, ==, FOLLOW (UNPAID) | FOLLOW (REFUND));
  assert_explained (feeds, DAYBOOK_FACT_BUYER, "Buyer account: in no other export of Tmall, so these orders make no customers");
  assert_explained (feeds, DAYBOOK_FACT_RECEIVER, "Receiver and address: in no other export of Tmall");
  assert_explained (feeds, DAYBOOK_FACT_STATUS, "Order status: in the order lines");
  assert_explained (feeds, DAYBOOK_FACT_TRACKING, "Tracking number: in the order lines (ExportItemList)");
  assert_explained (feeds, DAYBOOK_FACT_DEADLINE, "After-sales deadline: in the refunds");
  /* The platform has no export of them. */
  g_assert_cmphex (feeds->missing & (FACT (REVIEW) | FACT (PAYMENT) | FACT (STOCK)), ==, 0);
}

static void
test_with_its_items_it_tells_more (Fixture       *fixture,
                                   gconstpointer  data)
{
  const char *headers[] = { HEADER_QIANNIU, HEADER_ITEMS_2026, NULL };
  g_autoptr(DaybookFeeds) feeds = feed (fixture, "taobao", headers);

  g_assert_cmphex (feeds->facts, ==,
                   FACT (TIMES) | FACT (MONEY) | FACT (REFUND) | FACT (STATUS) | FACT (TRACKING) | FACT (ITEMS) | FACT (SELLER_NOTE));
  g_assert_cmphex (feeds->follow_ups, ==,
                   FOLLOW (UNPAID) | FOLLOW (TO_SHIP) | FOLLOW (NO_TRACKING) | FOLLOW (NO_AGENT) | FOLLOW (REFUND));
  assert_explained (feeds, DAYBOOK_FACT_BUYER, "Buyer account: in no other export of Taobao, so these orders make no customers");
}

/* The old list of items has no tracking numbers, whatever its sister has. */
static void
test_headings_decide (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(DaybookFeeds) old = feed (fixture, "taobao", CONTENTS (HEADER_ITEMS_OLD));
  g_autoptr(DaybookFeeds) report = feed (fixture, "taobao", CONTENTS (HEADER_TAOBAO_2019));

  g_assert_cmphex (old->facts, ==, FACT (STATUS) | FACT (ITEMS));
  g_assert_cmphex (old->follow_ups, ==, FOLLOW (UNPAID) | FOLLOW (TO_SHIP));
  assert_explained (old, DAYBOOK_FACT_TRACKING, "Tracking number: in the orders, order lines (ExportItemList)");
  assert_explained (old, DAYBOOK_FACT_BUYER, "Buyer account: in the orders");
  g_assert_cmphex (report->follow_ups, ==,
                   FOLLOW (UNPAID) | FOLLOW (TO_SHIP) | FOLLOW (NO_TRACKING) | FOLLOW (NO_AGENT) | FOLLOW (REFUND) | FOLLOW (BUYERS));
}

/* Each of the kinds whose rows are no orders. */
static void
test_files_of_other_kinds (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DaybookFeeds) refunds = feed (fixture, "tmall", CONTENTS (HEADER_TMALL_REFUNDS));
  g_autoptr(DaybookFeeds) undated = feed (fixture, "pdd", CONTENTS (HEADER_PDD_REFUNDS));
  g_autoptr(DaybookFeeds) paypal = feed (fixture, "paypal", CONTENTS (HEADER_PAYPAL));
  g_autoptr(DaybookFeeds) jd_pay = feed (fixture, "jd_pay", CONTENTS (HEADER_JD_PAY));
  g_autoptr(DaybookFeeds) reviews = feed (fixture, "generic", CONTENTS (HEADER_REVIEWS));
  g_autoptr(DaybookFeeds) stock = feed (fixture, "generic", CONTENTS ("SKU,库存,仓库"));

  g_assert_cmphex (refunds->follow_ups, ==, FOLLOW (DEADLINE));
  g_assert_cmphex (refunds->facts & (FACT (DEADLINE) | FACT (BUYER)), ==, FACT (DEADLINE) | FACT (BUYER));
  g_assert_cmphex (undated->follow_ups, ==, 0);
  assert_explained (undated, DAYBOOK_FACT_DEADLINE, "After-sales deadline: in no other export of Pinduoduo");
  g_assert_cmphex (paypal->facts, ==, FACT (PAYMENT));
  g_assert_cmphex (paypal->follow_ups, ==, FOLLOW (BILLS));
  /* Its lines name no order. */
  g_assert_cmphex (jd_pay->facts, ==, FACT (PAYMENT));
  g_assert_cmphex (jd_pay->follow_ups, ==, 0);
  g_assert_cmphex (reviews->follow_ups, ==, FOLLOW (REVIEWS));
  g_assert_cmphex (stock->follow_ups, ==, FOLLOW (STOCK));
  g_assert_cmphex (stock->facts, ==, FACT (ITEMS) | FACT (STOCK));
}

/* A stage that the platform has no word for is told by the times. */
static void
test_rules_tell_the_stage (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DaybookFeeds) ebay = feed (fixture, "ebay", CONTENTS (EBAY));
  g_autoptr(DaybookFeeds) shopify = feed (fixture, "shopify", CONTENTS (HEADER_SHOPIFY));

  g_assert_cmphex (ebay->facts & FACT (STATUS), ==, 0);
  g_assert_cmphex (ebay->follow_ups & (FOLLOW (UNPAID) | FOLLOW (TO_SHIP) | FOLLOW (NO_TRACKING)), ==,
                   FOLLOW (UNPAID) | FOLLOW (TO_SHIP) | FOLLOW (NO_TRACKING));
  g_assert_cmphex (shopify->follow_ups & (FOLLOW (TO_SHIP) | FOLLOW (NO_TRACKING)), ==, FOLLOW (TO_SHIP));
}

static void
assert_form (const DaybookProfile *profile,
             const DaybookForm    *form)
{
  const DaybookFedTable table = { form, NULL, 0 };
  g_autoptr(DaybookFeeds) feeds = daybook_feeds_new (profile, NULL, &table, 1);

  g_test_message ("%s %s", profile->id, form->kind);
  g_assert_cmphex (feeds->facts, !=, 0);
  g_assert_cmphex (feeds->facts & feeds->missing, ==, 0);
  for (guint fact = 0; fact < DAYBOOK_N_FACTS; fact++)
    if (feeds->companions[fact] != NULL)
      g_assert_cmphex (feeds->missing & 1u << fact, !=, 0);
}

/* Every shipped form carries something, and is called like no other of its platform. */
static void
test_every_form (Fixture       *fixture,
                 gconstpointer  data)
{
  guint n = 0;

  for (guint p = 0; p < fixture->profiles->len; p++)
    {
      const DaybookProfile *profile = g_ptr_array_index (fixture->profiles, p);
      g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < profile->forms->len; i++)
        {
          const DaybookForm *form = g_ptr_array_index (profile->forms, i);

          assert_form (profile, form);
          if (!g_hash_table_add (names, daybook_form_describe (form)))
            g_error ("%s has two forms of %s of one name", profile->id, form->kind);
          n++;
        }
    }

  g_assert_cmpuint (n, >=, 30);
}

/* A list of refunds names the buyers of some orders: that makes no customers of the others. */
static void
test_companions_are_of_orders (Fixture       *fixture,
                               gconstpointer  data)
{
  const DaybookProfile *profile = daybook_profiles_find (fixture->profiles, "taobao");
  const DaybookForm *report = g_ptr_array_index (profile->forms, 0);
  g_autoptr(GPtrArray) buyer = daybook_feeds_companions (profile, report, DAYBOOK_FACT_BUYER);
  g_autoptr(GPtrArray) tracking = daybook_feeds_companions (profile, report, DAYBOOK_FACT_TRACKING);

  g_assert_cmpuint (buyer->len, ==, 0);
  g_assert_cmpuint (tracking->len, ==, 1);
  g_assert_cmpstr (((DaybookForm *) g_ptr_array_index (tracking, 0))->name, ==, "ExportItemList");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/feeds/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("report-without-nick-and-status", test_the_report_without_nick_and_status);
  ADD ("with-its-items", test_with_its_items_it_tells_more);
  ADD ("headings-decide", test_headings_decide);
  ADD ("other-kinds", test_files_of_other_kinds);
  ADD ("rules-tell-the-stage", test_rules_tell_the_stage);
  ADD ("every-form", test_every_form);
  ADD ("companions-are-of-orders", test_companions_are_of_orders);
#undef ADD

  return g_test_run ();
}
