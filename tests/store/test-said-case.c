/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/customer.h"
#include "core/survey.h"
#include "store/call-acts.h"
#include "store/registers.h"
#include "store/said-case.h"

#include <string.h>

/* What customers say when asked becomes cases, each with whose it is and their words, and the survey names them. */

typedef struct
{
  Book      book;
  DaybookId customer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_SAMPLE);
  daybook_id_random (&fixture->customer);
  daybook_edit_create (edit, &daybook_customers, &fixture->customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text ("张三"));
  case_commit (&fixture->book, edit);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  book_close (&fixture->book);
}

static DaybookRow *
customer_row (Fixture *fixture)
{
  return book_row (&fixture->book, &daybook_customers, &fixture->customer);
}

static DaybookReader *
reader_of (Fixture *fixture)
{
  return daybook_store_get_reader (fixture->book.store);
}

static gboolean
is_shown (Fixture    *fixture,
          const char *key)
{
  g_autoptr(GPtrArray) registers = daybook_registers_read (reader_of (fixture), NULL, NULL);

  for (guint i = 0; i < registers->len; i++)
    {
      const DaybookShopRegister *one = g_ptr_array_index (registers, i);

      if (g_str_equal (daybook_register_get_key (one->definition), key))
        return one->used;
    }
  return FALSE;
}

/* (transfer full) */
static DaybookRow *
add_survey (Fixture                 *fixture,
            const DaybookRow        *of,
            const DaybookSurveySaid *said)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  g_assert_true (daybook_survey_add (edit, of, said, NULL, BOOK_NOW, &id, NULL));
  case_commit (&fixture->book, edit);
  return book_row (&fixture->book, &daybook_surveys, &id);
}

static DaybookId
become (Fixture         *fixture,
        DaybookSaidCase  what,
        DaybookRow      *survey)
{
  g_autoptr(GError) error = NULL;
  DaybookId id;
  g_autoptr(DaybookEdit) edit = daybook_said_case_act (fixture->book.store, what, survey, &id, &error);

  g_assert_no_error (error);
  case_commit (&fixture->book, edit);
  return id;
}

static void
assert_survey_names (Fixture         *fixture,
                     const DaybookId *survey,
                     DaybookSaidCase  what,
                     const DaybookId *of)
{
  g_autoptr(DaybookRow) row = book_row (&fixture->book, &daybook_surveys, survey);
  const DaybookId *named = daybook_row_ref_id (row, DAYBOOK_SAID_FIELD (what));

  g_assert_cmpint (named != NULL, ==, of != NULL);
  g_assert_true (of == NULL || daybook_id_equal (named, of));
}

static void
test_a_low_score_becomes_a_complaint (Fixture       *fixture,
                                      gconstpointer  data)
{
  const DaybookSurveySaid said = { .stars = { 4, 1, 0, 2 }, .opinion = "Nobody called me", .channel = DAYBOOK_CHANNEL_PHONE };
  g_autoptr(DaybookRow) customer = customer_row (fixture);
  g_autoptr(DaybookRow) survey = add_survey (fixture, customer, &said);
  g_autoptr(GError) error = NULL;
  DaybookId id = become (fixture, DAYBOOK_SAID_COMPLAINT, survey), other;
  g_autoptr(DaybookRow) row = case_row (&fixture->book, &id);
  g_autoptr(DaybookRow) named = book_row (&fixture->book, &daybook_surveys, &survey->id);
  g_autoptr(DaybookRow) origin = daybook_said_case_origin (reader_of (fixture), &id, NULL);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_REGISTER), ==, "complaint");
  g_assert_true (daybook_id_equal (daybook_row_ref_id (row, DAYBOOK_CASE_CUSTOMER), &fixture->customer));
  g_assert_nonnull (strstr (daybook_row_text (row, DAYBOOK_CASE_SUBJECT), "2.3"));
  g_assert_nonnull (strstr (daybook_row_text (row, DAYBOOK_CASE_CONTENT), "Were we friendly? 1 star"));
  g_assert_nonnull (strstr (daybook_row_text (row, DAYBOOK_CASE_CONTENT), "Nobody called me"));
  assert_survey_names (fixture, &survey->id, DAYBOOK_SAID_COMPLAINT, &id);
  g_assert_true (daybook_id_equal (&origin->id, &survey->id));

  /* One survey has one. */
  g_assert_null (daybook_said_case_act (fixture->book.store, DAYBOOK_SAID_COMPLAINT, named, &other, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);

  /* Taken back there is none; then there may be another. */
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->book.store, NULL, NULL);
  assert_survey_names (fixture, &survey->id, DAYBOOK_SAID_COMPLAINT, NULL);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_cases, ""), ==, 0);
  other = become (fixture, DAYBOOK_SAID_COMPLAINT, survey);
  g_assert_false (daybook_id_equal (&other, &id));
}

