/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/yearly-day.h"

#include "core/lunar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR DAYBOOK_LUNAR_FIRST
#define LAST_YEAR DAYBOOK_LUNAR_LAST
#define LEAP_YEAR 2000 /* one that has a 29 February */
#define LOOK_YEARS 3

/* --- Reading ------------------------------------------------------------------------------ */

#define SOLAR "公历|公曆|阳历|陽曆|新历|新曆|国历|國曆|solar"
#define LUNAR "农历|農曆|阴历|陰曆|旧历|舊曆|lunar"
#define CALENDAR "(?:(?<solar>" SOLAR ")|(?<lunar>" LUNAR "))?\\s*"
#define NUMBER "\\d{1,2}|[一二三四五六七八九十]{1,3}"
/* A year alone before a calendar's name has no sign behind it; an export puts a time behind the day. */
#define PATTERN \
  "^\\s*(?:(?<year>\\d{4})(?:年|[-/.]|\\s)\\s*)?" CALENDAR "(?:(?<later>\\d{4})(?:年|[-/.]|\\s)\\s*)?" \
  "(?<leap>闰|閏|leap)?\\s*(?<month>正|冬|腊|臘|" NUMBER ")\\s*(?:月|[-/.])\\s*" \
  "(?<day>初[一二三四五六七八九十]|廿[一二三四五六七八九]?|" NUMBER ")\\s*(?:日|号|號)?(?:[T\\s]+[\\d:.]+Z?)?\\s*$"
#define COMPACT "^\\s*(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})\\s*$"

static GRegex *
obtain_pattern (void)
{
  static GRegex *pattern = NULL;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, g_regex_new (PATTERN, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return pattern;
}

static GRegex *
obtain_compact (void)
{
  static GRegex *pattern = NULL;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, g_regex_new (COMPACT, 0, 0, NULL));
  return pattern;
}

/* (transfer full) "": there is none. */
static char *
fetch (GMatchInfo *match,
       const char *name)
{
  char *text = g_match_info_fetch_named (match, name);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
has (GMatchInfo *match,
     const char *name)
{
  g_autofree char *text = fetch (match, name);

  return *text != '\0';
}

/* 九, 十五, 二十三, 廿三, 初三, 正, 腊: the digits add up, and what stands before 十 counts tenfold. */
static guint
read_han (const char *text)
{
  static const char *const DIGITS[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  guint number = 0;

  if (g_str_equal (text, "正"))
    return 1;
  if (g_str_equal (text, "冬"))
    return 11;
  if (g_str_equal (text, "腊") || g_str_equal (text, "臘"))
    return 12;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_str_has_prefix (p, "廿"))
        number = 20;
      else if (g_str_has_prefix (p, "十"))
        number = MAX (number, 1) * 10;
      for (guint i = 0; i < G_N_ELEMENTS (DIGITS); i++)
        if (g_str_has_prefix (p, DIGITS[i]))
          number += i + 1;
    }
  return number;
}

static guint
read_number (GMatchInfo *match,
             const char *name)
{
  g_autofree char *text = fetch (match, name);

  return g_ascii_isdigit (*text) ? (guint) strtoul (text, NULL, 10) : read_han (text);
}

/* 正月, 腊月, 初三 and 廿三 are of the lunar calendar, and so is a leap month. */
static gboolean
is_lunar (GMatchInfo          *match,
          DaybookCalendarKind  calendar)
{
  g_autofree char *month = fetch (match, "month");
  g_autofree char *day = fetch (match, "day");

  if (has (match, "solar"))
    return FALSE;

  return calendar == DAYBOOK_CALENDAR_LUNAR || has (match, "lunar") || has (match, "leap") || strstr ("正冬腊臘", month) != NULL
         || g_str_has_prefix (day, "初") || g_str_has_prefix (day, "廿");
}

