/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-rows.h"

#include "core/case.h"
#include "core/rule.h"
#include "store/call-plans.h"
#include "store/due-acts.h"
#include "store/due-rebuild.h"
#include "store/follow-ups.h"
#include "store/rules.h"
#include "store/trace-pass.h"

/* What is due of orders follows, in the same transaction, from what exports say; and is the same when all is
 * reckoned anew. BOOK_NOW is a Saturday, 16:26 in Shanghai. */

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)

static const Row PAID = { "1001", DAYBOOK_STAGE_PAID, 12800, "小王子88", "13812341234", "张三", NULL };
static const Row UNPAID = { "1003", DAYBOOK_STAGE_UNPAID, 0, NULL, "1******6198", "李*", NULL };
static const Row SENT = { "1002", DAYBOOK_STAGE_SHIPPED, 5600, "小王子88", "13812341234", "张三", "SF100", .shipped_at = BOOK_NOW - DAY };
static const Row UNTRACKED = { "1004", DAYBOOK_STAGE_SHIPPED, 5600, NULL, NULL, "王*", NULL, .shipped_at = BOOK_NOW - DAY };

static void
set_up (Book          *book,
        gconstpointer  data)
{
  book_open (book);
}

static void
tear_down (Book          *book,
           gconstpointer  data)
{
  book_close (book);
}

static void
settle (Book *book)
{
  g_autoptr(GError) error = NULL;

  daybook_due_settle (book->store, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count (Book       *book,
       const char *rule)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM due_items WHERE rule = '%s'", rule);

  return book_number (book, sql);
}

static gint64
value_of (Book       *book,
          const char *column,
          const char *rule)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM due_items WHERE rule = '%s'", column, rule);

  return book_number (book, sql);
}

/* All that is due, in so many numbers. */
static gint64
digest (Book *book)
{
  return book_number (book, "SELECT count (*) * 1000003 + sum (row % 99991 * 7 + due % 99991 * 3 + warn % 99991 + as_of % 99991 * 11 + ends % 99991"
                            " + cycle % 99991 + shows + length (rule)) FROM due_items");
}

