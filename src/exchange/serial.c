/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/serial.h"

#include <math.h>
#include <string.h>

#define SECONDS_PER_DAY 86400
/* 31 December 9999, the last day of a workbook's calendar. */
#define LAST_SERIAL 2958466.0
/* From 1 January 1900 (as day 1) and 1904 (as day 0) to 1 January 1970. */
#define DAYS_1900_TO_1970 25568
#define DAYS_1904_TO_1970 24107
/* Excel believes in 29 February 1900, which is its day 60. */
#define FALSE_LEAP_DAY 60
/* Above it, a double has digits that the writer never gave it. */
#define MAX_EXACT 1e15

static gboolean
builtin_is_date (guint id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/* The place behind a part that shows literally: "text", \x, _x, *x, [Red]. Or
 * `p` itself. */
static const char *
skip_literal (const char *p)
{
  const char *close = NULL;

  if (*p == '"')
    close = strchr (p + 1, '"');
  else if (*p == '[' && !(strchr ("hHmMsS", p[1]) != NULL && p[1] != '\0'))
    close = strchr (p, ']');
  else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
    close = p + 1;
  else
    return p;

  return close != NULL ? close + 1 : p + strlen (p);
}

gboolean
daybook_format_is_date (guint       id,
                        const char *code)
{
  if (code == NULL)
    return builtin_is_date (id);
  if (g_ascii_strcasecmp (code, "General") == 0)
    return FALSE;

  for (const char *p = code; *p != '\0';)
    {
      const char *next = skip_literal (p);

      if (next != p)
        {
          p = next;
          continue;
        }
      /* The first section, for positive numbers, decides. */
      if (*p == ';')
        return FALSE;
      if (strchr ("yYmMdDhHsS", *p) != NULL)
        return TRUE;
      p++;
    }

  return FALSE;
}

/* Civil date of a day counted from 1970-01-01.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms". */
static void
civil_from_days (gint64  days,
                 int    *year,
                 int    *month,
                 int    *day)
{
  gint64 z = days + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  gint64 doe = z - era * 146097;
  gint64 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  gint64 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  gint64 mp = (5 * doy + 2) / 153;

  *day = (int) (doy - (153 * mp + 2) / 5 + 1);
  *month = (int) (mp < 10 ? mp + 3 : mp - 9);
  *year = (int) (yoe + era * 400 + (*month <= 2));
}

gsize
daybook_serial_print (double        serial,
                      DaybookEpoch  epoch,
                      char          text[DAYBOOK_SERIAL_SIZE])
{
  gint64 seconds, days;
  int year, month, day, rest;

  if (!(serial >= 0.0 && serial < LAST_SERIAL))
    return 0;

  seconds = (gint64) floor (serial * SECONDS_PER_DAY + 0.5);
  days = seconds / SECONDS_PER_DAY;
  rest = (int) (seconds % SECONDS_PER_DAY);
  if (days == 0)
    return (gsize) g_snprintf (text, DAYBOOK_SERIAL_SIZE, "%02d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);

  if (epoch == DAYBOOK_EPOCH_1904)
    days -= DAYS_1904_TO_1970;
  else
    days -= DAYS_1900_TO_1970 + (days >= FALSE_LEAP_DAY ? 1 : 0);
  civil_from_days (days, &year, &month, &day);
  return (gsize) g_snprintf (text, DAYBOOK_SERIAL_SIZE, "%04d-%02d-%02d %02d:%02d:%02d",
                             year, month, day, rest / 3600, rest / 60 % 60, rest % 60);
}

gsize
daybook_number_print (double number,
                      char   text[DAYBOOK_SERIAL_SIZE])
{
  char format[] = "%.15G";

  if (fabs (number) < MAX_EXACT && number >= floor (number) && number <= floor (number))
    g_ascii_formatd (text, DAYBOOK_SERIAL_SIZE, "%.0f", number);
  else
    g_ascii_formatd (text, DAYBOOK_SERIAL_SIZE, format, number);

  return strlen (text);
}
