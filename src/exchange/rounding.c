/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/rounding.h"

#include "exchange/clean.h"

#include <math.h>
#include <string.h>

/* The last digit that a spreadsheet program keeps as it was. */
#define LAST_KEPT 14
/* So many digits in a row that are all zeros are no chance. */
#define MIN_ZEROS 6
/* Taobao's numbers end in their buyer's: those of one buyer, which have the same two digits
 * where rounding begins and the same three at the end, count once. */
#define N_TAILS 100
#define N_ENDS 1000

/* Of numbers that no program has touched, all are a double's shortest text, or all a double's value,
 * in one table of 33,000 at worst: where it has three, of 18 digits. The values need one bit more, so
 * that both chances together are no greater than that. */
#define MIN_SCRIPTED 3
#define MIN_BITS_SHORT 15
#define MIN_BITS_EXACT 16
/* Above 2^53 not every whole number has a double of its own. */
#define DOUBLE_BITS 53
/* No platform's number is longer. */
#define MAX_DIGITS 32

/* Those that are doubles, written in one manner. */
typedef struct
{
  guint    n;
  guint    n_scripted; /* of those, without so many zeros that a spreadsheet program might have written them */
  int      bits;       /* a number like those is one in so many powers of two */
  gboolean ends[N_ENDS]; /* the last three digits of one */
} Doubles;

typedef struct
{
  guint    n;        /* with more digits than a program keeps */
  guint    n_zeros;  /* ... of which the others are zeros */
  gsize    zeros;    /* all those zeros */
  gboolean all_made; /* each has a zero before the place where rounding begins too, as those made of a time and zeros */
  double   expected; /* so many end in zeros by chance */
  gboolean tails[N_TAILS]; /* the last two digits kept of one */
  Doubles  shorts;   /* all of one manner, as one script has written them all */
  Doubles  exacts;
} Evidence;

static guint
read_digits (const char *digits,
             guint       n)
{
  guint number = 0;

  for (guint i = 0; i < n; i++)
    number = number * 10 + (guint) g_ascii_digit_value (digits[i]);

  return number;
}

static void
note_zeros (Evidence   *evidence,
            const char *number,
            gsize       zeros)
{
  evidence->n_zeros++;
  evidence->zeros += zeros;
  evidence->all_made = evidence->all_made && number[LAST_KEPT] == '0';
  evidence->tails[read_digits (number + LAST_KEPT - 1, 2)] = TRUE;
}

static gboolean
tells (const char *text,
       double      value)
{
  double again = g_ascii_strtod (text, NULL);

  return again >= value && again <= value;
}

/* The number in the fewest digits that tell its double, as scripts write what they have read
 * as a number. */
static gboolean
is_short (const char *number)
{
  static const char *const FORMATS[] = { "%.14e", "%.15e", "%.16e" };
  double value = g_ascii_strtod (number, NULL);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *digits = text + 1;
  gsize n;

  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      g_ascii_formatd (text, sizeof text, FORMATS[i], value);
      if (tells (text, value))
        break;
    }

  text[1] = text[0]; /* over the point */
  n = strcspn (digits, "e");
  return strncmp (number, digits, n) == 0 && number[n + strspn (number + n, "0")] == '\0';
}

/* The number that its double is, as scripts write it that make a whole number of it again. */
static gboolean
is_exact (const char *number)
{
  char text[MAX_DIGITS + 1];

  if (strlen (number) > MAX_DIGITS)
    return FALSE;
  g_ascii_formatd (text, sizeof text, "%.0f", g_ascii_strtod (number, NULL));
  return g_str_equal (number, text);
}

static void
note_double (Doubles    *doubles,
             const char *number)
{
  guint end = read_digits (number + strlen (number) - 3, 3);
  int exponent;

  frexp (g_ascii_strtod (number, NULL), &exponent);
  doubles->n++;
  if (exponent <= DOUBLE_BITS || daybook_clean_ends_in_zeros (number) || doubles->ends[end])
    return;

  doubles->ends[end] = TRUE;
  doubles->n_scripted++;
  doubles->bits += exponent - DOUBLE_BITS;
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
  if (is_short (number))
    note_double (&evidence->shorts, number);
  if (is_exact (number))
    note_double (&evidence->exacts, number);
}

/* Six deviations and three more than were to be expected: of a hundred numbers of 18 digits one
 * table in thirteen million, of fewer or longer ones less. */
static gboolean
is_beyond_chance (const Evidence *evidence)
{
  double more = -3.0 - evidence->expected;

  for (guint i = 0; i < N_TAILS; i++)
    more += evidence->tails[i];

  return more > 0 && more * more > 36 * evidence->expected;
}

static gboolean
is_zeroed (const Evidence *evidence)
{
  if (evidence->zeros < MIN_ZEROS || evidence->all_made)
    return FALSE;
  return evidence->n_zeros == evidence->n || is_beyond_chance (evidence);
}

static gboolean
is_scripted (const Evidence *evidence,
             const Doubles  *doubles,
             int             min_bits)
{
  return doubles->n == evidence->n && doubles->n_scripted >= MIN_SCRIPTED && doubles->bits >= min_bits;
}

DaybookRounding
daybook_rounding_find (const GPtrArray *numbers)
{
  Evidence evidence = { .all_made = TRUE };

  for (guint i = 0; i < numbers->len; i++)
    note_number (&evidence, g_ptr_array_index (numbers, i));

  if (is_scripted (&evidence, &evidence.shorts, MIN_BITS_SHORT))
    return DAYBOOK_ROUNDING_SHORT;
  if (is_scripted (&evidence, &evidence.exacts, MIN_BITS_EXACT))
    return DAYBOOK_ROUNDING_EXACT;
  return is_zeroed (&evidence) ? DAYBOOK_ROUNDING_ZEROS : DAYBOOK_ROUNDING_NONE;
}

gboolean
daybook_rounding_fits (DaybookRounding  rounding,
                       const char      *number)
{
  if (rounding == DAYBOOK_ROUNDING_NONE || daybook_clean_unsure_digits (number) == 0)
    return FALSE;
  if (rounding == DAYBOOK_ROUNDING_SHORT)
    return is_short (number);
  return rounding == DAYBOOK_ROUNDING_EXACT ? is_exact (number) : daybook_clean_ends_in_zeros (number);
}
