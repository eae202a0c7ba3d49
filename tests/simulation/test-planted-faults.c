/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

/* Checks that cannot fail prove nothing: each thing broken on purpose has to be
 * found, within so many runs. */
#define RUNS 40
#define STEPS 120

static void
test_is_caught (gconstpointer data)
{
  SimFault fault = (SimFault) GPOINTER_TO_INT (data);
  SimFigures figures = { 0 };

  for (guint64 seed = 1; seed <= RUNS; seed++)
    {
      g_autofree char *failure = sim_run (seed, STEPS, fault, &figures);

      if (failure == NULL)
        continue;
      g_test_message ("caught in run %" G_GUINT64_FORMAT ": %.120s", seed, failure);
      return;
    }

  g_test_message ("not caught in %d runs", RUNS);
  g_test_fail ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (int i = SIM_FAULT_NONE + 1; i < SIM_N_FAULTS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/%s", sim_fault_name ((SimFault) i));

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_is_caught);
    }

  return g_test_run ();
}
