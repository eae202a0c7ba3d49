/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-case.h"

#include "core/case.h"
#include "core/due-clock.h"
#include "core/opening.h"
#include "core/snooze.h"
#include "core/task.h"

#include <string.h>

/* What is due of a case and of a task, why, and how it is said. */

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)
/* Saturday, 2025-11-22 10:00 in Shanghai. */
#define OPENED G_GINT64_CONSTANT (1763776800)

#define DEFINITION \
  "{\"register\": \"keys\", \"prefix\": \"K\", \"title\": \"Keys\"," \
  " \"stages\": {\"asked\": {\"label\": \"Asked\", \"waits_for\": \"shop\", \"step\": {\"within\": \"2h\"}, \"moves\": [\"away\", \"shut\"]}," \
  "  \"away\": {\"label\": \"Away\", \"waits_for\": \"courier\", \"pauses\": true, \"step\": {\"within\": \"10d\", \"hours\": \"always\"}, \"moves\": [\"shut\"]}," \
  "  \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"asked\"]}}," \
  " \"respond\": [{\"when\": {\"channel\": [\"forum\"]}, \"within\": \"10min\", \"hours\": \"always\"}, {\"within\": \"4h\"}]," \
  " \"resolve\": {\"within\": \"24h\"}}"

typedef struct
{
  DaybookDueTerms   terms;
  DaybookRegister  *definition;
  DaybookRow       *row;
  DaybookCaseCourse course;
  GArray           *items;
  DaybookCalendar  *shift;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  daybook_rules_init (&fixture->terms.rules);
  fixture->terms.open = daybook_opening_calendar (NULL, NULL, NULL);
  fixture->terms.always = daybook_calendar_new_always ();
  fixture->terms.zone = g_time_zone_new_identifier ("Asia/Shanghai");
  fixture->definition = daybook_register_parse (DEFINITION, -1, "keys", &error);
  g_assert_no_error (error);
  fixture->row = daybook_row_new (daybook_register_get_table (fixture->definition));
  fixture->row->values[DAYBOOK_CASE_STAGE] = daybook_value_text ("asked");
  fixture->row->values[DAYBOOK_CASE_OPENED_AT] = daybook_value_int (OPENED);
  fixture->row->values[DAYBOOK_CASE_STAGE_SINCE] = daybook_value_int (OPENED);
  fixture->course.percent = 100;
  fixture->items = g_array_new (FALSE, TRUE, sizeof (DaybookDue));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_array_unref (fixture->items);
  daybook_row_unref (fixture->row);
  g_object_unref (fixture->definition);
  g_clear_pointer (&fixture->course.pauses, g_array_unref);
  g_clear_pointer (&fixture->shift, daybook_calendar_unref);
  daybook_due_terms_clear (&fixture->terms);
}

/* What is due by the rule, or NULL. */
static const DaybookDue *
reckon (Fixture       *fixture,
        DaybookRuleId  rule)
{
  g_array_set_size (fixture->items, 0);
  daybook_due_of_case (&fixture->terms, fixture->definition, fixture->row, &fixture->course, fixture->items);
  for (guint i = 0; i < fixture->items->len; i++)
    if (g_array_index (fixture->items, DaybookDue, i).rule == rule)
      return &g_array_index (fixture->items, DaybookDue, i);

  return NULL;
}

static void
assert_due (Fixture       *fixture,
            DaybookRuleId  rule,
            gint64         due)
{
  const DaybookDue *found = reckon (fixture, rule);

  g_assert_nonnull (found);
  g_assert_cmpint (found->due, ==, due);
}

static void
set (Fixture      *fixture,
     guint         field,
     DaybookValue  value)
{
  daybook_value_clear (&fixture->row->values[field]);
  fixture->row->values[field] = value;
}

/* Ten in the morning: of a day of 16 hours 14 are left. */
static void
test_spans (Fixture       *fixture,
            gconstpointer  data)
{
  assert_due (fixture, DAYBOOK_RULE_RESPOND, OPENED + 4 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_STEP, OPENED + 2 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_RESOLVE, OPENED + DAY - 2 * HOUR + 10 * HOUR);
  g_assert_cmpint (reckon (fixture, DAYBOOK_RULE_RESPOND)->warn, ==, OPENED + 4 * HOUR / 10 * 7);
  g_assert_cmpuint (fixture->items->len, ==, 3);
}

