/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/soon-word.h"

#include "core/day.h"
#include "core/folded.h"
#include "core/moment.h"
#include "core/soon-parts.h"

#include <stdio.h>
#include <string.h>

enum
{
  MINUTE = 60,
  MORNING_HOUR = 9, /* of a day without an hour */
  LAST_YEAR = 9000, /* later ones are no dates that anybody means, and GDate ends in 65535 */
};

/* From what and where it is read. */
typedef struct
{
  gint64     now;
  GTimeZone *zone;
  GDate      today;
} Here;

static void
init_here (Here      *here,
           gint64     now,
           GTimeZone *zone)
{
  g_autofree char *today = daybook_day_of (now, zone);
  int year = 1, month = 1, day = 1;

  here->now = now;
  here->zone = zone;
  sscanf (today, "%d-%d-%d", &year, &month, &day);
  g_date_clear (&here->today, 1);
  g_date_set_dmy (&here->today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* By the clock on the wall, on that day; hours may go on over midnight. FALSE: that is past. */
static gboolean
try_moment (const Here  *here,
            const GDate *day,
            int          hour,
            int          minute,
            gint64      *moment)
{
  GDate date = *day;
  gint64 read;

  g_date_add_days (&date, (guint) hour / 24);
  g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d %02d:%02d", g_date_get_year (&date), g_date_get_month (&date),
                                           g_date_get_day (&date), hour % 24, minute);
  if (!daybook_moment_parse (text, here->zone, &read, NULL) || read <= here->now)
    return FALSE;

  *moment = read;
  return TRUE;
}

/* --- The hour ----------------------------------------------------------------------------- */

static int
usual_hour (DaybookSoonPart part)
{
  switch (part)
    {
    case DAYBOOK_SOON_DAWN: return 6;
    case DAYBOOK_SOON_NOON: return 12;
    case DAYBOOK_SOON_AFTERNOON: return 14;
    case DAYBOOK_SOON_CLOSING:
    case DAYBOOK_SOON_DUSK: return 18;
    case DAYBOOK_SOON_EVENING: return 20;
    case DAYBOOK_SOON_MIDNIGHT: return 24;
    case DAYBOOK_SOON_NO_PART:
    case DAYBOOK_SOON_MORNING:
    default: return MORNING_HOUR;
    }
}

/* As it is meant: 下午3点 is 15, 晚上12点 is 24, 3点 alone is no hour of the night. */
static int
meant_hour (const DaybookSoonParts *parts)
{
  int hour = parts->hour;

  if (hour < 0)
    return usual_hour (parts->part);

  switch (parts->part)
    {
    case DAYBOOK_SOON_AFTERNOON:
    case DAYBOOK_SOON_CLOSING:
    case DAYBOOK_SOON_DUSK:
      return hour < 12 ? hour + 12 : hour;
    case DAYBOOK_SOON_EVENING:
      return hour < 5 || hour == 12 ? hour % 12 + 24 : hour < 12 ? hour + 12 : hour;
    case DAYBOOK_SOON_MIDNIGHT:
      return hour < 5 || hour == 12 ? hour % 12 + 24 : hour;
    case DAYBOOK_SOON_NOON:
      return hour < 5 ? hour + 12 : hour;
    case DAYBOOK_SOON_DAWN:
      return hour % 12;
    case DAYBOOK_SOON_MORNING:
      return hour;
    case DAYBOOK_SOON_NO_PART:
    default:
      return parts->face && hour < 7 ? hour + 12 : hour;
    }
}

/* Today, at the hour that is said, or the one that is still to come: 8点 may be 20:00; where none is
 * said, the end of the day. */
static gboolean
try_today (const Here             *here,
           const DaybookSoonParts *parts,
           gint64                 *moment)
{
  static const int LATER[] = { 18, 20, 22 };
  int hour = meant_hour (parts);

  if (parts->hour < 0 && parts->part == DAYBOOK_SOON_NO_PART)
    hour = LATER[0];
  if (try_moment (here, &here->today, hour, MAX (parts->minute, 0), moment))
    return TRUE;
  if (parts->hour >= 0)
    return parts->face && parts->part == DAYBOOK_SOON_NO_PART && hour < 11 && try_moment (here, &here->today, hour + 12, parts->minute, moment);
  if (parts->part != DAYBOOK_SOON_NO_PART && parts->part != DAYBOOK_SOON_EVENING)
    return FALSE;

  for (guint i = 1; i < G_N_ELEMENTS (LATER); i++)
    if (LATER[i] > hour && try_moment (here, &here->today, LATER[i], 0, moment))
      return TRUE;
  return try_moment (here, &here->today, 23, 59, moment);
}

static gboolean
try_day (const Here             *here,
         const DaybookSoonParts *parts,
         const GDate            *day,
         gint64                 *moment)
{
  if (g_date_compare (day, &here->today) == 0)
    return try_today (here, parts, moment);

  return g_date_get_year (day) < LAST_YEAR && try_moment (here, day, meant_hour (parts), parts->minute, moment);
}

/* --- The day ------------------------------------------------------------------------------- */

static gboolean
resolve_days (const Here             *here,
              const DaybookSoonParts *parts,
              guint                   days,
              gint64                 *moment)
{
  GDate day = here->today;

  g_date_add_days (&day, days);
  return try_day (here, parts, &day, moment);
}

/* The next one at that hour; where a week is said, in that one while it is to come. */
static gboolean
resolve_weekday (const Here             *here,
                 const DaybookSoonParts *parts,
                 gint64                 *moment)
{
  int today = (int) g_date_get_weekday (&here->today);
  int days = parts->day - today + 7 * MAX (parts->weeks, 0);

  /* Friday alone, on a Friday, is the one that comes. */
  if (days < 0 || (days == 0 && parts->hour < 0 && parts->part == DAYBOOK_SOON_NO_PART && parts->weeks < 0))
    days += 7;
  return resolve_days (here, parts, (guint) days, moment) || resolve_days (here, parts, (guint) days + 7, moment);
}

static gboolean
set_date (GDate *date,
          int    year,
          int    month,
          int    day)
{
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* The first of this month, so many months on. */
static GDate
month_after (const Here *here,
             int         months)
{
  GDate date = here->today;

  g_date_set_day (&date, 1);
  g_date_add_months (&date, (guint) months);
  return date;
}

/* `day` 0: the last one. A month that has not that day is passed over. */
static gboolean
resolve_in_month (const Here             *here,
                  const DaybookSoonParts *parts,
                  int                     day,
                  gint64                 *moment)
{
  int first = MAX (parts->months, 0);
  int last = parts->months > 0 ? first : first + 12;

  for (int months = first; months <= last; months++)
    {
      GDate date = month_after (here, months);
      int n = day > 0 ? day : g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));

      if (set_date (&date, g_date_get_year (&date), (int) g_date_get_month (&date), n) && g_date_compare (&date, &here->today) >= 0
          && try_day (here, parts, &date, moment))
        return TRUE;
    }

  return FALSE;
}

