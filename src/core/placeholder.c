/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/placeholder.h"

#include "core/han.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name with more characters is compared no further: it is none of ours with a slip in it. */
#define MOST_LETTERS 32
/* So many letters of a name say which one is meant, whatever stands behind them. */
#define TELLING_LETTERS 4

static const struct
{
  const char *name;
  const char *label;
} PLACEHOLDERS[DAYBOOK_N_PLACEHOLDERS] = {
  [DAYBOOK_PLACEHOLDER_CUSTOMER] = { "customer", NC_ ("placeholder", "Customer") },
  [DAYBOOK_PLACEHOLDER_NICK] = { "nick", NC_ ("placeholder", "Nick") },
  [DAYBOOK_PLACEHOLDER_ORDER] = { "order", NC_ ("placeholder", "Order number") },
  [DAYBOOK_PLACEHOLDER_PRODUCT] = { "product", NC_ ("placeholder", "Product") },
  [DAYBOOK_PLACEHOLDER_QUANTITY] = { "quantity", NC_ ("placeholder", "Quantity") },
  [DAYBOOK_PLACEHOLDER_AMOUNT] = { "amount", NC_ ("placeholder", "Amount") },
  [DAYBOOK_PLACEHOLDER_REFUND] = { "refund", NC_ ("placeholder", "Refund") },
  [DAYBOOK_PLACEHOLDER_COURIER] = { "courier", NC_ ("placeholder", "Courier") },
  [DAYBOOK_PLACEHOLDER_TRACKING] = { "tracking", NC_ ("placeholder", "Tracking number") },
  [DAYBOOK_PLACEHOLDER_CASE] = { "case", NC_ ("placeholder", "Case number") },
  [DAYBOOK_PLACEHOLDER_AGENT] = { "agent", NC_ ("placeholder", "Agent") },
  [DAYBOOK_PLACEHOLDER_AGENT_NO] = { "agent_no", NC_ ("placeholder", "Agent’s number") },
  [DAYBOOK_PLACEHOLDER_SHOP] = { "shop", NC_ ("placeholder", "Shop") },
  [DAYBOOK_PLACEHOLDER_PROMISE_TIME] = { "promise_time", NC_ ("placeholder", "Promised time") },
  [DAYBOOK_PLACEHOLDER_GREETING] = { "greeting", NC_ ("placeholder", "Greeting") },
  [DAYBOOK_PLACEHOLDER_TODAY] = { "today", NC_ ("placeholder", "Today") },
  [DAYBOOK_PLACEHOLDER_WEEKDAY] = { "weekday", NC_ ("placeholder", "Weekday") },
};

const char *
daybook_placeholder_name (DaybookPlaceholder placeholder)
{
  return PLACEHOLDERS[placeholder].name;
}

const char *
daybook_placeholder_label (DaybookPlaceholder placeholder)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "placeholder", PLACEHOLDERS[placeholder].label);
}

DaybookPlaceholder
daybook_placeholder_find (const char *name)
{
  g_autofree char *folded = daybook_han_fold (name);

  g_strstrip (folded);
  for (int i = 0; i < DAYBOOK_N_PLACEHOLDERS; i++)
    if (g_str_equal (folded, PLACEHOLDERS[i].name))
      return (DaybookPlaceholder) i;

  return DAYBOOK_PLACEHOLDER_NONE;
}

/* --- What was meant ---------------------------------------------------------------------- */

/* How many letters are to be put in, left out, changed or swapped with the next one to make one of the
 * other. Both have at most MOST_LETTERS bytes. */
static guint
count_slips (const char *a,
             const char *b)
{
  guint rows[3][MOST_LETTERS + 1];
  gsize n_a = strlen (a), n_b = strlen (b);

  for (gsize j = 0; j <= n_b; j++)
    rows[0][j] = (guint) j;
  for (gsize i = 1; i <= n_a; i++)
    {
      guint *now = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];

      now[0] = (guint) i;
      for (gsize j = 1; j <= n_b; j++)
        {
          guint change = above[j - 1] + (a[i - 1] != b[j - 1]);

          now[j] = MIN (MIN (above[j], now[j - 1]) + 1, change);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
    }

  return rows[n_a % 3][n_b];
}

/* The longest name with which the word begins, or which begins with the word. */
static DaybookPlaceholder
find_longer (const char *word)
{
  DaybookPlaceholder found = DAYBOOK_PLACEHOLDER_NONE;
  gsize longest = 0;

  for (int i = 0; i < DAYBOOK_N_PLACEHOLDERS; i++)
    {
      const char *name = PLACEHOLDERS[i].name;
      gsize shared = MIN (strlen (name), strlen (word));

      if (shared >= TELLING_LETTERS && shared > longest && strncmp (name, word, shared) == 0)
        {
          found = (DaybookPlaceholder) i;
          longest = shared;
        }
    }

  return found;
}

static DaybookPlaceholder
find_by_label (const char *word)
{
  for (int i = 0; i < DAYBOOK_N_PLACEHOLDERS; i++)
    {
      g_autofree char *label = daybook_han_fold (daybook_placeholder_label ((DaybookPlaceholder) i));

      if (g_str_equal (g_strdelimit (label, " -", '_'), word))
        return (DaybookPlaceholder) i;
    }

  return DAYBOOK_PLACEHOLDER_NONE;
}

/* One slip in a short name, one more for each three letters. */
static DaybookPlaceholder
find_by_slips (const char *word)
{
  DaybookPlaceholder found = DAYBOOK_PLACEHOLDER_NONE;
  guint fewest = (guint) MAX (1, strlen (word) / 3) + 1;

  for (int i = 0; i < DAYBOOK_N_PLACEHOLDERS; i++)
    {
      guint slips = count_slips (word, PLACEHOLDERS[i].name);

      if (slips < fewest)
        {
          found = (DaybookPlaceholder) i;
          fewest = slips;
        }
    }

  return found;
}

DaybookPlaceholder
daybook_placeholder_nearest (const char *name)
{
  g_autofree char *word = daybook_han_fold (name);
  DaybookPlaceholder found;

  /* “agent no” and “agent-no” are agent_no. */
  g_strdelimit (g_strstrip (word), " -", '_');
  found = daybook_placeholder_find (word);
  if (found == DAYBOOK_PLACEHOLDER_NONE)
    found = find_by_label (word);
  if (found == DAYBOOK_PLACEHOLDER_NONE && strlen (word) <= MOST_LETTERS)
    found = find_by_slips (word);
  return found != DAYBOOK_PLACEHOLDER_NONE ? found : find_longer (word);
}
