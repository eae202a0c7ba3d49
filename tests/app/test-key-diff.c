/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/key-diff.h"

#include <string.h>

static GArray *
make_keys (const gint64 *keys,
           guint         n_keys)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (array, keys, n_keys);
  return array;
}

/* Takes the steps as a list would, and returns how many there were. */
static guint
assert_leads_to (GArray *from,
                 GArray *to)
{
  const gint64 *target = (const gint64 *) (gpointer) to->data;
  g_autoptr(GArray) list = make_keys ((const gint64 *) (gpointer) from->data, from->len);
  g_autoptr(GArray) steps = daybook_key_diff ((const gint64 *) (gpointer) from->data, from->len, target, to->len);

  for (guint i = 0; i < steps->len; i++)
    {
      const DaybookKeyStep *step = &g_array_index (steps, DaybookKeyStep, i);

      g_assert_cmpuint (step->position + step->removed, <=, list->len);
      g_assert_cmpuint (step->position + step->added, <=, to->len);
      if (step->removed > 0)
        g_array_remove_range (list, step->position, step->removed);
      if (step->added > 0)
        g_array_insert_vals (list, step->position, target + step->position, step->added);
    }

  g_assert_cmpmem (list->data, list->len * sizeof (gint64), to->data, to->len * sizeof (gint64));
  return steps->len;
}

static void
test_small_changes_take_one_step (void)
{
  static const gint64 BEFORE[] = { 9, 8, 7, 6, 5 };
  static const struct { gint64 keys[7]; guint n, steps; } CASES[] = {
    { { 9, 8, 7, 6, 5 }, 5, 0 },
    { { 10, 9, 8, 7, 6, 5 }, 6, 1 },
    { { 9, 8, 7, 6 }, 4, 1 },
    { { 9, 7, 6, 5 }, 4, 1 },
    { { 9, 8, 11, 6, 5 }, 5, 1 },
    { { 5, 9, 8, 7, 6 }, 5, 2 },
    { { 8, 7, 6, 5, 9 }, 5, 2 },
    { { 0 }, 0, 1 },
  };
  g_autoptr(GArray) from = make_keys (BEFORE, G_N_ELEMENTS (BEFORE));

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GArray) to = make_keys (CASES[i].keys, CASES[i].n);

      g_assert_cmpuint (assert_leads_to (from, to), ==, CASES[i].steps);
    }
}

/* Distinct keys below `range`, in random order. */
static GArray *
random_keys (guint n_keys,
             guint range)
{
  g_autoptr(GHashTable) used = g_hash_table_new (NULL, NULL);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (keys->len < n_keys)
    {
      gint64 key = g_test_rand_int_range (0, (gint32) range);

      if (g_hash_table_add (used, GINT_TO_POINTER ((int) key)))
        g_array_append_val (keys, key);
    }

  return keys;
}

static void
test_any_list_is_reached (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr(GArray) from = random_keys ((guint) g_test_rand_int_range (0, 30), 40);
      g_autoptr(GArray) to = random_keys ((guint) g_test_rand_int_range (0, 30), 40);

      g_assert_cmpuint (assert_leads_to (from, to), <=, DAYBOOK_KEY_STEPS_MAX);
    }
}

static void
test_a_long_list_keeps_its_ends (void)
{
  g_autoptr(GArray) from = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) to = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 key = 1000000; key > 0; key--)
    {
      g_array_append_val (from, key);
      if (key != 500000 && key != 3)
        g_array_append_val (to, key);
    }

  g_assert_cmpuint (assert_leads_to (from, to), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/key-diff/small-changes-take-one-step", test_small_changes_take_one_step);
  g_test_add_func ("/key-diff/any-list-is-reached", test_any_list_is_reached);
  g_test_add_func ("/key-diff/a-long-list-keeps-its-ends", test_a_long_list_keeps_its_ends);
  return g_test_run ();
}
