/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

#define SEEDS 40
#define STEPS 130

static void
test_both_end_alike_and_nothing_is_lost (void)
{
  SimFigures figures = { 0 };

  for (guint64 seed = 1; seed <= SEEDS; seed++)
    {
      g_autofree char *failure = sim_run (seed, STEPS, SIM_FAULT_NONE, &figures);

      if (failure != NULL)
        g_error ("seed %" G_GUINT64_FORMAT " (simulate --seed %" G_GUINT64_FORMAT " --steps %d): %s",
                 seed, seed, STEPS, failure);
    }

  g_test_message ("%" G_GUINT64_FORMAT " acts, %" G_GUINT64_FORMAT " operations, %" G_GUINT64_FORMAT " concurrent, %"
                  G_GUINT64_FORMAT " conflicts kept", figures.acts, figures.operations, figures.concurrent, figures.conflicts);

  /* Runs in which nobody met would show nothing. */
  g_assert_cmpuint (figures.operations, >, 100 * SEEDS);
  g_assert_cmpuint (figures.concurrent, >, 5 * SEEDS);
  g_assert_cmpuint (figures.doubled, >, 2 * SEEDS);
  g_assert_cmpuint (figures.conflicts, >, SEEDS);
  g_assert_cmpuint (figures.restarts, >, SEEDS);
  g_assert_cmpuint (figures.own, >, SEEDS / 2);
}

/* The same seed is the same run, or a failing one could not be looked at. */
static void
test_a_seed_is_a_run (void)
{
  SimFigures first = { 0 };
  SimFigures second = { 0 };
  g_autofree char *failure = sim_run (7, STEPS, SIM_FAULT_NONE, &first);
  g_autofree char *again = sim_run (7, STEPS, SIM_FAULT_NONE, &second);

  g_assert_null (failure);
  g_assert_null (again);
  g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
  g_assert_cmpuint (first.operations, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/simulation/both-end-alike-and-nothing-is-lost", test_both_end_alike_and_nothing_is_lost);
  g_test_add_func ("/simulation/a-seed-is-a-run", test_a_seed_is_a_run);

  return g_test_run ();
}
