/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import.h"
#include "measure.h"

#include <stdlib.h>

/*   bench-look FOLDER FILE
 *
 * How long after a file was given people are told what it is and what its first rows say;
 * and how long after that, the reading being cancelled, it has ended. The longest of
 * several times. */

#define TIMES 7
/* Between the look and the cancelling: by then much is read that waits to be staged. */
#define READ_ON_MS 300

typedef struct
{
  GCancellable *cancellable;
  GMainLoop    *loop;
  double        start;
  double        looked;
  double        cancelled;
  gboolean      over; /* before it could be cancelled: a short file */
} Run;

static gboolean
on_read_on (gpointer data)
{
  Run *run = data;

  run->cancelled = measure_now ();
  g_cancellable_cancel (run->cancellable);
  return G_SOURCE_REMOVE;
}

static void
on_look (const DaybookFirstLook *look,
         gpointer                data)
{
  Run *run = data;

  run->looked = measure_now () - run->start;
  g_timeout_add (READ_ON_MS, on_read_on, run);
}

static void
on_prepared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Run *run = data;
  g_autoptr(GError) error = NULL;

  run->over = daybook_import_prepare_finish (DAYBOOK_IMPORT (source), result, &error);
  if (!run->over && !g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    g_error ("%s", error->message);
  g_main_loop_quit (run->loop);
}

/* One that was read before it could be cancelled gives no time of that. */
static void
look (DaybookStore *store,
      const char   *file,
      GArray       *looks,
      GArray       *cancels)
{
  g_autoptr(DaybookImport) import = daybook_import_new (store, file);
  Run run = { g_cancellable_new (), g_main_loop_new (NULL, FALSE), measure_now (), 0, 0, FALSE };

  daybook_import_set_first_look (import, on_look);
  daybook_import_prepare_async (import, NULL, &run, run.cancellable, on_prepared, &run);
  g_main_loop_run (run.loop);
  measure_add (looks, run.looked * 1000);
  if (!run.over)
    measure_add (cancels, (measure_now () - run.cancelled) * 1000);
  /* The timer of such a one still runs. */
  while (run.over && run.cancelled <= 0)
    g_main_context_iteration (NULL, TRUE);
  g_main_loop_unref (run.loop);
  g_object_unref (run.cancellable);
}

int
main (int    argc,
      char **argv)
{
  if (argc != 3)
    {
      g_printerr ("usage: bench-look FOLDER FILE\n");
      return EXIT_FAILURE;
    }

  g_autoptr(DaybookStore) store = measure_open (argv[1]);
  g_autoptr(GArray) looks = measure_series ();
  g_autoptr(GArray) cancels = measure_series ();

  for (guint i = 0; i < TIMES; i++)
    look (store, argv[2], looks, cancels);
  measure_print ("look", "look_ms", measure_quantile (looks, 1), "cancel_ms", measure_quantile (cancels, 1),
                 "cancelled", (double) cancels->len, NULL);
  return EXIT_SUCCESS;
}