/* Nothing is due by the writes that would not be by a look at everything, and the other way round. */
static void
assert_same_anew (Book *book)
{
  g_autoptr(GError) error = NULL;
  gint64 before;

  settle (book);
  before = digest (book);
  daybook_due_rebuild (book->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (digest (book), ==, before);
}

static void
test_an_import (Book          *book,
                gconstpointer  data)
{
  const Row rows[] = { PAID, SENT, UNPAID };
  Row sent = PAID;
  DaybookId act = import_rows (book, rows, G_N_ELEMENTS (rows), BOOK_NOW, 3, 0, 0);

  g_assert_cmpint (count (book, "unshipped"), ==, 1);
  g_assert_cmpint (count (book, "unpaid"), ==, 1);
  g_assert_cmpint (count (book, "confirm"), ==, 1);
  g_assert_cmpint (count (book, "untracked"), ==, 0);
  g_assert_cmpint (count (book, "trace"), ==, 1);
  g_assert_cmpint (value_of (book, "due", "confirm"), ==, BOOK_NOW - DAY + 10 * DAY);
  g_assert_cmpint (value_of (book, "as_of", "confirm"), ==, BOOK_NOW);
  assert_same_anew (book);

  /* The next one says that it was shipped. */
  sent.stage = DAYBOOK_STAGE_SHIPPED;
  sent.tracking = "SF300";
  sent.shipped_at = BOOK_NOW;
  import_rows (book, &sent, 1, BOOK_NOW + HOUR, 0, 1, 0);
  g_assert_cmpint (count (book, "unshipped"), ==, 0);
  g_assert_cmpint (count (book, "confirm"), ==, 2);
  assert_same_anew (book);

  undo_act (book, &act, 1);
  assert_same_anew (book);
}

/* Taken back as a whole, with what follows from it. */
static void
test_an_import_undone (Book          *book,
                       gconstpointer  data)
{
  const Row rows[] = { PAID, SENT, UNPAID };
  DaybookId act = import_rows (book, rows, G_N_ELEMENTS (rows), BOOK_NOW, 3, 0, 0);

  g_assert_cmpint (book_number (book, "SELECT count (*) FROM due_items"), >, 3);
  undo_act (book, &act, 0);
  settle (book);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM due_items"), ==, 0);
}

/* A newer export that says the same makes sure of it; taken back, nobody can be sure again. */
static void
test_seen_again (Book          *book,
                 gconstpointer  data)
{
  import_rows (book, &UNPAID, 1, BOOK_NOW, 1, 0, 0);
  g_assert_cmpint (value_of (book, "as_of", "unpaid"), ==, BOOK_NOW);
  DaybookId act = import_rows (book, &UNPAID, 1, BOOK_NOW + DAY, 0, 0, 1);
  g_assert_cmpint (value_of (book, "as_of", "unpaid"), ==, BOOK_NOW + DAY);
  assert_same_anew (book);

  undo_act (book, &act, 0);
  settle (book);
  g_assert_cmpint (value_of (book, "as_of", "unpaid"), ==, BOOK_NOW);
  assert_same_anew (book);
}

static gint64
count_today (Book                *book,
             DaybookDueListFlags  flags,
             gint64               now)
{
  return daybook_due_count (daybook_store_get_reader (book->store), NULL, flags, now, NULL);
}

/* Late by an old export is not late, and after a while means nothing. */
static void
test_stale_and_over (Book          *book,
                     gconstpointer  data)
{
  g_autoptr(DaybookRow) order = NULL;
  g_autoptr(DaybookDueItem) item = NULL;
  Row row = UNPAID;

  import_rows (book, &row, 1, BOOK_NOW, 1, 0, 0);
  order = find_order (book, row.number);
  item = daybook_due_find (daybook_store_get_reader (book->store), order, DAYBOOK_RULE_UNPAID, 0, NULL);
  g_assert_nonnull (item);
  g_assert_cmpint (daybook_due_state (&item->due, BOOK_NOW + HOUR), ==, DAYBOOK_DUE_STALE);
  g_assert_cmpint (count_today (book, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW + HOUR), ==, 0);
  g_assert_cmpint (count_today (book, DAYBOOK_DUE_LIST_STALE, BOOK_NOW + HOUR), ==, 1);
  /* Two days later it is over; that the export is old has its own line. */
  g_assert_cmpint (count_today (book, DAYBOOK_DUE_LIST_STALE, item->due.ends - 1), ==, 2);
  g_assert_cmpint (count_today (book, DAYBOOK_DUE_LIST_STALE, item->due.ends), ==, 1);
}

/* That a parcel has no number says something where others have one. */
static void
test_facts_come (Book          *book,
                 gconstpointer  data)
{
  import_rows (book, &UNTRACKED, 1, BOOK_NOW, 1, 0, 0);
  settle (book);
  g_assert_cmpint (count (book, "untracked"), ==, 0);
  import_rows (book, &SENT, 1, BOOK_NOW + 1, 1, 0, 0);
  settle (book);
  g_assert_cmpint (count (book, "untracked"), ==, 1);
  assert_same_anew (book);
}

static void
plan_calls (Book *book)
{
  const DaybookCallPlanEntry entry = { .starter = daybook_call_starter ("after_delivery") };
  g_autoptr(DaybookEdit) edit = daybook_call_plan_act_use (&entry, TRUE, daybook_store_get_agent (book->store), BOOK_NOW - 9 * DAY, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);

  g_assert_no_error (error);
  settle (book);
}

/* Three days after the export that says so, not after each that repeats it: at 17:00. */
static void
test_delivered (Book          *book,
                gconstpointer  data)
{
  Row row = SENT;
  gint64 due = BOOK_NOW + 4 * DAY + 34 * 60 - 40;

  plan_calls (book);
  import_rows (book, &row, 1, BOOK_NOW, 1, 0, 0);
  row.stage = DAYBOOK_STAGE_DELIVERED;
  import_rows (book, &row, 1, BOOK_NOW + DAY, 0, 1, 0);
  g_assert_cmpint (value_of (book, "due", "call_back"), ==, due);
  row.paid += 100;
  import_rows (book, &row, 1, BOOK_NOW + DAY + HOUR, 0, 1, 0);
  g_assert_cmpint (value_of (book, "due", "call_back"), ==, due);
  g_assert_cmpint (value_of (book, "as_of", "call_back"), ==, BOOK_NOW + DAY + HOUR);
  assert_same_anew (book);
}

/* Where exports know no “delivered”, the end of an order says so: of those that ended since the plan began. */
static void
test_completed (Book          *book,
                gconstpointer  data)
{
  Row rows[] = { SENT, PAID };

  plan_calls (book);
  rows[0].stage = rows[1].stage = DAYBOOK_STAGE_COMPLETED;
  rows[0].completed_at = BOOK_NOW - DAY;
  rows[1].completed_at = BOOK_NOW - 10 * DAY;
  import_rows (book, rows, 2, BOOK_NOW, 2, 0, 0);
  g_assert_cmpint (count (book, "call_back"), ==, 1);
  g_assert_cmpint (value_of (book, "due", "call_back"), ==, BOOK_NOW + 2 * DAY + 34 * 60 - 40);
  g_assert_cmpint (value_of (book, "as_of", "call_back"), ==, 0);
  assert_same_anew (book);
}

/* --- Parcels --------------------------------------------------------------------------------- */

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static DaybookId
do_step (Book             *book,
         const char       *number,
         DaybookTraceStep  step)
{
  g_autoptr(DaybookRow) order = find_order (book, number);
  g_autoptr(GArray) orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  g_array_append_val (orders, order->rowid);
  g_autoptr(DaybookEdit) edit = daybook_trace_act (reader_of (book), orders, step, daybook_store_get_agent (book->store), BOOK_NOW, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  return outcome->act;
}

static DaybookTraceLine *
line_of (Book       *book,
         const char *number)
{
  g_autoptr(DaybookRow) order = find_order (book, number);
  g_autoptr(GError) error = NULL;
  DaybookTraceLine *line = daybook_reader_trace (reader_of (book), order->rowid, &error);

  g_assert_no_error (error);
  return line;
}

/* One line for all parcels of a day; it goes with the last of them. */
static void
test_parcels_looked_up (Book          *book,
                        gconstpointer  data)
{
  Row rows[] = { SENT, SENT };

  rows[1].number = "1005";
  rows[1].tracking = "SF500";
  import_rows (book, rows, 2, BOOK_NOW, 2, 0, 0);
  g_assert_cmpint (count (book, "trace"), ==, 1);
  do_step (book, "1002", DAYBOOK_TRACE_MOVES);
  g_assert_cmpint (count (book, "trace"), ==, 1);
  do_step (book, "1005", DAYBOOK_TRACE_MOVES);
  g_assert_cmpint (count (book, "trace"), ==, 0);
  assert_same_anew (book);
}

/* What does not move is a case, to which each step adds; and all of it is taken back step by step. */
static void
test_a_parcel_stands_still (Book          *book,
                            gconstpointer  data)
{
  import_rows (book, &SENT, 1, BOOK_NOW, 1, 0, 0);
  DaybookId asked = do_step (book, "1002", DAYBOOK_TRACE_ASK_COURIER);
  g_autoptr(DaybookTraceLine) first = line_of (book, "1002");
  g_assert_true (first->asked && !first->told && !first->extended);
  g_assert_cmpint (first->looked_up, ==, BOOK_NOW);
  g_assert_cmpint (first->confirms_at, ==, BOOK_NOW - DAY + 10 * DAY);
  g_assert_cmpstr (daybook_row_text (first->trace, DAYBOOK_CASE_STAGE), ==, "waiting");
  g_assert_cmpstr (daybook_row_text (first->trace, DAYBOOK_CASE_REASON), ==, "no_movement");
  g_assert_cmpint (count (book, "trace"), ==, 0);

  DaybookId told = do_step (book, "1002", DAYBOOK_TRACE_TELL_CUSTOMER);
  DaybookId extended = do_step (book, "1002", DAYBOOK_TRACE_EXTEND);
  g_autoptr(DaybookTraceLine) all = line_of (book, "1002");
  g_assert_true (all->asked && all->told && all->extended);
  g_assert_true (daybook_id_equal (&all->trace->id, &first->trace->id));
  g_assert_cmpuint (book_count (book, &daybook_cases, ""), ==, 1);

  undo_act (book, &extended, 0);
  g_autoptr(DaybookTraceLine) less = line_of (book, "1002");
  g_assert_true (less->asked && less->told && !less->extended);
  undo_act (book, &told, 0);
  undo_act (book, &asked, 0);
  g_autoptr(DaybookTraceLine) none = line_of (book, "1002");
  g_assert_null (none->trace);
  g_assert_cmpint (none->looked_up, ==, 0);
  g_assert_cmpint (count (book, "trace"), ==, 1);
}

/* Told first, the courier is asked in the same case. */
static void
test_told_first (Book          *book,
                 gconstpointer  data)
{
  import_rows (book, &SENT, 1, BOOK_NOW, 1, 0, 0);
  do_step (book, "1002", DAYBOOK_TRACE_TELL_CUSTOMER);
  do_step (book, "1002", DAYBOOK_TRACE_ASK_COURIER);
  g_autoptr(DaybookTraceLine) line = line_of (book, "1002");
  g_assert_true (line->asked && line->told && !line->extended);
  g_assert_cmpuint (book_count (book, &daybook_cases, ""), ==, 1);
}

static guint
count_traces (Book   *book,
              gint64  now)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) marks = daybook_reader_traces (reader_of (book), now, &error);

  g_assert_no_error (error);
  return marks->len;
}

