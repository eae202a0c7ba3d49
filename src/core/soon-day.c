/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/soon-read.h"

#include <string.h>

static const DaybookSoonWord MONTHS[] = {
  { "january", 1 }, { "february", 2 }, { "march", 3 }, { "april", 4 }, { "may", 5 }, { "june", 6 }, { "july", 7 }, { "august", 8 },
  { "september", 9 }, { "october", 10 }, { "november", 11 }, { "december", 12 }, { "jan", 1 }, { "feb", 2 }, { "mar", 3 },
  { "apr", 4 }, { "jun", 6 }, { "jul", 7 }, { "aug", 8 }, { "sept", 9 }, { "sep", 9 }, { "oct", 10 }, { "nov", 11 }, { "dec", 12 }, { NULL },
};

static gboolean
is_day (int month,
        int day)
{
  return month >= 1 && month <= 12 && day >= 1 && day <= g_date_get_days_in_month ((GDateMonth) month, 2000);
}

static gboolean
take_date (DaybookSoonParts *parts,
           int               year,
           int               month,
           int               day)
{
  if (!is_day (month, day) || (year != 0 && !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)))
    return FALSE;

  parts->kind = year != 0 ? DAYBOOK_SOON_FULL_DATE : DAYBOOK_SOON_DATE;
  parts->year = year;
  parts->month = month;
  parts->day = day;
  return TRUE;
}

static gboolean
ends_number (const char *p)
{
  return !g_ascii_isdigit (*p) && *p != '-' && *p != '/' && !g_ascii_isalpha (*p);
}

/* 2026-12-01, 2026/12/1, 2026.12.1; 11-30, 11/30, which may be anything */
static gboolean
read_figures (const char       **at,
              DaybookSoonParts  *parts)
{
  const char *p = *at;
  int year = 0, month, day;
  gboolean full = daybook_soon_count_digits (p, 4) == 4;

  if (full && !daybook_soon_read_digits (&p, 4, &year))
    return FALSE;
  if (full && (*p == '\0' || strchr ("-/.", *p) == NULL))
    return FALSE;

  p += full ? 1 : 0;
  char separator = full ? p[-1] : '\0';
  if (!daybook_soon_read_digits (&p, 2, &month) || (full ? *p != separator : *p != '-' && *p != '/'))
    return FALSE;
  p++;
  if (!daybook_soon_read_digits (&p, 2, &day) || (full && year == 0) || !(ends_number (p) || (full && (*p == 't'))) || !take_date (parts, year, month, day))
    return FALSE;

  parts->firm |= full;
  *at = full && *p == 't' && g_ascii_isdigit (p[1]) ? p + 1 : p;
  return TRUE;
}

/* Not where it counts something else: 25号楼. */
static gboolean
skip_day_sign (const char **at)
{
  static const char *const OTHERS[] = { "号楼", "号店", "号仓", "号线", "号柜", "号门", "号色", "号房", "号码", "号机", "号链", "日内", "日后", "日游", NULL };

  if (daybook_soon_begins (*at, OTHERS))
    return FALSE;
  return daybook_soon_skip (at, "日") || daybook_soon_skip (at, "号");
}

/* 2026年12月1日, 12月1日, 12月1, 25号, 下月5号, 下个月 */
static gboolean
read_han_date (const char       **at,
               DaybookSoonParts  *parts)
{
  static const DaybookSoonWord WHICH[] = { { "下个月", 1 }, { "下月", 1 }, { "这个月", 0 }, { "本月", 0 }, { NULL } };
  const char *p = *at;
  int year = 0, month, day;

  if (daybook_soon_read_word (&p, WHICH, &month))
    {
      parts->months = month;
      if (daybook_soon_read_number (&p, 2, &day) && day >= 1 && day <= 31 && skip_day_sign (&p))
        {
          parts->kind = DAYBOOK_SOON_DAY_OF_MONTH;
          parts->day = day;
        }
      else
        return FALSE;
      parts->firm = TRUE;
      *at = p;
      return TRUE;
    }
  if (!daybook_soon_read_number (&p, 4, &month))
    return FALSE;
  if (daybook_soon_skip (&p, "年"))
    {
      year = month;
      if (year < 1 || !daybook_soon_read_number (&p, 2, &month))
        return FALSE;
    }
  if (daybook_soon_skip (&p, "月"))
    {
      if (!daybook_soon_read_number (&p, 2, &day) || !take_date (parts, year, month, day))
        return FALSE;
      if (!skip_day_sign (&p) && g_ascii_isdigit (*p))
        return FALSE;
    }
  else if (year == 0 && month >= 1 && month <= 31 && skip_day_sign (&p))
    {
      parts->kind = DAYBOOK_SOON_DAY_OF_MONTH;
      parts->day = month;
    }
  else
    return FALSE;

  parts->firm = TRUE;
  *at = p;
  return TRUE;
}

