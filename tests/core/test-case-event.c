/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-event.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795910400)
#define SOON (NOW + 3600)

typedef struct
{
  DaybookRow  *row;
  DaybookEdit *edit;
  DaybookId    me;
  DaybookId    lead;
} Fixture;

static void
set_up (Fixture *fixture)
{
  *fixture = (Fixture) { .row = daybook_row_new (&daybook_cases) };
  daybook_id_random (&fixture->me);
  daybook_id_random (&fixture->lead);
  daybook_id_random (&fixture->row->id);
  fixture->row->values[DAYBOOK_CASE_CURRENCY] = daybook_value_text ("CNY");
  fixture->edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", &fixture->me);
}

static void
tear_down (Fixture *fixture)
{
  daybook_row_unref (fixture->row);
  daybook_edit_unref (fixture->edit);
}

static void
add (Fixture                *fixture,
     const DaybookCaseEvent *event)
{
  g_autoptr(GError) error = NULL;
  gboolean added = daybook_case_event_add (fixture->edit, fixture->row, event, &fixture->me, NOW, &error);

  g_assert_no_error (error);
  g_assert_true (added);
  g_assert_true (daybook_edit_check (fixture->edit, NULL));
}

static void
assert_refused (Fixture                *fixture,
                const DaybookCaseEvent *event,
                const char             *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_case_event_add (fixture->edit, fixture->row, event, &fixture->me, NOW, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
  g_assert_cmpuint (daybook_edit_size (fixture->edit), ==, 0);
}

static const DaybookValue *
value_of (Fixture *fixture,
          guint    field)
{
  return &daybook_edit_change (fixture->edit, 0)->values[field];
}

/* What the edit sets in the case, or NULL. */
static const DaybookValue *
set_in_case (Fixture *fixture,
             guint    field)
{
  for (guint i = 1; i < daybook_edit_size (fixture->edit); i++)
    {
      const DaybookChange *change = daybook_edit_change (fixture->edit, i);

      g_assert_cmpint (change->kind, ==, DAYBOOK_CHANGE_SET);
      g_assert_true (change->table == fixture->row->table);
      g_assert_true (daybook_id_equal (&change->row, &fixture->row->id));
      if (change->field == field)
        return &change->value;
    }

  return NULL;
}

static void
test_a_note (void)
{
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_NOTE, .text = "She called" };
  Fixture fixture;
  set_up (&fixture);

  fixture.row->values[DAYBOOK_CASE_ORDER] = daybook_value_id (&fixture.lead);
  fixture.row->values[DAYBOOK_CASE_CUSTOMER] = daybook_value_id (&fixture.me);
  add (&fixture, &event);
  g_assert_cmpuint (daybook_edit_size (fixture.edit), ==, 1);
  g_assert_true (daybook_edit_change (fixture.edit, 0)->table == &daybook_events);
  g_assert_true (daybook_id_equal (&value_of (&fixture, DAYBOOK_EVENT_CASE)->id, &fixture.row->id));
  g_assert_true (daybook_id_equal (&value_of (&fixture, DAYBOOK_EVENT_ORDER)->id, &fixture.lead));
  g_assert_true (daybook_id_equal (&value_of (&fixture, DAYBOOK_EVENT_CUSTOMER)->id, &fixture.me));
  g_assert_true (daybook_id_equal (&value_of (&fixture, DAYBOOK_EVENT_AGENT)->id, &fixture.me));
  g_assert_cmpint (value_of (&fixture, DAYBOOK_EVENT_AT)->number, ==, NOW);
  g_assert_cmpint (value_of (&fixture, DAYBOOK_EVENT_KIND)->number, ==, DAYBOOK_EVENT_NOTE);
  g_assert_cmpstr (value_of (&fixture, DAYBOOK_EVENT_TEXT)->text, ==, "She called");
  g_assert_cmpint (value_of (&fixture, DAYBOOK_EVENT_PROMISED_AT)->type, ==, DAYBOOK_VALUE_NONE);
  g_assert_cmpint (value_of (&fixture, DAYBOOK_EVENT_AMOUNT)->type, ==, DAYBOOK_VALUE_NONE);
  tear_down (&fixture);
}

