/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/clean.h"

#include "exchange/csv-text.h"

#include <string.h>

#define MAX_ID 128
/* A workbook's number has no more digits than these. */
#define SURE_DIGITS 15
/* Stands behind the last row of a file that COPY or TYPE of DOS has made. */
#define DOS_END '\x1a'
#define DIGITS "0123456789"

static const char *const EMPTY_WORDS[] = {
  "-", "--", "—", "——", "/", "null", "NULL", "无", "N/A", "#N/A", "0001-01-01 00:00:00",
};

/* NBSP, blanks of every width, and what is not seen at all: zero-width, joining, directions,
 * marks, soft hyphen. */
static gboolean
is_wide_blank (gunichar c)
{
  return c == 0xa0 || c == 0xad || c == 0x180e || c == 0x3000 || (c >= 0x2000 && c <= 0x200f)
         || (c >= 0x2028 && c <= 0x202f) || (c >= 0x205f && c <= 0x2069) || c == 0xfeff;
}

/* The length of the blank at `p`, or 0. */
static inline gsize
blank_length (const char *p,
              gsize       left)
{
  guchar first = left > 0 ? (guchar) *p : '\0';
  gsize length = first == 0xc2 ? 2 : 3;

  if (first == ' ' || (first >= '\t' && first <= '\r') || first == DOS_END)
    return 1;
  if ((first != 0xc2 && (first < 0xe1 || first > 0xe3) && first != 0xef) || left < length)
    return 0;
  return is_wide_blank (g_utf8_get_char (p)) ? length : 0;
}

static void
trim (const char **text,
      gsize       *length)
{
  gsize n;

  while ((n = blank_length (*text, *length)) > 0)
    {
      *text += n;
      *length -= n;
    }
  while (*length > 0)
    {
      const char *end = *text + *length;

      if (blank_length (end - 1, 1) == 1)
        *length -= 1;
      else if (*length >= 2 && blank_length (end - 2, 2) == 2)
        *length -= 2;
      else if (*length >= 3 && blank_length (end - 3, 3) == 3)
        *length -= 3;
      else
        break;
    }
}

/* `="0012"` is how an export makes Excel keep the zeros. */
static void
unwrap_formula (const char **text,
                gsize       *length)
{
  if (*length < 3 || (*text)[0] != '=' || (*text)[1] != '"' || (*text)[*length - 1] != '"')
    return;

  *text += 2;
  *length -= 3;
  trim (text, length);
}

/* An apostrophe before a digit, "null" or what begins a formula guards (our own exports
 * have such); before anything else it may be a word's own. */
static void
drop_apostrophe (const char **text,
                 gsize       *length)
{
  const char *next = *text + 1;

  if (*length < 2 || (**text != '\'' && **text != '`'))
    return;
  if (!g_ascii_isdigit (*next) && !daybook_csv_begins_formula (next, *length - 1)
      && !(*length == 5 && g_ascii_strncasecmp (next, "null", 4) == 0))
    return;

  *text += 1;
  *length -= 1;
}

void
daybook_clean_text (const char *text,
                    gsize       length,
                    GString    *out)
{
  trim (&text, &length);
  unwrap_formula (&text, &length);
  drop_apostrophe (&text, &length);
  g_string_append_len (out, text, (gssize) length);
}

static gboolean
is_guard (char c)
{
  return c == '=' || c == '"' || c == '\'' || c == '`';
}

static void
trim_guards (const char **text,
             gsize       *length)
{
  gsize before;

  do
    {
      before = *length;
      trim (text, length);
      while (*length > 0 && is_guard (**text))
        {
          *text += 1;
          *length -= 1;
        }
      while (*length > 0 && is_guard ((*text)[*length - 1]))
        *length -= 1;
    }
  while (*length < before);
}

static const char *
skip_digits (const char *p)
{
  return p + strspn (p, DIGITS);
}

/* "1.93068E+15", "1,93068E+15", "1.93068E15"; but "12E45" is somebody's number. */
static gboolean
is_scientific (const char *text)
{
  const char *p = skip_digits (text);
  gboolean is_broken = p > text && (*p == '.' || *p == ',');

  if (is_broken)
    p = skip_digits (p + 1);
  if (p == text || (*p != 'E' && *p != 'e'))
    return FALSE;

  p++;
  if (*p == '+' || (is_broken && *p == '-'))
    p++;
  else if (!is_broken)
    return FALSE;
  return g_ascii_isdigit (*p) && *skip_digits (p) == '\0';
}

/* What a spreadsheet program shows in a cell that is too narrow or that it cannot
 * reckon: "####", "#REF!", "#DIV/0!". */
static gboolean
is_spreadsheet_error (const char *text)
{
  gsize signs = strspn (text, "#");
  gsize n = strlen (text);

  if (signs == 0)
    return FALSE;
  return signs == n || text[n - 1] == '!' || text[n - 1] == '?';
}

/* "1001.0", "3000000000000000127.0": a text column that went through a program's numbers;
 * but "1001.1" is somebody's number. */
static gboolean
is_fraction (const char *text)
{
  const char *sign = skip_digits (text);
  const char *rest = sign + (*sign != '\0');

  if (sign == text || *rest == '\0' || *skip_digits (rest) != '\0')
    return FALSE;
  if (sign - text > SURE_DIGITS)
    return *sign == '.' || *sign == ',';
  return *sign == '.' && rest[strspn (rest, "0")] == '\0';
}

