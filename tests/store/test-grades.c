/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/grade.h"
#include "core/use.h"
#include "store/due-acts.h"
#include "store/due-rebuild.h"
#include "store/grade-proposals.h"
#include "store/grades.h"
#include "store/rhythm.h"

/* Who is to have another VIP grade by what the book has of their orders (CU-04), and who is to hear from the shop again
 * (CU-11). */

#define DAY G_GINT64_CONSTANT (86400)

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static DaybookId
create_customer (DaybookEdit *edit,
                 const char  *name)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_customers, &id);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_FIRST_SEEN, daybook_value_int (BOOK_NOW - 100 * DAY));
  return id;
}

static DaybookId
add_customer (Book       *book,
              const char *name)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_IMPORT);
  DaybookId id = create_customer (edit, name);

  case_commit (book, edit);
  return id;
}

static DaybookId
create_order (DaybookEdit     *edit,
              Book            *book,
              const DaybookId *customer,
              DaybookStage     stage,
              gint64           paid,
              gint64           refunded)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_orders, &id);
  daybook_edit_give (edit, DAYBOOK_ORDER_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_ORDER_PLATFORM, daybook_value_text ("taobao"));
  g_autofree char *number = daybook_id_to_string (&id);
  daybook_edit_give (edit, DAYBOOK_ORDER_NUMBER, daybook_value_text (number));
  daybook_edit_give (edit, DAYBOOK_ORDER_CUSTOMER, daybook_value_id (customer));
  daybook_edit_give (edit, DAYBOOK_ORDER_STAGE, daybook_value_int (stage));
  daybook_edit_give (edit, DAYBOOK_ORDER_CREATED, daybook_value_int (BOOK_NOW - 10 * DAY));
  daybook_edit_give (edit, DAYBOOK_ORDER_CURRENCY, daybook_value_text ("CNY"));
  daybook_edit_give (edit, DAYBOOK_ORDER_PAID, daybook_value_int (paid));
  daybook_edit_give (edit, DAYBOOK_ORDER_REFUNDED, daybook_value_int (refunded));
  return id;
}

static DaybookId
add_order (Book            *book,
           const DaybookId *customer,
           DaybookStage     stage,
           gint64           paid,
           gint64           refunded)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_IMPORT);
  DaybookId id = create_order (edit, book, customer, stage, paid, refunded);

  case_commit (book, edit);
  return id;
}

static void
add_buyers (Book  *book,
            guint  n,
            gint64 paid)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_IMPORT);

  for (guint i = 0; i < n; i++)
    {
      DaybookId customer = create_customer (edit, "王五");

      create_order (edit, book, &customer, DAYBOOK_STAGE_COMPLETED, paid, 0);
    }
  case_commit (book, edit);
}

/* The grade asks for so much, and nothing else. */
static void
ask (Book         *book,
     DaybookGrade  grade,
     gint64        spent)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_grade_say (edit, reader_of (book), grade, DAYBOOK_GRADE_RULE_SPENT, daybook_value_int (spent), &error));
  g_assert_true (daybook_grade_say (edit, reader_of (book), grade, DAYBOOK_GRADE_RULE_ORDERS, (DaybookValue) DAYBOOK_VALUE_INIT, &error));
  g_assert_no_error (error);
  case_commit (book, edit);
}

static void
say (Book         *book,
     DaybookGrade  grade,
     guint         field,
     DaybookValue  value)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_grade_say (edit, reader_of (book), grade, field, value, &error));
  g_assert_no_error (error);
  case_commit (book, edit);
  g_assert_true (daybook_due_settle (book->store, NULL, NULL, &error));
}

static GArray *
find (Book *book)
{
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(GError) error = NULL;
  GArray *found;

  g_assert_true (daybook_reader_grades (reader_of (book), &rules, &error));
  found = daybook_reader_grade_candidates (reader_of (book), &rules, daybook_store_get_now (book->store), NULL, NULL, &error);
  g_assert_no_error (error);
  return found;
}

