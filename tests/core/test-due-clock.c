/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-clock.h"

/* When something is due, against a model that counts minute by minute. */

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define WEEK_MINUTES (7 * 24 * 60)
#define ROUNDS 1500

/* Monday, 23 November 2026, 00:00 in Shanghai. */
#define MONDAY G_GINT64_CONSTANT (1795363200)

#define SHOP "{\"week\": {\"mon\": [\"08:00-12:00\", \"13:00-18:00\"], \"tue\": [\"08:00-18:00\"], \"wed\": [\"08:00-18:00\"]," \
             " \"thu\": [\"08:00-18:00\"], \"fri\": [\"08:00-12:00\"]}}"

typedef struct
{
  GTimeZone       *zone;
  DaybookCalendar *calendar;
  GArray          *pauses; /* DaybookPause */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->zone = g_time_zone_new_identifier ("Asia/Shanghai");
  fixture->calendar = daybook_calendar_parse (SHOP, &error);
  g_assert_no_error (error);
  fixture->pauses = g_array_new (FALSE, FALSE, sizeof (DaybookPause));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_time_zone_unref (fixture->zone);
  daybook_calendar_unref (fixture->calendar);
  g_array_unref (fixture->pauses);
}

/* Hours after Monday's midnight. */
static gint64
at (double hours)
{
  return MONDAY + (gint64) (hours * HOUR);
}

static void
pause_for (Fixture *fixture,
           gint64   from,
           gint64   to)
{
  const DaybookPause pause = { from, to };

  g_array_append_val (fixture->pauses, pause);
}

static DaybookClock
reckon (Fixture *fixture,
        double   begin,
        double   within,
        double   now)
{
  const DaybookClockLimit limit = { at (begin), (gint64) (within * HOUR), 70 };

  return daybook_clock_reckon (fixture->calendar, fixture->zone, &limit, fixture->pauses, at (now));
}

static void
test_its_states (Fixture       *fixture,
                 gconstpointer  data)
{
  /* Ten hours from Monday 9:00: three until noon, five in the afternoon, two on Tuesday. */
  DaybookClock clock = reckon (fixture, 9, 10, 9);

  g_assert_cmpint (clock.due, ==, at (24 + 10));
  g_assert_cmpint (clock.warn, ==, at (17)); /* after seven */
  g_assert_cmpint (clock.left, ==, 10 * HOUR);
  g_assert_cmpint (clock.state, ==, DAYBOOK_CLOCK_LATER);

  g_assert_cmpint (reckon (fixture, 9, 10, 16.99).state, ==, DAYBOOK_CLOCK_LATER);
  g_assert_cmpint (reckon (fixture, 9, 10, 17).state, ==, DAYBOOK_CLOCK_SOON);
  g_assert_cmpint (reckon (fixture, 9, 10, 20).left, ==, 2 * HOUR);
  g_assert_cmpint (reckon (fixture, 9, 10, 24 + 10).state, ==, DAYBOOK_CLOCK_OVERDUE);
  /* It gets later only while the shop is open. */
  g_assert_cmpint (reckon (fixture, 9, 10, 24 + 12).left, ==, -2 * HOUR);
  g_assert_cmpint (reckon (fixture, 9, 10, 48).left, ==, -8 * HOUR);
}

static void
test_it_stands_still (Fixture       *fixture,
                      gconstpointer  data)
{
  DaybookClock clock;

  /* For the courier, from Monday 10:00 to Tuesday 9:00: one hour has run. */
  pause_for (fixture, at (10), at (24 + 9));
  clock = reckon (fixture, 9, 2, 12);
  g_assert_cmpint (clock.state, ==, DAYBOOK_CLOCK_PAUSED);
  g_assert_cmpint (clock.left, ==, HOUR);
  g_assert_cmpint (clock.due, ==, at (24 + 10));
  g_assert_cmpint (reckon (fixture, 9, 2, 24 + 9.5).state, ==, DAYBOOK_CLOCK_SOON);

  /* And again, for as long as it takes. */
  pause_for (fixture, at (24 + 9.5), G_MAXINT64);
  clock = reckon (fixture, 9, 2, 72);
  g_assert_cmpint (clock.due, ==, G_MAXINT64);
  g_assert_cmpint (clock.left, ==, HOUR / 2);
  g_assert_cmpint (clock.state, ==, DAYBOOK_CLOCK_PAUSED);
}

