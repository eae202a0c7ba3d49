/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import.h"
#include "store/reader.h"

#include <stdlib.h>
#include <string.h>

/* The parts of the bench that need no process of their own. Prints one JSON
 * object a line: {"name", "seconds", ...}. */

static DaybookStore *
open_store (const char *folder)
{
  g_autoptr(GError) error = NULL;
  DaybookStore *store = daybook_store_open (folder, DAYBOOK_STORE_CREATE, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  return store;
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
bench_import (const char *folder,
              const char *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStore) store = open_store (folder);
  g_autoptr(DaybookImport) import = daybook_import_new (store, file);
  gint64 start = g_get_monotonic_time ();

  if (!daybook_import_prepare (import, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  double staged = seconds_since (start);
  const DaybookStagingCounts *counts = daybook_import_get_counts (import);
  g_autoptr(DaybookOutcome) outcome =
    daybook_store_merge (store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);
  if (outcome == NULL)
    g_error ("%s", error->message);

  g_print ("{\"name\":\"import\",\"seconds\":%.3f,\"staging\":%.3f,\"new\":%" G_GUINT64_FORMAT ",\"same\":%" G_GUINT64_FORMAT "}\n",
           seconds_since (start), staged, counts->n_new, counts->n_same);
  daybook_staging_discard (daybook_import_get_staging (import));
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "import"))
    bench_import (argv[2], argv[3]);
  else
    {
      g_printerr ("usage: bench-store import FOLDER FILE\n");
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}
