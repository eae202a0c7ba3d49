/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/soon-read.h"

#include <string.h>

static gboolean
is_latin (char c)
{
  return g_ascii_isalpha (c);
}

gboolean
daybook_soon_skip (const char **at,
                   const char  *word)
{
  gsize length = strlen (word);

  if (strncmp (*at, word, length) != 0)
    return FALSE;
  if (is_latin (word[length - 1]) && (is_latin ((*at)[length]) || g_ascii_isdigit ((*at)[length])))
    return FALSE;

  *at += length;
  return TRUE;
}

void
daybook_soon_skip_blanks (const char **at)
{
  *at += strspn (*at, " ");
}

gboolean
daybook_soon_skip_any (const char        **at,
                       const char *const  *words)
{
  for (; *words != NULL; words++)
    if (daybook_soon_skip (at, *words))
      return TRUE;

  return FALSE;
}

gboolean
daybook_soon_begins (const char         *text,
                     const char *const  *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (text, *words))
      return TRUE;

  return FALSE;
}

gboolean
daybook_soon_read_word (const char            **at,
                        const DaybookSoonWord  *words,
                        int                    *value)
{
  for (; words->text != NULL; words++)
    if (daybook_soon_skip (at, words->text))
      {
        *value = words->value;
        return TRUE;
      }

  return FALSE;
}

gsize
daybook_soon_count_digits (const char *text,
                           gsize       most)
{
  gsize n = 0;

  while (n <= most && g_ascii_isdigit (text[n]))
    n++;
  return n;
}

gboolean
daybook_soon_read_digits (const char **at,
                          gsize        most,
                          int         *number)
{
  gsize n = daybook_soon_count_digits (*at, most);

  if (n == 0 || n > most)
    return FALSE;

  *number = 0;
  for (; n > 0; n--, (*at)++)
    *number = *number * 10 + (**at - '0');
  return TRUE;
}

static int
han_digit (const char **at)
{
  static const DaybookSoonWord DIGITS[] = {
    { "零", 0 }, { "〇", 0 }, { "一", 1 }, { "二", 2 }, { "两", 2 }, { "三", 3 }, { "四", 4 }, { "五", 5 },
    { "六", 6 }, { "七", 7 }, { "八", 8 }, { "九", 9 }, { NULL },
  };
  int digit = -1;

  daybook_soon_read_word (at, DIGITS, &digit);
  return digit;
}

/* 三, 十, 十五, 二十, 二十五 */
static gboolean
read_han_number (const char **at,
                 int         *number)
{
  const char *p = *at;
  int tens = han_digit (&p);

  if (!daybook_soon_skip (&p, "十"))
    {
      *number = tens;
      *at = p;
      return tens >= 0;
    }

  int ones = han_digit (&p);
  *number = (tens < 0 ? 1 : tens) * 10 + MAX (ones, 0);
  *at = p;
  return TRUE;
}

gboolean
daybook_soon_read_number (const char **at,
                          gsize        most,
                          int         *number)
{
  return daybook_soon_read_digits (at, most, number) || read_han_number (at, number);
}
