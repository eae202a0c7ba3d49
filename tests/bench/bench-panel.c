/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case.h"
#include "openings.h"

/*   bench-panel FOLDER
 *
 * Opens cases of a book of make-cases in the real window (openings.h): the case with 500 events and those with ten by
 * turns; the first opening, which makes the panel, for itself. */

#define ROUNDS 9
#define REGISTER "return"

/* Cases of the register, the oldest first: that is the one with many events. */
static GArray *
find_cases (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_cases);
  GArray *keys;

  if (!daybook_query_parse_where (query, "register = " REGISTER, &error) || !daybook_query_parse_sort (query, "opened_at", &error))
    g_error ("%s", error->message);
  keys = daybook_reader_keys (daybook_store_get_reader (store), query, ROUNDS + 1, &error);
  if (keys == NULL || keys->len <= ROUNDS)
    g_error ("The book has too few cases");
  return keys;
}

static DaybookId
id_of (DaybookStore *store,
       GArray       *keys,
       guint         at)
{
  g_autoptr(GError) error = NULL;
  DaybookId id;

  if (!daybook_reader_id (daybook_store_get_reader (store), &daybook_cases, g_array_index (keys, gint64, at), &id, &error))
    g_error ("%s", error->message);
  return id;
}

static void
bench (Openings *openings)
{
  DaybookStore *store = openings_get_store (openings);
  g_autoptr(GArray) keys = find_cases (store);
  DaybookId with_many = id_of (store, keys, 0);
  OpeningSeries first, many, few;

  opening_series_init (&first);
  opening_series_init (&many);
  opening_series_init (&few);
  for (guint i = 0; i <= ROUNDS; i++)
    {
      DaybookId with_few = id_of (store, keys, 1 + i % ROUNDS);

      openings_add (openings, &with_few, i == 0 ? &first : &few);
      openings_add (openings, &with_many, &many);
    }

  opening_series_print (&first, "the first panel");
  opening_series_print (&few, "a case with 10 events");
  opening_series_print (&many, "a case with 500 events");
}

int
main (int    argc,
      char **argv)
{
  Openings *openings;

  if (argc != 2)
    {
      g_printerr ("usage: bench-panel FOLDER\n");
      return 2;
    }

  openings = openings_begin (argv[1], "cases." REGISTER);
  bench (openings);
  openings_end (openings);
  return 0;
}
