/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "store/case-merge.h"

#include <string.h>

/* Two or more cases that are one (UX 6). */

typedef struct
{
  Book      book;
  DaybookId order;
  DaybookId line;
  DaybookId keep;
  DaybookId other;
  DaybookId third;
} Fixture;

static void
set_up (Fixture *fixture)
{
  book_open (&fixture->book);
  case_adopt (&fixture->book, case_keys_register);
  fixture->order = case_add_order (&fixture->book, "1001", 1, &fixture->line);
  fixture->keep = case_make (&fixture->book, "keys", "kept");
  fixture->other = case_make (&fixture->book, "keys", "the same");
  fixture->third = case_make (&fixture->book, "keys", "the same again");
}

static void
tear_down (Fixture *fixture)
{
  book_close (&fixture->book);
}

/* The merge of `n` cases into the first as an edit; NULL with an error. */
static DaybookEdit *
merge (Fixture               *fixture,
       const DaybookId *const *ids,
       guint                  n,
       GArray                *choices,
       GError               **error)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cases, case_row (&fixture->book, ids[i]));
  if (!daybook_case_merge (daybook_store_get_reader (fixture->book.store), edit, cases, g_ptr_array_index (cases, 0), choices, BOOK_NOW, error))
    return NULL;

  return g_steal_pointer (&edit);
}

/* Returns the act. */
static DaybookId
merge_two (Fixture *fixture)
{
  const DaybookId *const ids[] = { &fixture->keep, &fixture->other };
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = merge (fixture, ids, G_N_ELEMENTS (ids), NULL, &error);

  g_assert_no_error (error);
  return case_commit (&fixture->book, edit);
}

static void
assert_no_merge (Fixture               *fixture,
                 const DaybookId *const *ids,
                 guint                  n,
                 const char            *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (merge (fixture, ids, n, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, said));
}

/* How many parts of the table the case has. */
static guint
count_parts (Fixture            *fixture,
             const DaybookTable *table,
             guint               field,
             const DaybookId    *id)
{
  return (guint) daybook_reader_count_parts (daybook_store_get_reader (fixture->book.store), table, field, id, 0, NULL);
}

static void
add_photo (Fixture         *fixture,
           const DaybookId *id,
           const char      *hash)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  case_add_photo (edit, id, hash);
  case_commit (&fixture->book, edit);
}

static void
add_goods (Fixture         *fixture,
           const DaybookId *id,
           const CaseGoods *goods)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);

  case_add_goods (edit, id, goods);
  case_commit (&fixture->book, edit);
}

/* --- Fields --------------------------------------------------------------------- */

static void
test_gaps_are_filled (void)
{
  Fixture fixture;
  set_up (&fixture);

  case_set (&fixture.book, &fixture.keep, "place", daybook_value_text ("Under the mat"));
  case_set (&fixture.book, &fixture.other, "place", daybook_value_text ("In the lock"));
  case_set (&fixture.book, &fixture.other, "fee", daybook_value_int (0));
  case_set (&fixture.book, &fixture.other, "ours", daybook_value_int (DAYBOOK_ANSWER_NO));
  case_set (&fixture.book, &fixture.other, "other", daybook_value_id (&fixture.third));
  case_set (&fixture.book, &fixture.other, "order", daybook_value_id (&fixture.order));
  case_set (&fixture.book, &fixture.other, "content", daybook_value_text ("she says"));
  case_set (&fixture.book, &fixture.other, "channel", daybook_value_int (DAYBOOK_CHANNEL_PHONE));
  merge_two (&fixture);

  case_assert_text (&fixture.book, &fixture.keep, "subject", "kept");
  case_assert_text (&fixture.book, &fixture.keep, "place", "Under the mat");
  case_assert_int (&fixture.book, &fixture.keep, "fee", 0);
  case_assert_int (&fixture.book, &fixture.keep, "ours", DAYBOOK_ANSWER_NO);
  case_assert_text (&fixture.book, &fixture.keep, "content", "she says");
  case_assert_int (&fixture.book, &fixture.keep, "channel", DAYBOOK_CHANNEL_PHONE);
  const DaybookValue link = daybook_value_id (&fixture.third);
  const DaybookValue order = daybook_value_id (&fixture.order);
  case_assert (&fixture.book, &fixture.keep, "other", &link);
  case_assert (&fixture.book, &fixture.keep, "order", &order);
  tear_down (&fixture);
}