/* An order says whose it is, and a survey may become both. */
static void
test_of_an_order (Fixture       *fixture,
                  gconstpointer  data)
{
  const DaybookSurveySaid said = { .stars = { 0, 0, 0, 1 }, .opinion = "A box of paper\nwould do" };
  DaybookId order = book_add_order (&fixture->book, "1001", BOOK_NOW);
  g_autoptr(DaybookRow) of = book_row (&fixture->book, &daybook_orders, &order);
  g_autoptr(DaybookRow) survey = add_survey (fixture, of, &said);
  DaybookId complaint = become (fixture, DAYBOOK_SAID_COMPLAINT, survey);
  DaybookId suggestion = become (fixture, DAYBOOK_SAID_SUGGESTION, survey);
  g_autoptr(DaybookRow) row = case_row (&fixture->book, &suggestion);

  g_assert_true (daybook_id_equal (daybook_row_ref_id (row, DAYBOOK_CASE_ORDER), &order));
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_REGISTER), ==, "suggestion");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_SUBJECT), ==, "A box of paper would do");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_CONTENT), ==, "A box of paper\nwould do");
  assert_survey_names (fixture, &survey->id, DAYBOOK_SAID_COMPLAINT, &complaint);
  assert_survey_names (fixture, &survey->id, DAYBOOK_SAID_SUGGESTION, &suggestion);
}

/* In one act with the call, the case that it was about linked with them. */
static void
test_out_of_a_call (Fixture       *fixture,
                    gconstpointer  data)
{
  DaybookId about = case_make (&fixture->book, "inquiry", "Where is it?");
  g_autoptr(DaybookRow) of = case_row (&fixture->book, &about);
  const DaybookCallMade made = { .of = of, .report = { .outcome = DAYBOOK_CALL_REACHED }, .survey = { .stars = { 1, 1, 1, 1 } },
                                 .opinion = "Write first", .becomes = { TRUE, TRUE } };
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_call_act (fixture->book.store, &made, &error);

  g_assert_no_error (error);
  case_commit (&fixture->book, edit);
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM surveys s JOIN cases c ON c.rowid = s.complaint AND c.register = 'complaint'"
                                                " JOIN cases g ON g.rowid = s.suggestion AND g.register = 'suggestion'"), ==, 1);
  g_assert_cmpint (book_number (&fixture->book, "SELECT count (*) FROM case_links l JOIN cases c ON c.rowid = l.other WHERE c.register = 'inquiry' AND kind = 1"), ==, 2);

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->book.store, NULL, NULL);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_cases, ""), ==, 1);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_surveys, ""), ==, 0);
}

/* A shop that did without the register has it shown: its case would be found nowhere. */
static void
test_register_is_shown (Fixture       *fixture,
                        gconstpointer  data)
{
  const DaybookSurveySaid said = { .stars = { 5, 0, 0, 0 }, .opinion = "More red" };
  g_autoptr(DaybookRow) customer = customer_row (fixture);
  g_autoptr(DaybookRow) survey = add_survey (fixture, customer, &said);

  g_assert_false (is_shown (fixture, "suggestion"));
  become (fixture, DAYBOOK_SAID_SUGGESTION, survey);
  g_assert_true (is_shown (fixture, "suggestion"));
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->book.store, NULL, NULL);
  g_assert_false (is_shown (fixture, "suggestion"));
}

/* A second person makes the shop one of several, with roles. */
static void
sit_down_as (Fixture     *fixture,
             DaybookRole  role)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_CODE, daybook_value_text ("002"));
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("小王"));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (role));
  case_commit (&fixture->book, edit);
  daybook_store_set_agent (fixture->book.store, &id);
}

static void
test_what_is_offered (Fixture       *fixture,
                      gconstpointer  data)
{
  const DaybookSurveySaid low = { .stars = { 2, 3, 2, 0 } }, ill = { .stars = { 5, 5, 5, 2 } }, fine = { .stars = { 5, 5, 5, 5 }, .opinion = "More red" };

  g_assert_true (daybook_said_case_fits (reader_of (fixture), DAYBOOK_SAID_COMPLAINT, &low));
  g_assert_true (daybook_said_case_fits (reader_of (fixture), DAYBOOK_SAID_COMPLAINT, &ill));
  g_assert_false (daybook_said_case_fits (reader_of (fixture), DAYBOOK_SAID_COMPLAINT, &fine));
  g_assert_false (daybook_said_case_fits (reader_of (fixture), DAYBOOK_SAID_SUGGESTION, &low));
  g_assert_true (daybook_said_case_fits (reader_of (fixture), DAYBOOK_SAID_SUGGESTION, &fine));

  /* Whoever may not have the register shown is not offered it. */
  sit_down_as (fixture, DAYBOOK_ROLE_AGENT);
  g_assert_false (daybook_said_case_fits (reader_of (fixture), DAYBOOK_SAID_SUGGESTION, &fine));
  g_assert_true (daybook_said_case_fits (reader_of (fixture), DAYBOOK_SAID_COMPLAINT, &low));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/said-case/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-low-score-becomes-a-complaint", test_a_low_score_becomes_a_complaint);
  ADD ("of-an-order", test_of_an_order);
  ADD ("out-of-a-call", test_out_of_a_call);
  ADD ("register-is-shown", test_register_is_shown);
  ADD ("what-is-offered", test_what_is_offered);
  return g_test_run ();
}
