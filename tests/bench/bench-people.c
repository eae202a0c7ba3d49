/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/customer.h"
#include "core/retention.h"
#include "crowd.h"
#include "measure.h"
#include "store/activities.h"
#include "store/backup.h"
#include "store/duplicates.h"
#include "store/erase.h"
#include "store/retention.h"
#include "store/setting.h"

#include <stdlib.h>

/*   bench-people FOLDER ORDERS [STEP…]
 *
 * What touches many customers at once, in a book of as many orders as said, which is made where it has none: the search
 * for duplicates, against SQLite alone reading the same columns; merging all that are sure in one act, against an act on as
 * many fields of customers, and its undo; an activity list; erasing one person; what is kept too long. Each once: it
 * takes seconds, and is told by the processor's time too. With STEPs, these alone. */

#define LIST 10000

/* What the search for duplicates reads. */
#define CONTACTS \
  "SELECT k.customer, k.kind, k.value, c.name FROM contacts k JOIN customers c ON c.rowid = k.customer WHERE k.deleted = 0" \
  " UNION ALL SELECT h.customer, h.platform, h.account, c.name FROM handles h JOIN customers c ON c.rowid = h.customer WHERE h.deleted = 0"

static void
or_die (const char *what,
        GError     *error)
{
  if (error != NULL)
    g_error ("%s: %s", what, error->message);
}

static void
print (const char  *name,
       MeasureSpan  begun,
       double       count)
{
  MeasureSpan span = measure_end (begun);

  measure_print (name, "ms", span.wall, "cpu_ms", span.cpu, "count", count, "peak_mb", measure_peak (), NULL);
}

static DaybookEdit *
new_edit (DaybookStore *store,
          const char   *title)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (store));
}

static double
commit (DaybookStore *store,
        DaybookEdit  *edit)
{
  GError *error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (store, edit, &error);

  or_die (daybook_edit_title (edit), error);
  return daybook_edit_size (edit);
}

static void
undo (DaybookStore *store,
      const char   *name)
{
  MeasureSpan begun = measure_begin ();
  GError *error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (store, NULL, &error);

  or_die (name, error);
  if (outcome->n_kept > 0)
    g_error ("%s kept something", name);
  print (name, begun, 0);
}

/* --- Duplicates --------------------------------------------------------------------------- */

static GPtrArray *
find_duplicates (DaybookStore *store)
{
  MeasureSpan begun = measure_begin ();
  GError *error = NULL;
  GPtrArray *all;

  crowd_read_raw (store, CONTACTS);
  print ("raw contacts", begun, 0);
  begun = measure_begin ();
  all = daybook_reader_duplicates (daybook_store_get_reader (store), NULL, NULL, &error);
  or_die ("duplicates", error);
  print ("duplicates", begun, all->len);
  return all;
}

/* How many fields were written. */
static guint
merge_all (DaybookStore *store,
           GPtrArray    *all)
{
  g_autoptr(DaybookEdit) edit = new_edit (store, "");
  GError *error = NULL;
  MeasureSpan begun = measure_begin ();
  gint64 n = daybook_duplicates_merge_exact (daybook_store_get_reader (store), edit, all, &error);

  or_die ("merge", error);
  print ("merge: making the act", begun, (double) n);
  begun = measure_begin ();
  print ("merge", begun, commit (store, edit));
  undo (store, "undo of the merge");
  return daybook_edit_size (edit);
}

static GArray *
some_customers (DaybookStore *store,
                guint         n)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_customers);
  GError *error = NULL;
  GArray *keys = daybook_reader_keys (daybook_store_get_reader (store), query, n, &error);

  or_die ("customers", error);
  return keys;
}

/* As many fields of customers, about whom nothing is asked. */
static void
write_notes (DaybookStore *store,
             guint         n)
{
  g_autoptr(DaybookEdit) edit = new_edit (store, "Notes");
  g_autoptr(GArray) keys = some_customers (store, n);
  MeasureSpan begun;

  for (guint i = 0; i < keys->len; i++)
    {
      DaybookId id;

      daybook_reader_id (daybook_store_get_reader (store), &daybook_customers, g_array_index (keys, gint64, i), &id, NULL);
      daybook_edit_set (edit, &daybook_customers, &id, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("老客户"));
    }
  begun = measure_begin ();
  print ("as many notes", begun, commit (store, edit));
  undo (store, "undo of the notes");
}

/* --- Activity lists ------------------------------------------------------------------------ */

