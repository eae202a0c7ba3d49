/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/day.h"

#include "core/moment.h"

static void
test_days (void)
{
  static const char *const DAYS[] = { "2026-11-29", "2024-02-29", "2000-02-29", "2026-01-01", "2026-12-31", "0001-01-01", "9999-12-31" };

  for (gsize i = 0; i < G_N_ELEMENTS (DAYS); i++)
    {
      g_test_message ("%s", DAYS[i]);
      g_assert_true (daybook_day_is (DAYS[i]));
    }
}

static void
test_days_that_are_none (void)
{
  static const char *const TEXTS[] = {
    "2026-02-29", "2025-02-29", "1900-02-29", "2026-04-31", "2026-01-32", "2026-01-00", "2026-00-10", "2026-13-01", "0000-01-01", /* not in the calendar */
    "2026-1-1", "2026-01-1", "26-01-01", "20260101", "2026/01/01", "2026-01-01 ", " 2026-01-1", "2026-01-01T00:00", "12026-01-01",
    "+026-01-01", "-026-01-01", "2026-0a-01", "2026-+1-01", "2026- 1-01", "２026-01-01", "", "today", "null",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_test_message ("“%s”", TEXTS[i]);
      g_assert_false (daybook_day_is (TEXTS[i]));
    }
}

static void
assert_day_of (const char *moment,
               const char *zone_name,
               const char *expected)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (moment, NULL);

  g_assert_nonnull (zone);
  g_assert_nonnull (time);
  g_autofree char *day = daybook_day_of (g_date_time_to_unix (time), zone);
  g_assert_cmpstr (day, ==, expected);
  g_assert_true (daybook_day_is (day));
}

/* The same moment is on two days at once. */
static void
test_the_day_is_that_of_the_zone (void)
{
  assert_day_of ("2026-11-29T15:59:59Z", "Asia/Shanghai", "2026-11-29");
  assert_day_of ("2026-11-29T16:00:00Z", "Asia/Shanghai", "2026-11-30");
  assert_day_of ("2026-11-29T16:00:00Z", "UTC", "2026-11-29");
  assert_day_of ("2026-11-29T04:59:59Z", "America/New_York", "2026-11-28");
  assert_day_of ("2026-12-31T23:00:00Z", "Europe/Berlin", "2027-01-01");
  assert_day_of ("1969-12-31T23:59:59Z", "UTC", "1969-12-31");
}

static void
assert_begin (const char *day,
              const char *zone_name,
              const char *expected)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  GDate date;

  g_assert_true (daybook_day_parse (day, &date));
  g_autofree char *begin = daybook_moment_to_iso (daybook_day_begin (&date, zone), zone);
  g_assert_cmpstr (begin, ==, expected);
  g_autofree char *again = daybook_day_print (&date);
  g_assert_cmpstr (again, ==, day);
}

/* Where the clocks jump over midnight, with the first moment that there is. */
static void
test_a_day_begins (void)
{
  assert_begin ("2026-11-29", "Asia/Shanghai", "2026-11-29T00:00:00+08:00");
  assert_begin ("2026-03-29", "Europe/Berlin", "2026-03-29T00:00:00+01:00");
  assert_begin ("2018-11-04", "America/Sao_Paulo", "2018-11-04T01:00:00-02:00");
}

static void
test_what_is_no_day_changes_none (void)
{
  GDate date;

  g_assert_true (daybook_day_parse ("2026-11-29", &date));
  g_assert_false (daybook_day_parse ("2026-11-31", &date));
  g_autofree char *day = daybook_day_print (&date);
  g_assert_cmpstr (day, ==, "2026-11-29");
}

/* A slip of the finger in a year is a day nevertheless, and can be corrected. */
static void
test_early_years_have_four_digits (void)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  gint64 moment = 0;

  g_assert_true (daybook_moment_parse ("0226-01-02", utc, &moment, NULL));
  g_autofree char *day = daybook_day_of (moment, utc);
  g_assert_cmpstr (day, ==, "0226-01-02");
}

static void
test_a_moment_that_no_calendar_has (void)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *late = daybook_day_of (G_MAXINT64, utc);
  g_autofree char *early = daybook_day_of (G_MININT64, utc);

  g_assert_cmpstr (late, ==, "");
  g_assert_cmpstr (early, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/days", test_days);
  g_test_add_func ("/day/days-that-are-none", test_days_that_are_none);
  g_test_add_func ("/day/the-day-is-that-of-the-zone", test_the_day_is_that_of_the_zone);
  g_test_add_func ("/day/a-day-begins", test_a_day_begins);
  g_test_add_func ("/day/what-is-no-day-changes-none", test_what_is_no_day_changes_none);
  g_test_add_func ("/day/early-years-have-four-digits", test_early_years_have_four_digits);
  g_test_add_func ("/day/a-moment-that-no-calendar-has", test_a_moment_that_no_calendar_has);

  return g_test_run ();
}
