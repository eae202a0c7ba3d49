/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/folded.h"
#include "core/guard.h"
#include "core/han.h"
#include "measure.h"

#include <stdlib.h>
#include <string.h>

/*   bench-guard
 *
 * Looks through texts of 2,000 characters for 5,000 made-up words, Chinese and
 * Latin: a text as people write them, with a few of the words in it, and one that
 * is nothing but words, with blanks between their letters. Beside it the same text is
 * copied and folded, which whoever compares it must do, and looked through with
 * strstr() for each word, which finds none that is spelt otherwise. */

#define N_WORDS 5000
#define N_LATIN 1000
#define N_CHARACTERS 2000
#define TIMES 200
/* The characters that are used: the first so many from 一 on that are simplified ones. */
#define N_HAN 600

typedef struct
{
  guint64   dice;
  gunichar  han[N_HAN];
  char     *words[N_WORDS];
  char     *folded[N_WORDS];
} Made;

static guint
throw (Made *made,
       guint n)
{
  made->dice = made->dice * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) (made->dice >> 33) % n;
}

static void
append_letter (Made    *made,
               GString *text)
{
  g_string_append_c (text, (char) ('a' + throw (made, 26)));
}

static char *
make_word (Made    *made,
           gboolean latin)
{
  GString *word = g_string_new (NULL);

  for (guint n = latin ? 5 + throw (made, 5) : 2 + throw (made, 4); n > 0; n--)
    if (latin)
      append_letter (made, word);
    else
      g_string_append_unichar (word, made->han[throw (made, N_HAN)]);
  return g_string_free (word, FALSE);
}

static Made *
make_words (void)
{
  Made *made = g_new0 (Made, 1);
  guint n = 0;

  made->dice = 7;
  for (gunichar c = 0x4e00; n < N_HAN; c++)
    if (daybook_han_simplify (c) == c)
      made->han[n++] = c;
  for (guint i = 0; i < N_WORDS; i++)
    {
      made->words[i] = make_word (made, i < N_LATIN);
      made->folded[i] = daybook_han_fold (made->words[i]);
    }
  return made;
}

static void
free_words (Made *made)
{
  for (guint i = 0; i < N_WORDS; i++)
    {
      g_free (made->words[i]);
      g_free (made->folded[i]);
    }
  g_free (made);
}

static DaybookGuard *
make_guard (const Made *made)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autofree DaybookGuardOwn *own = g_new0 (DaybookGuardOwn, N_WORDS);

  for (guint i = 0; i < N_WORDS; i++)
    own[i] = (DaybookGuardOwn) { .text = made->words[i], .rule = "bench" };
  return daybook_guard_new (none, own, N_WORDS);
}

/* --- Texts ------------------------------------------------------------------------------ */

static char *
cut (GString *text)
{
  *g_utf8_offset_to_pointer (text->str, N_CHARACTERS) = '\0';
  return g_string_free (text, FALSE);
}

/* Sentences of some twenty characters, every tenth of which holds a word. */
static char *
make_text (Made *made)
{
  GString *text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < N_CHARACTERS)
    {
      for (guint n = 10 + throw (made, 20); n > 0; n--)
        g_string_append_unichar (text, made->han[throw (made, N_HAN)]);
      g_string_append (text, throw (made, 3) == 0 ? "😀" : "，");
      if (throw (made, 10) == 0)
        g_string_append_printf (text, "%s ", made->words[throw (made, N_WORDS)]);
      for (guint n = throw (made, 3) * 6; n > 0; n--)
        append_letter (made, text);
      g_string_append (text, "。\n");
    }
  return cut (text);
}

static char *
make_worst_text (Made *made)
{
  GString *text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < N_CHARACTERS)
    for (const char *p = made->words[throw (made, N_WORDS)]; *p != '\0'; p = g_utf8_next_char (p))
      {
        g_string_append_unichar (text, g_utf8_get_char (p));
        g_string_append_c (text, ' ');
      }
  return cut (text);
}

/* --- Measuring -------------------------------------------------------------------------- */

static double
check_once (const DaybookGuard *guard,
            const char         *text,
            guint              *n_found)
{
  double start = measure_now ();
  g_autoptr(GArray) findings = daybook_guard_check (guard, text, DAYBOOK_CHANNEL_UNKNOWN, NULL);

  *n_found = findings->len;
  return (measure_now () - start) * 1000;
}

static double
fold_once (const char *text)
{
  double start = measure_now ();
  g_autofree char *copy = g_strdup (text);
  DaybookFolded *folded = daybook_folded_new (copy);
  double end = measure_now ();

  daybook_folded_free (folded);
  return (end - start) * 1000;
}

static double
compare_once (const Made *made,
              const char *folded,
              guint      *n_found)
{
  double start = measure_now ();

  *n_found = 0;
  for (guint i = 0; i < N_WORDS; i++)
    for (const char *p = folded; (p = strstr (p, made->folded[i])) != NULL; p++)
      (*n_found)++;
  return (measure_now () - start) * 1000;
}

static void
measure (const char         *name,
         const Made         *made,
         const DaybookGuard *guard,
         const char         *text,
         double              make_ms)
{
  g_autoptr(GArray) checks = measure_series ();
  g_autoptr(GArray) folds = measure_series ();
  g_autoptr(GArray) comparisons = measure_series ();
  g_autofree char *folded = daybook_han_fold (text);
  guint n_found = 0, n_compared = 0;

  for (guint i = 0; i < TIMES; i++)
    {
      measure_add (checks, check_once (guard, text, &n_found));
      measure_add (folds, fold_once (text));
      measure_add (comparisons, compare_once (made, folded, &n_compared));
    }

  measure_print (name, "check_ms", measure_quantile (checks, 0.5), "p99_ms", measure_quantile (checks, 0.99),
                 "fold_ms", measure_quantile (folds, 0.5), "strstr_ms", measure_quantile (comparisons, 0.5),
                 "make_ms", make_ms, "found", (double) n_found, "strstr_found", (double) n_compared,
                 "words", (double) N_WORDS, "characters", (double) g_utf8_strlen (text, -1), NULL);
}

int
main (int    argc,
      char **argv)
{
  if (argc != 1)
    {
      g_printerr ("usage: bench-guard\n");
      return EXIT_FAILURE;
    }

  Made *made = make_words ();
  g_autofree char *text = make_text (made);
  g_autofree char *worst = make_worst_text (made);
  double start = measure_now ();
  g_autoptr(DaybookGuard) guard = make_guard (made);
  double make_ms = (measure_now () - start) * 1000;

  measure ("a text", made, guard, text, make_ms);
  measure ("nothing but words", made, guard, worst, make_ms);
  free_words (made);
  return EXIT_SUCCESS;
}