static void
test_nothing_written_says_nothing (void)
{
  static const DaybookEventKind KINDS[] = {
    DAYBOOK_EVENT_NOTE, DAYBOOK_EVENT_TOLD, DAYBOOK_EVENT_HEARD, DAYBOOK_EVENT_QUESTION, DAYBOOK_EVENT_ESCALATED, DAYBOOK_EVENT_SENT_BACK,
    DAYBOOK_EVENT_OPINION,
  };
  static const char *const TEXTS[] = { NULL, "", " \n\t " };
  Fixture fixture;
  set_up (&fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (TEXTS); j++)
      {
        const DaybookCaseEvent event = { .kind = KINDS[i], .text = TEXTS[j], .contact = "138" };

        assert_refused (&fixture, &event, "Nothing was written.");
      }
  tear_down (&fixture);
}

static void
test_a_call_a_parcel_and_a_merge_speak_for_themselves (void)
{
  static const DaybookEventKind KINDS[] = { DAYBOOK_EVENT_CALL, DAYBOOK_EVENT_GOODS, DAYBOOK_EVENT_MERGED };

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      const DaybookCaseEvent event = { .kind = KINDS[i], .reference = "R-A1001" };
      Fixture fixture;
      set_up (&fixture);

      add (&fixture, &event);
      g_assert_cmpuint (daybook_edit_size (fixture.edit), ==, 1);
      g_assert_cmpstr (value_of (&fixture, DAYBOOK_EVENT_REFERENCE)->text, ==, "R-A1001");
      tear_down (&fixture);
    }
}

/* IN-13 */
static void
test_a_promise_stands_in_the_case (void)
{
  const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_TOLD, .text = "By noon", .channel = DAYBOOK_CHANNEL_PHONE, .promised_at = SOON };
  const DaybookCaseEvent plain = { .kind = DAYBOOK_EVENT_TOLD, .text = "We look into it" };
  Fixture fixture;
  set_up (&fixture);

  add (&fixture, &event);
  g_assert_cmpint (value_of (&fixture, DAYBOOK_EVENT_PROMISED_AT)->number, ==, SOON);
  g_assert_cmpint (value_of (&fixture, DAYBOOK_EVENT_CHANNEL)->number, ==, DAYBOOK_CHANNEL_PHONE);
  g_assert_cmpuint (daybook_edit_size (fixture.edit), ==, 2);
  g_assert_cmpint (set_in_case (&fixture, DAYBOOK_CASE_PROMISED_AT)->number, ==, SOON);
  tear_down (&fixture);

  /* Who promises nothing does not take back what was promised. */
  set_up (&fixture);
  add (&fixture, &plain);
  g_assert_cmpuint (daybook_edit_size (fixture.edit), ==, 1);
  tear_down (&fixture);
}

/* AS-10 to AS-12 */
static void
test_each_escalation_is_a_level (void)
{
  static const gint64 LEVELS[] = { 0, 1, 2 };

  for (gsize i = 0; i < G_N_ELEMENTS (LEVELS); i++)
    {
      const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_ESCALATED, .text = "She shouts", .contact = "138 0013 8000" };
      Fixture fixture;
      set_up (&fixture);

      if (LEVELS[i] > 0)
        fixture.row->values[DAYBOOK_CASE_LEVEL] = daybook_value_int (LEVELS[i]);
      add (&fixture, &event);
      g_assert_cmpint (set_in_case (&fixture, DAYBOOK_CASE_LEVEL)->number, ==, LEVELS[i] + 1);
      g_assert_cmpstr (set_in_case (&fixture, DAYBOOK_CASE_CONTACT)->text, ==, "138 0013 8000");
      g_assert_cmpstr (value_of (&fixture, DAYBOOK_EVENT_CONTACT)->text, ==, "138 0013 8000");
      g_assert_null (set_in_case (&fixture, DAYBOOK_CASE_HANDLER));
      g_assert_null (set_in_case (&fixture, DAYBOOK_CASE_NEED));
      tear_down (&fixture);
    }
}

