/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"
#include "merge-rows.h"

#include "core/call-plan.h"
#include "core/customer-merge.h"
#include "core/remembered-day.h"
#include "store/customer-merge.h"
#include "store/due-rebuild.h"
#include "store/rhythm.h"

/* What is due of customers who are one person: what belongs to each stays due, as the one on whose card they are wants
 * it; and whoever of them heard from the shop, all of them did. */

#define DAY G_GINT64_CONSTANT (86400)

#define DEFINITION \
  "{\"register\": \"watch\", \"prefix\": \"WW\", \"title\": \"Watches\"," \
  " \"stages\": {\"asked\": {\"label\": \"Asked\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"asked\"]}}}"

typedef struct
{
  Book      book;
  DaybookId a, b, c;
} Fixture;

/* Each has bought once: A today, B the day before, C the day before that. */
static const Row BOUGHT[] = {
  { "1001", DAYBOOK_STAGE_CLOSED, 1000, "zhang_san", NULL, "张三" },
  { "1002", DAYBOOK_STAGE_CLOSED, 2000, "zhangsan88", NULL, "张三" },
  { "1003", DAYBOOK_STAGE_CLOSED, 4000, "third", NULL, "李四" },
};

static DaybookId
customer_of (Book       *book,
             const char *number)
{
  g_autoptr(DaybookRow) order = find_order (book, number);

  return *daybook_row_ref_id (order, DAYBOOK_ORDER_CUSTOMER);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  case_adopt (&fixture->book, DEFINITION);
  import_rows (&fixture->book, BOUGHT, G_N_ELEMENTS (BOUGHT), BOOK_NOW - 1000, 3, 0, 0);
  fixture->a = customer_of (&fixture->book, "1001");
  fixture->b = customer_of (&fixture->book, "1002");
  fixture->c = customer_of (&fixture->book, "1003");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  book_close (&fixture->book);
}

static DaybookReader *
reader_of (Fixture *fixture)
{
  return daybook_store_get_reader (fixture->book.store);
}

static void
set (Fixture         *fixture,
     const DaybookId *customer,
     guint            field,
     gint64           number)
{
  book_set (&fixture->book, &daybook_customers, customer, field, daybook_value_int (number));
}

/* --- One person and two ---------------------------------------------------------------------- */

static DaybookId
merge (Fixture         *fixture,
       const DaybookId *other,
       const DaybookId *keep)
{
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (customers, book_row (&fixture->book, &daybook_customers, other));
  g_ptr_array_add (customers, book_row (&fixture->book, &daybook_customers, keep));
  daybook_customer_merge (edit, customers, g_ptr_array_index (customers, 1), NULL, &error);
  g_assert_no_error (error);
  return case_commit (&fixture->book, edit);
}

static void
unmerge (Fixture         *fixture,
         const DaybookId *customer)
{
  g_autoptr(DaybookRow) row = book_row (&fixture->book, &daybook_customers, customer);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GError) error = NULL;

  daybook_customer_unmerge (reader_of (fixture), edit, row, kept, &error);
  g_assert_no_error (error);
  case_commit (&fixture->book, edit);
}

/* --- What is due ----------------------------------------------------------------------------- */

static DaybookId
add_plan (Fixture           *fixture,
          DaybookCallPlanOn  on,
          guint              grade)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_call_plans, &id);
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_NAME, daybook_value_text ("Ask them"));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_ON, daybook_value_int (on));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_DAYS, daybook_value_int (30));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_GRADE, daybook_value_int (grade));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_USED, daybook_value_int (TRUE));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_SINCE, daybook_value_int (BOOK_NOW - 10 * DAY));
  case_commit (&fixture->book, edit);
  daybook_due_settle (fixture->book.store, NULL, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
count_due (Fixture    *fixture,
           const char *rule)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM due_items WHERE rule = '%s'", rule);

  return book_number (&fixture->book, sql);
}

