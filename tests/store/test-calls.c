/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/customer.h"
#include "core/due-call.h"
#include "store/call-acts.h"
#include "store/call-plans.h"
#include "store/due-rebuild.h"

/* Plans make calls due in the transaction that makes them so; what came of one is one act. */

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)

#define DEFINITION \
  "{\"register\": \"watch\", \"prefix\": \"WW\", \"title\": \"Watches\"," \
  " \"stages\": {\"asked\": {\"label\": \"Asked\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"asked\"]}}}"

typedef struct
{
  Book      book;
  DaybookId of;
  DaybookId customer;
} Fixture;

static DaybookReader *
reader_of (Fixture *fixture)
{
  return daybook_store_get_reader (fixture->book.store);
}

static void
go_on (Fixture *fixture,
       gint64   seconds)
{
  daybook_store_fix_now (fixture->book.store, daybook_store_get_now (fixture->book.store) + seconds);
}

static DaybookId
add_customer (Fixture *fixture)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_SAMPLE);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_customers, &id);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text ("张三"));
  case_commit (&fixture->book, edit);
  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  case_adopt (&fixture->book, DEFINITION);
  fixture->customer = add_customer (fixture);
  fixture->of = case_make (&fixture->book, "watch", "It stands still");
  case_set (&fixture->book, &fixture->of, "customer", daybook_value_id (&fixture->customer));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  book_close (&fixture->book);
}

static void
settle (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  daybook_due_settle (fixture->book.store, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* One that is the shop's own, in use from now on. */
static DaybookId
add_plan (Fixture           *fixture,
          DaybookCallPlanOn  on,
          guint              days)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_call_plans, &id);
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_NAME, daybook_value_text ("Ask them"));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_ON, daybook_value_int (on));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_DAYS, daybook_value_int (days));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_USED, daybook_value_int (TRUE));
  daybook_edit_give (edit, DAYBOOK_CALL_PLAN_SINCE, daybook_value_int (daybook_store_get_now (fixture->book.store)));
  case_commit (&fixture->book, edit);
  settle (fixture);
  return id;
}

static void
shut (Fixture *fixture)
{
  DaybookCaseDraft *draft = case_open (&fixture->book, &fixture->of);

  case_move (draft, "shut");
  case_save (&fixture->book, draft);
}

static gint64
count_calls (Fixture *fixture)
{
  return book_number (&fixture->book, "SELECT count (*) FROM due_items WHERE rule = 'call_back'");
}

static gint64
call_due (Fixture *fixture)
{
  return book_number (&fixture->book, "SELECT due FROM due_items WHERE rule = 'call_back'");
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

/* --- What is due ------------------------------------------------------------------------------- */

static void
test_after_a_case (Fixture       *fixture,
                   gconstpointer  data)
{
  add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, 3);
  g_assert_cmpint (count_calls (fixture), ==, 0);
  shut (fixture);
  g_assert_cmpint (call_due (fixture), ==, BOOK_NOW + 3 * DAY + 2000); /* 17:00 */
  assert_same_anew (fixture);

  /* Taken back, it is not closed. */
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->book.store, NULL, NULL);
  g_assert_cmpint (count_calls (fixture), ==, 0);
}

static void
test_closed_before (Fixture       *fixture,
                    gconstpointer  data)
{
  shut (fixture);
  go_on (fixture, 60);
  add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, 3);
  g_assert_cmpint (count_calls (fixture), ==, 0);
}

static void
test_wants_no_calls (Fixture       *fixture,
                     gconstpointer  data)
{
  add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, 3);
  shut (fixture);
  book_set (&fixture->book, &daybook_customers, &fixture->customer, DAYBOOK_CUSTOMER_QUIET, daybook_value_int (TRUE));
  g_assert_cmpint (count_calls (fixture), ==, 0);
  book_set (&fixture->book, &daybook_customers, &fixture->customer, DAYBOOK_CUSTOMER_QUIET, daybook_value_int (FALSE));
  g_assert_cmpint (count_calls (fixture), ==, 1);
  assert_same_anew (fixture);
}

/* Another call-back on the case is the same reason. */
static void
test_called_anyhow (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  const DaybookCaseCall call = { .kind = DAYBOOK_TASK_CALL_BACK, .title = "Call her", .due = BOOK_NOW + DAY };
  g_autoptr(DaybookRow) row = case_row (&fixture->book, &fixture->of);

  add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, 3);
  shut (fixture);
  daybook_case_call_add (edit, row, &call, BOOK_NOW);
  case_commit (&fixture->book, edit);
  g_assert_cmpint (count_calls (fixture), ==, 0);
  assert_same_anew (fixture);
}

