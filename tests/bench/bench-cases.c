/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/event.h"
#include "measure.h"
#include "store/case-guard.h"
#include "store/registers.h"

#include <stdlib.h>

/*   bench-cases FOLDER
 *
 * What the registers' lists cost over a book of make-cases: the first rows and the whole of each
 * view, each column's order both ways, words looked for; and what a case's panel reads. The
 * baseline is one walk over the index that has the list's own order. */

#define ROUNDS 7
#define FIRST_KEYS 200
#define SHOWN_ROWS 40

static const char *const VIEWS[] = {
  "closed_at = null", "closed_at = null and opened_at < today-7", "", "stage = refunded", "priority = urgent", "reason = size",
  "refund > 30000", "opened_at >= today-30",
};

static void
or_die (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
read_rows (DaybookReader      *reader,
           const DaybookTable *table,
           GArray             *keys)
{
  for (guint i = 0; i < MIN (keys->len, SHOWN_ROWS); i++)
    {
      GError *error = NULL;
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, table, g_array_index (keys, gint64, i), &error);

      or_die (error);
    }
}

static void
bench_list (DaybookReader      *reader,
            const DaybookTable *table,
            const char         *where,
            const char         *sort,
            const char         *search)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);
  g_autoptr(GArray) first = measure_series (), whole = measure_series ();
  g_autofree char *name = g_strdup_printf ("%s: %s%s%s", table->part, where, sort, search != NULL ? search : "");
  GError *error = NULL;
  guint n_rows = 0;

  if (!daybook_query_parse_where (query, where, &error) || !daybook_query_parse_sort (query, sort, &error))
    or_die (error);
  query->search = g_strdup (search);

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = measure_now ();
      g_autoptr(GArray) page = daybook_reader_keys (reader, query, FIRST_KEYS, &error);
      or_die (error);
      read_rows (reader, table, page);
      measure_add (first, (measure_now () - start) * 1000);

      start = measure_now ();
      g_autoptr(GArray) keys = daybook_reader_keys (reader, query, 0, &error);
      or_die (error);
      measure_add (whole, (measure_now () - start) * 1000);
      n_rows = keys->len;
    }

  measure_print (name, "rows", (double) n_rows, "first_ms", measure_quantile (first, 0.5), "first_max_ms", measure_quantile (first, 1),
                 "all_ms", measure_quantile (whole, 0.5), NULL);
}

/* Not every register has every field, nor a stage of that name. */
static gboolean
has_view (DaybookReader      *reader,
          const DaybookTable *table,
          const char         *where)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);
  g_autoptr(GArray) keys = daybook_query_parse_where (query, where, NULL) ? daybook_reader_keys (reader, query, 1, NULL) : NULL;

  return keys != NULL;
}

static void
bench_register (DaybookReader   *reader,
                DaybookRegister *definition)
{
  const DaybookTable *table = daybook_register_get_table (definition);

  for (gsize i = 0; i < G_N_ELEMENTS (VIEWS); i++)
    if (has_view (reader, table, VIEWS[i]))
      bench_list (reader, table, VIEWS[i], "", NULL);

  for (const char *const *column = daybook_register_get_columns (definition); *column != NULL; column++)
    if (daybook_table_field (table, *column) >= 0)
      {
        g_autofree char *down = g_strdup_printf ("-%s", *column);

        bench_list (reader, table, "", *column, NULL);
        bench_list (reader, table, "", down, NULL);
      }

  bench_list (reader, table, "", "", "尺码");
  bench_list (reader, table, "", "", "1999");
}

/* What the panel of the case with many events asks of the book. */
static void
bench_panel (DaybookReader *reader)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_cases);
  g_autoptr(GArray) series = measure_series ();
  GError *error = NULL;
  guint n_events = 0;

  daybook_query_parse_sort (query, "opened_at", &error);
  or_die (error);
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, 1, &error);
  or_die (error);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = measure_now ();
      DaybookCaseFacts facts;
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, &daybook_cases, g_array_index (keys, gint64, 0), &error);
      or_die (error);
      g_autoptr(GPtrArray) events = daybook_reader_parts (reader, &daybook_events, DAYBOOK_EVENT_CASE, &row->id, &error);
      or_die (error);
      daybook_reader_case_facts (reader, row, &facts, &error);
      or_die (error);
      measure_add (series, (measure_now () - start) * 1000);
      n_events = events->len;
    }

  measure_print ("panel: what is read", "events", (double) n_events, "ms", measure_quantile (series, 0.5), "max_ms", measure_quantile (series, 1), NULL);
}

int
main (int    argc,
      char **argv)
{
  static const char *const KEYS[] = { "return", "review", "inquiry" };

  if (argc != 2)
    {
      g_printerr ("usage: bench-cases FOLDER\n");
      return EXIT_FAILURE;
    }

  DaybookStore *store = measure_open (argv[1]);
  DaybookReader *reader = daybook_store_get_reader (store);

  for (gsize i = 0; i < G_N_ELEMENTS (KEYS); i++)
    bench_register (reader, daybook_reader_register (reader, KEYS[i]));
  bench_panel (reader);

  daybook_store_close (store);
  g_object_unref (store);
  return EXIT_SUCCESS;
}