/* The writes and a look at everything say the same. */
static void
assert_same_anew (Fixture *fixture)
{
  const char *sql = "SELECT count (*) * 1000003 + coalesce (sum (row % 99991 * 7 + due % 99991 * 3 + cycle % 99991 + length (kind)), 0) FROM due_items";
  gint64 before = book_number (&fixture->book, sql);
  g_autoptr(GError) error = NULL;

  daybook_due_rebuild (fixture->book.store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (book_number (&fixture->book, sql), ==, before);
}

static void
assert_due (Fixture    *fixture,
            const char *rule,
            gint64      n)
{
  g_assert_cmpint (count_due (fixture, rule), ==, n);
  assert_same_anew (fixture);
}

/* The one thing that is due by the rule counts from that moment. */
static void
assert_counts_from (Fixture    *fixture,
                    const char *rule,
                    gint64      began)
{
  g_autofree char *sql = g_strdup_printf ("SELECT began FROM due_items WHERE rule = '%s'", rule);

  g_assert_cmpint (count_due (fixture, rule), ==, 1);
  g_assert_cmpint (book_number (&fixture->book, sql), ==, began);
  assert_same_anew (fixture);
}

/* --- What belongs to one who was merged --------------------------------------------------------- */

static DaybookId
make_case (Fixture         *fixture,
           const DaybookId *customer)
{
  DaybookId of = case_make (&fixture->book, "watch", "It stands still");

  if (customer != NULL)
    case_set (&fixture->book, &of, "customer", daybook_value_id (customer));
  return of;
}

static void
shut (Fixture         *fixture,
      const DaybookId *of)
{
  DaybookCaseDraft *draft = case_open (&fixture->book, of);

  case_move (draft, "shut");
  case_save (&fixture->book, draft);
}

static void
test_a_case_of_theirs (Fixture       *fixture,
                       gconstpointer  data)
{
  DaybookId of = make_case (fixture, &fixture->a);

  add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, DAYBOOK_GRADE_NONE);
  shut (fixture, &of);
  assert_due (fixture, "call_back", 1);
  merge (fixture, &fixture->a, &fixture->b);
  assert_due (fixture, "call_back", 1);
  merge (fixture, &fixture->b, &fixture->c);
  assert_due (fixture, "call_back", 1);

  /* The one on the card says whether they want it. */
  set (fixture, &fixture->c, DAYBOOK_CUSTOMER_QUIET, TRUE);
  assert_due (fixture, "call_back", 0);
  unmerge (fixture, &fixture->b);
  assert_due (fixture, "call_back", 1);
}

static void
test_a_grade_is_of_the_card (Fixture       *fixture,
                             gconstpointer  data)
{
  DaybookId of = make_case (fixture, &fixture->a), act;

  add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, DAYBOOK_GRADE_2);
  set (fixture, &fixture->b, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_GRADE_2);
  shut (fixture, &of);
  assert_due (fixture, "call_back", 0);
  act = merge (fixture, &fixture->a, &fixture->b);
  assert_due (fixture, "call_back", 1);
  undo_act (&fixture->book, &act, 0);
  assert_due (fixture, "call_back", 0);
}

/* An import knows their account, and leaves the order with whose it was. */
static void
test_an_order_of_theirs (Fixture       *fixture,
                         gconstpointer  data)
{
  const Row received[] = {
    { "2001", DAYBOOK_STAGE_COMPLETED, 1000, "zhang_san", NULL, "张三", .completed_at = BOOK_NOW - DAY },
  };

  add_plan (fixture, DAYBOOK_CALL_PLAN_DELIVERED, DAYBOOK_GRADE_NONE);
  merge (fixture, &fixture->a, &fixture->b);
  import_rows (&fixture->book, received, 1, BOOK_NOW - 500, 1, 0, 0);
  assert_due (fixture, "call_back", 1);

  /* A newer file knows better whose it is. */
  Row corrected = received[0];
  corrected.account = "third";
  corrected.paid += 100;
  set (fixture, &fixture->c, DAYBOOK_CUSTOMER_QUIET, TRUE);
  import_rows (&fixture->book, &corrected, 1, BOOK_NOW - 400, 0, 1, 0);
  assert_due (fixture, "call_back", 0);
}

static DaybookId
add_day (Fixture         *fixture,
         const DaybookId *customer,
         int              month)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId day;

  daybook_id_random (&day);
  daybook_edit_create (edit, &daybook_remembered_days, &day);
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_CUSTOMER, daybook_value_id (customer));
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_MONTH, daybook_value_int (month));
  daybook_edit_give (edit, DAYBOOK_REMEMBERED_DAY, daybook_value_int (1));
  case_commit (&fixture->book, edit);
  return day;
}

static void
test_a_birthday_of_theirs (Fixture       *fixture,
                           gconstpointer  data)
{
  gint64 n;

  add_day (fixture, &fixture->a, 12);
  n = count_due (fixture, "day");
  g_assert_cmpint (n, >, 0);

  merge (fixture, &fixture->a, &fixture->b);
  assert_due (fixture, "day", n);
  set (fixture, &fixture->b, DAYBOOK_CUSTOMER_QUIET, TRUE);
  assert_due (fixture, "day", 0);
  unmerge (fixture, &fixture->a);
  assert_due (fixture, "day", n);
}