static void
make_list (DaybookStore *store)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_customers);
  g_autoptr(GArray) keys = some_customers (store, LIST);
  const DaybookActivityPlan plan = { .title = "老客户回馈", .where = "" };
  MeasureSpan begun = measure_begin ();
  GError *error = NULL;
  DaybookId id;

  daybook_query_set_keys (query, keys, "Some");
  g_autoptr(DaybookActivityPeople) people = daybook_reader_activity_people (reader, query, &error);
  or_die ("activity", error);
  g_autoptr(DaybookEdit) edit = daybook_activity_act_new (store, &plan, people, &id, &error);
  or_die ("activity", error);
  print ("activity list: making the act", begun, people->ids->len);
  begun = measure_begin ();
  print ("activity list", begun, commit (store, edit));

  g_autoptr(DaybookRow) list = daybook_reader_find (reader, &daybook_activities, &id, &error);
  or_die ("activity", error);
  DaybookActivityCounts counts;
  begun = measure_begin ();
  daybook_reader_activity_counts (reader, list, &counts, &error);
  or_die ("activity", error);
  print ("activity list: counting", begun, counts.all);
  begun = measure_begin ();
  g_autoptr(DaybookRow) next = daybook_reader_activity_next (reader, list, 0, &error);
  or_die ("activity", error);
  print ("activity list: the next one", begun, next != NULL);
  undo (store, "undo of the activity list");
}

/* --- What is kept ---------------------------------------------------------------------------- */

static void
keep_a_day (DaybookStore *store)
{
  g_autoptr(DaybookEdit) edit = new_edit (store, "Keep");

  for (guint keep = 0; keep < DAYBOOK_N_KEEPS; keep++)
    daybook_setting_set (edit, daybook_store_get_reader (store), daybook_keep_kind ((DaybookKeep) keep)->setting, "1");
  commit (store, edit);
}

static void
count_kept (DaybookStore *store)
{
  GError *error = NULL;

  keep_a_day (store);
  for (guint keep = 0; keep < DAYBOOK_N_KEEPS; keep++)
    {
      g_autofree char *name = g_strconcat ("retention: ", daybook_keep_kind ((DaybookKeep) keep)->word, NULL);
      g_auto(DaybookRetention) retention = { 0 };
      MeasureSpan begun = measure_begin ();

      daybook_reader_retention (daybook_store_get_reader (store), (DaybookKeep) keep, &retention, &error);
      or_die (name, error);
      print (name, begun, (double) retention.n_due);
    }
}

static void
erase_one (DaybookStore *store)
{
  g_autoptr(GArray) keys = some_customers (store, 1);
  DaybookErasureSize size;
  GError *error = NULL;
  DaybookId id;

  daybook_reader_id (daybook_store_get_reader (store), &daybook_customers, g_array_index (keys, gint64, 0), &id, &error);
  or_die ("erase", error);
  MeasureSpan begun = measure_begin ();
  daybook_store_measure_erasure (store, &id, &size, &error);
  or_die ("erase", error);
  print ("erasing a person: what would go", begun, (double) size.orders);
  begun = measure_begin ();
  g_autoptr(GPtrArray) left = daybook_store_erase (store, &id, "", NULL, NULL, NULL, NULL, &error);
  or_die ("erase", error);
  print ("erasing a person", begun, 1);
}

/* --- All of it -------------------------------------------------------------------------------- */

static void
make_index (DaybookStore *store)
{
  MeasureSpan begun = measure_begin ();
  GError *error = NULL;

  daybook_store_rebuild (store, NULL, NULL, NULL, &error);
  or_die ("rebuild", error);
  print ("making the search index", begun, 0);
}

static void
bench_duplicates (DaybookStore *store)
{
  g_autoptr(GPtrArray) all = find_duplicates (store);

  write_notes (store, merge_all (store, all));
}

static const struct
{
  const char *name;
  void      (*run) (DaybookStore *store);
} STEPS[] = {
  { "index", make_index },
  { "duplicates", bench_duplicates },
  { "list", make_list },
  { "kept", count_kept },
  { "erase", erase_one },
};

int
main (int    argc,
      char **argv)
{
  if (argc < 3)
    {
      g_printerr ("usage: bench-people FOLDER ORDERS [STEP…]\n");
      return EXIT_FAILURE;
    }

  g_autoptr(DaybookStore) store = measure_open (argv[1]);
  MeasureSpan begun = measure_begin ();

  crowd_fill (store, g_ascii_strtoll (argv[2], NULL, 10), CROWD_CONTACTS);
  print ("making the book", begun, 0);
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (argc == 3 || g_strv_contains ((const char *const *) argv + 3, STEPS[i].name))
      STEPS[i].run (store);
  daybook_store_close (store);
  return EXIT_SUCCESS;
}
