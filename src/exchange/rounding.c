/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/rounding.h"

#include "exchange/clean.h"

/* The last digit that a spreadsheet program keeps as it was. */
#define LAST_KEPT 14
/* So many digits in a row that are all zeros are no chance. */
#define MIN_ZEROS 6
/* Two digits, as Taobao's numbers end in their buyer's: those of one buyer count once. */
#define N_TAILS 100

typedef struct
{
  guint    n;        /* with more digits than a program keeps */
  guint    n_zeros;  /* ... of which the others are zeros */
  gsize    zeros;    /* all those zeros */
  gboolean all_made; /* each has a zero before the place where rounding begins too, as those made of a time and zeros */
  double   expected; /* so many end in zeros by chance */
  gboolean tails[N_TAILS]; /* the last two digits kept of one */
} Evidence;

static void
note_zeros (Evidence   *evidence,
            const char *number,
            gsize       zeros)
{
  guint tail = (guint) (g_ascii_digit_value (number[LAST_KEPT - 1]) * 10 + g_ascii_digit_value (number[LAST_KEPT]));

  evidence->n_zeros++;
  evidence->zeros += zeros;
  evidence->all_made = evidence->all_made && number[LAST_KEPT] == '0';
  evidence->tails[tail] = TRUE;
}

static void
note_number (Evidence   *evidence,
             const char *number)
{
  gsize unsure = daybook_clean_unsure_digits (number);
  double chance = 1.0;

  if (unsure == 0)
    return;

  for (gsize i = 0; i < unsure; i++)
    chance /= 10;
  evidence->n++;
  evidence->expected += chance;
  if (daybook_clean_ends_in_zeros (number))
    note_zeros (evidence, number, unsure);
}

/* Six deviations and three more than were to be expected: one table in a thousand million. */
static gboolean
is_beyond_chance (const Evidence *evidence)
{
  double more = -3.0 - evidence->expected;

  for (guint i = 0; i < N_TAILS; i++)
    more += evidence->tails[i];

  return more > 0 && more * more > 36 * evidence->expected;
}

DaybookRounding
daybook_rounding_find (const GPtrArray *numbers)
{
  Evidence evidence = { .all_made = TRUE };

  for (guint i = 0; i < numbers->len; i++)
    note_number (&evidence, g_ptr_array_index (numbers, i));

  if (evidence.zeros < MIN_ZEROS || evidence.all_made)
    return DAYBOOK_ROUNDING_NONE;
  if (evidence.n_zeros == evidence.n || is_beyond_chance (&evidence))
    return DAYBOOK_ROUNDING_ZEROS;
  return DAYBOOK_ROUNDING_NONE;
}

gboolean
daybook_rounding_fits (DaybookRounding  rounding,
                       const char      *number)
{
  if (rounding == DAYBOOK_ROUNDING_NONE || daybook_clean_unsure_digits (number) == 0)
    return FALSE;
  return daybook_clean_ends_in_zeros (number);
}
