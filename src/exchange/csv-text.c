/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv-text.h"

#include <string.h>

#define SAFE_DIGITS 11
#define DIGITS "0123456789"

/* Programs in Chinese and Japanese take the full-width signs for the others. */
gboolean
daybook_csv_begins_formula (const char *text,
                            gsize       length)
{
  static const char *const WIDE[] = { "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0" }; /* ＝＋－＠ */

  for (gsize i = 0; i < G_N_ELEMENTS (WIDE); i++)
    if (length >= strlen (WIDE[i]) && memcmp (text, WIDE[i], strlen (WIDE[i])) == 0)
      return TRUE;

  return length > 0 && *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

/* "0012", "3801000000000104417", "12E45". */
static gboolean
is_spoiled_number (const char *text)
{
  gsize n = strspn (text, DIGITS);
  gboolean powers = n > 0 && (text[n] == 'E' || text[n] == 'e') && text[n + 1] != '\0'
                    && text[n + 1 + strspn (text + n + 1, DIGITS)] == '\0';

  return powers || (text[n] == '\0' && (n > SAFE_DIGITS || (n > 1 && *text == '0')));
}

/* Also what only some programs take for the end of a cell, and blanks that some drop. */
static gboolean
needs_quotes (const char *text)
{
  gsize n = strlen (text);

  return strpbrk (text, "\",;\t\r\n") != NULL || (n > 0 && (*text == ' ' || text[n - 1] == ' '));
}

static void
append_quoted (GString    *line,
               const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
}

void
daybook_csv_append (GString    *line,
                    const char *text)
{
  gboolean formula = daybook_csv_begins_formula (text, strlen (text));
  gboolean number = is_spoiled_number (text);
  gboolean quoted = number || needs_quotes (text);

  if (quoted)
    g_string_append_c (line, '"');
  if (formula)
    g_string_append_c (line, '\'');
  append_quoted (line, text);
  if (number)
    g_string_append_c (line, '\t');
  if (quoted)
    g_string_append_c (line, '"');
}