/* TM-02: the first limit of which the condition holds. */
static void
test_of_a_channel (Fixture       *fixture,
                   gconstpointer  data)
{
  set (fixture, DAYBOOK_CASE_CHANNEL, daybook_value_int (DAYBOOK_CHANNEL_FORUM));
  assert_due (fixture, DAYBOOK_RULE_RESPOND, OPENED + 600);
}

static void
test_answered (Fixture       *fixture,
               gconstpointer  data)
{
  fixture->course.answered = fixture->course.contact = OPENED + HOUR;
  g_assert_null (reckon (fixture, DAYBOOK_RULE_RESPOND));
  assert_due (fixture, DAYBOOK_RULE_STEP, OPENED + 2 * HOUR);
}

/* AS-08: opened again, it is to be answered again. */
static void
test_opened_again (Fixture       *fixture,
                   gconstpointer  data)
{
  fixture->course.contact = OPENED + HOUR;
  fixture->course.reopened = OPENED + 3 * HOUR;
  assert_due (fixture, DAYBOOK_RULE_RESPOND, OPENED + 7 * HOUR);
}

/* CU-11: but nobody makes a courier faster. */
static void
test_a_grade_is_faster (Fixture       *fixture,
                        gconstpointer  data)
{
  fixture->course.percent = 50;
  assert_due (fixture, DAYBOOK_RULE_RESPOND, OPENED + 2 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_STEP, OPENED + HOUR);
  set (fixture, DAYBOOK_CASE_STAGE, daybook_value_text ("away"));
  assert_due (fixture, DAYBOOK_RULE_STEP, OPENED + 10 * DAY);
}

static void
pause_for (Fixture *fixture,
           gint64   from,
           gint64   to)
{
  DaybookPause one = { from, to };

  if (fixture->course.pauses == NULL)
    fixture->course.pauses = g_array_new (FALSE, FALSE, sizeof (DaybookPause));
  g_array_append_val (fixture->course.pauses, one);
  fixture->course.waits = DAYBOOK_WAITS_FOR_COURIER;
}

static void
test_pauses (Fixture       *fixture,
             gconstpointer  data)
{
  pause_for (fixture, OPENED + HOUR, OPENED + 4 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_RESPOND, OPENED + 7 * HOUR);
  g_assert_cmpuint (reckon (fixture, DAYBOOK_RULE_RESPOND)->paused, ==, 3 * HOUR);
  pause_for (fixture, OPENED + 5 * HOUR, G_MAXINT64);
  assert_due (fixture, DAYBOOK_RULE_RESPOND, G_MAXINT64);
  g_assert_cmpint (reckon (fixture, DAYBOOK_RULE_RESPOND)->waits, ==, DAYBOOK_WAITS_FOR_COURIER);
  g_assert_cmpint (daybook_due_state (reckon (fixture, DAYBOOK_RULE_RESPOND), OPENED), ==, DAYBOOK_DUE_PAUSED);
  /* The courier's own time runs on. */
  set (fixture, DAYBOOK_CASE_STAGE, daybook_value_text ("away"));
  assert_due (fixture, DAYBOOK_RULE_STEP, OPENED + 10 * DAY);
}

/* Contact with the customer begins the time anew. */
static void
test_restarts (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *changes = g_strdup ("{\"resolve\": {\"within\": \"2h\", \"restarts\": true}}");
  g_autoptr(GError) error = NULL;

  g_object_unref (fixture->definition);
  fixture->definition = daybook_register_parse_with (DEFINITION, "keys", changes, &error);
  g_assert_no_error (error);
  assert_due (fixture, DAYBOOK_RULE_RESOLVE, OPENED + 2 * HOUR);
  fixture->course.answered = OPENED + HOUR;
  fixture->course.contact = OPENED + 3 * HOUR;
  assert_due (fixture, DAYBOOK_RULE_RESOLVE, OPENED + 5 * HOUR);
}