/* -1: nothing is proposed for the customer; and what one question says is what the list says. */
static int
proposed (Book            *book,
          const DaybookId *customer)
{
  g_autoptr(GArray) found = find (book);
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, customer);
  DaybookGradeCandidate one;
  int to = -1;

  for (guint i = 0; i < found->len; i++)
    if (daybook_id_equal (&g_array_index (found, DaybookGradeCandidate, i).id, customer))
      to = (int) g_array_index (found, DaybookGradeCandidate, i).proposal.to;

  g_assert_true (daybook_reader_grades (reader_of (book), &rules, NULL));
  g_assert_cmpint (daybook_reader_grade_candidate (reader_of (book), &rules, row, daybook_store_get_now (book->store), &one) ? (int) one.proposal.to : -1,
                   ==, to);
  return to;
}

static DaybookId
confirm_all (Book *book)
{
  g_autoptr(GArray) found = find (book);
  g_auto(DaybookGradeRules) rules = { 0 };

  g_assert_true (daybook_reader_grades (reader_of (book), &rules, NULL));
  g_autoptr(DaybookEdit) edit = daybook_grade_act_confirm (reader_of (book), &rules, found, daybook_store_get_agent (book->store));
  return case_commit (book, edit);
}

static gint64
grade_of (Book            *book,
          const DaybookId *customer)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, customer);

  return daybook_row_int (row, DAYBOOK_CUSTOMER_GRADE);
}

static void
undo (Book            *book,
      const DaybookId *act)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (book->store, act, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (outcome->n_kept, ==, 0);
}

/* --- Grades ------------------------------------------------------------------------------- */

static void
test_refunds_and_closed_orders_are_not_spent (void)
{
  Book book;
  DaybookId good, refunded, closed;

  book_open (&book);
  good = add_customer (&book, "王五");
  refunded = add_customer (&book, "赵六");
  closed = add_customer (&book, "孙七");
  add_order (&book, &good, DAYBOOK_STAGE_COMPLETED, 60000, 0);
  add_order (&book, &good, DAYBOOK_STAGE_SHIPPED, 45000, 0);
  add_order (&book, &refunded, DAYBOOK_STAGE_COMPLETED, 105000, 20000);
  add_order (&book, &closed, DAYBOOK_STAGE_CLOSED, 900000, 0);
  g_assert_cmpint (proposed (&book, &good), ==, -1);

  ask (&book, DAYBOOK_GRADE_1, 100000);
  g_assert_cmpint (proposed (&book, &good), ==, DAYBOOK_GRADE_1);
  g_assert_cmpint (proposed (&book, &refunded), ==, -1);
  g_assert_cmpint (proposed (&book, &closed), ==, -1);
  book_close (&book);
}

static void
test_confirmed_in_one_act_and_undone (void)
{
  Book book;
  DaybookId first, second, act;

  book_open (&book);
  first = add_customer (&book, "王五");
  second = add_customer (&book, "赵六");
  add_order (&book, &first, DAYBOOK_STAGE_COMPLETED, 600000, 0);
  add_order (&book, &second, DAYBOOK_STAGE_COMPLETED, 100000, 0);
  ask (&book, DAYBOOK_GRADE_1, 100000);
  ask (&book, DAYBOOK_GRADE_2, 500000);

  act = confirm_all (&book);
  g_assert_cmpint (grade_of (&book, &first), ==, DAYBOOK_GRADE_2);
  g_assert_cmpint (grade_of (&book, &second), ==, DAYBOOK_GRADE_1);
  g_assert_cmpint (proposed (&book, &first), ==, -1);

  undo (&book, &act);
  g_assert_cmpint (grade_of (&book, &first), ==, DAYBOOK_GRADE_NONE);
  g_assert_cmpint (proposed (&book, &first), ==, DAYBOOK_GRADE_2);
  book_close (&book);
}

