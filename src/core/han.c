/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/han.h"

#include "core/han-pair.h"

#include "core/simplified.inc"

#include <string.h>

/* Letters that Unicode does not decompose, and what people type for them. */
static const struct
{
  gunichar    letter;
  const char *plain;
} LETTERS[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" },
  { 0x0111, "d" },  { 0x0127, "h" },  { 0x0131, "i" }, { 0x0142, "l" }, { 0x0153, "oe" },
  { 0x0167, "t" },
};

gboolean
daybook_han_is (gunichar c)
{
  if (c < 0x2e80)
    return FALSE;

  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x3fffd)
         || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x2e80 && c <= 0x2fd5) || c == 0x3005 || c == 0x3007;
}

gunichar
daybook_han_simplify (gunichar c)
{
  if (c >= DAYBOOK_HAN_FIRST && c <= DAYBOOK_HAN_LAST && SIMPLIFIED[c - DAYBOOK_HAN_FIRST] != 0)
    return SIMPLIFIED[c - DAYBOOK_HAN_FIRST];
  if (c < DAYBOOK_HAN_FIRST)
    return c;

  return daybook_han_pair_find (SIMPLIFIED_OTHERS, G_N_ELEMENTS (SIMPLIFIED_OTHERS), c, c);
}

/* Adds one decomposed character to `folded`. */
static guint
fold_part (gunichar  c,
           gunichar *folded)
{
  if (g_unichar_ismark (c))
    return 0;

  c = g_unichar_tolower (c);
  for (gsize i = 0; c >= LETTERS[0].letter && i < G_N_ELEMENTS (LETTERS); i++)
    if (LETTERS[i].letter == c)
      {
        guint n = 0;

        for (const char *p = LETTERS[i].plain; *p != '\0'; p++)
          folded[n++] = (gunichar) *p;
        return n;
      }

  folded[0] = daybook_han_simplify (c);
  return 1;
}

static gboolean
is_hangul_syllable (gunichar c)
{
  /* Its decomposition are letters of another script, not a plainer form. */
  return c >= 0xac00 && c <= 0xd7a3;
}

guint
daybook_han_fold_char (gunichar c,
                       gunichar folded[DAYBOOK_HAN_FOLD_MAX])
{
  if (c < 0x80 || (c >= DAYBOOK_HAN_FIRST && c <= DAYBOOK_HAN_LAST) || is_hangul_syllable (c))
    {
      folded[0] = c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : daybook_han_simplify (c);
      return 1;
    }

  gunichar parts[DAYBOOK_HAN_FOLD_MAX];
  gsize n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  guint n = 0;

  /* Only a part that stands alone is ever a ligature, so there is room. */
  for (gsize i = 0; i < n_parts && n + 2 <= DAYBOOK_HAN_FOLD_MAX; i++)
    n += fold_part (parts[i], folded + n);

  return n;
}

char *
daybook_han_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar folded[DAYBOOK_HAN_FOLD_MAX];
      guint n = daybook_han_fold_char (g_utf8_get_char (p), folded);

      for (guint i = 0; i < n; i++)
        g_string_append_unichar (out, folded[i]);
    }

  return g_string_free (out, FALSE);
}
