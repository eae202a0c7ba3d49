/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/snooze.h"

#include "core/moment.h"

#include <glib/gi18n-lib.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define MORNING 9
/* A shop that is open so long without a break never closes. */
#define MOST_DAYS 2

const char *
daybook_snooze_label (DaybookSnoozeChoice choice)
{
  static const char *const LABELS[DAYBOOK_N_SNOOZES] = {
    N_("15 minutes"), N_("1 hour"), N_("Closing time"), N_("Opening time"), N_("End of my shift"),
    N_("My next shift"), N_("Tomorrow morning"), N_("Next Monday"), N_("3 days"),
  };

  return _(LABELS[choice]);
}

/* Nine in the morning, so many days from now. */
static gint64
morning (const DaybookDueTerms *terms,
         gint64                 now,
         int                    days)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (daybook_moment_day (now, terms->zone, days));
  g_autoptr(GDateTime) day = g_date_time_to_timezone (utc, terms->zone);
  g_autoptr(GDateTime) at = g_date_time_new (terms->zone, g_date_time_get_year (day), g_date_time_get_month (day),
                                             g_date_time_get_day_of_month (day), MORNING, 0, 0);

  return g_date_time_to_unix (at);
}

static int
days_to_monday (const DaybookDueTerms *terms,
                gint64                 now)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, terms->zone);

  return 8 - g_date_time_get_day_of_week (local);
}

/* The moment at which hours that run now end; 0: they do not run, or do not end. */
static gint64
closing (const DaybookDueTerms *terms,
         const DaybookCalendar *hours,
         gint64                 now)
{
  gint64 open = now, shut = now + MOST_DAYS * DAY;

  if (!daybook_calendar_is_open (hours, terms->zone, now)
      || daybook_calendar_between (hours, terms->zone, now, shut) == shut - now)
    return 0;

  /* Until then all of the time is open, after it is not. */
  while (shut - open > 1)
    {
      gint64 middle = open + (shut - open) / 2;

      if (daybook_calendar_between (hours, terms->zone, now, middle) == middle - now)
        open = middle;
      else
        shut = middle;
    }
  return open;
}

static gint64
opening (const DaybookDueTerms *terms,
         const DaybookCalendar *hours,
         gint64                 now)
{
  gint64 shut = closing (terms, hours, now);
  gint64 next;

  if (shut == 0 && daybook_calendar_is_open (hours, terms->zone, now))
    return 0;

  next = daybook_calendar_next_open (hours, terms->zone, shut != 0 ? shut + 1 : now);
  return next != G_MAXINT64 ? next : 0;
}

gint64
daybook_snooze_until (DaybookSnoozeChoice    choice,
                      const DaybookDueTerms *terms,
                      const DaybookCalendar *shift,
                      gint64                 now)
{
  switch (choice)
    {
    case DAYBOOK_SNOOZE_QUARTER:
      return now + 15 * MINUTE;
    case DAYBOOK_SNOOZE_HOUR:
      return now + HOUR;
    case DAYBOOK_SNOOZE_CLOSING:
      return closing (terms, terms->open, now);
    case DAYBOOK_SNOOZE_OPENING:
      return opening (terms, terms->open, now);
    case DAYBOOK_SNOOZE_SHIFT_END:
      return shift != NULL ? closing (terms, shift, now) : 0;
    case DAYBOOK_SNOOZE_NEXT_SHIFT:
      return shift != NULL ? opening (terms, shift, now) : 0;
    case DAYBOOK_SNOOZE_TOMORROW:
      return morning (terms, now, 1);
    case DAYBOOK_SNOOZE_MONDAY:
      return morning (terms, now, days_to_monday (terms, now));
    case DAYBOOK_SNOOZE_THREE_DAYS:
      return morning (terms, now, 3);
    case DAYBOOK_N_SNOOZES:
    default:
      g_return_val_if_reached (0);
    }
}
