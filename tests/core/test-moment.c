/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/moment.h"

#include <locale.h>
#include <string.h>

static GTimeZone *
zone_named (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (zone);
  return zone;
}

static const struct
{
  const char *text;
  const char *zone;
  const char *utc; /* as daybook_moment_to_iso() prints it */
} TIMES[] = {
  { "2018-05-16 09:38:00", "Asia/Shanghai", "2018-05-16T01:38:00+00:00" },
  { "2018-05-16 9:38", "Asia/Shanghai", "2018-05-16T01:38:00+00:00" },
  { "2016/5/23 22:02", "Asia/Shanghai", "2016-05-23T14:02:00+00:00" },
  { "2016.5.23 22:02", "Asia/Shanghai", "2016-05-23T14:02:00+00:00" },
  { "2023-02-12 21:32:14 ", "Asia/Shanghai", "2023-02-12T13:32:14+00:00" },
  { "\t2023-02-12   21:32:14", "Asia/Shanghai", "2023-02-12T13:32:14+00:00" },
  { "2012年12月29日 00:00:00", "Asia/Shanghai", "2012-12-28T16:00:00+00:00" },
  { "2012年2月9日", "Asia/Shanghai", "2012-02-08T16:00:00+00:00" },
  { "2026-11-22", "Asia/Shanghai", "2026-11-21T16:00:00+00:00" },
  { "2026-11-22", "UTC", "2026-11-22T00:00:00+00:00" },
  { "2019-03-15T10:00:00.000Z", "Asia/Shanghai", "2019-03-15T10:00:00+00:00" },
  { "2019-03-15T10:00:00", "Asia/Shanghai", "2019-03-15T02:00:00+00:00" },
  { "2019-03-15t10:00z", "Asia/Shanghai", "2019-03-15T10:00:00+00:00" },
  { "2019-03-15 10:00:00,5", "UTC", "2019-03-15T10:00:00+00:00" },
  { "2024-05-01 10:00:00 +0000", "Asia/Shanghai", "2024-05-01T10:00:00+00:00" },
  { "2024-05-01 10:00:00 UTC", "Asia/Shanghai", "2024-05-01T10:00:00+00:00" },
  { "2024-05-01 10:00:00 -0400", "Asia/Shanghai", "2024-05-01T14:00:00+00:00" },
  { "2009-01-01T10:50:49-08:00", "Asia/Shanghai", "2009-01-01T18:50:49+00:00" },
  { "2024-05-01T10:00+05:30", "UTC", "2024-05-01T04:30:00+00:00" },
  { "2024-05-01T10:00+01", "UTC", "2024-05-01T09:00:00+00:00" },
  { "2024-05-01 10:00:00 PDT", "Asia/Shanghai", "2024-05-01T17:00:00+00:00" },
  { "2024-07-01 10:00:00 CET", "Asia/Shanghai", "2024-07-01T09:00:00+00:00" },
  { "2024-07-01 10:00:00 GMT", "Asia/Shanghai", "2024-07-01T10:00:00+00:00" },
  { "2024-07-01 10:00:00 GMT+08:00", "UTC", "2024-07-01T02:00:00+00:00" },
  { "2024-07-01 10:00:00 America/Los_Angeles", "UTC", "2024-07-01T17:00:00+00:00" },
  { "2024-01-01 10:00:00 America/Los_Angeles", "UTC", "2024-01-01T18:00:00+00:00" },
  { "2024-02-29", "UTC", "2024-02-29T00:00:00+00:00" },
  { "2000-02-29", "UTC", "2000-02-29T00:00:00+00:00" },
  { "1970-01-01", "UTC", "1970-01-01T00:00:00+00:00" },
  { "1969-12-31 23:59:59", "UTC", "1969-12-31T23:59:59+00:00" },
  { "0001-02-01", "UTC", "0001-02-01T00:00:00+00:00" },
  { "9999-12-30", "UTC", "9999-12-30T00:00:00+00:00" },
  /* Summer time: on 2024-03-10 New York jumps from 2:00 to 3:00, and on
   * 2024-11-03 from 2:00 back to 1:00. */
  { "2024-03-10 01:59:59", "America/New_York", "2024-03-10T06:59:59+00:00" },
  { "2024-03-10 02:30:00", "America/New_York", "2024-03-10T07:00:00+00:00" },
  { "2024-03-10 03:00:00", "America/New_York", "2024-03-10T07:00:00+00:00" },
  { "2024-07-01 12:00:00", "America/New_York", "2024-07-01T16:00:00+00:00" },
  { "2024-11-03 00:59:59", "America/New_York", "2024-11-03T04:59:59+00:00" },
  { "2024-11-03 01:30:00", "America/New_York", "2024-11-03T06:30:00+00:00" },
  { "2024-11-03 02:00:00", "America/New_York", "2024-11-03T07:00:00+00:00" },
  /* Shanghai had summer time until 1991. */
  { "1990-07-01 12:00:00", "Asia/Shanghai", "1990-07-01T03:00:00+00:00" },
};