/* "193,068,123,456,789,000": a number as a spreadsheet program shows it with its thousands
 * apart; but "1,000" and what has other groups is somebody's number. */
static gboolean
is_grouped (const char *text)
{
  const char *p = skip_digits (text);
  char sign = *p;
  gsize n = (gsize) (p - text);

  if (n < 1 || n > 3 || (sign != ',' && sign != '.'))
    return FALSE;

  for (; *p == sign; p += 4, n += 3)
    if (strspn (p + 1, DIGITS) != 3)
      return FALSE;
  return *p == '\0' && n > SURE_DIGITS;
}

/* A number typed into a workbook keeps 15 digits; the others became zeros. */
static gboolean
has_lost_digits (const GString   *id,
                 DaybookCellKind  kind)
{
  if (is_scientific (id->str) || is_spreadsheet_error (id->str) || is_fraction (id->str) || is_grouped (id->str))
    return TRUE;
  return kind == DAYBOOK_CELL_NUMBER && id->len > SURE_DIGITS && daybook_clean_ends_in_zeros (id->str);
}

gsize
daybook_clean_unsure_digits (const char *id)
{
  gsize n = strspn (id, DIGITS);

  return id[n] == '\0' && n > SURE_DIGITS ? n - SURE_DIGITS : 0;
}

gboolean
daybook_clean_ends_in_zeros (const char *id)
{
  return id[SURE_DIGITS + strspn (id + SURE_DIGITS, "0")] == '\0';
}

static gboolean
has_control (const GString *text)
{
  for (gsize i = 0; i < text->len; i++)
    if (g_ascii_iscntrl (text->str[i]))
      return TRUE;

  return FALSE;
}

/* Signs of full width are those of a keyboard in another mode, "！" to "～"; all others, as "①",
 * are somebody's. */
static void
fold_width (GString *text)
{
  const char *from = text->str;
  char *to = text->str;

  while (*from != '\0')
    {
      const guchar *p = (const guchar *) from;
      gboolean low = p[0] == 0xef && p[1] == 0xbc && p[2] >= 0x81 && p[2] <= 0xbf;
      gboolean high = p[0] == 0xef && p[1] == 0xbd && p[2] >= 0x80 && p[2] <= 0x9e;

      *to++ = low ? (char) (p[2] - 0x60) : high ? (char) (p[2] - 0x20) : *from;
      from += low || high ? 3 : 1;
    }
  g_string_truncate (text, (gsize) (to - text->str));
}

/* Guards of full width are guards too. */
static void
normalize (GString *text)
{
  const char *start;
  gsize length;

  if (g_str_is_ascii (text->str))
    return;

  fold_width (text);
  start = text->str;
  length = text->len;
  trim_guards (&start, &length);
  g_string_truncate (text, (gsize) (start - text->str) + length);
  g_string_erase (text, 0, start - text->str);
}

DaybookIdState
daybook_clean_id (const char      *text,
                  gsize            length,
                  DaybookCellKind  kind,
                  GString         *out)
{
  trim_guards (&text, &length);
  g_string_truncate (out, 0);
  g_string_append_len (out, text, (gssize) length);
  normalize (out);

  if (out->len == 0 || daybook_clean_is_empty (out->str))
    return DAYBOOK_ID_EMPTY;
  if (out->len > MAX_ID || (*out->str == '-' && g_ascii_isdigit (out->str[1])) || has_control (out))
    return DAYBOOK_ID_BAD;
  return has_lost_digits (out, kind) ? DAYBOOK_ID_RUINED : DAYBOOK_ID_GOOD;
}

void
daybook_clean_tracking (const char *text,
                        GString    *out)
{
  gsize length = strlen (text);

  trim_guards (&text, &length);
  if (length >= 3 && g_ascii_strncasecmp (text, "No:", 3) == 0)
    {
      text += 3;
      length -= 3;
      trim_guards (&text, &length);
    }

  g_string_truncate (out, 0);
  g_string_append_len (out, text, (gssize) length);
  if (daybook_clean_is_empty (out->str))
    g_string_truncate (out, 0);
}

gboolean
daybook_clean_is_empty (const char *text)
{
  if (*text == '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (EMPTY_WORDS); i++)
    if (*text == *EMPTY_WORDS[i] && strcmp (text, EMPTY_WORDS[i]) == 0)
      return TRUE;

  return FALSE;
}

char *
daybook_clean_fold (const char *text)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  g_autofree char *normal = NULL;

  daybook_clean_text (text, strlen (text), clean);
  normal = g_utf8_normalize (clean->str, -1, G_NORMALIZE_NFKC);
  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

guint64
daybook_clean_fingerprint (const char *const *headings,
                           guint              n_headings)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;
  guint64 fingerprint = 0;

  while (n_headings > 0 && *headings[n_headings - 1] == '\0')
    n_headings--;
  for (guint i = 0; i < n_headings; i++)
    {
      g_checksum_update (checksum, (const guchar *) headings[i], -1);
      g_checksum_update (checksum, (const guchar *) "\x1f", 1);
    }

  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 0; i < sizeof fingerprint; i++)
    fingerprint = fingerprint << 8 | digest[i];
  return fingerprint;
}
