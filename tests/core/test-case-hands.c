/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-hands.h"

#include "core/event.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795910400)

typedef struct
{
  DaybookRow *row;
  DaybookId   owner;
  DaybookId   handler;
} Fixture;

static void
set_up (Fixture *fixture)
{
  *fixture = (Fixture) { .row = daybook_row_new (&daybook_cases) };
  daybook_id_random (&fixture->owner);
  daybook_id_random (&fixture->handler);
  fixture->row->values[DAYBOOK_CASE_OWNER] = daybook_value_id (&fixture->owner);
}

static void
put (Fixture      *fixture,
     guint         field,
     DaybookValue  value)
{
  daybook_value_clear (&fixture->row->values[field]);
  fixture->row->values[field] = value;
}

static void
test_in_whose_hands (void)
{
  static const DaybookHands HANDS[] = {
    [DAYBOOK_RESULT_NONE] = DAYBOOK_HANDS_GIVEN, [DAYBOOK_RESULT_TO_REVIEW] = DAYBOOK_HANDS_TO_REVIEW,
    [DAYBOOK_RESULT_ACCEPTED] = DAYBOOK_HANDS_ACCEPTED, [DAYBOOK_RESULT_SENT_BACK] = DAYBOOK_HANDS_SENT_BACK,
  };
  Fixture fixture;
  set_up (&fixture);

  g_assert_cmpint (daybook_case_in_hands (fixture.row), ==, DAYBOOK_HANDS_OWN);
  put (&fixture, DAYBOOK_CASE_HANDLER, daybook_value_id (&fixture.owner));
  g_assert_cmpint (daybook_case_in_hands (fixture.row), ==, DAYBOOK_HANDS_OWN);
  put (&fixture, DAYBOOK_CASE_HANDLER, daybook_value_id (&fixture.handler));
  for (gsize i = 0; i < G_N_ELEMENTS (HANDS); i++)
    {
      put (&fixture, DAYBOOK_CASE_RESULT_REVIEW, daybook_value_int ((gint64) i));
      g_assert_cmpint (daybook_case_in_hands (fixture.row), ==, HANDS[i]);
    }
  daybook_row_unref (fixture.row);
}

/* Nobody looks over their own shoulder; whoever is owner and handler in one has nobody else. */
static void
test_who_reviews (void)
{
  const DaybookId nobody = { { 0 } };
  Fixture fixture;
  set_up (&fixture);

  put (&fixture, DAYBOOK_CASE_HANDLER, daybook_value_id (&fixture.handler));
  g_assert_false (daybook_case_may_review (fixture.row, &fixture.handler));
  g_assert_true (daybook_case_may_review (fixture.row, &fixture.owner));
  g_assert_true (daybook_case_may_review (fixture.row, &nobody));
  put (&fixture, DAYBOOK_CASE_HANDLER, daybook_value_id (&fixture.owner));
  g_assert_true (daybook_case_may_review (fixture.row, &fixture.owner));
  daybook_row_unref (fixture.row);
}

static void
assert_refused (Fixture    *fixture,
                const char *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_case_check_hand_on (fixture->row, NOW, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
}

static void
test_a_hand_off_says_all (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_refused (&fixture, "to whom");
  put (&fixture, DAYBOOK_CASE_HANDLER, daybook_value_id (&fixture.handler));
  assert_refused (&fixture, "what is required");
  put (&fixture, DAYBOOK_CASE_NEED, daybook_value_text ("Ask the courier"));
  assert_refused (&fixture, "by when it is expected");
  put (&fixture, DAYBOOK_CASE_EXPECTED_AT, daybook_value_int (NOW));
  assert_refused (&fixture, "over already");
  put (&fixture, DAYBOOK_CASE_EXPECTED_AT, daybook_value_int (NOW + 1));
  g_assert_true (daybook_case_check_hand_on (fixture.row, NOW, NULL));

  /* The owner takes it back without a word. */
  put (&fixture, DAYBOOK_CASE_NEED, (DaybookValue) DAYBOOK_VALUE_INIT);
  put (&fixture, DAYBOOK_CASE_HANDLER, daybook_value_id (&fixture.owner));
  g_assert_true (daybook_case_check_hand_on (fixture.row, NOW, NULL));
  daybook_row_unref (fixture.row);
}

/* --- Questions to the customer (AS-27) --------------------------------------------------- */

static void
add (GPtrArray        *events,
     DaybookEventKind  kind,
     const char       *text)
{
  DaybookRow *event = daybook_row_new (&daybook_events);

  event->values[DAYBOOK_EVENT_KIND] = daybook_value_int (kind);
  event->values[DAYBOOK_EVENT_TEXT] = daybook_value_text (text);
  g_ptr_array_add (events, event);
}

static void
assert_open (GPtrArray  *events,
             const char *text)
{
  const DaybookRow *question = daybook_case_open_question (events);

  g_assert_cmpstr (question != NULL ? daybook_row_text (question, DAYBOOK_EVENT_TEXT) : NULL, ==, text);
}

static void
test_a_question_is_open_until_the_customer_says_something (void)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  assert_open (events, NULL);
  add (events, DAYBOOK_EVENT_QUESTION, "Which colour?");
  add (events, DAYBOOK_EVENT_TOLD, "We ask which colour");
  assert_open (events, "Which colour?");
  add (events, DAYBOOK_EVENT_QUESTION, "And which size?");
  assert_open (events, "And which size?");
  add (events, DAYBOOK_EVENT_HEARD, "Blue, large");
  assert_open (events, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-hands/in-whose-hands", test_in_whose_hands);
  g_test_add_func ("/case-hands/who-reviews", test_who_reviews);
  g_test_add_func ("/case-hands/a-hand-off-says-all", test_a_hand_off_says_all);
  g_test_add_func ("/case-hands/a-question-is-open-until-the-customer-says-something", test_a_question_is_open_until_the_customer_says_something);

  return g_test_run ();
}
