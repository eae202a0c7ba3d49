/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/recurrence.h"

#include "core/moment.h"

#define MINUTE 60
#define DAY (24 * 60 * MINUTE)
/* Day 1 of GDate is 0001-01-01. */
#define JULIAN_1970 719163
#define LAST_DAY 1u

/* --- Days, counted from 1970-01-01 ----------------------------------------------------- */

static gint64
day_at (gint64     moment,
        GTimeZone *zone)
{
  gint64 wall = daybook_moment_to_wall (moment, zone);
  gint64 rest = wall % DAY;

  return (wall - (rest < 0 ? rest + DAY : rest)) / DAY;
}

static guint
weekday_of (gint64 day)
{
  /* 1970-01-01 was a Thursday. */
  return (guint) (((day + 3) % 7 + 7) % 7);
}

static gboolean
is_of_month (guint  days,
             gint64 day)
{
  GDate date;
  guint number, last;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + JULIAN_1970));
  number = g_date_get_day (&date);
  last = g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));
  if ((days & 1u << number) != 0)
    return TRUE;

  /* Days behind the last one are the last one. */
  return number == last && ((days & LAST_DAY) != 0 || days >> last > 1);
}

/* Whether it would be on that day were the shop always open. */
static gboolean
is_meant (const DaybookRecurrence *self,
          gint64                   day)
{
  switch (self->kind)
    {
    case DAYBOOK_RECUR_WEEKLY:
      return (self->weekdays & 1u << weekday_of (day)) != 0;
    case DAYBOOK_RECUR_MONTHLY:
      return is_of_month (self->days, day);
    case DAYBOOK_RECUR_EVERY:
      return day >= self->first && (day - self->first) % (7 * self->weeks) == 0;
    case DAYBOOK_RECUR_DAILY:
    default:
      return TRUE;
    }
}

static gboolean
is_open (const DaybookCalendar *open,
         GTimeZone             *zone,
         gint64                 day)
{
  return daybook_calendar_next_open (open, zone, daybook_moment_of_wall (day * DAY, zone)) < daybook_moment_of_wall ((day + 1) * DAY, zone);
}

/* Whether a day that was meant is moved to this open one: those between are shut. */
static gboolean
is_moved_to (const DaybookRecurrence *self,
             const DaybookCalendar   *open,
             GTimeZone               *zone,
             gint64                   day)
{
  int step = self->closed == DAYBOOK_CLOSED_BEFORE ? 1 : -1;

  for (int i = 1; i <= DAYBOOK_RECUR_MOVE_DAYS && !is_open (open, zone, day + i * step); i++)
    if (is_meant (self, day + i * step))
      return TRUE;

  return FALSE;
}

/* Whether this shut day, which was meant, has no open one near enough to be moved to. */
static gboolean
is_stuck (const DaybookRecurrence *self,
          const DaybookCalendar   *open,
          GTimeZone               *zone,
          gint64                   day)
{
  int step = self->closed == DAYBOOK_CLOSED_BEFORE ? -1 : 1;

  for (int i = 1; i <= DAYBOOK_RECUR_MOVE_DAYS; i++)
    if (is_open (open, zone, day + i * step))
      return FALSE;

  return TRUE;
}

static gboolean
is_on (const DaybookRecurrence *self,
       const DaybookCalendar   *open,
       GTimeZone               *zone,
       gint64                   day)
{
  gboolean meant = is_meant (self, day);

  if (open == NULL || self->closed == DAYBOOK_CLOSED_ANYWAY)
    return meant;
  if (self->closed == DAYBOOK_CLOSED_SKIP)
    return meant && is_open (open, zone, day);
  if (is_open (open, zone, day))
    return meant || is_moved_to (self, open, zone, day);

  return meant && is_stuck (self, open, zone, day);
}

static gint64
moment_on (const DaybookRecurrence *self,
           GTimeZone               *zone,
           gint64                   day)
{
  return daybook_moment_of_wall (day * DAY + (gint64) self->minutes * MINUTE, zone);
}

/* --- Times ------------------------------------------------------------------------------- */

gint64
daybook_recurrence_next (const DaybookRecurrence *self,
                         const DaybookCalendar   *open,
                         GTimeZone               *zone,
                         gint64                   after)
{
  gint64 day = day_at (after, zone);

  if (self->kind == DAYBOOK_RECUR_EVERY)
    day = MAX (day, self->first - DAYBOOK_RECUR_MOVE_DAYS);
  for (int i = 0; i < DAYBOOK_RECUR_LOOK_DAYS; i++)
    if (moment_on (self, zone, day + i) > after && is_on (self, open, zone, day + i))
      return moment_on (self, zone, day + i);

  return G_MAXINT64;
}

gint64
daybook_recurrence_last (const DaybookRecurrence *self,
                         const DaybookCalendar   *open,
                         GTimeZone               *zone,
                         gint64                   moment)
{
  gint64 day = day_at (moment, zone);

  for (int i = 0; i < DAYBOOK_RECUR_LOOK_DAYS; i++)
    if (moment_on (self, zone, day - i) <= moment && is_on (self, open, zone, day - i))
      return moment_on (self, zone, day - i);

  return G_MININT64;
}

guint
daybook_recurrence_count (const DaybookRecurrence *self,
                          const DaybookCalendar   *open,
                          GTimeZone               *zone,
                          gint64                   from,
                          gint64                   to,
                          guint                    most)
{
  guint n = 0;

  for (gint64 at = daybook_recurrence_next (self, open, zone, from); n < most && at <= to; at = daybook_recurrence_next (self, open, zone, at))
    n++;
  return n;
}