/* Number, stage and when it was closed are its own, and so is what is written once. */
static void
test_what_is_the_cases_own_stays (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookCaseDraft *draft = case_open (&fixture.book, &fixture.other);

  book_run_sql (&fixture.book, "UPDATE cases SET extra = '{\"stamp\": \"2025-K\"}' WHERE number = 'K-A1002'");
  case_move (draft, "shut");
  case_save (&fixture.book, draft);
  draft = case_open (&fixture.book, &fixture.other);
  case_move (draft, "away");
  case_save (&fixture.book, draft);
  case_assert_int (&fixture.book, &fixture.other, "reopened", 1);
  draft = case_open (&fixture.book, &fixture.other);
  case_move (draft, "shut");
  case_save (&fixture.book, draft);
  merge_two (&fixture);

  g_autoptr(DaybookRow) keep = case_row (&fixture.book, &fixture.keep);
  g_assert_cmpstr (daybook_row_text (keep, DAYBOOK_CASE_NUMBER), ==, "K-A1001");
  g_assert_cmpstr (daybook_row_text (keep, DAYBOOK_CASE_STAGE), ==, "open");
  g_assert_false (daybook_row_has (keep, DAYBOOK_CASE_CLOSED_AT));
  g_assert_false (daybook_row_has (keep, DAYBOOK_CASE_REOPENED));
  g_assert_false (daybook_row_has (keep, DAYBOOK_CASE_MERGED_INTO));
  g_assert_false (daybook_row_has (keep, case_field (&fixture.book, "keys", "stamp")));
  tear_down (&fixture);
}

/* Somebody has looked at both and chosen. */
static void
test_what_was_chosen_is_taken (void)
{
  const DaybookId *ids[2];
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (DaybookCaseChoice));
  g_autoptr(GError) error = NULL;

  case_set (&fixture.book, &fixture.keep, "place", daybook_value_text ("Under the mat"));
  case_set (&fixture.book, &fixture.other, "place", daybook_value_text ("In the lock"));
  case_set (&fixture.book, &fixture.other, "content", daybook_value_text ("not chosen"));
  g_autoptr(DaybookRow) other = case_row (&fixture.book, &fixture.other);
  g_array_append_val (choices, ((DaybookCaseChoice) { case_field (&fixture.book, "keys", "place"), other }));
  g_array_append_val (choices, ((DaybookCaseChoice) { DAYBOOK_CASE_SUBJECT, other }));

  ids[0] = &fixture.keep;
  ids[1] = &fixture.other;
  g_autoptr(DaybookEdit) edit = merge (&fixture, ids, 2, choices, &error);
  g_assert_no_error (error);
  case_commit (&fixture.book, edit);
  case_assert_text (&fixture.book, &fixture.keep, "place", "In the lock");
  case_assert_text (&fixture.book, &fixture.keep, "subject", "the same");
  const DaybookValue none = DAYBOOK_VALUE_INIT;
  case_assert (&fixture.book, &fixture.keep, "content", &none);
  tear_down (&fixture);
}

/* --- Parts ------------------------------------------------------------------------- */

