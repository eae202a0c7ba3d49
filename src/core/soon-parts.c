/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/soon-read.h"

#include <string.h>

enum
{
  HOUR = 60,
  DAY = 24 * HOUR,
  WEEK = 7 * DAY,
  MONTH = -1, /* as long as the calendar says */
  MOST = 9999,      /* longer numbers are no times that anybody means */
};

/* --- From now --------------------------------------------------------------------------- */

static const DaybookSoonWord UNITS[] = {
  { "分钟", 1 }, { "刻钟", 15 }, { "分", 1 }, { "个小时", HOUR }, { "小时", HOUR }, { "个钟头", HOUR }, { "钟头", HOUR },
  { "个钟", HOUR }, { "个星期", WEEK }, { "个礼拜", WEEK }, { "星期", WEEK }, { "礼拜", WEEK }, { "周", WEEK }, { "个月", MONTH },
  { "天", DAY }, { "日", DAY }, { "minutes", 1 }, { "minute", 1 }, { "mins", 1 }, { "min", 1 }, { "m", 1 }, { "hours", HOUR },
  { "hour", HOUR }, { "hrs", HOUR }, { "hr", HOUR }, { "h", HOUR }, { "days", DAY }, { "day", DAY }, { "d", DAY },
  { "weeks", WEEK }, { "week", WEEK }, { "w", WEEK }, { "months", MONTH }, { "month", MONTH }, { NULL },
};

typedef struct
{
  int      minutes;
  int      months;
  gboolean exact;   /* not in days alone: 24小时后 is no day at nine */
} Length;

/* "an hour", 半小时, "3 days", 一个半小时: adds to the length. */
static gboolean
read_length (const char **at,
             Length      *length)
{
  static const DaybookSoonWord WHOLE[] = {
    { "半个小时", HOUR / 2 }, { "半个钟头", HOUR / 2 }, { "半个钟", HOUR / 2 }, { "半小时", HOUR / 2 }, { "half an hour", HOUR / 2 },
    { "half a day", DAY / 2 }, { "半天", DAY / 2 }, { "an hour", HOUR }, { "a minute", 1 }, { "a day", DAY }, { "a week", WEEK }, { "a month", MONTH }, { NULL },
  };
  const char *p = *at;
  int number = 1, unit, half = 0;

  if (!daybook_soon_read_word (&p, WHOLE, &unit))
    {
      if (!daybook_soon_read_number (&p, 4, &number))
        return FALSE;
      daybook_soon_skip_blanks (&p);
      if (daybook_soon_skip (&p, "个半小时") || daybook_soon_skip (&p, "个半钟头"))
        {
          unit = HOUR;
          half = HOUR / 2;
        }
      else if (!daybook_soon_read_word (&p, UNITS, &unit))
        return FALSE;
    }

  if (unit == MONTH)
    length->months = MIN (length->months + number, MOST);
  else
    length->minutes = MIN (length->minutes + number * unit + half, MOST * DAY);
  length->exact |= unit > 0 && unit < DAY;
  *at = p;
  return TRUE;
}

/* Several lengths: 1小时30分钟. */
static gboolean
read_lengths (const char **at,
              Length      *length)
{
  *length = (Length) { 0 };
  if (!read_length (at, length))
    return FALSE;

  for (const char *p = *at; g_ascii_isdigit (*p) || *p == ' '; p = *at)
    {
      daybook_soon_skip_blanks (&p);
      if (!read_length (&p, length))
        break;
      *at = p;
    }
  return TRUE;
}

static void
take_wait (DaybookSoonParts *parts,
           const Length     *length)
{
  parts->firm = TRUE;
  if (length->months > 0)
    {
      parts->kind = DAYBOOK_SOON_MONTHS;
      parts->months = length->months;
    }
  else if (!length->exact)
    {
      parts->kind = DAYBOOK_SOON_DAYS;
      parts->day = length->minutes / DAY;
    }
  else
    parts->wait = length->minutes;
}

/* 2小时后, "in 2 hours", "2 hours from now" */
static gboolean
read_wait (const char       **at,
           DaybookSoonParts  *parts)
{
  static const char *const BEFORE[] = { "in the next ", "within the next ", "in ", "within ", "过", NULL };
  static const char *const BEHIND[] = { "之后", "以后", "过后", "后", "之内", "以内", "内", "from now", "later", NULL };
  const char *p = *at;
  gboolean before = FALSE;
  Length length;

  if (parts->kind != DAYBOOK_SOON_NO_DAY || parts->wait >= 0)
    return FALSE;
  for (guint i = 0; BEFORE[i] != NULL && !before; i++)
    if (g_str_has_prefix (p, BEFORE[i]))
      {
        p += strlen (BEFORE[i]);
        before = TRUE;
      }
  if (!read_lengths (&p, &length))
    return FALSE;

  const char *behind = p;
  daybook_soon_skip_blanks (&behind);
  if (daybook_soon_skip_any (&behind, BEHIND))
    p = behind;
  else if (!before)
    return FALSE;

  take_wait (parts, &length);
  *at = p;
  return TRUE;
}

/* --- The whole ---------------------------------------------------------------------------- */

/* 前 of 10点前, but not of 前台. */
static void
skip_before (const char **at)
{
  static const char *const OTHERS[] = { "前台", "前面", "前天", "前端", "前日", NULL };

  if (!daybook_soon_begins (*at, OTHERS) && !daybook_soon_skip (at, "之前") && !daybook_soon_skip (at, "以前"))
    daybook_soon_skip (at, "前");
}

static const char *
skip_between (const char *p)
{
  static const char *const BETWEEN[] = { "on ", "by ", "的", NULL };

  p += strspn (p, " ,");
  for (guint i = 0; BETWEEN[i] != NULL; i++)
    if (g_str_has_prefix (p, BETWEEN[i]))
      return p + strlen (BETWEEN[i]);

  return p;
}

static gboolean
read_one (const char       **at,
          DaybookSoonParts  *parts)
{
  return read_wait (at, parts) || daybook_soon_read_day (at, parts) || daybook_soon_read_part (at, parts) || daybook_soon_read_hour (at, parts);
}

gsize
daybook_soon_parts_read (const char       *folded,
                         DaybookSoonParts *parts)
{
  static const char *const BEFORE[] = { "no later than ", "not before ", "before ", "until ", "till ", "due ", "by ", "on ", NULL };
  const DaybookSoonParts none = { .weeks = -1, .months = -1, .hour = -1, .wait = -1 };
  const char *p = folded;
  const char *end = NULL;

  *parts = none;
  for (guint i = 0; BEFORE[i] != NULL && p == folded; i++)
    if (g_str_has_prefix (p, BEFORE[i]))
      p += strlen (BEFORE[i]);
  while (read_one (&p, parts))
    {
      end = p;
      p = skip_between (p);
    }
  if (end == NULL)
    return 0;
  if (parts->wait < 0)
    skip_before (&end);

  return (gsize) (end - folded);
}
