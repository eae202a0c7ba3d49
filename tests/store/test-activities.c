/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/phrase.h"
#include "core/use.h"
#include "store/activities.h"

/* Customers of one segment, each told something with a filled phrase (CU-04, CU-06). */

typedef struct
{
  Book      book;
  DaybookId customers[4]; /* the last wants no messages */
  DaybookId phrase;
} Fixture;

static DaybookReader *
reader_of (Fixture *fixture)
{
  return daybook_store_get_reader (fixture->book.store);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(DaybookEdit) edit = NULL, phrase = NULL;
  static const char *const NAMES[] = { "王五", "赵六", "孙七", "周八" };

  book_open (&fixture->book);
  edit = case_edit (&fixture->book, DAYBOOK_ACT_IMPORT);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      daybook_id_fresh (&fixture->customers[i], (BOOK_NOW + i) * 1000);
      daybook_edit_create (edit, &daybook_customers, &fixture->customers[i]);
      daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text (NAMES[i]));
      daybook_edit_give (edit, DAYBOOK_CUSTOMER_GRADE, daybook_value_int (DAYBOOK_GRADE_1));
      daybook_edit_give (edit, DAYBOOK_CUSTOMER_QUIET, daybook_value_int (i == 3));
    }
  case_commit (&fixture->book, edit);

  phrase = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  daybook_id_random (&fixture->phrase);
  daybook_edit_create (phrase, &daybook_phrases, &fixture->phrase);
  daybook_edit_give (phrase, DAYBOOK_PHRASE_TITLE, daybook_value_text ("Sale"));
  daybook_edit_give (phrase, DAYBOOK_PHRASE_TEXT, daybook_value_text ("Our sale begins on Friday."));
  case_commit (&fixture->book, phrase);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  book_close (&fixture->book);
}

static DaybookActivityPeople *
people_of (Fixture *fixture)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_customers);
  g_autoptr(GError) error = NULL;
  DaybookActivityPeople *people;

  g_assert_true (daybook_query_parse_where (query, "grade = vip_1", &error));
  people = daybook_reader_activity_people (reader_of (fixture), query, &error);
  g_assert_no_error (error);
  return people;
}

static DaybookRow *
make (Fixture         *fixture,
      const DaybookId *phrase)
{
  g_autoptr(DaybookActivityPeople) people = people_of (fixture);
  const DaybookActivityPlan plan = { .title = "Friday", .where = "grade = vip_1", .phrase = phrase, .channel = DAYBOOK_CHANNEL_WECHAT };
  g_autoptr(GError) error = NULL;
  DaybookId id;
  g_autoptr(DaybookEdit) edit = daybook_activity_act_new (fixture->book.store, &plan, people, &id, &error);

  g_assert_no_error (error);
  case_commit (&fixture->book, edit);
  return book_row (&fixture->book, &daybook_activities, &id);
}

static DaybookRow *
next_of (Fixture          *fixture,
         const DaybookRow *activity,
         gint64            after)
{
  g_autoptr(GError) error = NULL;
  DaybookRow *line = daybook_reader_activity_next (reader_of (fixture), activity, after, &error);

  g_assert_no_error (error);
  return line;
}

static void
assert_counts (Fixture          *fixture,
               const DaybookRow *activity,
               guint             open,
               guint             sent,
               guint             skipped,
               guint             unwanted)
{
  DaybookActivityCounts counts;

  g_assert_true (daybook_reader_activity_counts (reader_of (fixture), activity, &counts, NULL));
  g_assert_cmpuint (counts.of[DAYBOOK_ACTIVITY_OPEN], ==, open);
  g_assert_cmpuint (counts.of[DAYBOOK_ACTIVITY_SENT], ==, sent);
  g_assert_cmpuint (counts.of[DAYBOOK_ACTIVITY_SKIPPED], ==, skipped);
  g_assert_cmpuint (counts.of[DAYBOOK_ACTIVITY_UNWANTED], ==, unwanted);
  g_assert_cmpuint (counts.all, ==, open + sent + skipped + unwanted);
}

static void
test_who_wants_no_messages_is_left_out (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr(DaybookActivityPeople) people = people_of (fixture);
  g_autoptr(DaybookRow) activity = make (fixture, NULL);

  g_assert_cmpuint (people->ids->len, ==, 3);
  g_assert_cmpuint (people->n_quiet, ==, 1);
  g_assert_cmpuint (people->n_no_consent, ==, 3);
  assert_counts (fixture, activity, 3, 0, 0, 0);
}

