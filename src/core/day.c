/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/day.h"

#include "core/moment.h"

#include <string.h>

#define SHAPE "0000-00-00"

static gboolean
has_shape (const char *text)
{
  if (strlen (text) != strlen (SHAPE))
    return FALSE;
  for (gsize i = 0; SHAPE[i] != '\0'; i++)
    if (SHAPE[i] == '-' ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

gboolean
daybook_day_parse (const char *text,
                   GDate      *date)
{
  GDateDay day = has_shape (text) ? (GDateDay) strtoul (text + 8, NULL, 10) : G_DATE_BAD_DAY;
  GDateMonth month = day != G_DATE_BAD_DAY ? (GDateMonth) strtoul (text + 5, NULL, 10) : G_DATE_BAD_MONTH;
  GDateYear year = day != G_DATE_BAD_DAY ? (GDateYear) strtoul (text, NULL, 10) : G_DATE_BAD_YEAR;

  if (!g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

gboolean
daybook_day_is (const char *text)
{
  GDate date;

  return daybook_day_parse (text, &date);
}

char *
daybook_day_print (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (date), (guint) g_date_get_month (date), (guint) g_date_get_day (date));
}

gint64
daybook_day_begin (const GDate *date,
                   GTimeZone   *zone)
{
  g_autoptr(GDateTime) noon = g_date_time_new (zone, g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 12, 0, 0);

  return daybook_moment_day (g_date_time_to_unix (noon), zone, 0);
}

char *
daybook_day_of (gint64     moment,
                GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local == NULL ? g_strdup ("")
    : g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

char *
daybook_day_after (const char *day)
{
  GDate date;

  if (!daybook_day_parse (day, &date))
    return g_strdup ("");

  g_date_add_days (&date, 1);
  return daybook_day_print (&date);
}