static void
test_moments (Fixture       *fixture,
              gconstpointer  data)
{
  const DaybookDue *due;

  set (fixture, DAYBOOK_CASE_PROMISED_AT, daybook_value_int (OPENED + HOUR));
  set (fixture, DAYBOOK_CASE_EXPECTED_AT, daybook_value_int (OPENED + 5 * HOUR));
  set (fixture, DAYBOOK_CASE_PLATFORM_DEADLINE, daybook_value_int (OPENED + 3 * DAY));
  assert_due (fixture, DAYBOOK_RULE_EXPECTED, OPENED + 5 * HOUR);
  assert_due (fixture, DAYBOOK_RULE_DEADLINE, OPENED + 3 * DAY);
  due = reckon (fixture, DAYBOOK_RULE_PROMISE);
  g_assert_cmpint (due->due, ==, OPENED + HOUR);
  g_assert_cmpint (due->warn, ==, OPENED + HOUR / 2);
  /* Promised for another time, it is another promise. */
  g_assert_cmpint (due->cycle, ==, OPENED + HOUR);

  fixture->course.kept = TRUE;
  g_assert_null (reckon (fixture, DAYBOOK_RULE_PROMISE));
  set (fixture, DAYBOOK_CASE_RESULT, daybook_value_text ("The courier pays"));
  g_assert_null (reckon (fixture, DAYBOOK_RULE_EXPECTED));
  set (fixture, DAYBOOK_CASE_RESULT_REVIEW, daybook_value_int (DAYBOOK_RESULT_SENT_BACK));
  assert_due (fixture, DAYBOOK_RULE_EXPECTED, OPENED + 5 * HOUR);
}

/* AS-06: the customer's contact is the owner, the work is the handler's. */
static void
test_whose (Fixture       *fixture,
            gconstpointer  data)
{
  DaybookId owner, handler;

  daybook_id_random (&owner);
  daybook_id_random (&handler);
  set (fixture, DAYBOOK_CASE_OWNER, daybook_value_id (&owner));
  g_assert_true (daybook_id_equal (&reckon (fixture, DAYBOOK_RULE_STEP)->agent, &owner));
  set (fixture, DAYBOOK_CASE_HANDLER, daybook_value_id (&handler));
  g_assert_true (daybook_id_equal (&reckon (fixture, DAYBOOK_RULE_STEP)->agent, &handler));
  g_assert_true (daybook_id_equal (&reckon (fixture, DAYBOOK_RULE_RESPOND)->agent, &owner));
}

static void
test_nothing_is_due (Fixture       *fixture,
                     gconstpointer  data)
{
  set (fixture, DAYBOOK_CASE_DELETED, daybook_value_int (1));
  reckon (fixture, DAYBOOK_RULE_STEP);
  g_assert_cmpuint (fixture->items->len, ==, 0);
  set (fixture, DAYBOOK_CASE_DELETED, daybook_value_int (0));
  set (fixture, DAYBOOK_CASE_STAGE, daybook_value_text ("shut"));
  reckon (fixture, DAYBOOK_RULE_STEP);
  g_assert_cmpuint (fixture->items->len, ==, 0);
  set (fixture, DAYBOOK_CASE_STAGE, daybook_value_text ("of another laptop"));
  reckon (fixture, DAYBOOK_RULE_STEP);
  g_assert_cmpuint (fixture->items->len, ==, 0);
  set (fixture, DAYBOOK_CASE_STAGE, daybook_value_text ("asked"));
  for (guint i = 0; i < DAYBOOK_N_RULES; i++)
    fixture->terms.rules.of[i].used = FALSE;
  set (fixture, DAYBOOK_CASE_PROMISED_AT, daybook_value_int (OPENED + HOUR));
  reckon (fixture, DAYBOOK_RULE_STEP);
  g_assert_cmpuint (fixture->items->len, ==, 0);
}

static void
test_a_task (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(DaybookRow) task = daybook_row_new (&daybook_tasks);

  daybook_due_of_task (&fixture->terms, task, fixture->items);
  g_assert_cmpuint (fixture->items->len, ==, 0);
  task->values[DAYBOOK_TASK_DUE] = daybook_value_int (OPENED);
  daybook_due_of_task (&fixture->terms, task, fixture->items);
  g_assert_cmpint (g_array_index (fixture->items, DaybookDue, 0).due, ==, OPENED);
  g_assert_cmpint (g_array_index (fixture->items, DaybookDue, 0).warn, ==, OPENED - 15 * 60);
  task->values[DAYBOOK_TASK_DONE_AT] = daybook_value_int (OPENED);
  g_array_set_size (fixture->items, 0);
  daybook_due_of_task (&fixture->terms, task, fixture->items);
  g_assert_cmpuint (fixture->items->len, ==, 0);
}

