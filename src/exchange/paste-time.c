/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paste-time.h"

#include <string.h>

/* Takes one or two figures. -1: there are none, or more. */
static int
take_two (const char **p)
{
  int n = g_ascii_digit_value (**p);

  if (n < 0)
    return -1;
  (*p)++;
  if (g_ascii_isdigit (**p))
    n = n * 10 + g_ascii_digit_value (*(*p)++);
  return g_ascii_isdigit (**p) ? -1 : n;
}

static gboolean
take (const char **p,
      const char  *sign)
{
  if (!g_str_has_prefix (*p, sign))
    return FALSE;

  *p += strlen (sign);
  return TRUE;
}

static gboolean
take_one_of (const char        **p,
             const char *const  *signs)
{
  for (; *signs != NULL; signs++)
    if (take (p, *signs))
      return TRUE;

  return FALSE;
}

static int
take_year (const char **p)
{
  int year = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (**p))
        return -1;
      year = year * 10 + g_ascii_digit_value (*(*p)++);
    }

  return year >= 2000 && year < 2100 ? year : -1;
}

/* "10:03" or "10:03:07"; "" when none follows. */
static char *
take_clock (const char **rest)
{
  static const char *const COLONS[] = { ":", "：", NULL };
  const char *p = *rest;
  int hour, minute, second;
  char *clock;

  while (*p == ' ' || *p == 'T')
    p++;
  hour = take_two (&p);
  if (hour < 0 || hour > 23 || !take_one_of (&p, COLONS))
    return g_strdup ("");
  minute = take_two (&p);
  if (minute < 0 || minute > 59)
    return g_strdup ("");

  clock = g_strdup_printf (" %02d:%02d", hour, minute);
  *rest = p;
  second = take_one_of (&p, COLONS) ? take_two (&p) : -1;
  if (second < 0 || second > 59)
    return clock;

  *rest = p;
  g_free (clock);
  return g_strdup_printf (" %02d:%02d:%02d", hour, minute, second);
}

char *
daybook_paste_time_take (const char  *text,
                         const char **rest)
{
  static const char *const SIGNS[] = { "-", "/", ".", "年", NULL };
  static const char *const DAYS[] = { "日", "号", "號", NULL };
  const char *p = text;
  const char *sign;
  g_autofree char *clock = NULL;
  int year = take_year (&p);
  int month, day;

  sign = p;
  if (year < 0 || !take_one_of (&p, SIGNS))
    return NULL;
  month = take_two (&p);
  if (!take (&p, *sign == '-' ? "-" : *sign == '/' ? "/" : *sign == '.' ? "." : "月"))
    return NULL;
  day = take_two (&p);
  if (month < 1 || month > 12 || day < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;

  take_one_of (&p, DAYS);
  clock = take_clock (&p);
  *rest = p;
  return g_strdup_printf ("%04d-%02d-%02d%s", year, month, day, clock);
}

const char *
daybook_paste_time_find (const char  *text,
                         char       **time,
                         const char **rest)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '2' && (p == text || !g_ascii_isalnum (p[-1])))
      {
        *time = daybook_paste_time_take (p, rest);
        if (*time != NULL)
          return p;
      }

  return NULL;
}