/* From the next day on, for as long as the pass goes back; not what has come to its end. */
static void
test_which_parcels (Book          *book,
                    gconstpointer  data)
{
  Row row = SENT;

  import_rows (book, &row, 1, BOOK_NOW, 1, 0, 0);
  g_assert_cmpuint (count_traces (book, BOOK_NOW - DAY), ==, 0);
  g_assert_cmpuint (count_traces (book, BOOK_NOW), ==, 1);
  g_assert_cmpuint (count_traces (book, BOOK_NOW + 2 * DAY), ==, 1);
  g_assert_cmpuint (count_traces (book, BOOK_NOW + 3 * DAY), ==, 0);
  row.stage = DAYBOOK_STAGE_DELIVERED;
  import_rows (book, &row, 1, BOOK_NOW + HOUR, 0, 1, 0);
  g_assert_cmpuint (count_traces (book, BOOK_NOW), ==, 0);
}

/* A shop whose people put their names on orders is told of those that have none. */
static void
test_names (Book          *book,
            gconstpointer  data)
{
  const Row rows[] = { PAID, SENT };
  g_autoptr(DaybookRow) order = NULL;

  import_rows (book, rows, 2, BOOK_NOW, 2, 0, 0);
  g_assert_cmpint (count (book, "no_agent"), ==, 0);
  order = find_order (book, "1001");
  book_set (book, &daybook_orders, &order->id, DAYBOOK_ORDER_AGENT, daybook_value_id (daybook_store_get_agent (book->store)));
  g_assert_cmpint (count (book, "no_agent"), ==, 1);
  g_clear_pointer (&order, daybook_row_unref);
  order = find_order (book, "1002");
  book_set (book, &daybook_orders, &order->id, DAYBOOK_ORDER_AGENT, daybook_value_id (daybook_store_get_agent (book->store)));
  g_assert_cmpint (count (book, "no_agent"), ==, 0);
  assert_same_anew (book);
}