static void
test_declined_until_it_is_another_grade (void)
{
  Book book;
  DaybookId customer, act;
  g_autoptr(GError) error = NULL;

  book_open (&book);
  customer = add_customer (&book, "王五");
  add_order (&book, &customer, DAYBOOK_STAGE_COMPLETED, 100000, 0);
  ask (&book, DAYBOOK_GRADE_1, 100000);
  ask (&book, DAYBOOK_GRADE_2, 500000);

  g_autoptr(GArray) found = find (&book);
  g_autoptr(DaybookEdit) edit = daybook_grade_act_decline (reader_of (&book), found, daybook_store_get_agent (book.store), BOOK_NOW, &error);
  g_assert_no_error (error);
  act = case_commit (&book, edit);
  g_assert_cmpint (proposed (&book, &customer), ==, -1);

  add_order (&book, &customer, DAYBOOK_STAGE_COMPLETED, 450000, 0);
  g_assert_cmpint (proposed (&book, &customer), ==, DAYBOOK_GRADE_2);
  ask (&book, DAYBOOK_GRADE_2, 5000000);
  g_assert_cmpint (proposed (&book, &customer), ==, -1);
  undo (&book, &act);
  g_assert_cmpint (proposed (&book, &customer), ==, DAYBOOK_GRADE_1);
  book_close (&book);
}

static void
test_lost_and_held (void)
{
  Book book;
  DaybookId customer;

  book_open (&book);
  customer = add_customer (&book, "王五");
  ask (&book, DAYBOOK_GRADE_1, 100000);
  book_set (&book, &daybook_customers, &customer, DAYBOOK_CUSTOMER_GRADE, daybook_value_int (DAYBOOK_GRADE_1));
  /* One who has bought nothing is looked at too. */
  g_assert_cmpint (proposed (&book, &customer), ==, DAYBOOK_GRADE_NONE);
  book_set (&book, &daybook_customers, &customer, DAYBOOK_CUSTOMER_GRADE_HELD, daybook_value_int (TRUE));
  g_assert_cmpint (proposed (&book, &customer), ==, -1);
  book_close (&book);
}

static void
test_merged_customers_count_together (void)
{
  Book book;
  DaybookId kept, other;

  book_open (&book);
  kept = add_customer (&book, "王五");
  other = add_customer (&book, "王五");
  add_order (&book, &kept, DAYBOOK_STAGE_COMPLETED, 60000, 0);
  add_order (&book, &other, DAYBOOK_STAGE_COMPLETED, 60000, 0);
  ask (&book, DAYBOOK_GRADE_1, 100000);
  g_assert_cmpint (proposed (&book, &kept), ==, -1);

  book_set (&book, &daybook_customers, &other, DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (&kept));
  g_assert_cmpint (proposed (&book, &kept), ==, DAYBOOK_GRADE_1);
  g_assert_cmpint (proposed (&book, &other), ==, -1);
  book_close (&book);
}

static void
merge (Book            *book,
       const DaybookId *customer,
       const DaybookId *into)
{
  book_set (book, &daybook_customers, customer, DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (into));
}

/* The second was merged into the first, and the third into the second: they are one person still. */
static void
test_merged_by_way_of_others (void)
{
  Book book;
  DaybookId of[3];

  book_open (&book);
  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    {
      of[i] = add_customer (&book, "王五");
      add_order (&book, &of[i], DAYBOOK_STAGE_COMPLETED, 40000, 0);
    }
  ask (&book, DAYBOOK_GRADE_1, 120000);
  merge (&book, &of[1], &of[0]);
  g_assert_cmpint (proposed (&book, &of[0]), ==, -1);

  merge (&book, &of[2], &of[1]);
  g_assert_cmpint (proposed (&book, &of[0]), ==, DAYBOOK_GRADE_1);
  g_assert_cmpint (proposed (&book, &of[1]), ==, -1);
  g_assert_cmpint (proposed (&book, &of[2]), ==, -1);
  book_close (&book);
}

/* The search says how far it is, and ends when nobody wants it any more. */
static void
on_progress (goffset  done,
             goffset  total,
             gpointer cancellable)
{
  g_assert_cmpint (done, <=, total);
  g_cancellable_cancel (cancellable);
}

static void
test_a_search_that_is_stopped (void)
{
  Book book;
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(DaybookReader) reader = NULL;
  g_autoptr(GArray) found = NULL;
  g_autoptr(GError) error = NULL;

  book_open (&book);
  /* So many that the book looks for it in between. */
  add_buyers (&book, 500, 100000);
  ask (&book, DAYBOOK_GRADE_1, 100000);
  reader = daybook_reader_new (book.store, &error);
  g_assert_no_error (error);
  g_assert_true (daybook_reader_grades (reader, &rules, &error));
  daybook_reader_set_cancellable (reader, cancellable);
  found = daybook_reader_grade_candidates (reader, &rules, BOOK_NOW, on_progress, cancellable, &error);
  g_assert_null (found);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_clear_pointer (&reader, daybook_reader_free);
  book_close (&book);
}