static const char *const NO_TIMES[] = {
  "",
  " ",
  "-",
  "today",
  "2018",
  "2018-05",
  "2018-5-",
  "2018-00-10",
  "2018-13-10",
  "2018-01-00",
  "2018-01-32",
  "2018-04-31",
  "2023-02-29",
  "1900-02-29",
  "0000-01-01",
  "0001-01-01 00:00:00", /* what databases write for "never" */
  "9999-12-31 23:59:59",
  "18-05-16",
  "05/16/2018",
  "2018-05/16",
  "2018-5-123",
  "2018-05-16T",
  "2018-05-16 9",
  "2018-05-16 9:3",
  "2018-05-16 24:00",
  "2018-05-16 10:60",
  "2018-05-16 10:00:60",
  "2018-05-16 10:00:",
  "2018-05-16 10:00:00.",
  "2018-05-16 10:00:00 XYZ",
  "2018-05-16 10:00:00 GMT+",
  "2018-05-16 10:00:00 Mars/Olympus",
  "2018-05-16 10:00:00 ../etc/passwd",
  "2018-05-16 10:00:00 /usr/share/zoneinfo/UTC",
  "2018-05-16 10:00:00 +",
  "2018-05-16 10:00:00 +8",
  "2018-05-16 10:00:00 +080",
  "2018-05-16 10:00:00 +08:0",
  "2018-05-16 10:00:00 +16:00",
  "2018-05-16 10:00:00 +08:60",
  "2018-05-16 10:00:00 +08:00 x",
  "2018-05-16x",
  "2018-05-1609:38",
  "2012年12月29",
  "２０１８-05-16",
  "2018-05-16\xff",
  "43236.40",
};

static void
test_times_are_read (void)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  for (gsize i = 0; i < G_N_ELEMENTS (TIMES); i++)
    {
      g_autoptr(GTimeZone) zone = zone_named (TIMES[i].zone);
      g_autoptr(GError) error = NULL;
      g_autofree char *iso = NULL;
      gint64 moment = 0;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      daybook_moment_parse (TIMES[i].text, zone, &moment, &error);
      g_assert_no_error (error);
      iso = daybook_moment_to_iso (moment, utc);
      g_assert_cmpstr (iso, ==, TIMES[i].utc);
    }
}

static void
test_others_are_refused (void)
{
  g_autoptr(GTimeZone) zone = zone_named ("Asia/Shanghai");

  for (gsize i = 0; i < G_N_ELEMENTS (NO_TIMES); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 moment = 77;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (daybook_moment_parse (NO_TIMES[i], zone, &moment, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (moment, ==, 77);
    }
  g_assert_false (daybook_moment_parse (NULL, zone, &(gint64) { 0 }, NULL));
}

/* The fast way over remembered offsets gives what GDateTime gives. */
static void
test_it_agrees_with_glib (void)
{
  static const char *const ZONES[] = {
    "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia",
  };

  for (int i = 0; i < 60000; i++)
    {
      const char *name = ZONES[i / 1000 % G_N_ELEMENTS (ZONES)];
      g_autoptr(GTimeZone) zone = zone_named (name);
      g_autoptr(GDateTime) date = g_date_time_new (zone, g_test_rand_int_range (1970, 2045), g_test_rand_int_range (1, 13),
                                                   g_test_rand_int_range (1, 29), g_test_rand_int_range (0, 24),
                                                   g_test_rand_int_range (0, 60), g_test_rand_int_range (0, 60));
      g_autofree char *text = g_date_time_format (date, "%Y-%m-%d %H:%M:%S");
      g_autofree char *iso = NULL;
      g_autofree char *expected = NULL;
      gint64 moment = 0;

      g_assert_true (daybook_moment_parse (text, zone, &moment, NULL));
      g_assert_cmpint (moment, ==, g_date_time_to_unix (date));

      iso = daybook_moment_to_iso (moment, zone);
      expected = g_date_time_format (date, "%Y-%m-%dT%H:%M:%S%:z");
      g_assert_cmpstr (iso, ==, expected);
      g_assert_true (daybook_moment_parse (iso, zone, &moment, NULL));
      g_assert_cmpint (moment, ==, g_date_time_to_unix (date));
    }
}

static const struct
{
  const char *zone;
  const char *moment;
  int         days;
  const char *day;
} DAYS[] = {
  { "Asia/Shanghai", "2026-11-22T10:20:00+08:00", 0, "2026-11-22T00:00:00+08:00" },
  { "Asia/Shanghai", "2026-11-22T00:00:00+08:00", 0, "2026-11-22T00:00:00+08:00" },
  { "Asia/Shanghai", "2026-11-21T23:59:59+08:00", 0, "2026-11-21T00:00:00+08:00" },
  { "Asia/Shanghai", "2026-11-22T10:20:00+08:00", -22, "2026-10-31T00:00:00+08:00" },
  { "Asia/Shanghai", "2026-12-31T10:20:00+08:00", 1, "2027-01-01T00:00:00+08:00" },
  { "Asia/Shanghai", "1969-12-31T10:20:00+08:00", 0, "1969-12-31T00:00:00+08:00" },
  { "America/New_York", "2024-03-11T12:00:00-04:00", -1, "2024-03-10T00:00:00-05:00" },
  { "America/New_York", "2024-03-10T12:00:00-04:00", 1, "2024-03-11T00:00:00-04:00" },
  { "America/New_York", "2024-11-03T23:00:00-05:00", 0, "2024-11-03T00:00:00-04:00" },
  /* In Beirut clocks jump from 0:00 to 1:00. */
  { "Asia/Beirut", "2022-03-27T12:00:00+03:00", 0, "2022-03-27T01:00:00+03:00" },
  /* In Havana from 1:00 back to 0:00: the day begins with the first of the two. */
  { "America/Havana", "2024-11-03T12:00:00-05:00", 0, "2024-11-03T00:00:00-04:00" },
};

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (DAYS); i++)
    {
      g_autoptr(GTimeZone) zone = zone_named (DAYS[i].zone);
      g_autofree char *iso = NULL;
      gint64 moment = 0;

      g_assert_true (daybook_moment_parse (DAYS[i].moment, zone, &moment, NULL));
      iso = daybook_moment_to_iso (daybook_moment_day (moment, zone, DAYS[i].days), zone);
      g_assert_cmpstr (iso, ==, DAYS[i].day);
    }
}