gboolean
daybook_yearly_day_read (const char           *text,
                         DaybookCalendarKind   calendar,
                         DaybookYearlyDay     *day,
                         GError              **error)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GMatchInfo) compact = NULL;
  DaybookYearlyDay read;

  if (!g_utf8_validate (text, -1, NULL)
      || (!g_regex_match (obtain_pattern (), text, 0, &match) && !g_regex_match (obtain_compact (), text, 0, &compact)))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("“%s” is no day such as 1990-05-03, 05-03 or 农历五月初三."), text);
      return FALSE;
    }

  GMatchInfo *found = compact != NULL ? compact : match;
  read = (DaybookYearlyDay) {
    .lunar = is_lunar (found, calendar),
    .year = (int) read_number (found, has (found, "later") ? "later" : "year"),
    .month = read_number (found, "month"),
    .day = read_number (found, "day"),
    .leap = has (found, "leap"),
  };
  if (!daybook_yearly_day_check (&read, error))
    return FALSE;

  *day = read;
  return TRUE;
}

/* --- What there is -------------------------------------------------------------------------- */

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

static gboolean
check_lunar (const DaybookYearlyDay  *day,
             GError                 **error)
{
  guint days = day->year != 0 ? daybook_lunar_month_days (day->year, day->month, day->leap) : DAYBOOK_LUNAR_MOST_DAYS;

  if (days == 0)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("The lunar year %d has no leap month %u."), day->year, day->month);
      return FALSE;
    }
  return (day->day >= 1 && day->day <= days) || refuse (error, _("That lunar month has 29 or 30 days: there is no such day in it."));
}

gboolean
daybook_yearly_day_check (const DaybookYearlyDay  *day,
                          GError                 **error)
{
  if (day->year != 0 && (day->year < FIRST_YEAR || day->year > LAST_YEAR))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("The year lies between %d and %d, or is left out."), FIRST_YEAR, LAST_YEAR);
      return FALSE;
    }
  if (day->month < 1 || day->month > 12)
    return refuse (error, _("A year has the months 1 to 12."));
  if (day->lunar)
    return check_lunar (day, error);

  return g_date_valid_dmy ((GDateDay) day->day, (GDateMonth) day->month, (GDateYear) (day->year != 0 ? day->year : LEAP_YEAR))
         || refuse (error, _("There is no such day in that month."));
}

/* --- When it comes ---------------------------------------------------------------------------- */

static gboolean
solar_in (const DaybookYearlyDay *day,
          int                     year,
          DaybookYearlyTime      *time)
{
  guint number = day->day;

  if (!g_date_valid_dmy ((GDateDay) number, (GDateMonth) day->month, (GDateYear) year))
    {
      number--;
      time->moved = DAYBOOK_MOVED_FEBRUARY;
    }
  g_date_clear (&time->date, 1);
  g_date_set_dmy (&time->date, (GDateDay) number, (GDateMonth) day->month, (GDateYear) year);
  return TRUE;
}

static gboolean
lunar_in (const DaybookYearlyDay *day,
          int                     year,
          DaybookYearlyTime      *time)
{
  DaybookLunarDay lunar = { year, day->month, day->leap, day->day };
  guint days = daybook_lunar_month_days (year, day->month, day->leap);

  if (days == 0)
    {
      lunar.leap = FALSE;
      days = daybook_lunar_month_days (year, day->month, FALSE);
      time->moved = DAYBOOK_MOVED_LEAP;
    }
  if (lunar.day > days)
    {
      lunar.day = days;
      time->moved = DAYBOOK_MOVED_SHORT;
    }
  return daybook_lunar_to_date (&lunar, &time->date);
}

gboolean
daybook_yearly_day_in (const DaybookYearlyDay *day,
                       int                     year,
                       DaybookYearlyTime      *time)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || (day->year != 0 && year < day->year))
    return FALSE;

  *time = (DaybookYearlyTime) { .cycle = year, .nth = day->year != 0 ? year - day->year : -1 };
  return day->lunar ? lunar_in (day, year, time) : solar_in (day, year, time);
}

gboolean
daybook_yearly_day_next (const DaybookYearlyDay *day,
                         const GDate            *from,
                         DaybookYearlyTime      *next)
{
  /* A lunar year reaches into the solar one after it. */
  int year = MAX (day->year, g_date_get_year (from) - 1);

  for (int i = 0; i < LOOK_YEARS; i++)
    if (daybook_yearly_day_in (day, year + i, next) && g_date_compare (&next->date, from) >= 0)
      return TRUE;

  return FALSE;
}