static void
test_whoever_takes_it_on_has_it (void)
{
  Fixture fixture;
  set_up (&fixture);
  const DaybookCaseEvent event = {
    .kind = DAYBOOK_EVENT_ESCALATED, .text = "Call her", .to = &fixture.lead, .contact = "138 0013 8000", .promised_at = SOON,
  };
  const DaybookCaseEvent endless = { .kind = DAYBOOK_EVENT_ESCALATED, .text = "Call her", .to = &fixture.lead, .contact = "138" };

  assert_refused (&fixture, &endless, "Say by when an answer is expected");
  add (&fixture, &event);
  g_assert_true (daybook_id_equal (&set_in_case (&fixture, DAYBOOK_CASE_HANDLER)->id, &fixture.lead));
  g_assert_cmpstr (set_in_case (&fixture, DAYBOOK_CASE_NEED)->text, ==, "Call her");
  g_assert_cmpint (set_in_case (&fixture, DAYBOOK_CASE_EXPECTED_AT)->number, ==, SOON);
  g_assert_true (daybook_id_equal (&value_of (&fixture, DAYBOOK_EVENT_TO)->id, &fixture.lead));
  g_assert_null (set_in_case (&fixture, DAYBOOK_CASE_PROMISED_AT)); /* not to the customer */
  tear_down (&fixture);
}

/* IN-10 */
static void
test_whoever_takes_it_on_can_reach_the_customer (void)
{
  static const guint WAYS[] = { DAYBOOK_CASE_CUSTOMER, DAYBOOK_CASE_ORDER, DAYBOOK_CASE_CONTACT };
  static const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_ESCALATED, .text = "She shouts" };
  static const DaybookCaseEvent blank = { .kind = DAYBOOK_EVENT_ESCALATED, .text = "She shouts", .contact = "  " };
  Fixture fixture;
  set_up (&fixture);
  assert_refused (&fixture, &event, "Say how the customer is reached");
  assert_refused (&fixture, &blank, "Say how the customer is reached");
  tear_down (&fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (WAYS); i++)
    {
      set_up (&fixture);
      fixture.row->values[WAYS[i]] = WAYS[i] == DAYBOOK_CASE_CONTACT ? daybook_value_text ("138") : daybook_value_id (&fixture.me);
      add (&fixture, &event);
      g_assert_null (set_in_case (&fixture, DAYBOOK_CASE_CONTACT));
      tear_down (&fixture);
    }
}

/* An entry that was left empty is no news of the customer. */
static void
test_an_empty_contact_takes_none_away (void)
{
  static const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_ESCALATED, .text = "She shouts", .contact = "" };
  Fixture fixture;
  set_up (&fixture);

  fixture.row->values[DAYBOOK_CASE_CONTACT] = daybook_value_text ("138 0013 8000");
  add (&fixture, &event);
  g_assert_null (set_in_case (&fixture, DAYBOOK_CASE_CONTACT));
  tear_down (&fixture);
}

/* An emptied contact is no contact. */
static void
test_an_emptied_contact_reaches_nobody (void)
{
  static const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_ESCALATED, .text = "She shouts" };
  Fixture fixture;
  set_up (&fixture);

  fixture.row->values[DAYBOOK_CASE_CONTACT] = daybook_value_text ("");
  assert_refused (&fixture, &event, "Say how the customer is reached");
  tear_down (&fixture);
}