static const struct
{
  const char *moment;
  const char *shown;
} SHOWN[] = {
  { "2026-11-22 00:00", "00:00" },
  { "2026-11-22 10:20", "10:20" },
  { "2026-11-22 23:59", "23:59" },
  { "2026-11-21 23:59", "Yesterday 23:59" },
  { "2026-11-21 00:00", "Yesterday 00:00" },
  { "2026-11-20 23:59", "11-20 23:59" },
  { "2026-11-23 00:00", "Tomorrow 00:00" },
  { "2026-11-24 00:00", "11-24 00:00" },
  { "2026-01-01 00:00", "01-01 00:00" },
  { "2025-12-31 23:59", "2025-12-31" },
  { "2027-01-01 00:00", "2027-01-01" },
};

static void
test_lists_show_what_is_needed (void)
{
  g_autoptr(GTimeZone) zone = zone_named ("Asia/Shanghai");
  gint64 now = 0;

  g_assert_true (daybook_moment_parse ("2026-11-22 10:20", zone, &now, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (SHOWN); i++)
    {
      g_autofree char *shown = NULL;
      gint64 moment = 0;

      g_assert_true (daybook_moment_parse (SHOWN[i].moment, zone, &moment, NULL));
      shown = daybook_moment_format (moment, now, zone);
      g_assert_cmpstr (shown, ==, SHOWN[i].shown);
    }
}

static void
test_panels_show_it_in_full (void)
{
  g_autoptr(GTimeZone) zone = zone_named ("Asia/Shanghai");
  g_autofree char *shown = NULL;
  gint64 moment = 0;

  g_assert_true (daybook_moment_parse ("2026-11-02 09:05", zone, &moment, NULL));
  shown = daybook_moment_format_long (moment, zone);
  g_assert_cmpstr (shown, ==, "Monday, 2 November 2026, 09:05");
}

static void
test_absurd_moments_do_no_harm (void)
{
  static const gint64 ABSURD[] = { G_MININT64, G_MININT64 / 1000, -1, G_MAXINT64 / 1000, G_MAXINT64 };
  g_autoptr(GTimeZone) zone = zone_named ("Asia/Shanghai");

  for (gsize i = 0; i < G_N_ELEMENTS (ABSURD); i++)
    {
      g_autofree char *iso = daybook_moment_to_iso (ABSURD[i], zone);
      g_autofree char *shown = daybook_moment_format (ABSURD[i], 0, zone);
      g_autofree char *full = daybook_moment_format_long (ABSURD[i], zone);

      g_assert_cmpuint (strlen (iso), ==, strlen ("2026-11-22T10:20:00+08:00"));
      g_assert_cmpstr (shown, !=, NULL);
      g_assert_cmpstr (full, !=, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moment/times-are-read", test_times_are_read);
  g_test_add_func ("/moment/others-are-refused", test_others_are_refused);
  g_test_add_func ("/moment/it-agrees-with-glib", test_it_agrees_with_glib);
  g_test_add_func ("/moment/days", test_days);
  g_test_add_func ("/moment/lists-show-what-is-needed", test_lists_show_what_is_needed);
  g_test_add_func ("/moment/panels-show-it-in-full", test_panels_show_it_in_full);
  g_test_add_func ("/moment/absurd-moments-do-no-harm", test_absurd_moments_do_no_harm);

  return g_test_run ();
}
