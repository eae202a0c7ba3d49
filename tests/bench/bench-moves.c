/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case.h"
#include "core/order.h"
#include "measure.h"
#include "store/case-acts.h"
#include "store/registers.h"

#include <stdlib.h>

/*   bench-moves FOLDER
 *
 * What moving 1,000 cases at once costs, from the click until it is on the disk, as the window
 * does it: each case is read and held to the rules, then all of them are one act; and what one
 * undo of it costs. Against an act that writes as many fields of orders, for which there is no
 * rule, where nothing is read: what history alone costs. The two take turns, so that the disk is
 * the same for both. The book gets 20,000 cases first, of which others are moved each time. */

#define CASES 20000
#define MOVED 1000
#define ROUNDS 7

static void
fail (const char   *what,
      const GError *error)
{
  g_error ("%s: %s", what, error != NULL ? error->message : "nothing came of it");
}

/* As a file would bring them. */
static void
make_cases (DaybookStore *store)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  DaybookRegister *returns = daybook_reader_register (reader, "return");
  gint64 now = daybook_store_get_now (store);

  for (guint made = 0; made < CASES; made += MOVED)
    {
      g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Cases", daybook_store_get_agent (store));
      g_autoptr(GError) error = NULL;

      for (guint i = 0; i < MOVED; i++)
        {
          g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_new (returns, daybook_store_get_shop (store), daybook_store_get_agent (store),
                                                                      daybook_store_get_currency (store), now - made - i);

          daybook_case_draft_set (draft, DAYBOOK_CASE_REASON, daybook_value_text ("size"));
          daybook_case_draft_set (draft, DAYBOOK_CASE_SUBJECT, daybook_value_text ("杯子太大，想换小一号"));
          daybook_case_draft_build (draft, NULL, edit);
        }
      g_autoptr(DaybookOutcome) outcome = daybook_store_commit (store, edit, &error);
      if (outcome == NULL)
        fail ("Making cases", error);
    }
}

static GArray *
choose (DaybookStore *store,
        guint         round)
{
  g_autoptr(GError) error = NULL;
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autoptr(DaybookQuery) query = daybook_query_new (daybook_register_get_table (daybook_reader_register (reader, "return")));
  g_autoptr(GArray) keys = NULL;

  daybook_query_add (query, DAYBOOK_CASE_STAGE, DAYBOOK_OP_EQ, (const char *const[]) { "asked", NULL });
  keys = daybook_reader_keys (reader, query, (round + 1) * MOVED, &error);
  if (keys == NULL || keys->len < (round + 1) * MOVED)
    fail ("Choosing cases", error);

  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (chosen, &g_array_index (keys, gint64, round * MOVED), MOVED);
  return chosen;
}

/* As the window does. `built` is when the edit was there. */
static double
move (DaybookStore *store,
      GArray       *keys,
      double       *built)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookCaseAct) act = NULL;
  g_autoptr(DaybookCasesDone) done = NULL;
  double start = measure_now ();

  act = daybook_case_act_new (DAYBOOK_CASES_MOVE, g_array_ref (keys), daybook_store_get_agent (store), daybook_store_get_now (store));
  act->stage = g_strdup ("agreed");
  done = daybook_case_act_build (act, daybook_store_get_reader (store), NULL, &error);
  if (done == NULL || done->n_done != MOVED)
    fail ("Moving", error);
  *built = (measure_now () - start) * 1000;

  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (store, done->edit, &error);
  if (outcome == NULL)
    fail ("Moving", error);
  return (measure_now () - start) * 1000;
}

static double
undo (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  double start = measure_now ();
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (store, NULL, &error);

  if (outcome == NULL || outcome->n_kept > 0)
    fail ("Undoing", error);
  return (measure_now () - start) * 1000;
}

/* Two fields of as many orders as there are, and what it would be for as many as cases. */
static double
write_orders (DaybookStore *store,
              guint         round)
{
  g_autoptr(GError) error = NULL;
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, MOVED, &error);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Orders", daybook_store_get_agent (store));
  g_autofree char *note = g_strdup_printf ("第 %u 次", round);

  if (keys == NULL || keys->len == 0)
    fail ("Choosing orders", error);
  for (guint i = 0; i < keys->len; i++)
    {
      DaybookId id;

      daybook_reader_id (reader, &daybook_orders, g_array_index (keys, gint64, i), &id, NULL);
      daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
      daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_FLAG, daybook_value_int (1 + round % 5));
    }

  double start = measure_now ();
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (store, edit, &error);
  if (outcome == NULL)
    fail ("Writing orders", error);
  return (measure_now () - start) * 1000 * MOVED / keys->len;
}

static void
bench_moving (DaybookStore *store)
{
  g_autoptr(GArray) built = measure_series ();
  g_autoptr(GArray) moved = measure_series ();
  g_autoptr(GArray) undone = measure_series ();
  g_autoptr(GArray) plain = measure_series ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr(GArray) keys = choose (store, i);
      double until_built;

      measure_add (moved, move (store, keys, &until_built));
      measure_add (built, until_built);
      measure_add (undone, undo (store));
      measure_add (plain, write_orders (store, i));
    }

  measure_print ("moves", "count", (double) MOVED, "median_ms", measure_quantile (moved, 0.5), "max_ms", measure_quantile (moved, 1),
                 "build_median_ms", measure_quantile (built, 0.5), "undo_median_ms", measure_quantile (undone, 0.5),
                 "undo_max_ms", measure_quantile (undone, 1), "plain_median_ms", measure_quantile (plain, 0.5), NULL);
}

int
main (int    argc,
      char **argv)
{
  if (argc != 2)
    {
      g_printerr ("usage: bench-moves FOLDER\n");
      return EXIT_FAILURE;
    }

  g_autoptr(DaybookStore) store = measure_open (argv[1]);

  make_cases (store);
  daybook_store_settle (store);
  bench_moving (store);
  return EXIT_SUCCESS;
}
