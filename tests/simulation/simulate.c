/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulation.h"

#include <locale.h>

static gint64 seed = 0;
static int seeds = 0;
static int steps = 150;
static char *fault_name = NULL;

static const GOptionEntry OPTIONS[] = {
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "The one run, or the first of them", "N" },
  { "seeds", 0, 0, G_OPTION_ARG_INT, &seeds, "How many runs (1)", "N" },
  { "steps", 0, 0, G_OPTION_ARG_INT, &steps, "Steps of each run (150)", "N" },
  { "fault", 0, 0, G_OPTION_ARG_STRING, &fault_name, "Break this on purpose", "NAME" },
  { NULL }
};

static SimFault
find_fault (void)
{
  for (int i = 0; fault_name != NULL && i < SIM_N_FAULTS; i++)
    if (g_str_equal (sim_fault_name ((SimFault) i), fault_name))
      return (SimFault) i;

  return SIM_FAULT_NONE;
}

static void
print_figures (const SimFigures *figures,
               guint             failed)
{
  g_print ("%" G_GUINT64_FORMAT " runs, %" G_GUINT64_FORMAT " acts, %" G_GUINT64_FORMAT " operations, %"
           G_GUINT64_FORMAT " decided as concurrent (%" G_GUINT64_FORMAT " rows made twice), %"
           G_GUINT64_FORMAT " conflicts kept, %" G_GUINT64_FORMAT " restarts, %" G_GUINT64_FORMAT " deliveries; %u failed\n",
           figures->runs, figures->acts, figures->operations, figures->concurrent, figures->doubled,
           figures->conflicts, figures->restarts, figures->deliveries, failed);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new ("- two laptops, one log, any number of seeds");
  g_autoptr(GError) error = NULL;
  SimFigures figures = { 0 };
  guint failed = 0;

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_add_main_entries (context, OPTIONS, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  for (int i = 0; i < MAX (1, seeds); i++)
    {
      g_autofree char *failure = sim_run ((guint64) seed + (guint64) i, (guint) steps, find_fault (), &figures);

      if (failure == NULL)
        continue;
      g_print ("seed %" G_GINT64_FORMAT ": %s\n", seed + i, failure);
      failed++;
    }

  print_figures (&figures, failed);
  return failed > 0;
}
