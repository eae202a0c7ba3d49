/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-clock.h"

typedef struct
{
  const DaybookCalendar *calendar;
  GTimeZone             *zone;
  const GArray          *pauses;
} Course;

static const DaybookPause *
pause_at (const Course *course,
          guint         i)
{
  return course->pauses != NULL && i < course->pauses->len ? &g_array_index (course->pauses, DaybookPause, i) : NULL;
}

/* The moment before which so much time has run; G_MAXINT64: it stands still before that. */
static gint64
run (const Course *course,
     gint64        from,
     gint64        seconds)
{
  const DaybookPause *pause;

  for (guint i = 0; (pause = pause_at (course, i)) != NULL; i++)
    {
      gint64 until = MAX (from, pause->from);
      gint64 runs = daybook_calendar_between (course->calendar, course->zone, from, until);

      if (pause->to <= from)
        continue;
      if (runs >= seconds)
        break;
      if (pause->to == G_MAXINT64)
        return G_MAXINT64;
      seconds -= runs;
      from = pause->to;
    }

  return daybook_calendar_add (course->calendar, course->zone, from, seconds);
}

/* How much time has run from `from` to `to`. */
static gint64
count (const Course *course,
       gint64        from,
       gint64        to)
{
  const DaybookPause *pause;
  gint64 sum = 0;

  for (guint i = 0; from < to && (pause = pause_at (course, i)) != NULL; i++)
    {
      if (pause->to <= from)
        continue;
      sum += daybook_calendar_between (course->calendar, course->zone, from, MIN (MAX (from, pause->from), to));
      from = pause->to;
    }

  return sum + daybook_calendar_between (course->calendar, course->zone, from, to);
}

static gboolean
stands_still (const Course *course,
              gint64        now)
{
  const DaybookPause *pause;

  for (guint i = 0; (pause = pause_at (course, i)) != NULL; i++)
    if (pause->from <= now && now < pause->to)
      return TRUE;

  return FALSE;
}

DaybookClock
daybook_clock_reckon (const DaybookCalendar   *calendar,
                      GTimeZone               *zone,
                      const DaybookClockLimit *limit,
                      const GArray            *pauses,
                      gint64                   now)
{
  const Course course = { calendar, zone, pauses };
  DaybookClock clock = { DAYBOOK_CLOCK_LATER, run (&course, limit->from, limit->within), 0, 0 };

  clock.warn = run (&course, limit->from, limit->within / 100 * limit->warn + limit->within % 100 * limit->warn / 100);
  clock.left = clock.due <= now ? -daybook_calendar_between (calendar, zone, clock.due, now)
                                : limit->within - count (&course, limit->from, now);

  if (clock.due <= now)
    clock.state = DAYBOOK_CLOCK_OVERDUE;
  else if (stands_still (&course, now))
    clock.state = DAYBOOK_CLOCK_PAUSED;
  else if (clock.warn <= now)
    clock.state = DAYBOOK_CLOCK_SOON;
  return clock;
}