static gboolean
skip_ordinal (const char **at)
{
  static const char *const ENDS[] = { "st", "nd", "rd", "th", NULL };

  return daybook_soon_skip_any (at, ENDS);
}

/* "Dec 1", "December 1st, 2027", "1 Dec", "1st of December", "the 25th" */
static gboolean
read_english_date (const char       **at,
                   DaybookSoonParts  *parts)
{
  const char *p = *at;
  int year = 0, month, day;
  gboolean ordinal = FALSE;

  if (g_str_has_prefix (p, "the "))
    p += strlen ("the ");
  if (daybook_soon_read_word (&p, MONTHS, &month))
    {
      p += *p == '.';
      daybook_soon_skip_blanks (&p);
      if (!daybook_soon_read_digits (&p, 2, &day))
        return FALSE;
      skip_ordinal (&p);
    }
  else
    {
      if (!daybook_soon_read_digits (&p, 2, &day))
        return FALSE;
      ordinal = skip_ordinal (&p);
      const char *behind = p;
      daybook_soon_skip_blanks (&behind);
      if (g_str_has_prefix (behind, "of "))
        behind += strlen ("of ");
      if (daybook_soon_read_word (&behind, MONTHS, &month))
        p = behind;
      else if (ordinal && day >= 1 && day <= 31)
        month = 0;
      else
        return FALSE;
    }
  if (g_ascii_isalpha (*p) || *p == ':')
    return FALSE;

  const char *behind = p;
  behind += *behind == ',';
  daybook_soon_skip_blanks (&behind);
  if (month != 0 && daybook_soon_count_digits (behind, 4) == 4 && daybook_soon_read_digits (&behind, 4, &year) && ends_number (behind) && year >= 1)
    p = behind;
  else
    year = 0;
  if (month == 0)
    {
      parts->kind = DAYBOOK_SOON_DAY_OF_MONTH;
      parts->day = day;
    }
  else if (!take_date (parts, year, month, day))
    return FALSE;

  parts->firm = TRUE;
  *at = p;
  return TRUE;
}

static gboolean
read_day_word (const char       **at,
               DaybookSoonParts  *parts)
{
  static const DaybookSoonWord DAYS[] = {
    { "大后天", 3 }, { "后天", 2 }, { "明天", 1 }, { "明日", 1 }, { "今天", 0 }, { "今日", 0 }, { "the day after tomorrow", 2 },
    { "day after tomorrow", 2 }, { "tomorrow", 1 }, { "tmrw", 1 }, { "tmr", 1 }, { "today", 0 }, { NULL },
  };
  static const DaybookSoonWord WITH_PART[] = {
    { "今早", DAYBOOK_SOON_MORNING }, { "今晚", DAYBOOK_SOON_EVENING }, { "今夜", DAYBOOK_SOON_EVENING }, { "tonight", DAYBOOK_SOON_EVENING },
    { "this morning", DAYBOOK_SOON_MORNING }, { "this afternoon", DAYBOOK_SOON_AFTERNOON }, { "this evening", DAYBOOK_SOON_EVENING }, { NULL },
  };
  static const DaybookSoonWord TOMORROW[] = { { "明早", DAYBOOK_SOON_MORNING }, { "明晨", DAYBOOK_SOON_MORNING }, { "明晚", DAYBOOK_SOON_EVENING }, { NULL } };
  int part;

  if (daybook_soon_read_word (at, DAYS, &parts->day))
    parts->kind = DAYBOOK_SOON_DAYS;
  else if (daybook_soon_read_word (at, WITH_PART, &part) || (daybook_soon_read_word (at, TOMORROW, &part) && (parts->day = 1)))
    {
      parts->kind = DAYBOOK_SOON_DAYS;
      parts->part = (DaybookSoonPart) part;
      daybook_soon_skip (at, "上"); /* 今晚上 */
    }
  else
    return FALSE;

  parts->firm = TRUE;
  return TRUE;
}

