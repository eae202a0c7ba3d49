/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/case-call.h"
#include "store/case-write.h"
#include "store/tags-in-use.h"

/* What follows from a case's draft in a book, and what cases have with each other. */

/* The shop's own: a case begins with a call, and its end with another one. */
static const char CALLS[] =
  "{\"register\": \"calls\", \"prefix\": \"KA\", \"title\": \"Calls\", \"closing\": [\"told\"],"
  " \"call_first\": {\"within\": \"1h\", \"by\": \"lead\"}, \"call_back\": {\"when\": \"always\", \"by\": \"lead\", \"after\": \"1d\"},"
  " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]},"
  "  \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"open\"]}}}";

typedef struct
{
  Book      book;
  DaybookId lead;
} Fixture;

static void
set_up (Fixture *fixture)
{
  book_open (&fixture->book);
  case_adopt (&fixture->book, case_keys_register);
  case_adopt (&fixture->book, CALLS);
  case_add_agent (&fixture->book, "小王", DAYBOOK_ROLE_AGENT);
  fixture->lead = case_add_agent (&fixture->book, "林晓", DAYBOOK_ROLE_LEAD);
}

static void
tear_down (Fixture *fixture)
{
  book_close (&fixture->book);
}

static DaybookReader *
reader_of (Fixture *fixture)
{
  return daybook_store_get_reader (fixture->book.store);
}

/* Saves and frees the draft, as the window and the command line do; returns the act. */
static DaybookId
save (Fixture          *fixture,
      DaybookCaseDraft *draft)
{
  g_autoptr(DaybookCaseDraft) owned = draft;
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_reader_build_case (reader_of (fixture), draft, edit, &error));
  g_assert_no_error (error);
  return case_commit (&fixture->book, edit);
}

static DaybookId
move (Fixture         *fixture,
      const DaybookId *id,
      const char      *stage)
{
  DaybookCaseDraft *draft = case_open (&fixture->book, id);

  case_put (draft, "told", daybook_value_int (DAYBOOK_ANSWER_YES));
  case_move (draft, stage);
  return save (fixture, draft);
}

/* How many tasks of the kind the case has that are to be done, or are done. */
static guint
count_tasks (Fixture         *fixture,
             const DaybookId *of,
             DaybookTaskKind  kind,
             gboolean         done)
{
  g_autoptr(GPtrArray) tasks = daybook_reader_parts (reader_of (fixture), &daybook_tasks, DAYBOOK_TASK_CASE, of, NULL);
  guint n = 0;

  for (guint i = 0; i < tasks->len; i++)
    if (daybook_row_int (g_ptr_array_index (tasks, i), DAYBOOK_TASK_KIND) == kind
        && daybook_row_has (g_ptr_array_index (tasks, i), DAYBOOK_TASK_DONE_AT) == done)
      n++;
  return n;
}

static void
test_the_lead_is_found (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookCaseDraft *draft = case_begin (&fixture.book, "calls");
  DaybookId id = daybook_case_draft_row (draft)->id;
  g_autoptr(GPtrArray) tasks = NULL;

  save (&fixture, draft);
  tasks = daybook_reader_parts (reader_of (&fixture), &daybook_tasks, DAYBOOK_TASK_CASE, &id, NULL);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (g_ptr_array_index (tasks, 0), DAYBOOK_TASK_AGENT), &fixture.lead));
  tear_down (&fixture);
}

/* Opened again, closed again: there is one open call-back, and what was given up says so. */
static void
test_opening_again_gives_the_call_back_up (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookCaseDraft *draft = case_begin (&fixture.book, "calls");
  DaybookId id = daybook_case_draft_row (draft)->id;

  save (&fixture, draft);
  move (&fixture, &id, "shut");
  g_assert_cmpuint (count_tasks (&fixture, &id, DAYBOOK_TASK_CALL_BACK, FALSE), ==, 1);
  DaybookId act = move (&fixture, &id, "open");
  g_assert_cmpuint (count_tasks (&fixture, &id, DAYBOOK_TASK_CALL_BACK, FALSE), ==, 0);
  g_assert_cmpuint (count_tasks (&fixture, &id, DAYBOOK_TASK_CALL_BACK, TRUE), ==, 1);
  g_assert_cmpuint (count_tasks (&fixture, &id, DAYBOOK_TASK_CALL, FALSE), ==, 1);

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  g_assert_cmpuint (count_tasks (&fixture, &id, DAYBOOK_TASK_CALL_BACK, FALSE), ==, 1);
  g_autoptr(DaybookOutcome) redone = case_redo (&fixture.book);
  move (&fixture, &id, "shut");
  g_assert_cmpuint (count_tasks (&fixture, &id, DAYBOOK_TASK_CALL_BACK, FALSE), ==, 1);
  g_assert_cmpuint (count_tasks (&fixture, &id, DAYBOOK_TASK_CALL_BACK, TRUE), ==, 1);
  tear_down (&fixture);
}