static void
test_goods_and_files_are_taken_over (void)
{
  static const CaseGoods loose = { NULL, 2, 1, 1 };
  Fixture fixture;
  set_up (&fixture);

  add_goods (&fixture, &fixture.keep, &(CaseGoods) { NULL, 5, -1, -1 });
  add_goods (&fixture, &fixture.other, &loose);
  add_photo (&fixture, &fixture.keep, "aa");
  add_photo (&fixture, &fixture.other, "aa");
  add_photo (&fixture, &fixture.other, "bb");
  merge_two (&fixture);

  g_assert_cmpuint (count_parts (&fixture, &daybook_case_lines, DAYBOOK_CASE_LINE_CASE, &fixture.keep), ==, 2);
  g_assert_cmpuint (count_parts (&fixture, &daybook_case_lines, DAYBOOK_CASE_LINE_CASE, &fixture.other), ==, 1);
  g_assert_cmpuint (count_parts (&fixture, &daybook_attachments, DAYBOOK_ATTACHMENT_CASE, &fixture.keep), ==, 2);
  g_autoptr(GPtrArray) lines = daybook_reader_parts (daybook_store_get_reader (fixture.book.store), &daybook_case_lines,
                                                     DAYBOOK_CASE_LINE_CASE, &fixture.keep, NULL);
  const DaybookRow *taken = g_ptr_array_index (lines, 1);
  g_assert_cmpstr (daybook_row_text (taken, DAYBOOK_CASE_LINE_TITLE), ==, "A hinge");
  g_assert_cmpint (daybook_row_int (taken, DAYBOOK_CASE_LINE_QUANTITY), ==, 2);
  g_assert_cmpint (daybook_row_int (taken, DAYBOOK_CASE_LINE_DAMAGED), ==, 1);
  tear_down (&fixture);
}

static void
test_the_timeline_says_so (void)
{
  Fixture fixture;
  set_up (&fixture);

  merge_two (&fixture);
  g_autoptr(GPtrArray) events = daybook_reader_parts (daybook_store_get_reader (fixture.book.store), &daybook_events,
                                                      DAYBOOK_EVENT_CASE, &fixture.keep, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  const DaybookRow *event = g_ptr_array_index (events, 0);
  g_assert_cmpint (daybook_row_int (event, DAYBOOK_EVENT_KIND), ==, DAYBOOK_EVENT_MERGED);
  g_assert_cmpstr (daybook_row_text (event, DAYBOOK_EVENT_REFERENCE), ==, "K-A1002");
  g_assert_true (daybook_id_equal (daybook_row_ref_id (event, DAYBOOK_EVENT_AGENT), daybook_store_get_agent (fixture.book.store)));
  tear_down (&fixture);
}

/* --- Where the merged one is ---------------------------------------------------------- */

static guint
count_keys (Fixture    *fixture,
            const char *search)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_cases);

  query->search = g_strdup (search);
  g_autoptr(GArray) keys = daybook_reader_keys (daybook_store_get_reader (fixture->book.store), query, 0, NULL);
  g_autoptr(GArray) first = daybook_reader_keys (daybook_store_get_reader (fixture->book.store), query, 10, NULL);
  g_assert_cmpuint (first->len, ==, keys->len);
  return keys->len;
}

static void
test_a_merged_case_is_in_no_list (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_assert_cmpuint (case_count (&fixture.book, "keys", ""), ==, 3);
  merge_two (&fixture);
  daybook_store_settle (fixture.book.store);

  g_assert_cmpuint (case_count (&fixture.book, "keys", ""), ==, 2);
  g_assert_cmpuint (book_count (&fixture.book, &daybook_cases, ""), ==, 2);
  g_assert_cmpuint (case_count (&fixture.book, "keys", "subject = 'the same'"), ==, 0);
  g_assert_cmpuint (count_keys (&fixture, NULL), ==, 2);
  g_assert_cmpuint (count_keys (&fixture, "same"), ==, 1); /* the third */
  g_assert_cmpuint (count_keys (&fixture, "K-A1002"), ==, 0);

  /* Whoever has its number in hand still comes to it, and from it to the kept one. */
  g_assert_cmpint (daybook_reader_case_numbered (daybook_store_get_reader (fixture.book.store), "K-A1002", NULL), >, 0);
  const DaybookValue keep = daybook_value_id (&fixture.keep);
  case_assert (&fixture.book, &fixture.other, "merged_into", &keep);
  tear_down (&fixture);
}

