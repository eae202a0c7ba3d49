/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/unusual.h"

static void
add (GArray            *looks,
     const DaybookSeen  seen)
{
  g_array_append_val (looks, seen);
}

static DaybookUnusual
of (const DaybookSeen seen)
{
  g_autoptr(GArray) looks = g_array_new (FALSE, FALSE, sizeof (DaybookSeen));

  add (looks, seen);
  daybook_unusual_find (looks);
  return g_array_index (looks, DaybookSeen, 0).unusual;
}

static void
test_each_alone (void)
{
  g_assert_cmpint (of ((DaybookSeen) { .n_rows = 1, .has_case = TRUE }), ==, DAYBOOK_UNUSUAL_NOTHING);
  g_assert_cmpint (of ((DaybookSeen) { .n_rows = 1 }), ==, DAYBOOK_UNUSUAL_NO_CASE);
  g_assert_cmpint (of ((DaybookSeen) { .n_rows = 0 }), ==, DAYBOOK_UNUSUAL_REFUSED);
  g_assert_cmpint (of ((DaybookSeen) { .n_rows = DAYBOOK_LIST_LOOK - 1, .has_case = TRUE }), ==, DAYBOOK_UNUSUAL_NOTHING);
  g_assert_cmpint (of ((DaybookSeen) { .n_rows = DAYBOOK_LIST_LOOK }), ==, DAYBOOK_UNUSUAL_LIST);
  g_assert_cmpint (of ((DaybookSeen) { .n_rows = 1, .has_case = TRUE, .signs_on = TRUE }), ==, DAYBOOK_UNUSUAL_OFF_SHIFT);
  g_assert_cmpint (of ((DaybookSeen) { .n_rows = 1, .has_case = TRUE, .signs_on = TRUE, .on_shift = TRUE }), ==, DAYBOOK_UNUSUAL_NOTHING);
}

/* `n` looks of a person, `step` seconds apart, and between them those of another; the way of the time is `way`. */
static guint
count_many (guint n,
            int   step,
            int   way)
{
  g_autoptr(GArray) looks = g_array_new (FALSE, FALSE, sizeof (DaybookSeen));
  guint many = 0;

  for (guint i = 0; i < n; i++)
    {
      add (looks, (DaybookSeen) { .at = way * (gint64) i * step, .agent = 1, .n_rows = 1, .has_case = TRUE });
      if (i % 2 == 0)
        add (looks, (DaybookSeen) { .at = way * (gint64) i * step, .agent = 2, .n_rows = 1, .has_case = TRUE });
    }

  daybook_unusual_find (looks);
  for (guint i = 0; i < looks->len; i++)
    {
      const DaybookSeen *seen = &g_array_index (looks, DaybookSeen, i);

      g_assert_true (seen->agent == 1 || seen->unusual == DAYBOOK_UNUSUAL_NOTHING);
      many += (seen->unusual & DAYBOOK_UNUSUAL_MANY) != 0;
    }
  return many;
}

static void
test_many_in_an_hour (void)
{
  for (int way = -1; way <= 1; way += 2)
    {
      g_assert_cmpuint (count_many (DAYBOOK_MANY_LOOKS, 60, way), ==, DAYBOOK_MANY_LOOKS);
      g_assert_cmpuint (count_many (DAYBOOK_MANY_LOOKS - 1, 60, way), ==, 0);
      g_assert_cmpuint (count_many (DAYBOOK_MANY_LOOKS, 600, way), ==, 0);
      /* Twice as many within two hours are all within some hour of so many. */
      g_assert_cmpuint (count_many (2 * DAYBOOK_MANY_LOOKS, 290, way), ==, 2 * DAYBOOK_MANY_LOOKS);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unusual/each-alone", test_each_alone);
  g_test_add_func ("/unusual/many-in-an-hour", test_many_in_an_hour);
  return g_test_run ();
}
