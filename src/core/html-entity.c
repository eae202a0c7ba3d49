/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/html-entity.h"

#include <string.h>

enum
{
  MAX_NAME = 8,   /* of those below */
  MAX_DIGITS = 7, /* CommonMark's */
  REPLACEMENT = 0xfffd,
};

/* Those that people write and programs export, of HTML's two thousand. */
static const struct
{
  const char *name;
  gunichar    c;
} NAMES[] = {
  { "amp", '&' },       { "lt", '<' },        { "gt", '>' },        { "quot", '"' },      { "apos", '\'' },
  { "nbsp", 0xa0 },     { "iexcl", 0xa1 },    { "cent", 0xa2 },     { "pound", 0xa3 },    { "curren", 0xa4 },
  { "yen", 0xa5 },      { "sect", 0xa7 },     { "copy", 0xa9 },     { "laquo", 0xab },    { "shy", 0xad },
  { "reg", 0xae },      { "deg", 0xb0 },      { "plusmn", 0xb1 },   { "sup2", 0xb2 },     { "sup3", 0xb3 },
  { "micro", 0xb5 },    { "para", 0xb6 },     { "middot", 0xb7 },   { "raquo", 0xbb },    { "frac14", 0xbc },
  { "frac12", 0xbd },   { "frac34", 0xbe },   { "iquest", 0xbf },   { "times", 0xd7 },    { "divide", 0xf7 },
  { "Auml", 0xc4 },     { "Ouml", 0xd6 },     { "Uuml", 0xdc },     { "szlig", 0xdf },    { "agrave", 0xe0 },
  { "auml", 0xe4 },     { "ccedil", 0xe7 },   { "egrave", 0xe8 },   { "eacute", 0xe9 },   { "ecirc", 0xea },
  { "ouml", 0xf6 },     { "oslash", 0xf8 },   { "uuml", 0xfc },     { "ensp", 0x2002 },   { "emsp", 0x2003 },
  { "thinsp", 0x2009 }, { "ndash", 0x2013 },  { "mdash", 0x2014 },  { "lsquo", 0x2018 },  { "rsquo", 0x2019 },
  { "ldquo", 0x201c },  { "rdquo", 0x201d },  { "bull", 0x2022 },   { "hellip", 0x2026 }, { "permil", 0x2030 },
  { "euro", 0x20ac },   { "trade", 0x2122 },  { "larr", 0x2190 },   { "uarr", 0x2191 },   { "rarr", 0x2192 },
  { "darr", 0x2193 },   { "harr", 0x2194 },   { "rArr", 0x21d2 },   { "minus", 0x2212 },  { "infin", 0x221e },
  { "asymp", 0x2248 },  { "ne", 0x2260 },     { "le", 0x2264 },     { "ge", 0x2265 },     { "check", 0x2713 },
};

static gboolean
append_named (GString    *out,
              const char *name,
              gsize       n)
{
  for (gsize i = 0; n <= MAX_NAME && i < G_N_ELEMENTS (NAMES); i++)
    if (strlen (NAMES[i].name) == n && memcmp (NAMES[i].name, name, n) == 0)
      {
        g_string_append_unichar (out, NAMES[i].c);
        return TRUE;
      }

  return FALSE;
}

/* Whether Unicode has it for texts to hold: no half of a pair, and nothing that is no character for ever. */
static gboolean
is_character (guint64 c)
{
  return c > 0 && c <= 0x10ffff && (c < 0xd800 || c > 0xdfff) && (c < 0xfdd0 || c > 0xfdef) && (c & 0xfffe) != 0xfffe;
}

static gboolean
append_number (GString    *out,
               const char *digits,
               gsize       n,
               guint       base)
{
  guint64 c = 0;

  if (n == 0 || n > MAX_DIGITS)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      int digit = g_ascii_xdigit_value (digits[i]);

      if (digit < 0 || (guint) digit >= base)
        return FALSE;
      c = c * base + (guint) digit;
    }
  g_string_append_unichar (out, is_character (c) ? (gunichar) c : REPLACEMENT);
  return TRUE;
}

gboolean
daybook_html_entity_append (GString    *out,
                            const char *entity,
                            gsize       n)
{
  if (n < 3 || entity[0] != '&' || entity[n - 1] != ';')
    return FALSE;
  if (entity[1] != '#')
    return append_named (out, entity + 1, n - 2);

  if (entity[2] == 'x' || entity[2] == 'X')
    return append_number (out, entity + 3, n - 4, 16);
  return append_number (out, entity + 2, n - 3, 10);
}

gsize
daybook_html_entity_length (const char *text,
                            gsize       n)
{
  gsize i = 1;

  if (n < 3 || text[0] != '&')
    return 0;

  if (text[i] == '#')
    i++;
  while (i < n && i <= MAX_NAME + MAX_DIGITS && g_ascii_isalnum (text[i]))
    i++;
  return i < n && i > 1 && text[i] == ';' ? i + 1 : 0;
}
