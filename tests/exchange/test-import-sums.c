/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/aftersale.h"
#include "core/payment.h"
#include "core/review.h"
#include "exchange/import-sums.h"

static void
test_reads_what_the_importer_writes (void)
{
  static const char JSON[] =
    "{\"orders\":3,\"lines\":5,\"paid_minor\":12800,\"refund_minor\":800,"
    "\"by_currency\":{\"CNY\":{\"paid_minor\":12800,\"refund_minor\":800},\"USD\":{\"paid_minor\":999,\"refund_minor\":0}},"
    "\"by_stage\":{\"unpaid\":1,\"paid\":0,\"shipped\":2,\"delivered\":0,\"completed\":0,\"closed\":0,\"unknown\":0},"
    "\"first_date\":\"2020-02-01T00:14:15+08:00\",\"last_date\":null}";
  g_autoptr (DaybookImportSums) sums = daybook_import_sums_parse ("orders", JSON, "CNY");
  const DaybookCurrencySum *usd;

  g_assert_nonnull (sums);
  g_assert_cmpuint (sums->orders, ==, 3);
  g_assert_cmpuint (sums->lines, ==, 5);
  g_assert_cmpint (sums->paid, ==, 12800);
  g_assert_cmpint (sums->refunded, ==, 800);
  g_assert_cmpuint (sums->by_stage[DAYBOOK_STAGE_UNPAID], ==, 1);
  g_assert_cmpuint (sums->by_stage[DAYBOOK_STAGE_SHIPPED], ==, 2);
  g_assert_cmpuint (sums->by_stage[DAYBOOK_STAGE_CLOSED], ==, 0);
  g_assert_cmpstr (sums->first_date, ==, "2020-02-01T00:14:15+08:00");
  g_assert_null (sums->last_date);

  g_assert_cmpuint (sums->currencies->len, ==, 1);
  usd = g_ptr_array_index (sums->currencies, 0);
  g_assert_cmpstr (usd->currency, ==, "USD");
  g_assert_cmpint (usd->paid, ==, 999);
}

/* The text lies in the book and may come from another version. */
static void
test_survives_other_text (void)
{
  static const char *const NONE[] = { NULL, "", "x", "[]", "3", "\"orders\"", "{\"orders\":", "{}" };

  for (gsize i = 0; i < G_N_ELEMENTS (NONE); i++)
    g_assert_null (daybook_import_sums_parse ("orders", NONE[i], "CNY"));
}

static void
test_other_types_count_nothing (void)
{
  static const char JSON[] =
    "{\"orders\":\"3\",\"lines\":-2,\"paid_minor\":1.5,\"by_stage\":[1],\"by_currency\":{\"USD\":7},\"first_date\":5}";
  g_autoptr (DaybookImportSums) sums = daybook_import_sums_parse ("orders", JSON, "CNY");

  g_assert_nonnull (sums);
  g_assert_cmpuint (sums->orders, ==, 0);
  g_assert_cmpuint (sums->lines, ==, 0);
  g_assert_cmpint (sums->paid, ==, 0);
  g_assert_cmpuint (sums->currencies->len, ==, 0);
  g_assert_null (sums->first_date);
}

/* Each kind of file says what it can: a refund was never paid for by it, a review moves no money. */
static void
test_a_kind_says_what_it_can (void)
{
  static const struct { const char *kind; const DaybookTable *table; gboolean paid, refunded; } KINDS[] = {
    { "orders", &daybook_orders, TRUE, TRUE },      { "order_lines", &daybook_orders, TRUE, TRUE },
    { "refunds", &daybook_aftersales, FALSE, TRUE }, { "reviews", &daybook_reviews, FALSE, FALSE },
    { "bill", &daybook_payments, TRUE, TRUE },      { "of another version", &daybook_orders, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr (DaybookImportSums) sums = daybook_import_sums_parse (KINDS[i].kind, "{\"orders\":1}", "CNY");

      g_assert_true (sums->table == KINDS[i].table);
      g_assert_cmpint (sums->has_paid, ==, KINDS[i].paid);
      g_assert_cmpint (sums->has_refunded, ==, KINDS[i].refunded);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-sums/reads-what-the-importer-writes", test_reads_what_the_importer_writes);
  g_test_add_func ("/import-sums/survives-other-text", test_survives_other_text);
  g_test_add_func ("/import-sums/other-types-count-nothing", test_other_types_count_nothing);
  g_test_add_func ("/import-sums/a-kind-says-what-it-can", test_a_kind_says_what_it_can);
  return g_test_run ();
}
