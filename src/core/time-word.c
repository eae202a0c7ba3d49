/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/time-word.h"

#include <string.h>

/* Longer numbers are no days that anybody counts. */
#define MAX_DIGITS 5

typedef struct
{
  const char *text;
  const char *word;
} Pair;

/* Simplified, traditional and English, whatever the program's language: a view is
 * written by one person and read by another. */
static const Pair DAYS[] = {
  { "今天", "today" },     { "今日", "today" },       { "today", "today" },
  { "昨天", "today-1" },   { "昨日", "today-1" },     { "yesterday", "today-1" },
  { "前天", "today-2" },   { "前日", "today-2" },
  { "明天", "today+1" },   { "明日", "today+1" },     { "tomorrow", "today+1" },
  { "本月", "month" },     { "这个月", "month" },     { "這個月", "month" },     { "this month", "month" },
};

/* What may stand behind a number of days that are past. */
static const char *const AGO[] = { "天前", "日前", "天", "days ago", "day ago", "days", "day" };

static char *
read_days_ago (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;

  if (digits == 0 || digits > MAX_DIGITS)
    return NULL;

  rest += strspn (rest, " ");
  for (guint i = 0; i < G_N_ELEMENTS (AGO); i++)
    if (g_str_equal (rest, AGO[i]))
      return g_strdup_printf ("today-%.*s", (int) digits, text);

  return NULL;
}

char *
daybook_time_word (const char *text)
{
  /* NFKC: digits may be as wide as the characters beside them. */
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = normal != NULL ? g_utf8_strdown (g_strstrip (normal), -1) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (DAYS); i++)
    if (g_str_equal (folded, DAYS[i].text))
      return g_strdup (DAYS[i].word);

  return read_days_ago (folded);
}