/* The same day, written on both cards, is congratulated on once. */
static void
test_a_birthday_of_both (Fixture       *fixture,
                         gconstpointer  data)
{
  DaybookId one = add_day (fixture, &fixture->a, 12), other;
  gint64 n = count_due (fixture, "day");

  other = add_day (fixture, &fixture->b, 12);
  assert_due (fixture, "day", 2 * n);
  merge (fixture, &fixture->a, &fixture->b);
  assert_due (fixture, "day", n);

  /* Whichever of them goes or is corrected, the other stays. */
  book_set (&fixture->book, &daybook_remembered_days, &one, DAYBOOK_REMEMBERED_DELETED, daybook_value_int (TRUE));
  assert_due (fixture, "day", n);
  book_set (&fixture->book, &daybook_remembered_days, &one, DAYBOOK_REMEMBERED_DELETED, daybook_value_int (FALSE));
  book_set (&fixture->book, &daybook_remembered_days, &other, DAYBOOK_REMEMBERED_DELETED, daybook_value_int (TRUE));
  assert_due (fixture, "day", n);
  book_set (&fixture->book, &daybook_remembered_days, &other, DAYBOOK_REMEMBERED_DELETED, daybook_value_int (FALSE));
  assert_due (fixture, "day", n);
  book_set (&fixture->book, &daybook_remembered_days, &other, DAYBOOK_REMEMBERED_DAY, daybook_value_int (2));
  assert_due (fixture, "day", 2 * n);
  book_set (&fixture->book, &daybook_remembered_days, &other, DAYBOOK_REMEMBERED_DAY, daybook_value_int (1));
  unmerge (fixture, &fixture->a);
  assert_due (fixture, "day", 2 * n);
}

/* --- When they heard from the shop ---------------------------------------------------------------- */

static void
contact (Fixture         *fixture,
         const DaybookId *customer,
         gint64           at)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  daybook_contacted_add (edit, customer, DAYBOOK_EVENT_CALL, daybook_edit_agent (edit), at);
  case_commit (&fixture->book, edit);
}

static void
tell (Fixture         *fixture,
      const DaybookId *of,
      gint64           at)
{
  const DaybookCaseEvent told = { .kind = DAYBOOK_EVENT_TOLD, .text = "Hello" };
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookRow) row = case_row (&fixture->book, of);

  daybook_case_event_add (edit, row, &told, daybook_edit_agent (edit), at, NULL);
  case_commit (&fixture->book, edit);
}

static void
test_who_bought_is_not_called (Fixture       *fixture,
                               gconstpointer  data)
{
  const Row again[] = { { "2001", DAYBOOK_STAGE_COMPLETED, 1000, "third", NULL, "李四" } };

  add_plan (fixture, DAYBOOK_CALL_PLAN_INTERVAL, DAYBOOK_GRADE_1);
  set (fixture, &fixture->c, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_GRADE_1);
  assert_counts_from (fixture, "call_back", BOOK_NOW - 2 * DAY);
  DaybookId act = import_rows (&fixture->book, again, 1, BOOK_NOW - 500, 1, 0, 0);
  assert_counts_from (fixture, "call_back", BOOK_NOW);
  undo_act (&fixture->book, &act, 0);
  assert_counts_from (fixture, "call_back", BOOK_NOW - 2 * DAY);

  /* The account that was merged into them buys. */
  const Row other[] = { { "2002", DAYBOOK_STAGE_PAID, 1000, "zhangsan88", NULL, "张三" } };
  merge (fixture, &fixture->b, &fixture->c);
  assert_counts_from (fixture, "call_back", BOOK_NOW - DAY);
  import_rows (&fixture->book, other, 1, BOOK_NOW - 400, 1, 0, 0);
  assert_counts_from (fixture, "call_back", BOOK_NOW);
}

static void
test_an_order_of_somebody_else (Fixture       *fixture,
                                gconstpointer  data)
{
  Row corrected = BOUGHT[0];

  add_plan (fixture, DAYBOOK_CALL_PLAN_INTERVAL, DAYBOOK_GRADE_1);
  set (fixture, &fixture->c, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_GRADE_1);
  corrected.account = "third";
  corrected.paid += 100;
  import_rows (&fixture->book, &corrected, 1, BOOK_NOW - 500, 0, 1, 0);
  assert_counts_from (fixture, "call_back", BOOK_NOW);
  corrected.account = "zhang_san";
  corrected.paid += 100;
  import_rows (&fixture->book, &corrected, 1, BOOK_NOW - 400, 0, 1, 0);
  assert_counts_from (fixture, "call_back", BOOK_NOW - 2 * DAY);
}