static DaybookId
add_product (Book       *book,
             const char *platform,
             gint64      on_hand)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_products, &id);
  daybook_edit_give (edit, DAYBOOK_PRODUCT_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_PLATFORM, daybook_value_text (platform));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_NUMBER, daybook_value_text ("A-100"));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_SKU, daybook_value_text ("A-100"));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_ON_HAND, daybook_value_int (on_hand));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_COUNTED, daybook_value_int (BOOK_NOW));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  return id;
}

/* As a list of stock says it. */
static void
count_stock (Book            *book,
             const DaybookId *product,
             gint64           on_hand)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(GError) error = NULL;

  daybook_edit_set (edit, &daybook_products, product, DAYBOOK_PRODUCT_ON_HAND, daybook_value_int (on_hand));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
}

static void
end_stock (Book            *book,
           const DaybookId *product)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_products, product);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (items, daybook_due_find (daybook_store_get_reader (book->store), row, DAYBOOK_RULE_STOCK, 0, &error));
  g_assert_no_error (error);
  g_autoptr(DaybookEdit) edit = daybook_due_act_done (daybook_store_get_reader (book->store), items, daybook_store_get_agent (book->store), BOOK_NOW, &error);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
}

/* Once for each time that it runs low, not with each that is sold; and once for all platforms. */
static void
test_little_left (Book          *book,
                  gconstpointer  data)
{
  DaybookId product = add_product (book, "tmall", 12);

  g_assert_cmpint (count (book, "stock"), ==, 0);
  count_stock (book, &product, 9);
  g_assert_cmpint (count (book, "stock"), ==, 1);
  add_product (book, "pdd", 9);
  g_assert_cmpint (count (book, "stock"), ==, 1);
  end_stock (book, &product);
  g_assert_cmpint (count (book, "stock"), ==, 0);
  count_stock (book, &product, 7);
  g_assert_cmpint (count (book, "stock"), ==, 0);
  assert_same_anew (book);
}