/* --- Words ------------------------------------------------------------------------------- */

static void
assert_explained (Fixture       *fixture,
                  DaybookRuleId  rule,
                  const char    *sentence)
{
  g_autofree char *said = daybook_due_explain (reckon (fixture, rule), fixture->terms.zone);

  g_assert_cmpstr (said, ==, sentence);
}

static void
test_explained (Fixture       *fixture,
                gconstpointer  data)
{
  assert_explained (fixture, DAYBOOK_RULE_RESPOND, "4 h of opening hours since Sat 11-22 10:00: due Sat 11-22 14:00.");
  set (fixture, DAYBOOK_CASE_CHANNEL, daybook_value_int (DAYBOOK_CHANNEL_FORUM));
  assert_explained (fixture, DAYBOOK_RULE_RESPOND, "10 min round the clock since Sat 11-22 10:00: due Sat 11-22 10:10.");
  pause_for (fixture, OPENED + HOUR, OPENED + 4 * HOUR);
  assert_explained (fixture, DAYBOOK_RULE_RESOLVE, "24 h of opening hours since Sat 11-22 10:00, paused 3 h for the courier: due Sun 11-23 21:00.");
  pause_for (fixture, OPENED + 5 * HOUR, G_MAXINT64);
  assert_explained (fixture, DAYBOOK_RULE_RESOLVE, "24 h of opening hours since Sat 11-22 10:00, paused 3 h for the courier: the clock stands still.");
  set (fixture, DAYBOOK_CASE_PROMISED_AT, daybook_value_int (OPENED + HOUR));
  assert_explained (fixture, DAYBOOK_RULE_PROMISE, "Promised to the customer for Sat 11-22 11:00; near 30 min before.");
}

static void
assert_chip (Fixture    *fixture,
             gint64      due,
             const char *said)
{
  const DaybookDue item = { .due = due, .warn = due - HOUR, .waits = DAYBOOK_WAITS_FOR_COURIER };
  g_autofree char *chip = daybook_due_chip (&item, OPENED, fixture->terms.zone);

  g_assert_cmpstr (chip, ==, said);
}

static void
test_chips (Fixture       *fixture,
            gconstpointer  data)
{
  assert_chip (fixture, OPENED, "1 min late");
  assert_chip (fixture, OPENED - 40 * 60, "40 min late");
  assert_chip (fixture, OPENED - 2 * HOUR - 50 * 60, "2 h late");
  assert_chip (fixture, OPENED - 47 * HOUR, "47 h late");
  assert_chip (fixture, OPENED - 3 * DAY - HOUR, "3 days late");
  assert_chip (fixture, OPENED + 25 * 60, "25 min left");
  assert_chip (fixture, OPENED + 2 * HOUR, "12:00");
  assert_chip (fixture, OPENED + DAY, "Tomorrow 10:00");
  assert_chip (fixture, G_MAXINT64, "Paused: the courier");
}

