/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/soon-read.h"

#include <string.h>

/* --- Hours ------------------------------------------------------------------------------ */

/* 3点, 3点半, 三点二十, 15时30分 */
static gboolean
read_han_hour (const char       **at,
               DaybookSoonParts  *parts)
{
  static const char *const OTHERS[] = { "点意见", "点建议", "点要求", "点问题", "点儿", "点多", "时候", "时间", "时内", NULL };
  const char *p = *at;
  int hour, minute = 0;

  /* 一点 is a little, unless a day stands before it. */
  if (g_str_has_prefix (p, "一点") && parts->kind == DAYBOOK_SOON_NO_DAY && parts->part == DAYBOOK_SOON_NO_PART)
    return FALSE;
  if (!daybook_soon_read_number (&p, 2, &hour) || daybook_soon_begins (p, OTHERS))
    return FALSE;
  if (!daybook_soon_skip (&p, "点钟") && !daybook_soon_skip (&p, "点整") && !daybook_soon_skip (&p, "点") && !daybook_soon_skip (&p, "时"))
    return FALSE;

  const char *behind = p;
  if (daybook_soon_skip (&p, "半"))
    minute = 30;
  else if (daybook_soon_skip (&p, "一刻"))
    minute = 15;
  else if (daybook_soon_skip (&p, "三刻"))
    minute = 45;
  else if (daybook_soon_read_number (&behind, 2, &minute) && (daybook_soon_skip (&behind, "分") || behind - p >= 2) && minute < 60)
    p = behind;
  else
    minute = 0;
  if (hour > 24)
    return FALSE;

  parts->hour = hour;
  parts->minute = minute;
  parts->face = hour <= 12;
  parts->firm = TRUE;
  *at = p;
  return TRUE;
}

/* Behind an hour of the face: 0 none, 1 before noon, 2 after. */
static int
read_half (const char **at)
{
  static const DaybookSoonWord HALVES[] = { { "a.m.", 1 }, { "am", 1 }, { "p.m.", 2 }, { "pm", 2 }, { NULL } };
  const char *p = *at;
  int half = 0;

  daybook_soon_skip_blanks (&p);
  if (daybook_soon_read_word (&p, HALVES, &half))
    *at = p;
  return half;
}

static gboolean
take_hour (DaybookSoonParts *parts,
           int               hour,
           int               minute,
           int               half)
{
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0) || (half != 0 && (hour < 1 || hour > 12)))
    return FALSE;

  parts->hour = half == 0 ? hour : hour % 12 + (half == 2 ? 12 : 0);
  parts->minute = minute;
  return TRUE;
}

/* ":30", ":30:00" */
static gboolean
read_minutes (const char **at,
              int         *minute)
{
  const char *p;
  int second;

  if (**at != ':' || daybook_soon_count_digits (*at + 1, 2) != 2)
    return FALSE;

  (*at)++;
  daybook_soon_read_digits (at, 2, minute);
  p = *at + 1;
  if (**at == ':' && daybook_soon_count_digits (p, 2) == 2 && daybook_soon_read_digits (&p, 2, &second) && second < 60)
    *at = p;
  return TRUE;
}

static gboolean
skip_sharp (const char **at)
{
  static const char *const SHARP[] = { "o'clock", "o’clock", NULL };
  const char *p = *at;

  daybook_soon_skip_blanks (&p);
  if (!daybook_soon_skip_any (&p, SHARP))
    return FALSE;

  *at = p;
  return TRUE;
}

/* 17:00, 9:30:00, 5pm, "5 o'clock", "at 5" */
static gboolean
read_clock (const char       **at,
            DaybookSoonParts  *parts)
{
  const char *p = *at;
  gboolean said = g_str_has_prefix (p, "at ");
  int hour, minute = 0;

  p += said ? strlen ("at ") : 0;
  gboolean single = daybook_soon_count_digits (p, 1) == 1;
  if (!daybook_soon_read_digits (&p, 2, &hour))
    return FALSE;

  gboolean colon = read_minutes (&p, &minute);
  int half = read_half (&p);
  gboolean sharp = !colon && half == 0 && skip_sharp (&p);
  if ((!colon && half == 0 && !sharp && !said) || g_ascii_isalnum (*p) || *p == ':' || !take_hour (parts, hour, minute, half))
    return FALSE;

  parts->face = half == 0 && hour <= 12 && (sharp || (said && !colon) || (single && hour < 7));
  parts->firm |= colon || half != 0 || sharp;
  *at = p;
  return TRUE;
}