/* Where the shop is, the courier comes at another moment. */
static void
test_another_zone (Book          *book,
                   gconstpointer  data)
{
  import_rows (book, &PAID, 1, BOOK_NOW, 1, 0, 0);
  gint64 due = value_of (book, "due", "unshipped");

  book_set (book, &daybook_shops, daybook_store_get_shop (book->store), DAYBOOK_SHOP_ZONE, daybook_value_text ("Asia/Tokyo"));
  settle (book);
  g_assert_cmpint (value_of (book, "due", "unshipped"), ==, due - HOUR);
  assert_same_anew (book);
}

/* How many it would be, whether it is on or off; and what would not come. */
static void
test_preview (Book          *book,
              gconstpointer  data)
{
  const Row rows[] = { PAID, SENT, UNPAID, UNTRACKED };
  DaybookReader *reader = daybook_store_get_reader (book->store);
  g_auto(DaybookDueTerms) terms = { 0 };
  guint counts[DAYBOOK_N_RULES];
  g_autoptr(GError) error = NULL;

  import_rows (book, rows, G_N_ELEMENTS (rows), BOOK_NOW, 4, 0, 0);
  settle (book);
  g_assert_true (daybook_reader_due_terms (reader, &terms, &error));
  g_assert_true (daybook_reader_follow_ups (reader, &terms, BOOK_NOW, counts, &error));
  g_assert_cmpuint (counts[DAYBOOK_RULE_UNTRACKED], ==, 1);
  g_assert_cmpuint (counts[DAYBOOK_RULE_TELL], ==, 1); /* it is off */
  g_assert_cmpuint (counts[DAYBOOK_RULE_TRACE], ==, 1);
  g_assert_cmpuint (counts[DAYBOOK_RULE_CONFIRM], ==, 0);
  terms.rules.of[DAYBOOK_RULE_CONFIRM].number = 2;
  g_assert_true (daybook_reader_follow_ups (reader, &terms, BOOK_NOW, counts, &error));
  g_assert_cmpuint (counts[DAYBOOK_RULE_CONFIRM], ==, 2);

  g_autoptr(GPtrArray) platforms = daybook_reader_platform_facts (reader, &error);
  g_assert_cmpuint (platforms->len, ==, 1);
  const DaybookPlatformFacts *tmall = g_ptr_array_index (platforms, 0);
  g_assert_cmpstr (tmall->platform, ==, "tmall");
  g_assert_cmpuint (tmall->facts, ==, DAYBOOK_FACT_UNPAID | DAYBOOK_FACT_PAID | DAYBOOK_FACT_SHIPPED | DAYBOOK_FACT_SHIPPED_AT
                                      | DAYBOOK_FACT_TRACKING | DAYBOOK_FACT_CONFIRMS);
}

#define ADD(name, func) g_test_add ("/due-orders/" name, Book, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("an-import", test_an_import);
  ADD ("an-import-undone", test_an_import_undone);
  ADD ("seen-again", test_seen_again);
  ADD ("stale-and-over", test_stale_and_over);
  ADD ("facts-come", test_facts_come);
  ADD ("delivered", test_delivered);
  ADD ("completed", test_completed);
  ADD ("parcels-looked-up", test_parcels_looked_up);
  ADD ("a-parcel-stands-still", test_a_parcel_stands_still);
  ADD ("told-first", test_told_first);
  ADD ("which-parcels", test_which_parcels);
  ADD ("names", test_names);
  ADD ("little-left", test_little_left);
  ADD ("another-zone", test_another_zone);
  ADD ("preview", test_preview);

  return g_test_run ();
}