/* AS-07 */
static void
test_what_is_sent_back_waits_for_its_handler (void)
{
  static const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_SENT_BACK, .text = "The hinge still squeaks" };
  Fixture fixture;
  set_up (&fixture);

  add (&fixture, &event);
  g_assert_cmpuint (daybook_edit_size (fixture.edit), ==, 2);
  g_assert_cmpint (set_in_case (&fixture, DAYBOOK_CASE_RESULT_REVIEW)->number, ==, DAYBOOK_RESULT_SENT_BACK);
  tear_down (&fixture);
}

static void
test_money (void)
{
  static const DaybookCaseEvent event = {
    .kind = DAYBOOK_EVENT_MONEY, .amount = 12800, .way = DAYBOOK_WAY_ALIPAY, .reference = "2026112922001",
  };
  static const DaybookCaseEvent back = { .kind = DAYBOOK_EVENT_MONEY, .amount = -500, .text = "sent too much" };
  static const DaybookCaseEvent nothing = { .kind = DAYBOOK_EVENT_MONEY, .text = "money" };
  Fixture fixture;
  set_up (&fixture);

  assert_refused (&fixture, &nothing, "Say which amount was moved.");
  add (&fixture, &event);
  g_assert_cmpint (value_of (&fixture, DAYBOOK_EVENT_AMOUNT)->number, ==, 12800);
  g_assert_cmpint (value_of (&fixture, DAYBOOK_EVENT_WAY)->number, ==, DAYBOOK_WAY_ALIPAY);
  g_assert_cmpstr (value_of (&fixture, DAYBOOK_EVENT_CURRENCY)->text, ==, "CNY");
  g_assert_cmpstr (value_of (&fixture, DAYBOOK_EVENT_REFERENCE)->text, ==, "2026112922001");
  g_assert_cmpuint (daybook_edit_size (fixture.edit), ==, 1);
  tear_down (&fixture);

  set_up (&fixture);
  add (&fixture, &back);
  g_assert_cmpint (value_of (&fixture, DAYBOOK_EVENT_AMOUNT)->number, ==, -500);
  tear_down (&fixture);
}

/* The program's own have no author. */
static void
test_an_event_of_nobody (void)
{
  static const DaybookCaseEvent event = { .kind = DAYBOOK_EVENT_NOTE, .text = "by a rule" };
  Fixture fixture;
  set_up (&fixture);

  g_assert_true (daybook_case_event_add (fixture.edit, fixture.row, &event, NULL, NOW, NULL));
  g_assert_cmpint (value_of (&fixture, DAYBOOK_EVENT_AGENT)->type, ==, DAYBOOK_VALUE_NONE);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-event/a-note", test_a_note);
  g_test_add_func ("/case-event/nothing-written-says-nothing", test_nothing_written_says_nothing);
  g_test_add_func ("/case-event/a-call-a-parcel-and-a-merge-speak-for-themselves", test_a_call_a_parcel_and_a_merge_speak_for_themselves);
  g_test_add_func ("/case-event/a-promise-stands-in-the-case", test_a_promise_stands_in_the_case);
  g_test_add_func ("/case-event/each-escalation-is-a-level", test_each_escalation_is_a_level);
  g_test_add_func ("/case-event/whoever-takes-it-on-has-it", test_whoever_takes_it_on_has_it);
  g_test_add_func ("/case-event/whoever-takes-it-on-can-reach-the-customer", test_whoever_takes_it_on_can_reach_the_customer);
  g_test_add_func ("/case-event/what-is-sent-back-waits-for-its-handler", test_what_is_sent_back_waits_for_its_handler);
  g_test_add_func ("/case-event/money", test_money);
  g_test_add_func ("/case-event/an-event-of-nobody", test_an_event_of_nobody);
  g_test_add_func ("/case-event/an-empty-contact-takes-none-away", test_an_empty_contact_takes_none_away);
  g_test_add_func ("/case-event/an-emptied-contact-reaches-nobody", test_an_emptied_contact_reaches_nobody);

  return g_test_run ();
}