/* --- The result (AS-07) ------------------------------------------------------------------- */

/* What a person does, whoever sits at the desk. */
static DaybookEdit *
review (Fixture             *fixture,
        const DaybookId     *of,
        const DaybookId     *agent,
        DaybookResultReview  result)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Review", agent);

  daybook_edit_set (edit, &daybook_cases, of, DAYBOOK_CASE_RESULT_REVIEW, daybook_value_int (result));
  return edit;
}

static void
test_whoever_found_the_result_does_not_review_it (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookCaseDraft *draft = case_begin (&fixture.book, "keys");
  DaybookId id = daybook_case_draft_row (draft)->id;
  const DaybookId *owner = daybook_store_get_agent (fixture.book.store);

  case_put (draft, "handler", daybook_value_id (&fixture.lead));
  case_put (draft, "need", daybook_value_text ("Find the door"));
  case_put (draft, "expected_at", daybook_value_int (G_MAXINT));
  save (&fixture, draft);
  g_autoptr(DaybookEdit) returned = review (&fixture, &id, &fixture.lead, DAYBOOK_RESULT_TO_REVIEW);
  case_commit (&fixture.book, returned);

  g_autoptr(DaybookEdit) own = review (&fixture, &id, &fixture.lead, DAYBOOK_RESULT_ACCEPTED);
  case_commit_refused (&fixture.book, own, "does not review the result");
  g_autoptr(DaybookEdit) back = review (&fixture, &id, &fixture.lead, DAYBOOK_RESULT_SENT_BACK);
  case_commit_refused (&fixture.book, back, "does not review the result");
  g_autoptr(DaybookEdit) accepted = review (&fixture, &id, owner, DAYBOOK_RESULT_ACCEPTED);
  case_commit (&fixture.book, accepted);
  tear_down (&fixture);
}

/* --- Links ------------------------------------------------------------------------------- */

static DaybookId
link_cases (Fixture             *fixture,
            const DaybookId     *from,
            const DaybookId     *other,
            DaybookCaseLinkKind  kind)
{
  g_autoptr(GPtrArray) links = daybook_reader_case_links (reader_of (fixture), from, NULL);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_case_link_add (edit, links, from, other, kind, &error));
  g_assert_no_error (error);
  return case_commit (&fixture->book, edit);
}

/* The case has that one link, which leads to the other and is called so. */
static void
assert_link (Fixture         *fixture,
             const DaybookId *of,
             const DaybookId *other,
             const char      *words)
{
  g_autoptr(GPtrArray) links = daybook_reader_case_links (reader_of (fixture), of, NULL);

  g_assert_cmpuint (links->len, ==, 1);
  g_assert_true (daybook_id_equal (daybook_case_link_far (g_ptr_array_index (links, 0), of), other));
  g_assert_cmpstr (daybook_case_link_words (g_ptr_array_index (links, 0), of), ==, words);
  g_assert_true (daybook_case_link_find (links, other) == g_ptr_array_index (links, 0));
}

static void
assert_no_link (Fixture         *fixture,
                const DaybookId *of)
{
  g_autoptr(GPtrArray) links = daybook_reader_case_links (reader_of (fixture), of, NULL);

  g_assert_cmpuint (links->len, ==, 0);
}