static void
test_one_who_was_merged_is_there_once (Fixture       *fixture,
                                       gconstpointer  data)
{
  book_set (&fixture->book, &daybook_customers, &fixture->customers[0], DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (&fixture->customers[1]));
  g_autoptr(DaybookActivityPeople) people = people_of (fixture);

  g_assert_cmpuint (people->ids->len, ==, 2);
}

static void
test_who_has_agreed_is_counted (Fixture       *fixture,
                                gconstpointer  data)
{
  book_set (&fixture->book, &daybook_customers, &fixture->customers[0], DAYBOOK_CUSTOMER_CONSENT, daybook_value_int (DAYBOOK_CONSENT_GIVEN));
  book_set (&fixture->book, &daybook_customers, &fixture->customers[1], DAYBOOK_CUSTOMER_CONSENT, daybook_value_int (DAYBOOK_CONSENT_REFUSED));
  g_autoptr(DaybookActivityPeople) people = people_of (fixture);

  g_assert_cmpuint (people->ids->len, ==, 3);
  g_assert_cmpuint (people->n_no_consent, ==, 2);
}

static void
test_one_who_was_merged_by_way_of_another (Fixture       *fixture,
                                           gconstpointer  data)
{
  book_set (&fixture->book, &daybook_customers, &fixture->customers[0], DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (&fixture->customers[1]));
  book_set (&fixture->book, &daybook_customers, &fixture->customers[1], DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (&fixture->customers[2]));
  g_autoptr(DaybookActivityPeople) people = people_of (fixture);

  g_assert_cmpuint (people->ids->len, ==, 1);
  g_assert_true (daybook_id_equal (&g_array_index (people->ids, DaybookId, 0), &fixture->customers[2]));
}

/* Telling is the same as everywhere: an event of the customer, a use of the phrase, and the line, in one act. */
static void
test_told_and_logged_in_one_act (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(DaybookRow) activity = make (fixture, &fixture->phrase);
  g_autoptr(DaybookRow) line = next_of (fixture, activity, 0);
  g_autoptr(DaybookRow) customer = book_row (&fixture->book, &daybook_customers, daybook_row_ref_id (line, DAYBOOK_ACTIVITY_LINE_CUSTOMER));
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookPhraseFilling) filling = daybook_activity_fill (fixture->book.store, activity, customer, NULL, &error);
  DaybookId act;

  g_assert_no_error (error);
  g_assert_cmpstr (filling->text, ==, "Our sale begins on Friday.");
  g_autoptr(DaybookEdit) edit = daybook_activity_act_sent (fixture->book.store, activity, line, filling->text, &error);
  g_assert_no_error (error);
  act = case_commit (&fixture->book, edit);
  assert_counts (fixture, activity, 2, 1, 0, 0);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_events, "kind = told"), ==, 1);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_uses, ""), ==, 1);

  /* Somebody else has the same line in sight. */
  g_autoptr(DaybookEdit) again = daybook_activity_act_sent (fixture->book.store, activity, line, "Hello", &error);
  g_assert_null (again);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->book.store, &act, NULL);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  assert_counts (fixture, activity, 3, 0, 0, 0);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_events, "kind = told"), ==, 0);
}

static void
test_skipped_and_unwanted (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DaybookRow) activity = make (fixture, NULL);
  g_autoptr(DaybookRow) first = next_of (fixture, activity, 0);
  g_autoptr(DaybookRow) second = next_of (fixture, activity, first->rowid);
  g_autoptr(DaybookEdit) skip = daybook_activity_act_leave (fixture->book.store, first, DAYBOOK_ACTIVITY_SKIPPED, "on holiday", NULL);
  g_autoptr(DaybookEdit) unwanted = daybook_activity_act_leave (fixture->book.store, second, DAYBOOK_ACTIVITY_UNWANTED, NULL, NULL);

  g_assert_cmpint (first->rowid, !=, second->rowid);
  case_commit (&fixture->book, skip);
  case_commit (&fixture->book, unwanted);
  assert_counts (fixture, activity, 1, 0, 1, 1);
  g_autoptr(DaybookRow) customer = book_row (&fixture->book, &daybook_customers, daybook_row_ref_id (second, DAYBOOK_ACTIVITY_LINE_CUSTOMER));
  g_assert_cmpint (daybook_row_int (customer, DAYBOOK_CUSTOMER_QUIET), ==, TRUE);

  /* Behind the last one comes the first that is open; whoever wants no messages by now is passed over. */
  g_autoptr(DaybookRow) third = next_of (fixture, activity, second->rowid);
  g_autoptr(DaybookRow) again = next_of (fixture, activity, third->rowid);
  g_assert_cmpint (again->rowid, ==, third->rowid);
  book_set (&fixture->book, &daybook_customers, daybook_row_ref_id (third, DAYBOOK_ACTIVITY_LINE_CUSTOMER), DAYBOOK_CUSTOMER_QUIET, daybook_value_int (TRUE));
  g_autoptr(DaybookRow) none = next_of (fixture, activity, 0);
  g_assert_null (none);
}

