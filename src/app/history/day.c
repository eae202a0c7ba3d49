/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/day.h"

#include "core/moment.h"

#include <glib/gi18n-lib.h>

static char *
format (gint64      moment,
        GTimeZone  *zone,
        const char *pattern)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, pattern) : g_strdup ("");
}

gboolean
daybook_day_is_same (gint64     a,
                     gint64     b,
                     GTimeZone *zone)
{
  return daybook_moment_day (a, zone, 0) == daybook_moment_day (b, zone, 0);
}

char *
daybook_day_title (gint64     moment,
                   gint64     now,
                   GTimeZone *zone)
{
  gint64 day = daybook_moment_day (moment, zone, 0);

  if (day == daybook_moment_day (now, zone, 0))
    return g_strdup (_("Today"));
  if (day == daybook_moment_day (now, zone, -1))
    return g_strdup (_("Yesterday"));

  /* Translators: a day as the heading of a list, in strftime’s language:
   * "Friday, 20 November 2026" */
  return format (moment, zone, _("%A, %-d %B %Y"));
}

char *
daybook_day_time (gint64     moment,
                  GTimeZone *zone)
{
  return format (moment, zone, "%H:%M");
}