static void
test_at_intervals (Fixture       *fixture,
                   gconstpointer  data)
{
  const DaybookCaseEvent told = { .kind = DAYBOOK_EVENT_TOLD, .text = "Hello" };
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookRow) row = case_row (&fixture->book, &fixture->of);

  add_plan (fixture, DAYBOOK_CALL_PLAN_INTERVAL, 30);
  g_assert_cmpint (count_calls (fixture), ==, 0);
  book_set (&fixture->book, &daybook_customers, &fixture->customer, DAYBOOK_CUSTOMER_GRADE, daybook_value_int (DAYBOOK_GRADE_2));
  g_assert_cmpint (call_due (fixture), ==, BOOK_NOW + 30 * DAY + 2000);
  go_on (fixture, 7 * DAY);
  daybook_case_event_add (edit, row, &told, daybook_edit_agent (edit), daybook_store_get_now (fixture->book.store), NULL);
  case_commit (&fixture->book, edit);
  g_assert_cmpint (count_calls (fixture), ==, 1);
  g_assert_cmpint (call_due (fixture), ==, BOOK_NOW + 37 * DAY + 2000);
  assert_same_anew (fixture);
}

/* --- What came of it ------------------------------------------------------------------------------ */

typedef struct
{
  DaybookRow     *of;
  DaybookRow     *plan;
  DaybookDueItem *item;
} Call;

static Call
begin_call (Fixture         *fixture,
            const DaybookId *plan)
{
  Call call = { .of = case_row (&fixture->book, &fixture->of), .plan = book_row (&fixture->book, &daybook_call_plans, plan) };

  call.item = daybook_due_find (reader_of (fixture), call.of, DAYBOOK_RULE_CALL_BACK, 0, NULL);
  g_assert_nonnull (call.item);
  return call;
}

static void
end_call (Fixture         *fixture,
          Call            *call,
          DaybookCallMade *made)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  made->of = call->of;
  made->plan = call->plan;
  made->item = call->item;
  edit = daybook_call_act (fixture->book.store, made, &error);
  g_assert_no_error (error);
  case_commit (&fixture->book, edit);
  daybook_row_unref (call->of);
  daybook_row_unref (call->plan);
  daybook_due_item_free (call->item);
}

static void
test_reached (Fixture       *fixture,
              gconstpointer  data)
{
  DaybookId plan = add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, 3);
  DaybookCallMade made = { .report = { .outcome = DAYBOOK_CALL_REACHED, .answers = "Is it settled? Yes", .satisfied = DAYBOOK_ANSWER_YES },
                           .survey = { .stars = { 5, 4, 0, 2 } }, .opinion = "Pack it better" };

  shut (fixture);
  Call call = begin_call (fixture, &plan);
  end_call (fixture, &call, &made);
  g_assert_cmpint (count_calls (fixture), ==, 0);
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM tasks WHERE kind = 2 AND outcome = 1 AND done_at IS NOT NULL AND plan IS NOT NULL"), ==, 1);
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM events WHERE kind = 10 AND text = 'Pack it better'"), ==, 1);
  g_assert_cmpint (book_number (&fixture->book, "SELECT convenience * 1000 + attitude * 100 + coalesce (ability, 9) * 10 + result FROM surveys WHERE task IS NOT NULL"), ==, 5492);
  case_assert_int (&fixture->book, &fixture->of, "satisfied", DAYBOOK_ANSWER_YES);
  assert_same_anew (fixture);

  /* One act. */
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->book.store, NULL, NULL);
  g_assert_cmpint (count_calls (fixture), ==, 1);
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM surveys WHERE deleted = 0"), ==, 0);
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM tasks WHERE deleted = 0"), ==, 0);
  case_assert_int (&fixture->book, &fixture->of, "satisfied", DAYBOOK_ANSWER_UNKNOWN);
}

/* It is tried again as a task, whose tries are counted. */
static void
test_not_reached (Fixture       *fixture,
                  gconstpointer  data)
{
  DaybookId plan = add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, 3);
  DaybookCallMade made = { .report = { .outcome = DAYBOOK_CALL_NOT_REACHED, .again_at = BOOK_NOW + 4 * DAY } };

  shut (fixture);
  Call call = begin_call (fixture, &plan);
  end_call (fixture, &call, &made);
  g_assert_cmpint (count_calls (fixture), ==, 0);
  g_assert_cmpint (book_number (&fixture->book, "SELECT due FROM due_items WHERE rule = 'task'"), ==, BOOK_NOW + 4 * DAY);
  g_assert_cmpint (book_number (&fixture->book, "SELECT tries FROM tasks"), ==, 1);

  g_autoptr(GPtrArray) tasks = daybook_reader_all (reader_of (fixture), &daybook_tasks, NULL);
  g_autoptr(DaybookRow) of = case_row (&fixture->book, &fixture->of);
  const DaybookCallMade again = { .of = of, .task = g_ptr_array_index (tasks, 0),
                                  .report = { .outcome = DAYBOOK_CALL_NOT_REACHED, .again_at = BOOK_NOW + 5 * DAY } };
  g_autoptr(DaybookEdit) edit = daybook_call_act (fixture->book.store, &again, NULL);
  case_commit (&fixture->book, edit);
  g_assert_cmpint (book_number (&fixture->book, "SELECT tries FROM tasks"), ==, 2);
  assert_same_anew (fixture);
}

