/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-state.h"
#include "case-book.h"

#include "store/long-edit.h"

#include <string.h>

/* Thousands of cases in one edit: in many transactions, each held to the rules, and one act. */

#define MANY 5000
#define SOME 400

/* Closing asks for a result: a case whose stage is written without it is refused. */
#define DEFINITION \
  "{\"register\": \"bulk\", \"prefix\": \"BU\", \"title\": \"Bulk\", \"closing\": [\"result\", \"told\"]," \
  " \"fields\": {\"place\": {\"type\": \"text\", \"label\": \"Place\"}, \"fee\": {\"type\": \"money\", \"label\": \"Fee\"}}," \
  " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"away\", \"shut\"]}, \"away\": {\"label\": \"Away\", \"moves\": [\"open\"]}," \
  "  \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"open\"]}}}"

typedef struct
{
  Book       book;
  GPtrArray *ids; /* DaybookId of the cases */
} Fixture;

static void
set_up (Fixture *fixture,
        guint    n)
{
  g_autoptr(DaybookEdit) edit = NULL;

  book_open (&fixture->book);
  case_adopt (&fixture->book, DEFINITION);
  fixture->ids = g_ptr_array_new_with_free_func (g_free);
  edit = case_edit (&fixture->book, DAYBOOK_ACT_IMPORT);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(DaybookCaseDraft) draft = case_begin (&fixture->book, "bulk");

      case_put (draft, "place", daybook_value_text ("here"));
      daybook_case_draft_build (draft, NULL, edit);
      g_ptr_array_add (fixture->ids, g_memdup2 (&daybook_case_draft_row (draft)->id, sizeof (DaybookId)));
    }
  case_commit (&fixture->book, edit);
}

static void
tear_down (Fixture *fixture)
{
  g_ptr_array_unref (fixture->ids);
  book_assert_sound (fixture->book.store, "at the end");
  daybook_store_close (fixture->book.store);
  book_close (&fixture->book);
}

/* Moves the case there, with `place` in the field of its own. */
static void
add_move (Fixture     *fixture,
          DaybookEdit *edit,
          guint        which,
          const char  *stage,
          const char  *place)
{
  g_autoptr(DaybookCaseDraft) draft = case_open (&fixture->book, g_ptr_array_index (fixture->ids, which));

  case_move (draft, stage);
  case_put (draft, "place", daybook_value_text (place));
  daybook_case_draft_build (draft, NULL, edit);
}

/* Closes the case: six changes, of which the stage is the first and what closing asks the last. */
static void
add_closing (Fixture     *fixture,
             DaybookEdit *edit,
             guint        which)
{
  g_autoptr(DaybookCaseDraft) draft = case_open (&fixture->book, g_ptr_array_index (fixture->ids, which));

  case_move (draft, "shut");
  case_put (draft, "result", daybook_value_text ("Done"));
  case_put (draft, "told", daybook_value_int (DAYBOOK_ANSWER_YES));
  case_put (draft, "fee", daybook_value_int (500));
  case_put (draft, "place", daybook_value_text ("there"));
  daybook_case_draft_build (draft, NULL, edit);
}

/* How many transactions the act was. */
static gint64
count_steps (Fixture *fixture)
{
  return book_number (&fixture->book, "SELECT count (*) FROM acts WHERE title = 'Case' AND state = 0");
}

