/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/order.h"
#include "core/rfm.h"

#include <stdlib.h>

/* Bounds, scores and segments. */

static const DaybookRfmBounds BOUNDS = { { 30, 90, 180, 365 }, { 2, 3, 5, 10 }, { 5000, 10000, 20000, 50000 } };

static void
assert_score (gint64 days,
              gint64 sales,
              gint64 spent,
              guint  recency,
              guint  frequency,
              guint  money)
{
  DaybookRfmScore score = daybook_rfm_score (&BOUNDS, days, sales, spent);

  g_assert_cmpuint (score.recency, ==, recency);
  g_assert_cmpuint (score.frequency, ==, frequency);
  g_assert_cmpuint (score.money, ==, money);
}

static void
test_scores (void)
{
  assert_score (0, 1, 0, 5, 1, 1);
  assert_score (30, 2, 5000, 5, 2, 2);
  assert_score (31, 4, 9999, 4, 3, 2);
  assert_score (180, 5, 20000, 3, 4, 4);
  assert_score (365, 9, 49999, 2, 4, 4);
  assert_score (366, 10, 50000, 1, 5, 5);
}

/* Whatever the scores, a segment fits; and the better a customer, the better the segment. */
static void
test_segments (void)
{
  guint seen[DAYBOOK_N_SEGMENTS] = { 0 };

  for (guint8 r = 1; r <= DAYBOOK_RFM_BEST; r++)
    for (guint8 f = 1; f <= DAYBOOK_RFM_BEST; f++)
      for (guint8 m = 1; m <= DAYBOOK_RFM_BEST; m++)
        seen[daybook_segment_of ((DaybookRfmScore) { r, f, m })]++;
  for (guint i = 0; i < DAYBOOK_N_SEGMENTS; i++)
    {
      g_assert_cmpuint (seen[i], >, 0);
      g_assert_cmpint (daybook_segment_find (daybook_segments[i].key), ==, (int) i);
      g_assert_cmpstr (daybook_segment_get_label (&daybook_segments[i]), !=, "");
    }
  g_assert_cmpint (daybook_segment_find ("nobody"), ==, -1);
  g_assert_cmpstr (daybook_segments[daybook_segment_of ((DaybookRfmScore) { 5, 5, 5 })].key, ==, "champions");
  g_assert_cmpstr (daybook_segments[daybook_segment_of ((DaybookRfmScore) { 5, 1, 5 })].key, ==, "new");
  g_assert_cmpstr (daybook_segments[daybook_segment_of ((DaybookRfmScore) { 1, 5, 5 })].key, ==, "must_not_lose");
  g_assert_cmpstr (daybook_segments[daybook_segment_of ((DaybookRfmScore) { 1, 5, 3 })].key, ==, "at_risk");
  g_assert_cmpstr (daybook_segments[daybook_segment_of ((DaybookRfmScore) { 1, 1, 5 })].key, ==, "lost");
}

static void
test_bounds_are_kept (void)
{
  g_autofree char *text = daybook_rfm_bounds_print (&BOUNDS);
  g_autofree char *again = NULL;
  g_autoptr(GError) error = NULL;
  DaybookRfmBounds read;

  g_assert_cmpstr (text, ==, "30,90,180,365;2,3,5,10;5000,10000,20000,50000");
  g_assert_true (daybook_rfm_bounds_parse (text, &read, &error));
  g_assert_no_error (error);
  again = daybook_rfm_bounds_print (&read);
  g_assert_cmpstr (again, ==, text);
  g_assert_false (daybook_rfm_bounds_parse ("", &read, &error));
  g_assert_no_error (error);
}

static void
assert_refused (const char *text,
                int         code)
{
  g_autoptr(GError) error = NULL;
  DaybookRfmBounds read = BOUNDS;

  g_assert_false (daybook_rfm_bounds_parse (text, &read, &error));
  g_assert_error (error, DAYBOOK_ERROR, code);
  g_assert_cmpint (read.recency[0], ==, BOUNDS.recency[0]);
}

static void
test_wrong_bounds (void)
{
  assert_refused ("30,90,180,365", DAYBOOK_ERROR_FORMAT);
  assert_refused ("30,90,180;2,3,4,5;1,2,3,4", DAYBOOK_ERROR_FORMAT);
  assert_refused ("30,90,180,many;2,3,4,5;1,2,3,4", DAYBOOK_ERROR_FORMAT);
  assert_refused ("30,90,180,-1;2,3,4,5;1,2,3,4", DAYBOOK_ERROR_FORMAT);
  assert_refused ("1,2,3,4;2,3,4,5;1,2,2,4", DAYBOOK_ERROR_CONSTRAINT);
}

/* Ten customers, two of each fifth. */
static void
test_fifths (void)
{
  gint64 days[] = { 9, 1, 3, 5, 7, 2, 4, 6, 8, 10 };
  gint64 sales[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 2 };
  gint64 spent[] = { 1000, 100, 300, 500, 700, 200, 400, 600, 800, 900 };
  DaybookRfmBounds bounds;
  g_autofree char *text = NULL;

  daybook_rfm_propose (&bounds, days, sales, spent, 10);
  text = daybook_rfm_bounds_print (&bounds);
  g_assert_cmpstr (text, ==, "2,4,6,8;2,3,4,5;300,500,700,900");
}

