/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/month.h"

#include "core/day.h"

static void
assert_month (const char   *day,
              GDateWeekday  begins,
              const char   *first,
              guint         weeks)
{
  GDate date, seen;

  g_assert_true (daybook_day_parse (day, &date));
  daybook_month_first (&date, begins, &seen);
  g_autofree char *text = daybook_day_print (&seen);
  g_assert_cmpstr (text, ==, first);
  g_assert_cmpuint (daybook_month_weeks (&date, begins), ==, weeks);
}

static void
test_weeks (void)
{
  /* The first of November 2026 is a Sunday. */
  assert_month ("2026-11-29", G_DATE_MONDAY, "2026-10-26", 6);
  assert_month ("2026-11-29", G_DATE_SUNDAY, "2026-11-01", 5);
  /* A February of four weeks. */
  assert_month ("2021-02-10", G_DATE_MONDAY, "2021-02-01", 4);
  assert_month ("2021-02-10", G_DATE_SUNDAY, "2021-01-31", 5);
  assert_month ("2026-01-31", G_DATE_SATURDAY, "2025-12-27", 6);
}

static void
assert_turned (const char *day,
               int         months,
               const char *expected)
{
  GDate date;

  g_assert_true (daybook_day_parse (day, &date));
  daybook_month_turn (&date, months);
  g_autofree char *text = daybook_day_print (&date);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_turned (void)
{
  assert_turned ("2026-11-29", 1, "2026-12-29");
  assert_turned ("2026-12-29", 1, "2027-01-29");
  assert_turned ("2026-01-31", 1, "2026-02-28");
  assert_turned ("2024-03-31", -1, "2024-02-29");
  assert_turned ("2026-01-05", -1, "2025-12-05");
  assert_turned ("2026-01-05", 0, "2026-01-05");
}

static void
test_lanes (void)
{
  /* Two that follow each other share a lane; one over both has its own; the longest of those that begin together is first. */
  const DaybookDaySpan spans[] = { { 13, 14 }, { 10, 10 }, { 10, 12 }, { 11, 20 }, { 15, 15 } };
  guint lanes[G_N_ELEMENTS (spans)];

  g_assert_cmpuint (daybook_day_lanes (spans, G_N_ELEMENTS (spans), lanes), ==, 2);
  g_assert_cmpuint (lanes[2], ==, 0);
  g_assert_cmpuint (lanes[1], ==, 1);
  g_assert_cmpuint (lanes[3], ==, 1);
  g_assert_cmpuint (lanes[0], ==, 0);
  g_assert_cmpuint (lanes[4], ==, 0);
}

static void
test_no_two_meet (void)
{
  DaybookDaySpan spans[60];
  guint lanes[G_N_ELEMENTS (spans)];
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      spans[i].first = (guint32) g_rand_int_range (random, 1, 40);
      spans[i].last = spans[i].first + (guint32) g_rand_int_range (random, 0, 9);
    }
  daybook_day_lanes (spans, G_N_ELEMENTS (spans), lanes);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    for (guint k = i + 1; k < G_N_ELEMENTS (spans); k++)
      g_assert_true (lanes[i] != lanes[k] || spans[i].last < spans[k].first || spans[k].last < spans[i].first);
}

static void
test_none (void)
{
  g_assert_cmpuint (daybook_day_lanes (NULL, 0, NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month/weeks", test_weeks);
  g_test_add_func ("/month/turned", test_turned);
  g_test_add_func ("/month/lanes", test_lanes);
  g_test_add_func ("/month/no-two-meet", test_no_two_meet);
  g_test_add_func ("/month/none", test_none);
  return g_test_run ();
}