/* --- Merged since the list was made ------------------------------------------------------------- */

static void
merge_into (Fixture         *fixture,
            const DaybookId *customer,
            const DaybookId *into)
{
  book_set (&fixture->book, &daybook_customers, customer, DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (into));
}

static const DaybookId *
customer_of (const DaybookRow *line)
{
  return daybook_row_ref_id (line, DAYBOOK_ACTIVITY_LINE_CUSTOMER);
}

static void
leave (Fixture                *fixture,
       const DaybookRow       *line,
       DaybookActivityOutcome  outcome)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_activity_act_leave (fixture->book.store, line, outcome, NULL, &error);

  g_assert_no_error (error);
  case_commit (&fixture->book, edit);
}

static void
assert_next (Fixture          *fixture,
             const DaybookRow *activity,
             gint64            after,
             const DaybookRow *expected)
{
  g_autoptr(DaybookRow) line = next_of (fixture, activity, after);

  g_assert_cmpint (line != NULL ? line->rowid : 0, ==, expected != NULL ? expected->rowid : 0);
}

/* The lines of both stay on the list: the person has the first. */
static void
test_one_person_is_told_once (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(DaybookRow) activity = make (fixture, NULL);
  g_autoptr(DaybookRow) first = next_of (fixture, activity, 0);
  g_autoptr(DaybookRow) second = next_of (fixture, activity, first->rowid);
  g_autoptr(DaybookRow) third = next_of (fixture, activity, second->rowid);
  g_autoptr(DaybookEdit) sent = daybook_activity_act_sent (fixture->book.store, activity, first, "Hello", NULL);
  g_autoptr(GError) error = NULL;

  merge_into (fixture, customer_of (first), customer_of (second));
  assert_next (fixture, activity, 0, first);
  assert_next (fixture, activity, first->rowid, third);
  case_commit (&fixture->book, sent);
  assert_next (fixture, activity, 0, third);
  assert_next (fixture, activity, third->rowid, third);

  /* Somebody else has the other line in sight. */
  g_autoptr(DaybookEdit) again = daybook_activity_act_sent (fixture->book.store, activity, second, "Hello", &error);
  g_assert_null (again);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  leave (fixture, third, DAYBOOK_ACTIVITY_SKIPPED);
  assert_next (fixture, activity, 0, NULL);
}

static void
test_one_person_was_told_on_the_other_line (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr(DaybookRow) activity = make (fixture, NULL);
  g_autoptr(DaybookRow) first = next_of (fixture, activity, 0);
  g_autoptr(DaybookRow) second = next_of (fixture, activity, first->rowid);
  g_autoptr(DaybookRow) third = next_of (fixture, activity, second->rowid);

  leave (fixture, third, DAYBOOK_ACTIVITY_SKIPPED);
  merge_into (fixture, customer_of (third), customer_of (second));
  merge_into (fixture, customer_of (first), customer_of (second));
  assert_next (fixture, activity, 0, NULL);

  /* ... but not on a line that is in the trash. */
  book_set (&fixture->book, &daybook_activity_lines, &third->id, DAYBOOK_ACTIVITY_LINE_DELETED, daybook_value_int (TRUE));
  assert_next (fixture, activity, 0, first);
}

/* Another list says nothing about this one. */
static void
test_told_on_another_list (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DaybookRow) before = make (fixture, NULL);
  g_autoptr(DaybookRow) activity = make (fixture, NULL);
  g_autoptr(DaybookRow) told = next_of (fixture, before, 0);
  g_autoptr(DaybookRow) first = next_of (fixture, activity, 0);
  g_autoptr(DaybookRow) second = next_of (fixture, activity, first->rowid);

  leave (fixture, told, DAYBOOK_ACTIVITY_SKIPPED);
  merge_into (fixture, customer_of (first), customer_of (second));
  assert_next (fixture, activity, 0, first);
}

