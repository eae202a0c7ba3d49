/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/date-pattern.h"

#include <string.h>

#define MAX_NAME 16
#define THIS_CENTURY 2000
#define LAST_OF_THIS_CENTURY 68

typedef enum
{
  PART_DAY,
  PART_MONTH,
  PART_NAME, /* of a month */
  PART_SHORT_YEAR,
  PART_YEAR,
  PART_SIGN, /* one that stands for itself */
} Part;

/* The longest first, where one begins like another. */
static const struct
{
  const char *text;
  Part        part;
} PARTS[] = {
  { "DD", PART_DAY }, { "MM", PART_MONTH }, { "Mon", PART_NAME }, { "YYYY", PART_YEAR }, { "YY", PART_SHORT_YEAR },
};

/* Folded: without case and without the point of an abbreviation. */
static const struct
{
  const char *name;
  int         month;
} MONTHS[] = {
  { "jan", 1 }, { "january", 1 }, { "januar", 1 }, { "jän", 1 }, { "jänner", 1 },
  { "feb", 2 }, { "february", 2 }, { "februar", 2 },
  { "mar", 3 }, { "march", 3 }, { "mär", 3 }, { "märz", 3 }, { "mrz", 3 },
  { "apr", 4 }, { "april", 4 },
  { "may", 5 }, { "mai", 5 },
  { "jun", 6 }, { "june", 6 }, { "juni", 6 },
  { "jul", 7 }, { "july", 7 }, { "juli", 7 },
  { "aug", 8 }, { "august", 8 },
  { "sep", 9 }, { "sept", 9 }, { "september", 9 },
  { "oct", 10 }, { "october", 10 }, { "okt", 10 }, { "oktober", 10 },
  { "nov", 11 }, { "november", 11 },
  { "dec", 12 }, { "december", 12 }, { "dez", 12 }, { "dezember", 12 },
};

/* The part that the pattern goes on with; the pattern is moved behind it. */
static Part
next_part (const char **pattern)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (g_str_has_prefix (*pattern, PARTS[i].text))
      {
        *pattern += strlen (PARTS[i].text);
        return PARTS[i].part;
      }

  *pattern += 1;
  return PART_SIGN;
}

gboolean
daybook_date_pattern_is_good (const char *pattern)
{
  guint n_days = 0, n_months = 0, n_years = 0;
  gboolean was_sign = TRUE;

  while (*pattern != '\0')
    {
      gboolean is_letter = g_ascii_isalnum (*pattern);
      Part part = next_part (&pattern);

      n_days += part == PART_DAY;
      n_months += part == PART_MONTH || part == PART_NAME;
      n_years += part == PART_YEAR || part == PART_SHORT_YEAR;
      /* "MMDD" does not say where the month ends; a letter that stands for itself is a slip. */
      if (part == PART_SIGN ? is_letter : !was_sign)
        return FALSE;
      was_sign = part == PART_SIGN;
    }

  return n_days == 1 && n_months == 1 && n_years == 1;
}

/* Reads `least` to `most` digits, behind which none follows. */
static gboolean
read_digits (const char **at,
             gsize        least,
             gsize        most,
             int         *number)
{
  gsize n = strspn (*at, "0123456789");

  if (n < least || n > most)
    return FALSE;

  *number = 0;
  for (; n > 0; n--, (*at)++)
    *number = *number * 10 + g_ascii_digit_value (**at);
  return TRUE;
}

static gboolean
read_short_year (const char **at,
                 int         *year)
{
  if (!read_digits (at, 2, 2, year))
    return FALSE;

  *year += *year <= LAST_OF_THIS_CENTURY ? THIS_CENTURY : THIS_CENTURY - 100;
  return TRUE;
}

static gboolean
read_name (const char **at,
           int         *month)
{
  const char *end = *at;

  while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)) && end - *at < MAX_NAME)
    end = g_utf8_next_char (end);

  g_autofree char *name = g_utf8_strdown (*at, end - *at);
  for (gsize i = 0; i < G_N_ELEMENTS (MONTHS); i++)
    if (g_str_equal (MONTHS[i].name, name))
      {
        *month = MONTHS[i].month;
        *at = end + (*end == '.');
        return TRUE;
      }

  return FALSE;
}

gboolean
daybook_date_pattern_read (const char  *pattern,
                           const char **at,
                           int         *year,
                           int         *month,
                           int         *day)
{
  const char *p = *at;
  gboolean fits = TRUE;

  while (fits && *pattern != '\0')
    {
      const char sign = *pattern;

      switch (next_part (&pattern))
        {
        case PART_DAY:
          fits = read_digits (&p, 1, 2, day);
          break;
        case PART_MONTH:
          fits = read_digits (&p, 1, 2, month);
          break;
        case PART_NAME:
          fits = read_name (&p, month);
          break;
        case PART_SHORT_YEAR:
          fits = read_short_year (&p, year);
          break;
        case PART_YEAR:
          fits = read_digits (&p, 4, 4, year);
          break;
        case PART_SIGN:
        default:
          fits = *p == sign;
          p += fits;
          break;
        }
    }

  if (fits)
    *at = p;
  return fits;
}