static void
test_not_settled (Fixture       *fixture,
                  gconstpointer  data)
{
  DaybookId plan = add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, 3);
  DaybookCallMade made = { .report = { .outcome = DAYBOOK_CALL_REACHED, .text = "It stands still again", .satisfied = DAYBOOK_ANSWER_NO }, .reopens = TRUE };

  shut (fixture);
  Call call = begin_call (fixture, &plan);
  end_call (fixture, &call, &made);
  case_assert_text (&fixture->book, &fixture->of, "stage", "asked");
  case_assert_int (&fixture->book, &fixture->of, "reopened", 1);
  g_assert_cmpint (count_calls (fixture), ==, 0);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->book.store, NULL, NULL);
  case_assert_text (&fixture->book, &fixture->of, "stage", "shut");
  g_assert_cmpint (count_calls (fixture), ==, 1);
}

/* Nothing said is no call. */
static void
test_said_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(DaybookRow) of = case_row (&fixture->book, &fixture->of);
  const DaybookCallMade made = { .of = of, .report = { .outcome = DAYBOOK_CALL_REACHED } };
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_call_act (fixture->book.store, &made, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
}

/* --- Plans ----------------------------------------------------------------------------------------- */

static void
test_starters (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) all = daybook_call_plans_read (reader_of (fixture), NULL);
  g_autoptr(DaybookCallPlanEntry) found = NULL;
  DaybookId id;

  g_assert_cmpuint (all->len, ==, 4);
  for (guint i = 0; i < all->len; i++)
    {
      const DaybookCallPlanEntry *entry = g_ptr_array_index (all, i);

      g_assert_false (daybook_call_plan_is_used (entry));
      g_assert_cmpuint (daybook_call_plan_days (entry), >, 0);
      g_assert_nonnull (entry->starter->questions);
    }

  g_autoptr(DaybookEdit) edit = daybook_call_plan_act_use (g_ptr_array_index (all, 0), TRUE, daybook_store_get_agent (fixture->book.store), BOOK_NOW, &id);
  case_commit (&fixture->book, edit);
  found = daybook_call_plan_find (reader_of (fixture), daybook_call_starter_keys[0], NULL);
  g_assert_nonnull (found->row);
  g_assert_true (daybook_id_equal (&found->row->id, &id));
  g_assert_true (daybook_call_plan_is_used (found));
}

static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(DaybookCallPlanEntry) rhythm = daybook_call_plan_find (reader_of (fixture), "vip_rhythm", NULL);
  g_autoptr(DaybookCallPlanEntry) received = daybook_call_plan_find (reader_of (fixture), "after_delivery", NULL);
  g_auto(DaybookCallPreview) preview = { 0 };

  g_assert_true (daybook_reader_call_preview (reader_of (fixture), received, BOOK_NOW, &preview, NULL));
  g_assert_nonnull (preview.wants);
  daybook_call_preview_clear (&preview);
  g_assert_true (daybook_reader_call_preview (reader_of (fixture), rhythm, BOOK_NOW, &preview, NULL));
  g_assert_nonnull (preview.wants);
  daybook_call_preview_clear (&preview);
  book_set (&fixture->book, &daybook_customers, &fixture->customer, DAYBOOK_CUSTOMER_GRADE, daybook_value_int (DAYBOOK_GRADE_1));
  /* Never heard of: sixty days from now, which is not within thirty. */
  g_assert_true (daybook_reader_call_preview (reader_of (fixture), rhythm, BOOK_NOW, &preview, NULL));
  g_assert_null (preview.wants);
  g_assert_cmpuint (preview.n, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/calls/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("after-a-case", test_after_a_case);
  ADD ("closed-before", test_closed_before);
  ADD ("wants-no-calls", test_wants_no_calls);
  ADD ("called-anyhow", test_called_anyhow);
  ADD ("at-intervals", test_at_intervals);
  ADD ("reached", test_reached);
  ADD ("not-reached", test_not_reached);
  ADD ("not-settled", test_not_settled);
  ADD ("said-nothing", test_said_nothing);
  ADD ("starters", test_starters);
  ADD ("preview", test_preview);
  return g_test_run ();
}
