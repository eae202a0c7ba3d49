/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intern.h"

#define N_TEXTS 500

static void
test_once (void)
{
  g_autofree char *text = g_strdup ("extra.refund");
  const char *kept = daybook_intern (text);

  g_assert_true (kept != text);
  g_assert_true (daybook_intern ("extra.refund") == kept);
  text[0] = '?';
  g_assert_cmpstr (kept, ==, "extra.refund");
  g_assert_true (daybook_intern (text) != kept);
  g_assert_null (daybook_intern (NULL));
}

/* Takes the texts in its own order; gives where they are. */
static gpointer
take_texts (gpointer data)
{
  gboolean backwards = GPOINTER_TO_INT (data);
  const char **places = g_new (const char *, N_TEXTS);

  for (int i = 0; i < N_TEXTS; i++)
    {
      int number = backwards ? N_TEXTS - 1 - i : i;
      g_autofree char *text = g_strdup_printf ("text %d", number);

      places[number] = daybook_intern (text);
    }
  return places;
}

static void
test_from_two_threads (void)
{
  GThread *forwards = g_thread_new ("forwards", take_texts, GINT_TO_POINTER (FALSE));
  GThread *backwards = g_thread_new ("backwards", take_texts, GINT_TO_POINTER (TRUE));
  g_autofree const char **a = g_thread_join (forwards);
  g_autofree const char **b = g_thread_join (backwards);

  g_assert_cmpmem (a, N_TEXTS * sizeof *a, b, N_TEXTS * sizeof *b);
  for (int i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %d", i);

      g_assert_cmpstr (a[i], ==, text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/intern/once", test_once);
  g_test_add_func ("/intern/from-two-threads", test_from_two_threads);

  return g_test_run ();
}