/* Whoever was late stays late: nothing is made good by waiting for somebody then. */
static void
test_a_pause_too_late (Fixture       *fixture,
                       gconstpointer  data)
{
  DaybookClock clock;

  pause_for (fixture, at (11), G_MAXINT64);
  clock = reckon (fixture, 9, 1, 11.5);
  g_assert_cmpint (clock.due, ==, at (10));
  g_assert_cmpint (clock.state, ==, DAYBOOK_CLOCK_OVERDUE);
  /* One that begins in the very moment, too. */
  g_assert_cmpint (reckon (fixture, 9, 2, 11).due, ==, at (11));
}

/* --- Against the model ------------------------------------------------------------------ */

static gboolean
runs (Fixture *fixture,
      int      minute)
{
  gint64 moment = MONDAY + (gint64) minute * MINUTE;

  for (guint i = 0; i < fixture->pauses->len; i++)
    {
      const DaybookPause *one = &g_array_index (fixture->pauses, DaybookPause, i);

      if (one->from <= moment && moment < one->to)
        return FALSE;
    }

  return daybook_calendar_is_open (fixture->calendar, fixture->zone, moment);
}

/* The minute behind the nth that runs; -1: not within the week. */
static int
step (Fixture *fixture,
      int      from,
      int      n)
{
  for (int i = from; i < WEEK_MINUTES; i++)
    {
      n -= runs (fixture, i);
      if (n == 0)
        return i + 1;
    }

  return -1;
}

static void
draw_pauses (Fixture *fixture,
             GRand   *dice)
{
  int from = 0;

  g_array_set_size (fixture->pauses, 0);
  for (int n = g_rand_int_range (dice, 0, 4); n > 0 && from < WEEK_MINUTES; n--)
    {
      int begin = g_rand_int_range (dice, from, WEEK_MINUTES);
      int end = g_rand_int_range (dice, begin, WEEK_MINUTES + 1);

      pause_for (fixture, MONDAY + (gint64) begin * MINUTE, n == 1 && g_rand_int_range (dice, 0, 4) == 0 ? G_MAXINT64 : MONDAY + (gint64) end * MINUTE);
      from = end;
    }
}

static void
test_against_the_model (Fixture       *fixture,
                        gconstpointer  data)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr(GRand) dice = g_rand_new_with_seed (seed);
  guint n_due = 0, n_still = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < ROUNDS; i++)
    {
      int begin = g_rand_int_range (dice, 0, WEEK_MINUTES / 2), minutes = 100 * g_rand_int_range (dice, 1, 15);
      int now = g_rand_int_range (dice, begin, WEEK_MINUTES), due, warn, left = minutes;
      const DaybookClockLimit limit = { MONDAY + (gint64) begin * MINUTE, (gint64) minutes * MINUTE, 70 };
      DaybookClock clock;

      draw_pauses (fixture, dice);
      due = step (fixture, begin, minutes);
      warn = step (fixture, begin, minutes / 100 * 70);
      clock = daybook_clock_reckon (fixture->calendar, fixture->zone, &limit, fixture->pauses, MONDAY + (gint64) now * MINUTE);
      for (int m = begin; m < now; m++)
        left -= runs (fixture, m);

      if (due >= 0)
        g_assert_cmpint (clock.due, ==, MONDAY + (gint64) due * MINUTE);
      else
        g_assert_cmpint (clock.due, >, MONDAY + (gint64) WEEK_MINUTES * MINUTE);
      if (warn >= 0)
        g_assert_cmpint (clock.warn, ==, MONDAY + (gint64) warn * MINUTE);
      g_assert_cmpint (clock.state == DAYBOOK_CLOCK_OVERDUE, ==, due >= 0 && due <= now);
      if (clock.state != DAYBOOK_CLOCK_OVERDUE)
        g_assert_cmpint (clock.left, ==, (gint64) left * MINUTE);
      n_due += due >= 0;
      n_still += clock.state == DAYBOOK_CLOCK_PAUSED;
    }

  g_assert_cmpuint (n_due, >, 20);
  g_assert_cmpuint (n_still, >, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/clock/states", Fixture, NULL, set_up, test_its_states, tear_down);
  g_test_add ("/clock/still", Fixture, NULL, set_up, test_it_stands_still, tear_down);
  g_test_add ("/clock/too-late", Fixture, NULL, set_up, test_a_pause_too_late, tear_down);
  g_test_add ("/clock/model", Fixture, NULL, set_up, test_against_the_model, tear_down);

  return g_test_run ();
}