/* This year's, or the next one's; a leap day is the next there is. */
static gboolean
resolve_date (const Here             *here,
              const DaybookSoonParts *parts,
              int                     month,
              int                     day,
              gint64                 *moment)
{
  int year = g_date_get_year (&here->today);
  GDate date = here->today;

  for (int i = 0; i <= 8; i++)
    if (set_date (&date, year + i, month, day) && g_date_compare (&date, &here->today) >= 0 && try_day (here, parts, &date, moment))
      return TRUE;

  return FALSE;
}

static gboolean
resolve_full_date (const Here             *here,
                   const DaybookSoonParts *parts,
                   gint64                 *moment)
{
  GDate date = here->today;

  return set_date (&date, parts->year, parts->month, parts->day) && g_date_compare (&date, &here->today) >= 0
         && try_day (here, parts, &date, moment);
}

/* The same day of that month, or its last one. */
static gboolean
resolve_months (const Here             *here,
                const DaybookSoonParts *parts,
                gint64                 *moment)
{
  GDate date = here->today;

  g_date_add_months (&date, (guint) parts->months);
  return try_day (here, parts, &date, moment);
}

static gboolean
resolve (const Here             *here,
         const DaybookSoonParts *parts,
         gint64                 *moment)
{
  if (parts->wait == 0)
    return FALSE;
  if (parts->wait > 0)
    {
      *moment = here->now + (gint64) parts->wait * MINUTE;
      return TRUE;
    }

  switch (parts->kind)
    {
    case DAYBOOK_SOON_DAYS: return resolve_days (here, parts, (guint) parts->day, moment);
    case DAYBOOK_SOON_WEEKDAY: return resolve_weekday (here, parts, moment);
    case DAYBOOK_SOON_DAY_OF_MONTH: return resolve_in_month (here, parts, parts->day, moment);
    case DAYBOOK_SOON_DATE: return resolve_date (here, parts, parts->month, parts->day, moment);
    case DAYBOOK_SOON_FULL_DATE: return resolve_full_date (here, parts, moment);
    case DAYBOOK_SOON_MONTH_BEGIN: return resolve_in_month (here, parts, 1, moment);
    case DAYBOOK_SOON_MONTH_END: return resolve_in_month (here, parts, 0, moment);
    case DAYBOOK_SOON_YEAR_END: return resolve_date (here, parts, 12, 31, moment);
    case DAYBOOK_SOON_MONTHS: return resolve_months (here, parts, moment);
    case DAYBOOK_SOON_NO_DAY:
    default:
      return try_today (here, parts, moment) || resolve_days (here, parts, 1, moment);
    }
}