/* By way of a second one, too. */
static void
test_the_one_who_stayed_wants_none (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(DaybookRow) activity = make (fixture, NULL);
  g_autoptr(DaybookRow) first = next_of (fixture, activity, 0);
  g_autoptr(DaybookRow) second = next_of (fixture, activity, first->rowid);
  g_autoptr(DaybookRow) third = next_of (fixture, activity, second->rowid);

  merge_into (fixture, customer_of (first), customer_of (second));
  merge_into (fixture, customer_of (second), &fixture->customers[3]);
  assert_next (fixture, activity, 0, third);

  book_set (&fixture->book, &daybook_customers, &fixture->customers[3], DAYBOOK_CUSTOMER_QUIET, daybook_value_int (FALSE));
  assert_next (fixture, activity, 0, first);
  book_set (&fixture->book, &daybook_customers, &fixture->customers[3], DAYBOOK_CUSTOMER_DELETED, daybook_value_int (TRUE));
  assert_next (fixture, activity, 0, third);
}

/* What is asked of one who was merged counts for the person. */
static void
test_the_one_who_stayed_is_on_no_other_list (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr(DaybookRow) activity = make (fixture, NULL);
  g_autoptr(DaybookRow) first = next_of (fixture, activity, 0);
  g_autoptr(DaybookRow) second = next_of (fixture, activity, first->rowid);
  g_autoptr(DaybookRow) third = next_of (fixture, activity, second->rowid);

  merge_into (fixture, customer_of (first), customer_of (second));
  leave (fixture, first, DAYBOOK_ACTIVITY_UNWANTED);
  g_autoptr(DaybookRow) stayed = book_row (&fixture->book, &daybook_customers, customer_of (second));
  g_assert_cmpint (daybook_row_int (stayed, DAYBOOK_CUSTOMER_QUIET), ==, TRUE);
  assert_next (fixture, activity, 0, third);

  g_autoptr(DaybookActivityPeople) people = people_of (fixture);
  g_assert_cmpuint (people->ids->len, ==, 1);
  g_assert_true (daybook_id_equal (&g_array_index (people->ids, DaybookId, 0), customer_of (third)));
}

static void
test_nothing_is_written_into_a_closed_list (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr(DaybookRow) activity = make (fixture, NULL);
  g_autoptr(DaybookRow) line = next_of (fixture, activity, 0);
  g_autoptr(DaybookEdit) close = daybook_activity_act_close (fixture->book.store, activity, TRUE);
  g_autoptr(GError) error = NULL;

  case_commit (&fixture->book, close);
  g_autoptr(DaybookRow) closed = book_row (&fixture->book, &daybook_activities, &activity->id);
  g_autoptr(DaybookEdit) edit = daybook_activity_act_sent (fixture->book.store, closed, line, "Hello", &error);
  g_assert_null (edit);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
}

static void
test_nobody_and_no_title (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(DaybookActivityPeople) people = people_of (fixture);
  g_autoptr(GError) error = NULL;
  DaybookId id;
  g_autoptr(DaybookEdit) untitled = daybook_activity_act_new (fixture->book.store, &(DaybookActivityPlan) { .title = " " }, people, &id, &error);

  g_assert_null (untitled);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_array_set_size (people->ids, 0);
  g_autoptr(DaybookEdit) nobody = daybook_activity_act_new (fixture->book.store, &(DaybookActivityPlan) { .title = "x" }, people, &id, &error);
  g_assert_null (nobody);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/activities/quiet", test_who_wants_no_messages_is_left_out);
  ADD ("/activities/merged", test_one_who_was_merged_is_there_once);
  ADD ("/activities/consent", test_who_has_agreed_is_counted);
  ADD ("/activities/merged-by-way-of-another", test_one_who_was_merged_by_way_of_another);
  ADD ("/activities/told", test_told_and_logged_in_one_act);
  ADD ("/activities/skipped", test_skipped_and_unwanted);
  ADD ("/activities/one-person-once", test_one_person_is_told_once);
  ADD ("/activities/one-person-on-the-other-line", test_one_person_was_told_on_the_other_line);
  ADD ("/activities/one-person-on-another-list", test_told_on_another_list);
  ADD ("/activities/one-person-quiet", test_the_one_who_stayed_wants_none);
  ADD ("/activities/one-person-unwanted", test_the_one_who_stayed_is_on_no_other_list);
  ADD ("/activities/closed", test_nothing_is_written_into_a_closed_list);
  ADD ("/activities/nobody", test_nobody_and_no_title);
#undef ADD
  return g_test_run ();
}
