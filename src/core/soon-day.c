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

static gboolean
take_day_of_month (DaybookSoonParts *parts,
                   int               day)
{
  if (day < 1 || day > 31)
    return FALSE;

  parts->kind = DAYBOOK_SOON_DAY_OF_MONTH;
  parts->day = day;
  parts->firm = TRUE;
  return TRUE;
}

/* 下月5号, 本月25日 */
static gboolean
read_day_of_said_month (const char       **at,
                        DaybookSoonParts  *parts)
{
  static const DaybookSoonWord WHICH[] = { { "下个月", 1 }, { "下月", 1 }, { "这个月", 0 }, { "本月", 0 }, { NULL } };
  int day;

  return daybook_soon_read_word (at, WHICH, &parts->months) && daybook_soon_read_number (at, 2, &day) && skip_day_sign (at)
         && take_day_of_month (parts, day);
}

/* 2026年12月1日, 12月1日, 12月1, 25号 */
static gboolean
read_han_date (const char       **at,
               DaybookSoonParts  *parts)
{
  int year = 0, month, day;

  if (!daybook_soon_read_number (at, 4, &month))
    return FALSE;
  if (daybook_soon_skip (at, "年"))
    {
      year = month;
      if (year < 1 || !daybook_soon_read_number (at, 2, &month))
        return FALSE;
    }
  if (!daybook_soon_skip (at, "月"))
    return year == 0 && skip_day_sign (at) && take_day_of_month (parts, month);
  if (!daybook_soon_read_number (at, 2, &day) || (!skip_day_sign (at) && g_ascii_isdigit (**at)))
    return FALSE;

  parts->firm = TRUE;
  return take_date (parts, year, month, day);
}

static gboolean
skip_ordinal (const char **at)
{
  static const char *const ENDS[] = { "st", "nd", "rd", "th", NULL };

  return daybook_soon_skip_any (at, ENDS);
}

/* "Dec 1", "Dec. 1st" */
static gboolean
read_month_and_day (const char **at,
                    int         *month,
                    int         *day)
{
  if (!daybook_soon_read_word (at, MONTHS, month))
    return FALSE;

  *at += **at == '.';
  daybook_soon_skip_blanks (at);
  if (!daybook_soon_read_digits (at, 2, day))
    return FALSE;
  skip_ordinal (at);
  return TRUE;
}

/* "1 Dec", "1st of December"; "25th", whose month is 0 */
static gboolean
read_day_and_month (const char **at,
                    int         *month,
                    int         *day)
{
  if (!daybook_soon_read_digits (at, 2, day))
    return FALSE;

  gboolean ordinal = skip_ordinal (at);
  const char *behind = *at;
  daybook_soon_skip_blanks (&behind);
  if (g_str_has_prefix (behind, "of "))
    behind += strlen ("of ");
  if (daybook_soon_read_word (&behind, MONTHS, month))
    {
      *at = behind;
      return TRUE;
    }

  *month = 0;
  return ordinal;
}

/* ", 2027"; 0: none is said */
static int
read_year_behind (const char **at)
{
  const char *p = *at + (**at == ',');
  int year = 0;

  daybook_soon_skip_blanks (&p);
  if (!daybook_soon_read_digits (&p, 4, &year) || year < 1000 || !ends_number (p))
    return 0;

  *at = p;
  return year;
}

/* "Dec 1", "December 1st, 2027", "1 Dec", "1st of December", "the 25th" */
static gboolean
read_english_date (const char       **at,
                   DaybookSoonParts  *parts)
{
  const char *start;
  int month, day;

  if (g_str_has_prefix (*at, "the "))
    *at += strlen ("the ");
  start = *at;
  if (!read_month_and_day (at, &month, &day))
    {
      *at = start;
      if (!read_day_and_month (at, &month, &day))
        return FALSE;
    }
  if (g_ascii_isalpha (**at) || **at == ':')
    return FALSE;
  if (month == 0)
    return take_day_of_month (parts, day);

  parts->firm = TRUE;
  return take_date (parts, read_year_behind (at), month, day);
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

/* Each begins anew with what is known, and where it stands. */
static gboolean (*const READERS[]) (const char       **at,
                                    DaybookSoonParts  *parts) = {
  read_figures,
  read_day_word,
  read_day_of_said_month,
  read_border,
  read_han_date,
  read_english_date,
  read_weekday,
};

gboolean
daybook_soon_read_day (const char       **at,
                       DaybookSoonParts  *parts)
{
  if (parts->kind != DAYBOOK_SOON_NO_DAY || parts->wait >= 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (READERS); i++)
    {
      DaybookSoonParts trial = *parts;
      const char *p = *at;

      if (READERS[i] (&p, &trial))
        {
          *parts = trial;
          *at = p;
          return TRUE;
        }
    }

  return FALSE;
}
