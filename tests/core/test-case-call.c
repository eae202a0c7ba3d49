/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case-call.h"

#include "core/case-event.h"
#include "core/customer.h"
#include "core/order.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795910400)
#define SOON (NOW + 3600)

typedef struct
{
  DaybookRow  *row;
  DaybookRow  *task;
  DaybookEdit *edit;
  DaybookId    me;
} Fixture;

static void
set_up (Fixture *fixture)
{
  *fixture = (Fixture) { .row = daybook_row_new (&daybook_cases), .task = daybook_row_new (&daybook_tasks) };
  daybook_id_random (&fixture->me);
  daybook_id_random (&fixture->row->id);
  daybook_id_random (&fixture->task->id);
  fixture->row->values[DAYBOOK_CASE_CUSTOMER] = daybook_value_id (&fixture->me);
  fixture->task->values[DAYBOOK_TASK_KIND] = daybook_value_int (DAYBOOK_TASK_CALL);
  fixture->task->values[DAYBOOK_TASK_TITLE] = daybook_value_text ("Call her");
  fixture->edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "test", &fixture->me);
}

static void
tear_down (Fixture *fixture)
{
  daybook_row_unref (fixture->row);
  daybook_row_unref (fixture->task);
  daybook_edit_unref (fixture->edit);
}

static void
report (Fixture                 *fixture,
        const DaybookCallReport *what)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_case_call_report (fixture->edit, fixture->row, fixture->task, what, &fixture->me, NOW, &error));
  g_assert_no_error (error);
  g_assert_true (daybook_edit_check (fixture->edit, NULL));
}