static void
test_many_cases_are_moved_in_one_act (void)
{
  Fixture fixture;
  set_up (&fixture, MANY);
  g_autofree char *before = book_state_visible (fixture.book.folder);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  gint64 n_acts = count_steps (&fixture);
  gint64 begun;

  for (guint i = 0; i < MANY; i++)
    add_move (&fixture, edit, i, "away", "there");
  g_assert_true (daybook_long_edit_suits (edit));
  begun = g_get_monotonic_time ();
  case_commit (&fixture.book, edit);
  g_test_message ("%d cases moved in %.1f s", MANY, (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
  g_assert_cmpint (count_steps (&fixture), ==, n_acts + 1);
  g_assert_cmpuint (case_count (&fixture.book, "bulk", "stage = away and place = there"), ==, MANY);

  g_autofree char *after = book_state_visible (fixture.book.folder);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  g_assert_cmpuint (case_count (&fixture.book, "bulk", "stage = open and place = here"), ==, MANY);
  g_autofree char *back = book_state_visible (fixture.book.folder);
  book_state_assert_equal (back, before, "after the undo");
  g_autoptr(DaybookOutcome) redone = case_redo (&fixture.book);
  g_autofree char *again = book_state_visible (fixture.book.folder);
  book_state_assert_equal (again, after, "after the redo");
  tear_down (&fixture);
}

/* A step ends after DAYBOOK_EDIT_CHANGES_PER_STEP changes, which is within a case: the rest of the
 * case comes along, or its stage would be there without what closing asks. */
static void
test_a_case_is_not_cut (void)
{
  Fixture fixture;
  set_up (&fixture, SOME);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  guint n_changes;

  for (guint i = 0; i < SOME; i++)
    add_closing (&fixture, edit, i);
  n_changes = daybook_edit_size (edit) / SOME;
  g_assert_cmpuint (DAYBOOK_EDIT_CHANGES_PER_STEP % n_changes, >, 0);
  g_assert_true (daybook_long_edit_suits (edit));
  case_commit (&fixture.book, edit);
  g_assert_cmpuint (case_count (&fixture.book, "bulk", "stage = shut and result = Done and told = yes and fee = 5"), ==, SOME);
  g_assert_cmpuint (case_count (&fixture.book, "bulk", "closed_at = null"), ==, 0);

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
  g_assert_cmpuint (case_count (&fixture.book, "bulk", "stage = open and result = null and told = unknown and fee = null"), ==, SOME);
  g_assert_cmpuint (case_count (&fixture.book, "bulk", "closed_at = null"), ==, SOME);
  tear_down (&fixture);
}

/* More changes of one case than a step has: a loop in somebody's script. */
static void
test_one_case_may_be_longer_than_a_step (void)
{
  Fixture fixture;
  set_up (&fixture, 2);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  guint fee = case_field (&fixture.book, "bulk", "fee");

  for (int i = 1; i <= DAYBOOK_EDIT_CHANGES_PER_STEP + 100; i++)
    daybook_edit_set (edit, case_table (&fixture.book, "bulk"), g_ptr_array_index (fixture.ids, 0), fee, daybook_value_int (i));
  add_closing (&fixture, edit, 1);
  g_assert_true (daybook_long_edit_suits (edit));
  case_commit (&fixture.book, edit);
  case_assert_int (&fixture.book, g_ptr_array_index (fixture.ids, 0), "fee", DAYBOOK_EDIT_CHANGES_PER_STEP + 100);
  case_assert_text (&fixture.book, g_ptr_array_index (fixture.ids, 1), "stage", "shut");

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
  const DaybookValue none = DAYBOOK_VALUE_INIT;
  case_assert (&fixture.book, g_ptr_array_index (fixture.ids, 0), "fee", &none);
  tear_down (&fixture);
}

/* The last of all is refused: those before it were written, and are as they were. */
static void
test_one_refusal_takes_all_back (void)
{
  Fixture fixture;
  set_up (&fixture, SOME);
  g_autofree char *before = book_state_visible (fixture.book.folder);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookEdit) again = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  for (guint i = 0; i + 1 < SOME; i++)
    add_closing (&fixture, edit, i);
  add_move (&fixture, edit, SOME - 1, "shut", "nowhere");
  g_assert_true (daybook_long_edit_suits (edit));
  case_commit_refused (&fixture.book, edit, "BU-A1400: Before a case is closed, this is answered: Result, Customer was told.");
  g_autofree char *after = book_state_visible (fixture.book.folder);
  book_state_assert_equal (after, before, "after the refusal");
  g_assert_cmpint (book_number (&fixture.book, "SELECT count (*) FROM acts WHERE state <> 0"), ==, 0);

  /* And the book goes on. */
  add_closing (&fixture, again, 0);
  case_commit (&fixture.book, again);
  tear_down (&fixture);
}

/* Closing that calls customers back makes rows: it stays one transaction, however much it is. */
static void
test_what_makes_rows_is_one_transaction (void)
{
  Fixture fixture;
  set_up (&fixture, SOME);
  g_autoptr(GString) changed = g_string_new (DEFINITION);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  g_string_replace (changed, "\"closing\"", "\"call_back\": {\"when\": \"always\"}, \"closing\"", 1);
  case_adopt (&fixture.book, changed->str);
  for (guint i = 0; i < SOME; i++)
    add_closing (&fixture, edit, i);
  g_assert_cmpuint (daybook_edit_size (edit), >, DAYBOOK_EDIT_CHANGES_PER_STEP);
  g_assert_false (daybook_long_edit_suits (edit));
  case_commit (&fixture.book, edit);
  g_assert_cmpuint (book_count (&fixture.book, &daybook_tasks, ""), ==, SOME);
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
  g_assert_cmpuint (book_count (&fixture.book, &daybook_tasks, ""), ==, 0);
  g_assert_cmpuint (case_count (&fixture.book, "bulk", "stage = open"), ==, SOME);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-long-edit/many-cases-are-moved-in-one-act", test_many_cases_are_moved_in_one_act);
  g_test_add_func ("/case-long-edit/a-case-is-not-cut", test_a_case_is_not_cut);
  g_test_add_func ("/case-long-edit/one-case-may-be-longer-than-a-step", test_one_case_may_be_longer_than_a_step);
  g_test_add_func ("/case-long-edit/one-refusal-takes-all-back", test_one_refusal_takes_all_back);
  g_test_add_func ("/case-long-edit/what-makes-rows-is-one-transaction", test_what_makes_rows_is_one_transaction);

  return g_test_run ();
}