static gboolean
read_border (const char       **at,
             DaybookSoonParts  *parts)
{
  static const DaybookSoonWord ENDS[] = {
    { "下个月底", 1 }, { "下月底", 1 }, { "下月末", 1 }, { "这个月底", 0 }, { "本月底", 0 }, { "月底", 0 }, { "月末", 0 }, { "the end of next month", 1 },
    { "end of next month", 1 }, { "the end of the month", 0 }, { "end of the month", 0 }, { "the end of month", 0 }, { "end of month", 0 },
    { "month's end", 0 }, { "month end", 0 }, { "eom", 0 }, { NULL },
  };
  static const DaybookSoonWord BEGINS[] = { { "下个月初", 1 }, { "下月初", 1 }, { "月初", 1 }, { "下个月", 1 }, { "下月", 1 }, { "next month", 1 }, { NULL } };
  static const DaybookSoonWord YEARS[] = { { "年底", 0 }, { "年末", 0 }, { "the end of the year", 0 }, { "end of the year", 0 }, { "end of year", 0 }, { NULL } };

  if (daybook_soon_read_word (at, ENDS, &parts->months))
    parts->kind = DAYBOOK_SOON_MONTH_END;
  else if (daybook_soon_read_word (at, BEGINS, &parts->months))
    parts->kind = DAYBOOK_SOON_MONTH_BEGIN;
  else if (daybook_soon_read_word (at, YEARS, &parts->months))
    parts->kind = DAYBOOK_SOON_YEAR_END;
  else
    return FALSE;

  parts->firm = TRUE;
  return TRUE;
}

/* 周五, 下周一, 礼拜天, "next Monday", "Fri", 周末, 下周 */
static gboolean
read_weekday (const char       **at,
              DaybookSoonParts  *parts)
{
  static const DaybookSoonWord WEEKS[] = {
    { "下下个", 2 }, { "下下", 2 }, { "下个", 1 }, { "下", 1 }, { "这个", 0 }, { "这", 0 }, { "本", 0 }, { "coming ", -1 }, { "next ", 1 }, { "this ", 0 }, { NULL },
  };
  static const char *const SIGNS[] = { "周", "星期", "礼拜", NULL };
  static const DaybookSoonWord HAN[] = { { "一", 1 }, { "二", 2 }, { "三", 3 }, { "四", 4 }, { "五", 5 }, { "六", 6 }, { "日", 7 }, { "天", 7 }, { "末", 6 }, { NULL } };
  static const DaybookSoonWord LATIN[] = {
    { "monday", 1 }, { "tuesday", 2 }, { "wednesday", 3 }, { "thursday", 4 }, { "friday", 5 }, { "saturday", 6 }, { "sunday", 7 },
    { "weekend", 6 }, { "mon", 1 }, { "tues", 2 }, { "tue", 2 }, { "wed", 3 }, { "thurs", 4 }, { "thu", 4 }, { "fri", 5 }, { NULL },
  };
  static const DaybookSoonWord UNSURE[] = { { "sat", 6 }, { "sun", 7 }, { NULL } };
  const char *p = *at;
  int weeks = -1, day = 0;
  gboolean firm = TRUE;

  for (const DaybookSoonWord *week = WEEKS; week->text != NULL && p == *at; week++)
    if (g_str_has_prefix (p, week->text))
      {
        p += strlen (week->text);
        weeks = week->value;
      }
  if (daybook_soon_skip_any (&p, SIGNS))
    {
      if (!daybook_soon_read_word (&p, HAN, &day) && weeks >= 1)
        day = 1;
    }
  else if (!daybook_soon_read_word (&p, LATIN, &day) && daybook_soon_read_word (&p, UNSURE, &day))
    firm = weeks >= 0;
  else if (day == 0 && weeks >= 1 && daybook_soon_skip (&p, "week"))
    day = 1;
  if (day == 0)
    return FALSE;

  parts->kind = DAYBOOK_SOON_WEEKDAY;
  parts->day = day;
  parts->weeks = weeks;
  parts->firm |= firm;
  *at = p;
  return TRUE;
}

gboolean
daybook_soon_read_day (const char       **at,
                       DaybookSoonParts  *parts)
{
  if (parts->kind != DAYBOOK_SOON_NO_DAY || parts->wait >= 0)
    return FALSE;

  return read_figures (at, parts) || read_day_word (at, parts) || read_han_date (at, parts) || read_border (at, parts)
         || read_english_date (at, parts) || read_weekday (at, parts);
}
