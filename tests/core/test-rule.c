/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/attention.h"
#include "core/case.h"
#include "core/error.h"
#include "core/opening.h"
#include "core/rule.h"

#include <string.h>

/* What a shop says of a rule, and of its opening hours. */

static DaybookValue none = DAYBOOK_VALUE_INIT;

static void
test_as_they_come (void)
{
  DaybookRules rules;

  daybook_rules_init (&rules);
  g_assert_true (rules.of[DAYBOOK_RULE_RESPOND].used);
  g_assert_cmpuint (rules.of[DAYBOOK_RULE_PROMISE].within, ==, 30 * 60);
  g_assert_cmpuint (rules.of[DAYBOOK_RULE_DEADLINE].within, ==, 24 * 3600);
  g_assert_cmpuint (rules.of[DAYBOOK_RULE_GRADE_2].number, ==, 50);
  for (guint i = 0; i < DAYBOOK_N_RULES; i++)
    {
      const DaybookRuleKind *kind = daybook_rule_kind ((DaybookRuleId) i);

      g_assert_cmpint (daybook_rule_find (kind->key), ==, (int) i);
      g_assert_cmpuint (strlen (kind->label), >, 0);
      g_assert_cmpuint (strlen (kind->help), >, 0);
    }
  g_assert_cmpint (daybook_rule_find ("nonsense"), ==, -1);
}

static void
test_said (void)
{
  DaybookRules rules;
  DaybookValue sixty = daybook_value_int (60);

  daybook_rules_init (&rules);
  daybook_rules_say (&rules, "promise", DAYBOOK_ANSWER_UNKNOWN, "10min", &none, NULL);
  g_assert_cmpuint (rules.of[DAYBOOK_RULE_PROMISE].within, ==, 600);
  g_assert_true (rules.of[DAYBOOK_RULE_PROMISE].used);
  daybook_rules_say (&rules, "promise", DAYBOOK_ANSWER_NO, NULL, &none, NULL);
  g_assert_false (rules.of[DAYBOOK_RULE_PROMISE].used);
  daybook_rules_say (&rules, "vip_1", DAYBOOK_ANSWER_UNKNOWN, NULL, &sixty, NULL);
  g_assert_cmpuint (rules.of[DAYBOOK_RULE_GRADE_1].number, ==, 60);
}

/* Another laptop's Daybook may say what this one does not understand. */
static void
test_nonsense_is_not_said (void)
{
  DaybookRules rules, usual;
  DaybookValue much = daybook_value_int (1000), less = daybook_value_int (0);

  daybook_rules_init (&rules);
  daybook_rules_init (&usual);
  daybook_rules_say (&rules, "moonlight", DAYBOOK_ANSWER_NO, "3d", &much, NULL);
  daybook_rules_say (&rules, "promise", DAYBOOK_ANSWER_UNKNOWN, "soon", &none, NULL);
  daybook_rules_say (&rules, "promise", DAYBOOK_ANSWER_UNKNOWN, "0min", &none, NULL);
  daybook_rules_say (&rules, "vip_1", DAYBOOK_ANSWER_UNKNOWN, NULL, &much, NULL);
  daybook_rules_say (&rules, "vip_1", DAYBOOK_ANSWER_UNKNOWN, NULL, &less, NULL);
  /* A task cannot be told never to come. */
  daybook_rules_say (&rules, "task", DAYBOOK_ANSWER_NO, NULL, &none, NULL);
  g_assert_cmpmem (&rules, sizeof rules, &usual, sizeof usual);
}

static void
assert_refused (const DaybookField *field,
                const char         *text,
                const char         *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (field->check (text, &error));
  g_assert_nonnull (strstr (error->message, said));
}

static void
test_refused (void)
{
  g_autoptr(GError) error = NULL;

  assert_refused (&daybook_rules.fields[DAYBOOK_RULE_ROW_WITHIN], "0min", "is switched off");
  assert_refused (&daybook_rules.fields[DAYBOOK_RULE_ROW_WITHIN], "soon", "no time such as");
  assert_refused (&daybook_rules.fields[DAYBOOK_RULE_ROW_KEY], "moonlight", "There is no rule");
  g_assert_false (daybook_rule_check (DAYBOOK_RULE_GRADE_1, 101, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (daybook_rule_check (DAYBOOK_RULE_PROMISE, 1, &error));
  g_assert_nonnull (strstr (error->message, "takes no number"));
  g_assert_true (daybook_rule_check (DAYBOOK_RULE_GRADE_1, 1, NULL));
}

static void
test_hours_refused (void)
{
  const DaybookField *week = &daybook_openings.fields[DAYBOOK_OPENING_WEEK], *days = &daybook_openings.fields[DAYBOOK_OPENING_DAYS];

  assert_refused (week, "{\"mon\": []}", "never opens");
  assert_refused (week, "{\"mon\": [\"08:00-12:00\", \"11:00-13:00\"]}", "overlap");
  assert_refused (week, "[1]", "no opening hours");
  /* No more than the one member can be said by it. */
  assert_refused (week, "{}, \"days\": {}", "no opening hours");
  assert_refused (days, "{\"2026-02-30\": []}", "is no day");
  g_assert_true (days->check ("{\"2026-10-01\": []}", NULL));
  g_assert_true (week->check (daybook_opening_default (), NULL));
}

/* SH-04: from eight to midnight somebody is there. */
static void
test_the_usual_hours (void)
{
  g_autoptr(DaybookCalendar) calendar = daybook_opening_calendar (NULL, "", NULL);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  gint64 midnight = G_GINT64_CONSTANT (1763769600); /* 2025-11-22 00:00:00 UTC */

  g_assert_false (daybook_calendar_is_open (calendar, utc, midnight + 8 * 3600 - 1));
  g_assert_true (daybook_calendar_is_open (calendar, utc, midnight + 8 * 3600));
  g_assert_true (daybook_calendar_is_open (calendar, utc, midnight + 24 * 3600 - 1));
}

/* Two laptops that say it of the same thing say it in one row. */
static void
test_ids (void)
{
  DaybookId row, first, again, other;

  g_assert_true (daybook_id_parse ("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", &row));
  daybook_attention_row_id (&first, "respond", "case", &row, 5);
  daybook_attention_row_id (&again, "respond", "case", &row, 5);
  daybook_attention_row_id (&other, "respond", "case", &row, 6);
  g_assert_true (daybook_id_equal (&first, &again));
  g_assert_false (daybook_id_equal (&first, &other));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rule/as-they-come", test_as_they_come);
  g_test_add_func ("/rule/said", test_said);
  g_test_add_func ("/rule/nonsense-is-not-said", test_nonsense_is_not_said);
  g_test_add_func ("/rule/refused", test_refused);
  g_test_add_func ("/rule/hours-refused", test_hours_refused);
  g_test_add_func ("/rule/the-usual-hours", test_the_usual_hours);
  g_test_add_func ("/rule/ids", test_ids);

  return g_test_run ();
}
