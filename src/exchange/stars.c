/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stars.h"

#include "exchange/clean.h"

#include <string.h>

/* What may stand behind the number, folded. */
static const char *const UNITS[] = { "", "星", "颗星", "顆星", "星级", "星級", "分", "star", "stars", "/5", "/ 5", "out of 5", "out of 5 stars", NULL };

/* Pictures, some with a selector of how they look behind them. */
#define FULL "★"
#define EMPTY "☆"
#define PICTURE "⭐"
#define SELECTOR "\xef\xb8\x8f"

static guint
take_all (const char **p,
          const char  *sign)
{
  guint n = 0;

  while (g_str_has_prefix (*p, sign))
    {
      *p += strlen (sign);
      if (g_str_has_prefix (*p, SELECTOR))
        *p += strlen (SELECTOR);
      n++;
    }

  return n;
}

/* Either as many as there are, or five of which some are empty. */
static guint
read_pictures (const char *text)
{
  const char *p = text;
  guint full = take_all (&p, FULL) + take_all (&p, PICTURE);
  guint empty = take_all (&p, EMPTY);

  if (*p != '\0' || full > DAYBOOK_STARS_MAX || (empty > 0 && full + empty != DAYBOOK_STARS_MAX))
    return 0;
  return full;
}

/* "4", "4.0" and what stands behind it; 0 and nothing taken when there is no such number. */
static guint
read_figure (const char  *text,
             const char **rest)
{
  const char *p = text + 1;

  if (*text < '1' || *text > '0' + DAYBOOK_STARS_MAX)
    return 0;
  if (*p == '.' && p[1] == '0')
    p += 1 + strspn (p + 1, "0");
  if (g_ascii_isdigit (*p) || *p == '.')
    return 0;

  *rest = p + strspn (p, " ");
  return (guint) (*text - '0');
}

static guint
look_up (const char *folded,
         GHashTable *words)
{
  return words != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (words, folded)) : 0;
}

static guint
read_folded (const char *folded,
             GHashTable *words,
             gboolean   *alone)
{
  guint stars = look_up (folded, words);
  const char *rest = "";

  *alone = FALSE;
  if (stars == 0)
    stars = read_pictures (folded);
  if (stars != 0)
    return stars;

  stars = read_figure (folded, &rest);
  *alone = *rest == '\0';
  return g_strv_contains (UNITS, rest) ? stars : 0;
}

guint
daybook_stars_read (const char *text,
                    GHashTable *words)
{
  g_autofree char *folded = daybook_clean_fold (text);
  gboolean alone;

  return read_folded (folded, words, &alone);
}

guint
daybook_stars_recognise (const char *text,
                         GHashTable *words)
{
  g_autofree char *folded = daybook_clean_fold (text);
  gboolean alone;
  guint stars = read_folded (folded, words, &alone);

  return alone ? 0 : stars;
}