static void
test_undo_brings_it_back (void)
{
  Fixture fixture;
  set_up (&fixture);

  case_set (&fixture.book, &fixture.other, "place", daybook_value_text ("In the lock"));
  add_goods (&fixture, &fixture.other, &(CaseGoods) { NULL, 2, -1, -1 });
  add_photo (&fixture, &fixture.other, "bb");
  merge_two (&fixture);
  for (int round = 0; round < 2; round++)
    {
      g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
      const DaybookValue none = DAYBOOK_VALUE_INIT;

      g_assert_cmpuint (undone->n_kept, ==, 0);
      g_assert_cmpuint (case_count (&fixture.book, "keys", ""), ==, 3);
      case_assert (&fixture.book, &fixture.other, "merged_into", &none);
      case_assert (&fixture.book, &fixture.keep, "place", &none);
      g_assert_cmpuint (count_parts (&fixture, &daybook_case_lines, DAYBOOK_CASE_LINE_CASE, &fixture.keep), ==, 0);
      g_assert_cmpuint (count_parts (&fixture, &daybook_attachments, DAYBOOK_ATTACHMENT_CASE, &fixture.keep), ==, 0);
      g_assert_cmpuint (count_parts (&fixture, &daybook_events, DAYBOOK_EVENT_CASE, &fixture.keep), ==, 0);

      g_autoptr(DaybookOutcome) redone = case_redo (&fixture.book);
      g_assert_cmpuint (case_count (&fixture.book, "keys", ""), ==, 2);
      case_assert_text (&fixture.book, &fixture.keep, "place", "In the lock");
      g_assert_cmpuint (count_parts (&fixture, &daybook_attachments, DAYBOOK_ATTACHMENT_CASE, &fixture.keep), ==, 1);
    }
  tear_down (&fixture);
}

/* --- What cannot be one ----------------------------------------------------------------- */

static void
test_cases_of_different_registers_are_not_the_same (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId inquiry = case_make (&fixture.book, "inquiry", "another");
  const DaybookId *const ids[] = { &fixture.keep, &inquiry };

  assert_no_merge (&fixture, ids, 2, "different registers");
  tear_down (&fixture);
}

static void
test_one_case_is_one (void)
{
  Fixture fixture;
  set_up (&fixture);
  const DaybookId *const ids[] = { &fixture.keep };

  assert_no_merge (&fixture, ids, 1, "At least two cases");
  tear_down (&fixture);
}

static void
test_a_merged_case_is_merged (void)
{
  Fixture fixture;
  set_up (&fixture);
  const DaybookId *const into_third[] = { &fixture.third, &fixture.other };
  const DaybookId *const into_merged[] = { &fixture.other, &fixture.third };

  merge_two (&fixture);
  assert_no_merge (&fixture, into_third, 2, "merged into another already");
  assert_no_merge (&fixture, into_merged, 2, "merged into another already");
  tear_down (&fixture);
}

static void
test_three_cases_are_one (void)
{
  Fixture fixture;
  set_up (&fixture);
  const DaybookId *const ids[] = { &fixture.keep, &fixture.other, &fixture.third };
  g_autoptr(GError) error = NULL;

  case_set (&fixture.book, &fixture.other, "place", daybook_value_text ("In the lock"));
  case_set (&fixture.book, &fixture.third, "place", daybook_value_text ("Lost"));
  case_set (&fixture.book, &fixture.third, "fee", daybook_value_int (5));
  g_autoptr(DaybookEdit) edit = merge (&fixture, ids, 3, NULL, &error);
  g_assert_no_error (error);
  case_commit (&fixture.book, edit);
  g_assert_cmpuint (case_count (&fixture.book, "keys", ""), ==, 1);
  case_assert_text (&fixture.book, &fixture.keep, "place", "In the lock");
  case_assert_int (&fixture.book, &fixture.keep, "fee", 5);
  tear_down (&fixture);
}