static void
test_a_link_has_two_sides (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId a = case_make (&fixture.book, "keys", "a"), b = case_make (&fixture.book, "keys", "b");

  DaybookId act = link_cases (&fixture, &a, &b, DAYBOOK_LINK_FOLLOWS);
  assert_link (&fixture, &a, &b, "Follows from");
  assert_link (&fixture, &b, &a, "Led to");

  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, &act);
  assert_no_link (&fixture, &a);
  assert_no_link (&fixture, &b);
  tear_down (&fixture);
}

/* Said from the other side, two cases have one link still. */
static void
test_two_cases_have_one_link (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId a = case_make (&fixture.book, "keys", "a"), b = case_make (&fixture.book, "keys", "b");

  link_cases (&fixture, &a, &b, DAYBOOK_LINK_RELATED);
  link_cases (&fixture, &b, &a, DAYBOOK_LINK_DUPLICATE);
  assert_link (&fixture, &a, &b, "Is the same as");
  assert_link (&fixture, &b, &a, "Is the same as");
  link_cases (&fixture, &b, &a, DAYBOOK_LINK_FOLLOWS);
  assert_link (&fixture, &b, &a, "Follows from");
  assert_link (&fixture, &a, &b, "Led to");
  link_cases (&fixture, &a, &b, DAYBOOK_LINK_FOLLOWS);
  assert_link (&fixture, &a, &b, "Follows from");
  tear_down (&fixture);
}

static void
test_no_case_is_linked_to_itself (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId a = case_make (&fixture.book, "keys", "a");
  g_autoptr(GPtrArray) links = daybook_reader_case_links (reader_of (&fixture), &a, NULL);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_case_link_add (edit, links, &a, &a, DAYBOOK_LINK_RELATED, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 0);
  tear_down (&fixture);
}

static void
test_a_link_into_the_trash_is_not_seen (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookId a = case_make (&fixture.book, "keys", "a"), b = case_make (&fixture.book, "keys", "b");

  link_cases (&fixture, &a, &b, DAYBOOK_LINK_RELATED);
  case_set (&fixture.book, &b, "deleted", daybook_value_int (1));
  assert_no_link (&fixture, &a);
  case_set (&fixture.book, &b, "deleted", daybook_value_int (0));
  assert_link (&fixture, &a, &b, "Belongs to");
  tear_down (&fixture);
}

/* --- Tags ---------------------------------------------------------------------------------- */

static void
assert_tags (Fixture    *fixture,
             const char *key,
             guint       limit,
             const char *expected)
{
  g_auto(GStrv) tags = daybook_reader_case_tags (reader_of (fixture), key, limit, NULL);
  g_autofree char *joined = g_strjoinv (" ", tags);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_tags_in_use_the_most_frequent_first (void)
{
  static const char *const TAGS[] = { "vip", "fragile vip", "large", NULL, "vip large" };
  Fixture fixture;
  set_up (&fixture);

  assert_tags (&fixture, "keys", 9, "");
  for (gsize i = 0; i < G_N_ELEMENTS (TAGS); i++)
    {
      DaybookId id = case_make (&fixture.book, "keys", "k");

      case_set (&fixture.book, &id, "tags", daybook_value_text (TAGS[i]));
    }
  assert_tags (&fixture, "keys", 9, "vip large fragile");
  assert_tags (&fixture, "keys", 2, "vip large");
  assert_tags (&fixture, "calls", 9, "");
  g_assert_cmpuint (case_count (&fixture.book, "keys", "tags ~ vip"), ==, 3);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-write/the-lead-is-found", test_the_lead_is_found);
  g_test_add_func ("/case-write/opening-again-gives-the-call-back-up", test_opening_again_gives_the_call_back_up);
  g_test_add_func ("/case-write/whoever-found-the-result-does-not-review-it", test_whoever_found_the_result_does_not_review_it);
  g_test_add_func ("/case-write/a-link-has-two-sides", test_a_link_has_two_sides);
  g_test_add_func ("/case-write/two-cases-have-one-link", test_two_cases_have_one_link);
  g_test_add_func ("/case-write/no-case-is-linked-to-itself", test_no_case_is_linked_to_itself);
  g_test_add_func ("/case-write/a-link-into-the-trash-is-not-seen", test_a_link_into_the_trash_is_not_seen);
  g_test_add_func ("/case-write/tags-in-use-the-most-frequent-first", test_tags_in_use_the_most_frequent_first);

  return g_test_run ();
}
