/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/number-order.h"

static void
assert_order (const gint64  *numbers,
              guint32        n,
              const guint32 *expected)
{
  g_autofree guint32 *order = daybook_number_order (numbers, n);

  for (guint32 i = 0; i < n; i++)
    g_assert_cmpuint (order[i], ==, expected[i]);
}

static void
test_few (void)
{
  const gint64 numbers[] = { 300, -1, 2, G_MAXINT64, 300, G_MININT64, 0, 2 };
  const guint32 expected[] = { 5, 1, 6, 2, 7, 0, 4, 3 };

  assert_order (numbers, G_N_ELEMENTS (numbers), expected);
}

static void
test_none_and_equal (void)
{
  const gint64 equal[] = { 7, 7, 7 };
  const guint32 expected[] = { 0, 1, 2 };

  assert_order (NULL, 0, NULL);
  assert_order (equal, G_N_ELEMENTS (equal), expected);
}

/* Whatever they are: each comes once, none before a smaller one, and equal ones as they came. */
static void
test_many (void)
{
  enum { N = 20000 };
  g_autofree gint64 *numbers = g_new (gint64, N);
  g_autofree gboolean *seen = g_new0 (gboolean, N);
  g_autofree guint32 *order = NULL;

  for (guint i = 0; i < N; i++)
    {
      gint64 bits = (gint64) ((guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ());

      numbers[i] = i % 3 == 0 ? bits : i % 3 == 1 ? g_test_rand_int_range (-50, 50) : bits >> g_test_rand_int_range (0, 63);
    }
  order = daybook_number_order (numbers, N);
  for (guint i = 0; i < N; i++)
    {
      g_assert_false (seen[order[i]]);
      seen[order[i]] = TRUE;
      g_assert_true (i == 0 || numbers[order[i - 1]] < numbers[order[i]]
                     || (numbers[order[i - 1]] == numbers[order[i]] && order[i - 1] < order[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-order/few", test_few);
  g_test_add_func ("/number-order/none-and-equal", test_none_and_equal);
  g_test_add_func ("/number-order/many", test_many);
  return g_test_run ();
}