static void
test_a_grade_is_off_and_on_again (void)
{
  Book book;
  DaybookId customer;
  g_autoptr(DaybookEdit) off = NULL, on = NULL;

  book_open (&book);
  customer = add_customer (&book, "王五");
  add_order (&book, &customer, DAYBOOK_STAGE_COMPLETED, 100000, 0);
  ask (&book, DAYBOOK_GRADE_1, 100000);
  off = case_edit (&book, DAYBOOK_ACT_EDIT);
  g_assert_true (daybook_grade_use (off, reader_of (&book), DAYBOOK_GRADE_1, FALSE, NULL));
  case_commit (&book, off);
  g_assert_cmpint (proposed (&book, &customer), ==, -1);

  on = case_edit (&book, DAYBOOK_ACT_EDIT);
  g_assert_true (daybook_grade_use (on, reader_of (&book), DAYBOOK_GRADE_1, TRUE, NULL));
  case_commit (&book, on);
  g_assert_cmpint (proposed (&book, &customer), ==, DAYBOOK_GRADE_1);
  book_close (&book);
}

static void
test_a_number_that_is_none (void)
{
  Book book;
  g_autoptr(GError) error = NULL;

  book_open (&book);
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_EDIT);
  g_assert_false (daybook_grade_say (edit, reader_of (&book), DAYBOOK_GRADE_1, DAYBOOK_GRADE_RULE_DISCOUNT, daybook_value_int (1000), &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 0);
  book_close (&book);
}

/* --- The rhythm ---------------------------------------------------------------------------- */

/* When the customer is to hear from the shop again; 0: nobody counts. */
static gint64
due_of (Book            *book,
        const DaybookId *customer,
        gint64          *began)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_customers, customer);
  g_autoptr(DaybookDueItem) item = daybook_due_find (reader_of (book), row, DAYBOOK_RULE_VIP_CONTACT, 0, NULL);

  *began = item != NULL ? item->due.began : 0;
  return item != NULL ? item->due.due : 0;
}

static DaybookId
make_vip (Book *book)
{
  DaybookId customer = add_customer (book, "王五");

  ask (book, DAYBOOK_GRADE_1, 100000);
  say (book, DAYBOOK_GRADE_1, DAYBOOK_GRADE_RULE_INTERVAL, daybook_value_int (30));
  book_set (book, &daybook_customers, &customer, DAYBOOK_CUSTOMER_GRADE, daybook_value_int (DAYBOOK_GRADE_1));
  return customer;
}

