/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/order.h"
#include "exchange/import.h"
#include "measure.h"
#include "store/reader.h"

#include <stdlib.h>

/*   bench-import FOLDER FILE           imports the file, as the command line does
 *   bench-import FOLDER FILE --notes   and saves notes on orders that were there
 *                                      before, as a person would meanwhile
 *
 * An import has ended when what it brought can be found by searching. Of the notes,
 * `max_at` says how many seconds after the beginning the longest was saved. */

#define NOTES_MAX 500
#define PAUSE_US (20 * 1000) /* between two notes: faster than anybody types */

typedef struct
{
  DaybookStore *store;
  const char   *file;
  int           done; /* atomic: the import has ended */
} Work;

static DaybookStagingCounts
prepare (DaybookImport *import)
{
  g_autoptr(GError) error = NULL;

  if (!daybook_import_prepare (import, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return *daybook_import_get_counts (import);
}

static void
merge (DaybookStore  *store,
       DaybookImport *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome =
    daybook_store_merge (store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);

  if (outcome == NULL)
    g_error ("%s", error->message);
  daybook_staging_discard (daybook_import_get_staging (import));
}

static gpointer
import_file (gpointer data)
{
  Work *work = data;
  g_autoptr(DaybookImport) import = daybook_import_new (work->store, work->file);
  double start = measure_now ();
  DaybookStagingCounts counts = prepare (import);
  double prepared = measure_now ();

  merge (work->store, import);
  double merged = measure_now ();
  daybook_store_settle (work->store);
  double settled = measure_now ();

  g_atomic_int_set (&work->done, TRUE);
  measure_print ("import", "seconds", settled - start, "prepare", prepared - start,
                 "merge", merged - prepared, "settle", settled - merged, "orders", (double) counts.orders,
                 "new", (double) counts.n_new, "updated", (double) counts.n_updated,
                 "same", (double) counts.n_same, "problems", (double) counts.n_problems,
                 "peak_mb", measure_peak (), NULL);
  return NULL;
}

/* The ids of orders that are there already. (element-type DaybookId) */
static GArray *
find_orders (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, NOTES_MAX, &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (DaybookId));

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      DaybookId id;

      if (!daybook_reader_id (reader, &daybook_orders, g_array_index (keys, gint64, i), &id, &error))
        break;
      g_array_append_val (ids, id);
    }

  if (error != NULL || ids->len == 0)
    g_error ("No orders to write notes on: %s", error != NULL ? error->message : "the book is empty");
  return ids;
}

static void
save_note (DaybookStore    *store,
           const DaybookId *order,
           guint            number)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *note = g_strdup_printf ("已联系买家 %u", number);
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Set note", daybook_store_get_agent (store));

  daybook_edit_set (edit, &daybook_orders, order, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (store, edit, &error);
  daybook_edit_unref (edit);
  if (outcome == NULL)
    g_error ("%s", error->message);
}

static void
save_notes (Work *work)
{
  g_autoptr(GArray) orders = find_orders (work->store);
  g_autoptr(GArray) times = measure_series ();
  double began = measure_now (), longest = 0, longest_at = 0;
  GThread *import = g_thread_new ("import", import_file, work);

  for (guint i = 0; !g_atomic_int_get (&work->done); i++)
    {
      double start = measure_now ();

      save_note (work->store, &g_array_index (orders, DaybookId, i % orders->len), i);
      double took = measure_now () - start;

      measure_add (times, took * 1000);
      if (took > longest)
        {
          longest = took;
          longest_at = start - began;
        }
      g_usleep (PAUSE_US);
    }

  g_thread_join (import);
  measure_print ("notes", "count", (double) times->len, "median_ms", measure_quantile (times, 0.5),
                 "p99_ms", measure_quantile (times, 0.99), "max_ms", measure_quantile (times, 1),
                 "max_at", longest_at, NULL);
}

int
main (int    argc,
      char **argv)
{
  gboolean notes = argc == 4 && g_str_equal (argv[3], "--notes");

  if (argc != 3 && !notes)
    {
      g_printerr ("usage: bench-import FOLDER FILE [--notes]\n");
      return EXIT_FAILURE;
    }

  g_autoptr(DaybookStore) store = measure_open (argv[1]);
  Work work = { .store = store, .file = argv[2] };
  if (notes)
    save_notes (&work);
  else
    import_file (&work);

  return EXIT_SUCCESS;
}
