/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/task.h"
#include "measure.h"
#include "store/due-acts.h"
#include "store/due-rebuild.h"

#include <stdlib.h>

/*   bench-due FOLDER [TASKS]
 *
 * What Today costs over a book of make-cases in which so many things are due besides (100,000 unless said
 * otherwise): its first rows, the whole list, the count of the sidebar; what one act costs that changes
 * what is due; and how long it takes to reckon all of it anew after a rule has changed, and how long
 * whoever writes meanwhile waits. The baseline is a walk over the index of what is due. */

#define ROUNDS 7
#define FIRST 64
#define TASKS_PER_ACT 1000
#define YEAR (365 * 86400)

static void
or_die (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
commit (DaybookStore *store,
        DaybookEdit  *edit)
{
  GError *error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (store, edit, &error);

  or_die (error);
}

static void
add_task (DaybookStore *store,
          DaybookEdit  *edit,
          gint64        due)
{
  DaybookId id;

  daybook_id_fresh (&id, daybook_store_get_now (store) * 1000);
  daybook_edit_create (edit, &daybook_tasks, &id);
  daybook_edit_give (edit, DAYBOOK_TASK_TITLE, daybook_value_text ("回访客户"));
  daybook_edit_give (edit, DAYBOOK_TASK_DUE, daybook_value_int (due));
  daybook_edit_give (edit, DAYBOOK_TASK_AGENT, daybook_value_id (daybook_store_get_agent (store)));
}

/* Over a year, a fiftieth of them until today. */
static void
make_tasks (DaybookStore *store,
            guint         n)
{
  gint64 now = daybook_store_get_now (store);

  for (guint i = 0; i < n; )
    {
      g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, "Tasks", daybook_store_get_agent (store));

      for (guint end = MIN (n, i + TASKS_PER_ACT); i < end; i++)
        add_task (store, edit, now - YEAR / 50 + (gint64) ((double) YEAR * i / n));
      commit (store, edit);
    }
}

static void
read_first (DaybookReader *reader,
            GArray        *marks)
{
  for (guint i = 0; i < MIN (marks->len, FIRST); i++)
    {
      GError *error = NULL;
      g_autoptr(DaybookDueItem) item = daybook_due_item (reader, g_array_index (marks, DaybookDueMark, i).key, &error);
      g_autofree char *title = item != NULL ? daybook_due_item_title (reader, item) : NULL;

      or_die (error);
    }
}

static void
bench_list (DaybookStore *store)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autoptr(GArray) first = measure_series (), all = measure_series (), count = measure_series ();
  gint64 now = daybook_store_get_now (store);
  GError *error = NULL;
  guint n = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = measure_now ();
      g_autoptr(GArray) page = daybook_due_today (reader, NULL, DAYBOOK_DUE_LIST_PAUSED, now, FIRST, &error);
      or_die (error);
      read_first (reader, page);
      measure_add (first, (measure_now () - start) * 1000);

      start = measure_now ();
      g_autoptr(GArray) marks = daybook_due_today (reader, NULL, DAYBOOK_DUE_LIST_PAUSED, now, 0, &error);
      or_die (error);
      measure_add (all, (measure_now () - start) * 1000);
      n = marks->len;

      start = measure_now ();
      daybook_due_count (reader, NULL, DAYBOOK_DUE_LIST_PLAIN, now, &error);
      or_die (error);
      measure_add (count, (measure_now () - start) * 1000);
    }

  measure_print ("today", "rows", (double) n, "first_ms", measure_quantile (first, 0.5), "first_max_ms", measure_quantile (first, 1),
                 "all_ms", measure_quantile (all, 0.5), "count_ms", measure_quantile (count, 0.5), NULL);
}

static gpointer
rebuild (gpointer data)
{
  GError *error = NULL;

  daybook_due_rebuild (data, NULL, NULL, &error);
  or_die (error);
  return NULL;
}

/* Somebody goes on writing tasks down meanwhile. */
static void
bench_rebuild (DaybookStore *store)
{
  g_autoptr(GArray) waits = measure_series ();
  double start = measure_now (), took;
  GThread *thread = g_thread_new ("rebuild", rebuild, store);

  g_usleep (20000);
  do
    {
      g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Task", daybook_store_get_agent (store));
      double before = measure_now ();

      add_task (store, edit, daybook_store_get_now (store) + YEAR);
      commit (store, edit);
      measure_add (waits, (measure_now () - before) * 1000);
      g_usleep (100000);
    }
  while (daybook_store_get_due_percent (store) >= 0);
  g_thread_join (thread);
  took = measure_now () - start;

  measure_print ("rebuild", "seconds", took, "acts", (double) waits->len, "wait_ms", measure_quantile (waits, 0.5),
                 "wait_max_ms", measure_quantile (waits, 1), NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStore) store = NULL;

  if (argc < 2 || argc > 3)
    {
      g_printerr ("Usage: bench-due FOLDER [TASKS]\n");
      return 2;
    }

  store = daybook_store_open (argv[1], DAYBOOK_STORE_EXISTING, &error);
  or_die (error);
  make_tasks (store, argc == 3 ? (guint) atoi (argv[2]) : 100000);
  daybook_due_settle (store, NULL, NULL, &error);
  or_die (error);
  bench_list (store);
  bench_rebuild (store);
  daybook_store_close (store);
  return 0;
}