gboolean
daybook_soon_word (const char *text,
                   gint64      now,
                   GTimeZone  *zone,
                   gint64     *moment)
{
  g_autoptr(DaybookFolded) folded = daybook_folded_new (text);
  const char *start = g_strstrip (folded->text);
  DaybookSoonParts parts;
  gsize length = daybook_soon_parts_read (start, &parts);
  Here here;

  if (length == 0 || start[length] != '\0')
    return FALSE;

  init_here (&here, now, zone);
  return resolve (&here, &parts, moment);
}

/* --- In a line --------------------------------------------------------------------------------- */

static gboolean
ends_with_word (const char *line,
                const char *end,
                const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - line) >= length && strncmp (end - length, word, length) == 0
         && !(g_ascii_isalpha (*word) && (gsize) (end - line) > length && g_ascii_isalpha (end[-(gssize) length - 1]));
}

/* What stands before says that it is past, or comes again and again. */
static gboolean
is_no_more (const char *line,
            const char *at)
{
  static const char *const BEFORE[] = { "每", "每个", "隔", "昨天", "昨日", "昨晚", "前天", "前日", "last", "every", "each", "yesterday", NULL };
  static const char *const SPANS[] = { "周", "星期", "礼拜", "月", NULL };
  const char *end = at;
  gboolean span = FALSE;

  while (end > line && end[-1] == ' ')
    end--;
  for (guint i = 0; BEFORE[i] != NULL; i++)
    if (ends_with_word (line, end, BEFORE[i]))
      return TRUE;

  /* 上周五, but not 路上明天. */
  for (guint i = 0; SPANS[i] != NULL; i++)
    span |= g_str_has_prefix (at, SPANS[i]);
  return span && (ends_with_word (line, end, "上") || ends_with_word (line, end, "上个"));
}

/* It belongs to a longer word, a tag or a person. */
static gboolean
is_within (const char *line,
           const char *at)
{
  if (at == line)
    return FALSE;

  return strchr ("#@", at[-1]) != NULL || (g_ascii_isalnum (*at) && (g_ascii_isalnum (at[-1]) || strchr ("-+/.:_$", at[-1]) != NULL));
}

gboolean
daybook_soon_find (const char  *folded,
                   gsize        from,
                   gint64       now,
                   GTimeZone   *zone,
                   DaybookSoon *found)
{
  const char *p = folded + from;
  DaybookSoonParts parts;
  Here here;

  init_here (&here, now, zone);
  while (*p != '\0')
    {
      gsize length = daybook_soon_parts_read (p, &parts);
      gint64 moment;

      if (length > 0 && parts.firm && !is_within (folded, p) && !is_no_more (folded, p) && resolve (&here, &parts, &moment))
        {
          *found = (DaybookSoon) { (gsize) (p - folded), (gsize) (p - folded) + length, moment };
          return TRUE;
        }
      p = length > 0 ? p + length : g_utf8_next_char (p);
    }

  return FALSE;
}
