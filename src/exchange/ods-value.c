/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/ods-value.h"

#include <stdio.h>
#include <string.h>

#define DAY_LENGTH 10     /* "2018-05-16" */
#define MOMENT_LENGTH 19  /* "2018-05-16T09:38:00" */
#define MOMENT_SIGNS "0123456789-T:"

/* A spreadsheet keeps fractions of days: 09:38 may come as 09:37:59.999999914. */
static gboolean
rounds_up (const char *fraction)
{
  return (fraction[0] == '.' || fraction[0] == ',') && fraction[1] >= '5' && fraction[1] <= '9';
}

static char *
add_second (const char *moment)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) before = g_date_time_new_from_iso8601 (moment, utc);
  g_autoptr(GDateTime) after = before != NULL ? g_date_time_add_seconds (before, 1) : NULL;

  return after != NULL ? g_date_time_format (after, "%Y-%m-%d %H:%M:%S") : NULL;
}

/* Whether the value begins with one: no character is cut. */
static gboolean
is_moment (const char *value,
           gsize       length)
{
  return length >= MOMENT_LENGTH && value[DAY_LENGTH] == 'T' && strspn (value, MOMENT_SIGNS) >= MOMENT_LENGTH;
}

void
daybook_ods_print_date (const char *value,
                        GString    *out)
{
  gsize length = strlen (value);
  g_autofree char *moment = is_moment (value, length) ? g_strndup (value, MOMENT_LENGTH) : NULL;
  g_autofree char *rounded = moment != NULL && rounds_up (value + MOMENT_LENGTH) ? add_second (moment) : NULL;

  if (moment != NULL)
    moment[DAY_LENGTH] = ' ';
  g_string_append (out, rounded != NULL ? rounded : moment != NULL ? moment : value);
  if (length == DAY_LENGTH)
    g_string_append (out, " 00:00:00");
}

void
daybook_ods_print_time (const char *value,
                        GString    *out)
{
  unsigned int hours, minutes, seconds;
  int end = 0;

  if (sscanf (value, "PT%5uH%2uM%2u%n", &hours, &minutes, &seconds, &end) != 3)
    {
      g_string_append (out, value);
      return;
    }

  seconds += hours * 3600 + minutes * 60 + (rounds_up (value + end) ? 1 : 0);
  g_string_append_printf (out, "%02u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60);
}