/* Both of those that go have the same photo: it is there once. */
static void
test_a_photo_of_two_others_is_taken_over_once (void)
{
  Fixture fixture;
  set_up (&fixture);
  const DaybookId *const ids[] = { &fixture.keep, &fixture.other, &fixture.third };
  g_autoptr(GError) error = NULL;

  add_photo (&fixture, &fixture.other, "bb");
  add_photo (&fixture, &fixture.third, "bb");
  g_autoptr(DaybookEdit) edit = merge (&fixture, ids, 3, NULL, &error);
  g_assert_no_error (error);
  case_commit (&fixture.book, edit);
  g_assert_cmpuint (count_parts (&fixture, &daybook_attachments, DAYBOOK_ATTACHMENT_CASE, &fixture.keep), ==, 1);
  tear_down (&fixture);
}

/* --- With the rules ------------------------------------------------------------------------ */

/* Two people have each opened a case for the one thing that was bought: what is merged is not
 * bought twice. */
static void
test_goods_of_a_merged_case_do_not_count (void)
{
  Fixture fixture;
  set_up (&fixture);
  const DaybookId *const ids[] = { &fixture.keep, &fixture.other };
  g_autoptr(GError) error = NULL;

  add_goods (&fixture, &fixture.other, &(CaseGoods) { &fixture.line, 1, -1, -1 });
  g_autoptr(DaybookEdit) edit = merge (&fixture, ids, 2, NULL, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (fixture.book.store, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_parts (&fixture, &daybook_case_lines, DAYBOOK_CASE_LINE_CASE, &fixture.keep), ==, 1);

  /* Nor afterwards, when either is written in. */
  case_set (&fixture.book, &fixture.keep, "content", daybook_value_text ("later"));
  tear_down (&fixture);
}

/* The other one's owner handles it alone; nobody was given anything. */
static void
test_whoever_handles_the_other_case_is_not_given_this_one (void)
{
  Fixture fixture;
  set_up (&fixture);
  const DaybookId *const ids[] = { &fixture.keep, &fixture.other };
  DaybookId colleague = case_add_agent (&fixture.book, "小李", DAYBOOK_ROLE_AGENT);
  g_autoptr(DaybookEdit) given = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  daybook_edit_set (given, &daybook_cases, &fixture.other, DAYBOOK_CASE_OWNER, daybook_value_id (&colleague));
  daybook_edit_set (given, &daybook_cases, &fixture.other, DAYBOOK_CASE_HANDLER, daybook_value_id (&colleague));
  case_commit (&fixture.book, given);
  g_autoptr(DaybookEdit) edit = merge (&fixture, ids, 2, NULL, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (fixture.book.store, edit, &error);
  g_assert_no_error (error);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-merge/gaps-are-filled", test_gaps_are_filled);
  g_test_add_func ("/case-merge/what-is-the-cases-own-stays", test_what_is_the_cases_own_stays);
  g_test_add_func ("/case-merge/what-was-chosen-is-taken", test_what_was_chosen_is_taken);
  g_test_add_func ("/case-merge/goods-and-files-are-taken-over", test_goods_and_files_are_taken_over);
  g_test_add_func ("/case-merge/the-timeline-says-so", test_the_timeline_says_so);
  g_test_add_func ("/case-merge/a-merged-case-is-in-no-list", test_a_merged_case_is_in_no_list);
  g_test_add_func ("/case-merge/undo-brings-it-back", test_undo_brings_it_back);
  g_test_add_func ("/case-merge/cases-of-different-registers-are-not-the-same", test_cases_of_different_registers_are_not_the_same);
  g_test_add_func ("/case-merge/one-case-is-one", test_one_case_is_one);
  g_test_add_func ("/case-merge/a-merged-case-is-merged", test_a_merged_case_is_merged);
  g_test_add_func ("/case-merge/three-cases-are-one", test_three_cases_are_one);
  g_test_add_func ("/case-merge/a-photo-of-two-others-is-taken-over-once", test_a_photo_of_two_others_is_taken_over_once);
  g_test_add_func ("/case-merge/goods-of-a-merged-case-do-not-count", test_goods_of_a_merged_case_do_not_count);
  g_test_add_func ("/case-merge/whoever-handles-the-other-case-is-not-given-this-one", test_whoever_handles_the_other_case_is_not_given_this_one);

  return g_test_run ();
}