/* How many customers each score of the three has, in the bounds proposed for them. */
static void
assert_parted (const gint64 *days,
               guint         n,
               const guint  *expected)
{
  g_autofree gint64 *recency = g_memdup2 (days, n * sizeof *days), *sales = g_new0 (gint64, n), *spent = g_new0 (gint64, n);
  guint found[DAYBOOK_RFM_BEST + 1] = { 0 };
  DaybookRfmBounds bounds;

  daybook_rfm_propose (&bounds, recency, sales, spent, n);
  for (guint i = 0; i < n; i++)
    found[daybook_rfm_score (&bounds, days[i], 0, 0).recency]++;
  for (guint score = 1; score <= DAYBOOK_RFM_BEST; score++)
    g_assert_cmpuint (found[score], ==, expected[score]);
}

/* A day that stands on a bound is of the fifth that ends there. */
static void
test_recency_is_parted (void)
{
  static const gint64 TEN[] = { 9, 1, 3, 5, 7, 2, 4, 6, 8, 10 }, FIVE[] = { 50, 10, 20, 30, 40 };
  gint64 sale[100];

  /* Twenty have bought of late, all others on the day of a sale. */
  for (guint i = 0; i < G_N_ELEMENTS (sale); i++)
    sale[i] = i < 20 ? 5 : 60;
  assert_parted (TEN, G_N_ELEMENTS (TEN), (guint[]) { 0, 2, 2, 2, 2, 2 });
  assert_parted (FIVE, G_N_ELEMENTS (FIVE), (guint[]) { 0, 1, 1, 1, 1, 1 });
  assert_parted (sale, G_N_ELEMENTS (sale), (guint[]) { 0, 0, 0, 0, 80, 20 });
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Whatever they are and however they come, a fifth of them is below the first bound. */
static void
test_bounds_of_many (void)
{
  enum { N = 5003, KINDS = 3 };
  static const gint32 RANGES[KINDS] = { 7, 100000, 2 };
  g_autofree gint64 *numbers = g_new (gint64, KINDS * N);
  g_autofree gint64 *sorted = NULL;
  DaybookRfmBounds bounds;

  for (guint kind = 0; kind < KINDS; kind++)
    for (guint i = 0; i < N; i++)
      numbers[kind * N + i] = 10 + (kind == 1 ? (gint64) i * 7919 % 100003 : g_test_rand_int_range (0, RANGES[kind]));
  sorted = g_memdup2 (numbers, KINDS * N * sizeof (gint64));
  for (guint kind = 0; kind < KINDS; kind++)
    qsort (sorted + kind * N, N, sizeof (gint64), compare);
  daybook_rfm_propose (&bounds, numbers, numbers + N, numbers + 2 * N, N);
  g_assert_cmpint (bounds.recency[0], ==, sorted[N / 5 - 1]);
  g_assert_cmpint (bounds.recency[DAYBOOK_RFM_N_BOUNDS - 1], >=, sorted[N * 4 / 5 - 1]);
  for (guint i = 0; i < DAYBOOK_RFM_N_BOUNDS; i++)
    g_assert_cmpint (bounds.frequency[i], ==, sorted[N + N * (i + 1) / 5]);
}

static void
test_nobody (void)
{
  DaybookRfmBounds bounds;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  daybook_rfm_propose (&bounds, NULL, NULL, NULL, 0);
  text = daybook_rfm_bounds_print (&bounds);
  g_assert_true (daybook_rfm_bounds_parse (text, &bounds, &error));
}

/* Both ways of telling what was paid come to the same. */
static void
test_net (void)
{
  g_assert_cmpint (daybook_order_net (10000, 0, 10000), ==, 10000);
  g_assert_cmpint (daybook_order_net (7000, 3000, 10000), ==, 7000);
  g_assert_cmpint (daybook_order_net (10000, 3000, 10000), ==, 7000);
  g_assert_cmpint (daybook_order_net (10000, 3000, DAYBOOK_AMOUNT_UNKNOWN), ==, 7000);
  g_assert_cmpint (daybook_order_net (DAYBOOK_AMOUNT_UNKNOWN, 3000, 10000), ==, 7000);
  g_assert_cmpint (daybook_order_net (DAYBOOK_AMOUNT_UNKNOWN, 0, DAYBOOK_AMOUNT_UNKNOWN), ==, 0);
  g_assert_cmpint (daybook_order_net (1000, 3000, DAYBOOK_AMOUNT_UNKNOWN), ==, 0);
}

static void
test_sales (void)
{
  g_assert_true (daybook_order_is_sale (DAYBOOK_STAGE_PAID, DAYBOOK_REFUND_NONE, 100));
  g_assert_true (daybook_order_is_sale (DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_PART, DAYBOOK_AMOUNT_UNKNOWN));
  g_assert_true (daybook_order_is_sale (DAYBOOK_STAGE_UNKNOWN, DAYBOOK_REFUND_NONE, 100));
  g_assert_false (daybook_order_is_sale (DAYBOOK_STAGE_UNKNOWN, DAYBOOK_REFUND_NONE, 0));
  g_assert_false (daybook_order_is_sale (DAYBOOK_STAGE_UNPAID, DAYBOOK_REFUND_NONE, 100));
  g_assert_false (daybook_order_is_sale (DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_NONE, 100));
  g_assert_false (daybook_order_is_sale (DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_FULL, 100));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rfm/scores", test_scores);
  g_test_add_func ("/rfm/segments", test_segments);
  g_test_add_func ("/rfm/bounds-are-kept", test_bounds_are_kept);
  g_test_add_func ("/rfm/wrong-bounds", test_wrong_bounds);
  g_test_add_func ("/rfm/fifths", test_fifths);
  g_test_add_func ("/rfm/recency-is-parted", test_recency_is_parted);
  g_test_add_func ("/rfm/bounds-of-many", test_bounds_of_many);
  g_test_add_func ("/rfm/nobody", test_nobody);
  g_test_add_func ("/rfm/net", test_net);
  g_test_add_func ("/rfm/sales", test_sales);
  return g_test_run ();
}
