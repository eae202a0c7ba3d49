/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/order.h"
#include "exchange/export.h"
#include "measure.h"

#include <stdlib.h>

/*   bench-export FOLDER FILE
 *
 * All orders with the columns that people see, newest first and masked, into a file of
 * the format that its name asks for. */

int
main (int    argc,
      char **argv)
{
  DaybookExportFormat format;

  if (argc != 3 || !daybook_export_format_find (argv[2], &format))
    {
      g_printerr ("usage: bench-export FOLDER FILE.(csv|xlsx|json)\n");
      return EXIT_FAILURE;
    }

  g_autoptr(DaybookStore) store = measure_open (argv[1]);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(DaybookExport) export = daybook_export_new (store, query, argv[2], format);
  g_autoptr(GError) error = NULL;
  double start = measure_now ();
  gint64 n_rows = daybook_export_run (export, NULL, NULL, NULL, &error);

  if (n_rows < 0)
    g_error ("%s", error->message);
  measure_print (daybook_export_format_suffix (format), "seconds", measure_now () - start, "rows", (double) n_rows,
                 "peak_mb", measure_peak (), NULL);
  return EXIT_SUCCESS;
}