static void
test_any_contact_begins_it_anew (void)
{
  Book book;
  DaybookId customer, act, use;
  gint64 began;
  g_autoptr(DaybookEdit) called = NULL, used = NULL;

  book_open (&book);
  customer = make_vip (&book);
  due_of (&book, &customer, &began);
  g_assert_cmpint (began, ==, BOOK_NOW - 100 * DAY);

  called = case_edit (&book, DAYBOOK_ACT_EDIT);
  daybook_contacted_add (called, &customer, DAYBOOK_EVENT_CALL, daybook_store_get_agent (book.store), BOOK_NOW - 5 * DAY);
  act = case_commit (&book, called);
  due_of (&book, &customer, &began);
  g_assert_cmpint (began, ==, BOOK_NOW - 5 * DAY);

  used = case_edit (&book, DAYBOOK_ACT_EDIT);
  daybook_id_random (&use);
  daybook_edit_create (used, &daybook_uses, &use);
  daybook_edit_give (used, DAYBOOK_USE_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (used, DAYBOOK_USE_AT, daybook_value_int (BOOK_NOW - DAY));
  case_commit (&book, used);
  due_of (&book, &customer, &began);
  g_assert_cmpint (began, ==, BOOK_NOW - DAY);

  book_set (&book, &daybook_uses, &use, DAYBOOK_USE_DELETED, daybook_value_int (TRUE));
  undo (&book, &act);
  due_of (&book, &customer, &began);
  g_assert_cmpint (began, ==, BOOK_NOW - 100 * DAY);
  book_close (&book);
}

static void
test_nobody_counts_for_one_who_wants_no_messages (void)
{
  Book book;
  DaybookId customer;
  gint64 began;

  book_open (&book);
  customer = make_vip (&book);
  g_assert_cmpint (due_of (&book, &customer, &began), !=, 0);
  book_set (&book, &daybook_customers, &customer, DAYBOOK_CUSTOMER_QUIET, daybook_value_int (TRUE));
  g_assert_cmpint (due_of (&book, &customer, &began), ==, 0);
  book_set (&book, &daybook_customers, &customer, DAYBOOK_CUSTOMER_QUIET, daybook_value_int (FALSE));
  g_assert_cmpint (due_of (&book, &customer, &began), !=, 0);

  /* Without an interval of the grade, the customer's own. */
  say (&book, DAYBOOK_GRADE_1, DAYBOOK_GRADE_RULE_INTERVAL, (DaybookValue) DAYBOOK_VALUE_INIT);
  g_assert_cmpint (due_of (&book, &customer, &began), ==, 0);
  book_set (&book, &daybook_customers, &customer, DAYBOOK_CUSTOMER_INTERVAL, daybook_value_int (7));
  g_assert_cmpint (due_of (&book, &customer, &began), !=, 0);
  book_close (&book);
}

/* Saying that it is done is saying that they were contacted; and a rebuild knows no other. */
static void
test_done_is_contacted (void)
{
  Book book;
  DaybookId customer;
  gint64 began, due;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);
  g_autoptr(GError) error = NULL;

  book_open (&book);
  customer = make_vip (&book);
  g_autoptr(DaybookRow) row = book_row (&book, &daybook_customers, &customer);
  g_assert_cmpint (daybook_reader_count_late (reader_of (&book), BOOK_NOW, NULL), ==, 1);
  g_ptr_array_add (items, daybook_due_find (reader_of (&book), row, DAYBOOK_RULE_VIP_CONTACT, 0, &error));
  g_assert_no_error (error);
  g_autoptr(DaybookEdit) edit = daybook_due_act_done (reader_of (&book), items, daybook_store_get_agent (book.store), BOOK_NOW, &error);
  g_assert_no_error (error);
  case_commit (&book, edit);

  due = due_of (&book, &customer, &began);
  g_assert_cmpint (began, ==, BOOK_NOW);
  g_assert_cmpint (daybook_reader_count_late (reader_of (&book), BOOK_NOW, NULL), ==, 0);
  g_assert_true (daybook_due_rebuild (book.store, NULL, NULL, &error));
  g_assert_cmpint (due_of (&book, &customer, &began), ==, due);

  g_autoptr(GArray) rhythms = daybook_reader_rhythms (reader_of (&book), DAYBOOK_RHYTHMS_BY_GRADE, &error);
  g_assert_cmpuint (rhythms->len, ==, 1);
  g_assert_cmpint (g_array_index (rhythms, DaybookRhythmMark, 0).due, ==, due);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grades/not-spent", test_refunds_and_closed_orders_are_not_spent);
  g_test_add_func ("/grades/confirmed", test_confirmed_in_one_act_and_undone);
  g_test_add_func ("/grades/declined", test_declined_until_it_is_another_grade);
  g_test_add_func ("/grades/held", test_lost_and_held);
  g_test_add_func ("/grades/merged", test_merged_customers_count_together);
  g_test_add_func ("/grades/stopped", test_a_search_that_is_stopped);
  g_test_add_func ("/grades/merged-by-way-of-others", test_merged_by_way_of_others);
  g_test_add_func ("/grades/off", test_a_grade_is_off_and_on_again);
  g_test_add_func ("/grades/no-number", test_a_number_that_is_none);
  g_test_add_func ("/rhythm/contact", test_any_contact_begins_it_anew);
  g_test_add_func ("/rhythm/nobody", test_nobody_counts_for_one_who_wants_no_messages);
  g_test_add_func ("/rhythm/done", test_done_is_contacted);
  return g_test_run ();
}
