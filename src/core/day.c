/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/day.h"

#include <string.h>

#define SHAPE "0000-00-00"

gboolean
daybook_day_is (const char *text)
{
  if (strlen (text) != strlen (SHAPE))
    return FALSE;
  for (gsize i = 0; SHAPE[i] != '\0'; i++)
    if (SHAPE[i] == '-' ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;

  return g_date_valid_dmy ((GDateDay) strtoul (text + 8, NULL, 10), (GDateMonth) strtoul (text + 5, NULL, 10),
                           (GDateYear) strtoul (text, NULL, 10));
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

  g_date_set_dmy (&date, (GDateDay) strtoul (day + 8, NULL, 10), (GDateMonth) strtoul (day + 5, NULL, 10), (GDateYear) strtoul (day, NULL, 10));
  g_date_add_days (&date, 1);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}