gboolean
daybook_soon_read_hour (const char       **at,
                        DaybookSoonParts  *parts)
{
  return parts->hour < 0 && parts->wait < 0 && (read_han_hour (at, parts) || read_clock (at, parts));
}

/* --- Parts of a day ----------------------------------------------------------------------- */

gboolean
daybook_soon_read_part (const char       **at,
                        DaybookSoonParts  *parts)
{
  static const char *const GREETINGS[] = { "早上好", "上午好", "中午好", "下午好", "晚上好", NULL };
  static const DaybookSoonWord FIRM[] = {
    { "凌晨", DAYBOOK_SOON_DAWN }, { "清晨", DAYBOOK_SOON_MORNING }, { "早上", DAYBOOK_SOON_MORNING }, { "早晨", DAYBOOK_SOON_MORNING },
    { "一早", DAYBOOK_SOON_MORNING }, { "上午", DAYBOOK_SOON_MORNING }, { "中午", DAYBOOK_SOON_NOON }, { "正午", DAYBOOK_SOON_NOON },
    { "下午", DAYBOOK_SOON_AFTERNOON }, { "午后", DAYBOOK_SOON_AFTERNOON }, { "下班之前", DAYBOOK_SOON_CLOSING }, { "下班前", DAYBOOK_SOON_CLOSING },
    { "傍晚", DAYBOOK_SOON_DUSK }, { "晚上", DAYBOOK_SOON_EVENING }, { "晚间", DAYBOOK_SOON_EVENING }, { "夜里", DAYBOOK_SOON_EVENING },
    { "半夜", DAYBOOK_SOON_MIDNIGHT }, { "午夜", DAYBOOK_SOON_MIDNIGHT }, { "in the morning", DAYBOOK_SOON_MORNING },
    { "in the afternoon", DAYBOOK_SOON_AFTERNOON }, { "in the evening", DAYBOOK_SOON_EVENING }, { "at night", DAYBOOK_SOON_EVENING },
    { "at noon", DAYBOOK_SOON_NOON }, { "noon", DAYBOOK_SOON_NOON }, { "at midnight", DAYBOOK_SOON_MIDNIGHT }, { "midnight", DAYBOOK_SOON_MIDNIGHT },
    { "the end of the day", DAYBOOK_SOON_CLOSING }, { "end of the day", DAYBOOK_SOON_CLOSING }, { "end of day", DAYBOOK_SOON_CLOSING },
    { "eod", DAYBOOK_SOON_CLOSING }, { NULL },
  };
  static const DaybookSoonWord LOOSE[] = {
    { "morning", DAYBOOK_SOON_MORNING }, { "afternoon", DAYBOOK_SOON_AFTERNOON }, { "evening", DAYBOOK_SOON_EVENING },
    { "night", DAYBOOK_SOON_EVENING }, { NULL },
  };
  static const DaybookSoonWord SHORT[] = { { "早", DAYBOOK_SOON_MORNING }, { "晚", DAYBOOK_SOON_EVENING }, { NULL } };
  const char *p = *at;
  int part;

  if (parts->part != DAYBOOK_SOON_NO_PART || parts->wait >= 0 || daybook_soon_begins (p, GREETINGS))
    return FALSE;
  if (daybook_soon_read_word (&p, FIRM, &part))
    parts->firm = TRUE;
  else if (!daybook_soon_read_word (&p, LOOSE, &part)
           && !(parts->kind != DAYBOOK_SOON_NO_DAY && daybook_soon_read_word (&p, SHORT, &part) && !g_str_has_prefix (p, "点") && !g_str_has_prefix (p, "一点")))
    return FALSE;

  parts->part = (DaybookSoonPart) part;
  *at = p;
  return TRUE;
}