gboolean
daybook_yearly_day_other (const DaybookYearlyDay *day,
                          DaybookYearlyDay       *other)
{
  DaybookYearlyTime first;
  DaybookLunarDay lunar;

  if (day->year == 0 || !daybook_yearly_day_in (day, day->year, &first))
    return FALSE;
  if (day->lunar)
    *other = (DaybookYearlyDay) { FALSE, g_date_get_year (&first.date), g_date_get_month (&first.date), g_date_get_day (&first.date), FALSE };
  else if (daybook_lunar_of (&first.date, &lunar))
    *other = (DaybookYearlyDay) { TRUE, lunar.year, lunar.month, lunar.day, lunar.leap };
  else
    return FALSE;
  return TRUE;
}

/* --- Words -------------------------------------------------------------------------------------- */

char *
daybook_yearly_day_print (const DaybookYearlyDay *day)
{
  const char *leap = day->leap ? "leap " : "";

  return day->year != 0 ? g_strdup_printf ("%04d-%s%02u-%02u", day->year, leap, day->month, day->day)
                        : g_strdup_printf ("%s%02u-%02u", leap, day->month, day->day);
}

static const char *const HAN[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" };

/* (transfer full) */
static char *
han_month (guint month)
{
  return g_strdup (month == 1 ? "正" : HAN[month]);
}

/* (transfer full) */
static char *
han_day (guint day)
{
  if (day <= 10)
    return g_strconcat ("初", HAN[day], NULL);
  if (day < 20)
    return g_strconcat ("十", HAN[day - 10], NULL);

  return day == 20 ? g_strdup ("二十") : day == 30 ? g_strdup ("三十") : g_strconcat ("廿", HAN[day - 20], NULL);
}

static char *
lunar_words (const DaybookYearlyDay *day)
{
  /* Translators: how days of the lunar calendar are written: “digits”, or “han” for 五月初三. */
  gboolean is_han = g_str_equal (C_("lunar calendar", "digits"), "han");
  g_autofree char *month = is_han ? han_month (day->month) : g_strdup_printf ("%u", day->month);
  g_autofree char *number = is_han ? han_day (day->day) : g_strdup_printf ("%u", day->day);
  /* Translators: a month and a day of the Chinese lunar calendar. */
  g_autofree char *words = g_strdup_printf (day->leap ? _("lunar leap month %1$s, day %2$s") : _("lunar month %1$s, day %2$s"), month, number);

  /* Translators: a year, and a day of the Chinese lunar calendar in it. */
  return day->year != 0 ? g_strdup_printf (_("%1$d, %2$s"), day->year, words) : g_steal_pointer (&words);
}

static char *
format_day (int         year,
            guint       month,
            guint       day,
            const char *format)
{
  g_autoptr(GDateTime) date = g_date_time_new_utc (year, (int) month, (int) day, 12, 0, 0);

  return g_date_time_format (date, format);
}

char *
daybook_yearly_day_words (const DaybookYearlyDay *day)
{
  if (day->lunar)
    return lunar_words (day);

  /* Translators: a day with its year, and one without, in the way of strftime: 3 May 1990; 3 May */
  return day->year != 0 ? format_day (day->year, day->month, day->day, C_("day", "%-d %B %Y"))
                        : format_day (LEAP_YEAR, day->month, day->day, C_("day", "%-d %B"));
}

const char *
daybook_moved_words (DaybookMoved moved)
{
  static const char *const WORDS[] = {
    [DAYBOOK_MOVED_NOT] = NULL,
    [DAYBOOK_MOVED_FEBRUARY] = N_("That year has no 29 February: it is kept on the 28th."),
    [DAYBOOK_MOVED_SHORT] = N_("That lunar month has 29 days: it is kept on its last."),
    [DAYBOOK_MOVED_LEAP] = N_("That year has no such leap month: it is kept in the ordinary one."),
  };

  return WORDS[moved] != NULL ? _(WORDS[moved]) : NULL;
}

char *
daybook_date_words (const GDate *date)
{
  /* Translators: a day of the week and a date, in the way of strftime: Sun 3 May 2026 */
  return format_day (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), C_("day", "%a %-d %B %Y"));
}