static void
assert_refused (Fixture                 *fixture,
                const DaybookCallReport *what,
                const char              *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_case_call_report (fixture->edit, fixture->row, fixture->task, what, &fixture->me, NOW, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
  g_assert_cmpuint (daybook_edit_size (fixture->edit), ==, 0);
}

/* What the edit sets in a field of the row, or NULL. */
static const DaybookValue *
set_in (Fixture          *fixture,
        const DaybookRow *row,
        guint             field)
{
  for (guint i = 0; i < daybook_edit_size (fixture->edit); i++)
    {
      const DaybookChange *change = daybook_edit_change (fixture->edit, i);

      if (change->kind == DAYBOOK_CHANGE_SET && change->table == row->table && daybook_id_equal (&change->row, &row->id)
          && change->field == field)
        return &change->value;
    }

  return NULL;
}

/* What is written into the case. */
static const char *
written (Fixture          *fixture,
         DaybookEventKind  kind)
{
  const DaybookChange *event = daybook_edit_change (fixture->edit, 0);

  g_assert_true (event->table == &daybook_events);
  g_assert_cmpint (event->values[DAYBOOK_EVENT_KIND].number, ==, kind);
  g_assert_true (daybook_id_equal (&event->values[DAYBOOK_EVENT_CASE].id, &fixture->row->id));
  return event->values[DAYBOOK_EVENT_TEXT].text;
}

static void
test_reached (void)
{
  Fixture fixture;
  set_up (&fixture);

  report (&fixture, &(DaybookCallReport) { .outcome = DAYBOOK_CALL_REACHED, .answers = "Is it there?: yes", .text = "A kind voice",
                                           .satisfied = DAYBOOK_ANSWER_YES });
  g_assert_cmpstr (written (&fixture, DAYBOOK_EVENT_CALL), ==, "Reached\nIs it there?: yes\nA kind voice");
  g_assert_cmpint (set_in (&fixture, fixture.task, DAYBOOK_TASK_OUTCOME)->number, ==, DAYBOOK_CALL_REACHED);
  g_assert_cmpint (set_in (&fixture, fixture.task, DAYBOOK_TASK_DONE_AT)->number, ==, NOW);
  g_assert_cmpstr (set_in (&fixture, fixture.task, DAYBOOK_TASK_ANSWERS)->text, ==, "Is it there?: yes\nA kind voice");
  g_assert_cmpint (set_in (&fixture, fixture.row, DAYBOOK_CASE_SATISFIED)->number, ==, DAYBOOK_ANSWER_YES);
  g_assert_null (set_in (&fixture, fixture.task, DAYBOOK_TASK_DUE));
  tear_down (&fixture);
}

static void
test_whether_satisfied_is_not_made_up (void)
{
  Fixture fixture;
  set_up (&fixture);

  report (&fixture, &(DaybookCallReport) { .outcome = DAYBOOK_CALL_REACHED, .text = "She had no time" });
  g_assert_null (set_in (&fixture, fixture.row, DAYBOOK_CASE_SATISFIED));
  tear_down (&fixture);
}

/* It stays to be done. */
static void
test_not_reached (void)
{
  Fixture fixture;
  set_up (&fixture);
  fixture.task->values[DAYBOOK_TASK_ANSWERS] = daybook_value_text ("Nobody there");

  report (&fixture, &(DaybookCallReport) { .outcome = DAYBOOK_CALL_NOT_REACHED, .text = "Engaged", .again_at = SOON,
                                           .satisfied = DAYBOOK_ANSWER_YES });
  g_assert_cmpstr (written (&fixture, DAYBOOK_EVENT_CALL), ==, "Not reached\nEngaged");
  g_assert_cmpint (set_in (&fixture, fixture.task, DAYBOOK_TASK_DUE)->number, ==, SOON);
  g_assert_cmpstr (set_in (&fixture, fixture.task, DAYBOOK_TASK_ANSWERS)->text, ==, "Nobody there\nEngaged");
  g_assert_null (set_in (&fixture, fixture.task, DAYBOOK_TASK_DONE_AT));
  g_assert_null (set_in (&fixture, fixture.row, DAYBOOK_CASE_SATISFIED));
  tear_down (&fixture);
}

static void
test_given_up (void)
{
  Fixture fixture;
  set_up (&fixture);

  report (&fixture, &(DaybookCallReport) { .outcome = DAYBOOK_CALL_GIVEN_UP, .text = "The number is not in use" });
  g_assert_cmpstr (written (&fixture, DAYBOOK_EVENT_CALL), ==, "Given up\nThe number is not in use");
  g_assert_cmpint (set_in (&fixture, fixture.task, DAYBOOK_TASK_DONE_AT)->number, ==, NOW);
  tear_down (&fixture);
}

static void
test_what_says_nothing_is_refused (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_refused (&fixture, &(DaybookCallReport) { .text = "x" }, "whether the customer was reached");
  assert_refused (&fixture, &(DaybookCallReport) { .outcome = DAYBOOK_CALL_REACHED, .answers = "", .text = " \n" }, "what the customer said");
  assert_refused (&fixture, &(DaybookCallReport) { .outcome = DAYBOOK_CALL_NOT_REACHED }, "when it is tried again");
  assert_refused (&fixture, &(DaybookCallReport) { .outcome = DAYBOOK_CALL_NOT_REACHED, .again_at = NOW }, "when it is tried again");
  assert_refused (&fixture, &(DaybookCallReport) { .outcome = DAYBOOK_CALL_GIVEN_UP }, "why nobody calls any more");
  fixture.task->values[DAYBOOK_TASK_DONE_AT] = daybook_value_int (NOW);
  assert_refused (&fixture, &(DaybookCallReport) { .outcome = DAYBOOK_CALL_REACHED, .text = "x" }, "done already");
  tear_down (&fixture);
}

/* What is no call is done when it is, and nobody is asked anything. */
static void
test_something_to_do (void)
{
  Fixture fixture;
  set_up (&fixture);
  fixture.task->values[DAYBOOK_TASK_KIND] = daybook_value_int (DAYBOOK_TASK_TODO);

  report (&fixture, &(DaybookCallReport) { .outcome = DAYBOOK_CALL_REACHED });
  g_assert_cmpstr (written (&fixture, DAYBOOK_EVENT_NOTE), ==, "Call her");
  g_assert_null (set_in (&fixture, fixture.task, DAYBOOK_TASK_OUTCOME));
  g_assert_cmpint (set_in (&fixture, fixture.task, DAYBOOK_TASK_DONE_AT)->number, ==, NOW);
  tear_down (&fixture);
}

/* --- Of what it is --------------------------------------------------------------------- */

static const DaybookValue *
add (Fixture          *fixture,
     const DaybookRow *of)
{
  const DaybookCaseCall call = { .kind = DAYBOOK_TASK_CALL, .title = "Call", .agent = &fixture->me, .due = SOON };

  daybook_case_call_add (fixture->edit, of, &call, NOW);
  g_assert_true (daybook_edit_check (fixture->edit, NULL));
  return daybook_edit_change (fixture->edit, daybook_edit_size (fixture->edit) - 1)->values;
}

static void
test_a_task_of_each_kind_of_row (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookRow) order = daybook_row_new (&daybook_orders);
  g_autoptr(DaybookRow) customer = daybook_row_new (&daybook_customers);
  const DaybookValue *task;

  daybook_id_random (&order->id);
  daybook_id_random (&customer->id);
  order->values[DAYBOOK_ORDER_CUSTOMER] = daybook_value_id (&customer->id);
  task = add (&fixture, fixture.row);
  g_assert_true (daybook_id_equal (&task[DAYBOOK_TASK_CASE].id, &fixture.row->id));
  g_assert_true (daybook_id_equal (&task[DAYBOOK_TASK_CUSTOMER].id, &fixture.me));
  g_assert_cmpint (task[DAYBOOK_TASK_ORDER].type, ==, DAYBOOK_VALUE_NONE);
  task = add (&fixture, order);
  g_assert_cmpint (task[DAYBOOK_TASK_CASE].type, ==, DAYBOOK_VALUE_NONE);
  g_assert_true (daybook_id_equal (&task[DAYBOOK_TASK_ORDER].id, &order->id));
  g_assert_true (daybook_id_equal (&task[DAYBOOK_TASK_CUSTOMER].id, &customer->id));
  task = add (&fixture, customer);
  g_assert_true (daybook_id_equal (&task[DAYBOOK_TASK_CUSTOMER].id, &customer->id));
  task = add (&fixture, NULL);
  g_assert_cmpint (task[DAYBOOK_TASK_CUSTOMER].type, ==, DAYBOOK_VALUE_NONE);
  g_assert_cmpint (task[DAYBOOK_TASK_DUE].number, ==, SOON);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-call/reached", test_reached);
  g_test_add_func ("/case-call/whether-satisfied-is-not-made-up", test_whether_satisfied_is_not_made_up);
  g_test_add_func ("/case-call/not-reached", test_not_reached);
  g_test_add_func ("/case-call/given-up", test_given_up);
  g_test_add_func ("/case-call/what-says-nothing-is-refused", test_what_says_nothing_is_refused);
  g_test_add_func ("/case-call/something-to-do", test_something_to_do);
  g_test_add_func ("/case-call/a-task-of-each-kind-of-row", test_a_task_of_each_kind_of_row);

  return g_test_run ();
}