static void
test_called_as_somebody_else (Fixture       *fixture,
                              gconstpointer  data)
{
  add_plan (fixture, DAYBOOK_CALL_PLAN_INTERVAL, DAYBOOK_GRADE_1);
  set (fixture, &fixture->c, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_GRADE_1);
  merge (fixture, &fixture->b, &fixture->c);
  contact (fixture, &fixture->b, BOOK_NOW - 60);
  assert_counts_from (fixture, "call_back", BOOK_NOW - 60);
  unmerge (fixture, &fixture->b);
  assert_counts_from (fixture, "call_back", BOOK_NOW - 2 * DAY);
}

static void
test_apart_again (Fixture       *fixture,
                  gconstpointer  data)
{
  set (fixture, &fixture->b, DAYBOOK_CUSTOMER_INTERVAL, 30);
  contact (fixture, &fixture->b, BOOK_NOW - 100 * DAY);
  contact (fixture, &fixture->a, BOOK_NOW - DAY);
  assert_counts_from (fixture, "vip_contact", BOOK_NOW - 100 * DAY);

  merge (fixture, &fixture->a, &fixture->b);
  assert_counts_from (fixture, "vip_contact", BOOK_NOW - DAY);
  unmerge (fixture, &fixture->a);
  assert_counts_from (fixture, "vip_contact", BOOK_NOW - 100 * DAY);

  DaybookId act = merge (fixture, &fixture->a, &fixture->b);
  assert_counts_from (fixture, "vip_contact", BOOK_NOW - DAY);
  undo_act (&fixture->book, &act, 0);
  assert_counts_from (fixture, "vip_contact", BOOK_NOW - 100 * DAY);
}

/* A was merged into B, and B into C. */
static void
test_by_way_of_others (Fixture       *fixture,
                       gconstpointer  data)
{
  DaybookId of = make_case (fixture, &fixture->a);

  set (fixture, &fixture->c, DAYBOOK_CUSTOMER_INTERVAL, 30);
  contact (fixture, &fixture->c, BOOK_NOW - 100 * DAY);
  merge (fixture, &fixture->a, &fixture->b);
  merge (fixture, &fixture->b, &fixture->c);
  tell (fixture, &of, BOOK_NOW - 2 * DAY);
  assert_counts_from (fixture, "vip_contact", BOOK_NOW - 2 * DAY);
  contact (fixture, &fixture->a, BOOK_NOW - DAY);
  assert_counts_from (fixture, "vip_contact", BOOK_NOW - DAY);
  unmerge (fixture, &fixture->a);
  assert_counts_from (fixture, "vip_contact", BOOK_NOW - 100 * DAY);
}

/* What was nobody's case comes to one, and then to another. */
static void
test_a_case_that_moves (Fixture       *fixture,
                        gconstpointer  data)
{
  DaybookId of = make_case (fixture, NULL);

  set (fixture, &fixture->c, DAYBOOK_CUSTOMER_INTERVAL, 30);
  contact (fixture, &fixture->c, BOOK_NOW - 100 * DAY);
  tell (fixture, &of, BOOK_NOW - DAY);
  case_set (&fixture->book, &of, "customer", daybook_value_id (&fixture->c));
  assert_counts_from (fixture, "vip_contact", BOOK_NOW - DAY);
  case_set (&fixture->book, &of, "customer", daybook_value_id (&fixture->a));
  assert_counts_from (fixture, "vip_contact", BOOK_NOW - 100 * DAY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/due-merged/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("case", test_a_case_of_theirs);
  ADD ("grade", test_a_grade_is_of_the_card);
  ADD ("order", test_an_order_of_theirs);
  ADD ("birthday", test_a_birthday_of_theirs);
  ADD ("birthday-of-both", test_a_birthday_of_both);
  ADD ("bought", test_who_bought_is_not_called);
  ADD ("order-moves", test_an_order_of_somebody_else);
  ADD ("called", test_called_as_somebody_else);
  ADD ("apart", test_apart_again);
  ADD ("by-way-of-others", test_by_way_of_others);
  ADD ("case-moves", test_a_case_that_moves);
  return g_test_run ();
}
