/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/clock.h"

static gint64
read_hand (gpointer source)
{
  return *(gint64 *) source;
}

static void
count (DaybookClock *clock,
       guint        *times)
{
  (*times)++;
}

/* 2026-11-22 23:58:30 in Shanghai. */
#define LATE_EVENING G_GINT64_CONSTANT (1795363110)

static void
test_minutes_and_days_are_told (void)
{
  gint64 now = LATE_EVENING;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(DaybookClock) clock = daybook_clock_new (read_hand, &now, zone);
  guint minutes = 0;
  guint days = 0;

  g_signal_connect (clock, "minute", G_CALLBACK (count), &minutes);
  g_signal_connect (clock, "day", G_CALLBACK (count), &days);

  now += 29;
  daybook_clock_tick (clock);
  g_assert_cmpuint (minutes, ==, 0);
  now += 1;
  daybook_clock_tick (clock);
  daybook_clock_tick (clock);
  g_assert_cmpuint (minutes, ==, 1);
  g_assert_cmpuint (days, ==, 0);
  now += 60;
  daybook_clock_tick (clock);
  g_assert_cmpuint (minutes, ==, 2);
  g_assert_cmpuint (days, ==, 1);
}

/* A laptop that slept over midnight hears of it as soon as it shows times again. */
static void
test_running_again_catches_up (void)
{
  gint64 now = LATE_EVENING;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(DaybookClock) clock = daybook_clock_new (read_hand, &now, zone);
  guint days = 0;

  g_signal_connect (clock, "day", G_CALLBACK (count), &days);
  daybook_clock_set_state (clock, DAYBOOK_CLOCK_STOPPED);
  now += 3 * 86400;
  g_assert_cmpuint (days, ==, 0);
  daybook_clock_set_state (clock, DAYBOOK_CLOCK_RUNNING);
  g_assert_cmpuint (days, ==, 1);
  daybook_clock_set_state (clock, DAYBOOK_CLOCK_STOPPED);
}

/* The shop's time zone is a preference: midnight is elsewhere from then on. */
static void
test_another_zone_is_another_day (void)
{
  gint64 now = LATE_EVENING;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(GTimeZone) same = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr(DaybookClock) clock = daybook_clock_new (read_hand, &now, zone);
  guint minutes = 0;
  guint days = 0;

  g_signal_connect (clock, "minute", G_CALLBACK (count), &minutes);
  g_signal_connect (clock, "day", G_CALLBACK (count), &days);
  daybook_clock_set_zone (clock, same);
  g_assert_cmpuint (minutes + days, ==, 0);
  daybook_clock_set_zone (clock, berlin);
  g_assert_cmpuint (minutes, ==, 1);
  g_assert_cmpuint (days, ==, 1);

  /* Past midnight in Shanghai: an afternoon in Berlin. */
  now += 600;
  daybook_clock_tick (clock);
  g_assert_cmpuint (minutes, ==, 2);
  g_assert_cmpuint (days, ==, 1);
  now += 7 * 3600;
  daybook_clock_tick (clock);
  g_assert_cmpuint (days, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/minutes-and-days-are-told", test_minutes_and_days_are_told);
  g_test_add_func ("/clock/running-again-catches-up", test_running_again_catches_up);
  g_test_add_func ("/clock/another-zone-is-another-day", test_another_zone_is_another_day);
  return g_test_run ();
}