/* A Saturday, ten in the morning. */
static void
test_sections (Fixture       *fixture,
               gconstpointer  data)
{
  const struct
  {
    gint64            due;
    DaybookDueSection section;
  } CASES[] = {
    { OPENED - 11 * HOUR, DAYBOOK_DUE_LEFT_OVER }, { OPENED - 10 * HOUR, DAYBOOK_DUE_LATE }, { OPENED, DAYBOOK_DUE_LATE },
    { OPENED + 1, DAYBOOK_DUE_NEXT_HOUR }, { OPENED + HOUR, DAYBOOK_DUE_NEXT_HOUR }, { OPENED + HOUR + 1, DAYBOOK_DUE_LATER_TODAY },
    { OPENED + 14 * HOUR, DAYBOOK_DUE_LATER_TODAY }, { OPENED + 14 * HOUR + 1, DAYBOOK_DUE_FURTHER }, { G_MAXINT64, DAYBOOK_DUE_STANDING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpint (daybook_due_section (CASES[i].due, 0, OPENED, fixture->terms.zone), ==, CASES[i].section);
}

static void
assert_snoozed (Fixture             *fixture,
                DaybookSnoozeChoice  choice,
                gint64               now,
                gint64               until)
{
  g_assert_cmpint (daybook_snooze_until (choice, &fixture->terms, fixture->shift, now), ==, until);
  g_assert_cmpuint (strlen (daybook_snooze_label (choice)), >, 0);
}

/* From eight to midnight the shop is open. */
static void
test_snoozes (Fixture       *fixture,
              gconstpointer  data)
{
  const gint64 midnight = OPENED + 14 * HOUR, night = midnight + 3 * HOUR;

  assert_snoozed (fixture, DAYBOOK_SNOOZE_QUARTER, OPENED, OPENED + 900);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_HOUR, OPENED, OPENED + HOUR);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_CLOSING, OPENED, midnight);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_OPENING, OPENED, midnight + 8 * HOUR);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_CLOSING, night, 0);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_OPENING, night, midnight + 8 * HOUR);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_TOMORROW, OPENED, midnight + 9 * HOUR);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_MONDAY, OPENED, midnight + DAY + 9 * HOUR);
  /* On a Monday it is the next one. */
  assert_snoozed (fixture, DAYBOOK_SNOOZE_MONDAY, OPENED + 2 * DAY, midnight + 8 * DAY + 9 * HOUR);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_THREE_DAYS, OPENED, midnight + 2 * DAY + 9 * HOUR);

  /* Who has no shift has no end of it; else it runs from two to six today, and from two tomorrow. */
  assert_snoozed (fixture, DAYBOOK_SNOOZE_SHIFT_END, OPENED, 0);
  fixture->shift = daybook_calendar_parse ("{\"week\": {\"sat\": [\"14:00-18:00\"], \"sun\": [\"14:00-18:00\"]}}", NULL);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_SHIFT_END, OPENED, 0);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_NEXT_SHIFT, OPENED, OPENED + 4 * HOUR);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_SHIFT_END, OPENED + 5 * HOUR, OPENED + 8 * HOUR);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_NEXT_SHIFT, OPENED + 5 * HOUR, midnight + 14 * HOUR);

  /* Round the clock it neither closes nor opens. */
  daybook_calendar_unref (fixture->terms.open);
  fixture->terms.open = daybook_calendar_new_always ();
  assert_snoozed (fixture, DAYBOOK_SNOOZE_CLOSING, OPENED, 0);
  assert_snoozed (fixture, DAYBOOK_SNOOZE_OPENING, OPENED, 0);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  DaybookId id;
  g_autofree char *key = NULL;
  g_autofree char *row = NULL;
  g_autofree char *number = NULL;
  DaybookRuleId rule;
  gint64 cycle;

  g_assert_true (daybook_id_parse ("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", &id));
  key = daybook_due_key (DAYBOOK_RULE_STEP, &id, OPENED);
  g_assert_cmpstr (key, ==, "step:0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b:1763776800");
  g_assert_true (daybook_due_key_parse (key, &rule, &row, &cycle));
  g_assert_cmpint (rule, ==, DAYBOOK_RULE_STEP);
  g_assert_cmpstr (row, ==, "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
  g_assert_cmpint (cycle, ==, OPENED);
  g_assert_true (daybook_due_key_parse ("respond:R-A2031", &rule, &number, &cycle));
  g_assert_cmpstr (number, ==, "R-A2031");
  g_assert_cmpint (cycle, ==, 0);
  for (const char *const *wrong = (const char *const[]) { "", "step", "step:", "moonlight:R-1", "step:R-1:soon", "step:R-1:1:1", NULL };
       *wrong != NULL; wrong++)
    g_assert_false (daybook_due_key_parse (*wrong, &rule, &row, &cycle));
}

#define ADD(name, func) g_test_add ("/due/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("spans", test_spans);
  ADD ("of-a-channel", test_of_a_channel);
  ADD ("answered", test_answered);
  ADD ("opened-again", test_opened_again);
  ADD ("a-grade-is-faster", test_a_grade_is_faster);
  ADD ("pauses", test_pauses);
  ADD ("restarts", test_restarts);
  ADD ("moments", test_moments);
  ADD ("whose", test_whose);
  ADD ("nothing-is-due", test_nothing_is_due);
  ADD ("a-task", test_a_task);
  ADD ("explained", test_explained);
  ADD ("chips", test_chips);
  ADD ("sections", test_sections);
  ADD ("snoozes", test_snoozes);
  ADD ("keys", test_keys);

  return g_test_run ();
}
