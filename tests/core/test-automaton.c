/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/automaton.h"

#include <string.h>

#define MOST_WORDS 12
#define ROUNDS 3000

/* Words of ASCII letters, as code points. */
typedef struct
{
  gunichar             letters[MOST_WORDS][16];
  DaybookAutomatonWord words[MOST_WORDS];
  const char          *texts[MOST_WORDS];
  guint                n;
} Words;

static void
add (Words      *words,
     const char *text)
{
  guint n = words->n++;

  g_assert_cmpuint (strlen (text), <, G_N_ELEMENTS (words->letters[n]));
  for (guint i = 0; text[i] != '\0'; i++)
    words->letters[n][i] = (gunichar) text[i];
  words->texts[n] = text;
  words->words[n] = (DaybookAutomatonWord) { words->letters[n], (guint) strlen (text) };
}

/* "2:he 3:she": where each word ends, in the order in which they are told. */
static char *
run (const Words *words,
     const char  *text)
{
  g_autoptr(DaybookAutomaton) automaton = daybook_automaton_new (words->words, words->n);
  GString *told = g_string_new (NULL);
  guint state = 0, word;

  for (guint i = 0; text[i] != '\0'; i++)
    {
      DaybookAutomatonEnds ends;

      state = daybook_automaton_step (automaton, state, (gunichar) text[i]);
      daybook_automaton_ends_init (&ends, automaton, state);
      while (daybook_automaton_ends_next (&ends, &word))
        g_string_append_printf (told, "%u:%u ", i + 1, word);
    }

  return g_string_free (told, FALSE);
}

/* The same by comparing every word at every place. */
static char *
run_slowly (const Words *words,
            const char  *text)
{
  GString *told = g_string_new (NULL);

  for (guint end = 1; end <= strlen (text); end++)
    for (guint length = end; length > 0; length--)
      for (guint i = 0; i < words->n; i++)
        if (strlen (words->texts[i]) == length && strncmp (text + end - length, words->texts[i], length) == 0)
          g_string_append_printf (told, "%u:%u ", end, i);

  return g_string_free (told, FALSE);
}

static void
test_words_within_words (void)
{
  Words words = { 0 };
  g_autofree char *told = NULL;

  add (&words, "he");
  add (&words, "she");
  add (&words, "his");
  add (&words, "hers");
  add (&words, "he");
  told = run (&words, "ushers");
  g_assert_cmpstr (told, ==, "4:1 4:0 4:4 6:3 ");
}

static void
test_nothing_to_find (void)
{
  Words words = { 0 };
  g_autofree char *none = run (&words, "abc");

  g_assert_cmpstr (none, ==, "");
  add (&words, "");
  g_autofree char *empty = run (&words, "abc");
  g_assert_cmpstr (empty, ==, "");
}

static char *
random_text (GRand *dice,
             guint  most)
{
  guint length = (guint) g_rand_int_range (dice, 0, (gint32) most);
  char *text = g_new0 (char, length + 1);

  for (guint i = 0; i < length; i++)
    text[i] = (char) ('a' + g_rand_int_range (dice, 0, 3));
  return text;
}

static void
test_like_a_slow_one (void)
{
  g_autoptr(GRand) dice = g_rand_new_with_seed (7);
  gsize found = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = random_text (dice, 40);
      Words words = { 0 };

      for (gint32 n = g_rand_int_range (dice, 0, MOST_WORDS); n > 0; n--)
        {
          g_ptr_array_add (kept, random_text (dice, 6));
          add (&words, g_ptr_array_index (kept, kept->len - 1));
        }

      g_autofree char *told = run (&words, text), *expected = run_slowly (&words, text);
      g_assert_cmpstr (told, ==, expected);
      found += strlen (told);
    }

  g_assert_cmpuint (found, >, ROUNDS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/automaton/within", test_words_within_words);
  g_test_add_func ("/automaton/nothing", test_nothing_to_find);
  g_test_add_func ("/automaton/random", test_like_a_slow_one);

  return g_test_run ();
}
