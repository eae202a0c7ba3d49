/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/grade-proposal.h"

#include "core/grade.h"
#include "core/order.h"
#include "core/rhythm.h"

#include <locale.h>

/* What VIP grades ask, and who comes to one (CU-04, CU-11). */

#define DAY G_GINT64_CONSTANT (86400)
#define NOW G_GINT64_CONSTANT (1763800000)

static void
set_number (DaybookRow *row,
            guint       field,
            gint64      number)
{
  if (number >= 0)
    row->values[field] = daybook_value_int (number);
}

/* -1: nothing was said. */
static void
say (DaybookGradeRules *rules,
     DaybookGrade       grade,
     gint64             spent,
     gint64             orders,
     gint64             days,
     gboolean           either)
{
  g_autoptr(DaybookRow) row = daybook_row_new (&daybook_grades);

  set_number (row, DAYBOOK_GRADE_RULE_GRADE, grade);
  set_number (row, DAYBOOK_GRADE_RULE_SPENT, spent);
  set_number (row, DAYBOOK_GRADE_RULE_ORDERS, orders);
  set_number (row, DAYBOOK_GRADE_RULE_DAYS, days);
  set_number (row, DAYBOOK_GRADE_RULE_EITHER, either);
  daybook_grade_rules_say (rules, row);
}

static void
say_hand (DaybookGradeRules *rules,
          DaybookGrade       grade)
{
  g_autoptr(DaybookRow) row = daybook_row_new (&daybook_grades);

  set_number (row, DAYBOOK_GRADE_RULE_GRADE, grade);
  set_number (row, DAYBOOK_GRADE_RULE_BY_HAND, TRUE);
  set_number (row, DAYBOOK_GRADE_RULE_SPENT, 1);
  daybook_grade_rules_say (rules, row);
}

static void
add (DaybookGradeFacts       *facts,
     const DaybookGradeRules *rules,
     DaybookGradeOrder        order)
{
  daybook_grade_facts_add (facts, rules, &order, NOW);
}

static void
test_nothing_is_asked_before_it_is_confirmed (void)
{
  g_auto(DaybookGradeRules) rules = { 0 };
  DaybookGradeFacts facts = { 0 };
  DaybookGradeProposal proposal;

  daybook_grade_rules_init (&rules, "CNY");
  add (&facts, &rules, (DaybookGradeOrder) { NOW, DAYBOOK_STAGE_COMPLETED, 0, "CNY", 99999999, 0 });
  g_assert_false (daybook_grade_propose (&rules, &facts, DAYBOOK_GRADE_NONE, FALSE, &proposal));
  g_assert_cmpint (rules.of[DAYBOOK_GRADE_1].spent, >, 0);
  g_assert_false (rules.of[DAYBOOK_GRADE_1].used);
}

static void
test_what_counts (void)
{
  static const struct
  {
    const char       *what;
    DaybookGradeOrder order;
    gint64            spent;
    guint             orders;
  } CASES[] = {
    { "paid and done", { NOW - DAY, DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE, "CNY", 5600, 0 }, 5600, 1 },
    { "on its way", { NOW - DAY, DAYBOOK_STAGE_SHIPPED, DAYBOOK_REFUND_NONE, "CNY", 5600, 0 }, 5600, 1 },
    { "a part went back", { NOW - DAY, DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_PART, "CNY", 5600, 600 }, 5000, 1 },
    { "paid is told without what went back", { NOW - DAY, DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_PART, "CNY", 120000, 30000, 150000 }, 120000, 1 },
    { "the total, where nobody says what was paid",
      { NOW - DAY, DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_PART, "CNY", DAYBOOK_AMOUNT_UNKNOWN, 600, 5600 }, 5000, 1 },
    { "all went back", { NOW - DAY, DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_FULL, "CNY", 5600, 5600 }, 0, 0 },
    { "closed", { NOW - DAY, DAYBOOK_STAGE_CLOSED, DAYBOOK_REFUND_NONE, "CNY", 5600, 0 }, 0, 0 },
    { "not paid", { NOW - DAY, DAYBOOK_STAGE_UNPAID, DAYBOOK_REFUND_NONE, "CNY", 5600, 0 }, 0, 0 },
    { "nobody knows the stage, but it was paid", { NOW - DAY, DAYBOOK_STAGE_UNKNOWN, DAYBOOK_REFUND_NONE, "CNY", 5600, 0 }, 5600, 1 },
    { "nobody knows the stage, nor a payment", { NOW - DAY, DAYBOOK_STAGE_UNKNOWN, DAYBOOK_REFUND_NONE, "CNY", 0, 0 }, 0, 0 },
    { "other money is an order", { NOW - DAY, DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE, "USD", 5600, 0 }, 0, 1 },
    { "more went back than was paid", { NOW - DAY, DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_PART, "CNY", 100, 600 }, 0, 1 },
    { "the last day that counts", { NOW - 365 * DAY, DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE, "CNY", 5600, 0 }, 5600, 1 },
    { "a moment too long ago", { NOW - 365 * DAY - 1, DAYBOOK_STAGE_COMPLETED, DAYBOOK_REFUND_NONE, "CNY", 5600, 0 }, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto(DaybookGradeRules) rules = { 0 };
      DaybookGradeFacts facts = { 0 };

      g_test_message ("%s", CASES[i].what);
      daybook_grade_rules_init (&rules, "CNY");
      say (&rules, DAYBOOK_GRADE_1, 1, -1, 365, FALSE);
      add (&facts, &rules, CASES[i].order);
      g_assert_cmpint (facts.spent[DAYBOOK_GRADE_1], ==, CASES[i].spent);
      g_assert_cmpuint (facts.orders[DAYBOOK_GRADE_1], ==, CASES[i].orders);
    }
}

static void
test_who_is_proposed (void)
{
  static const struct
  {
    const char  *what;
    gint64       spent, orders; /* asked of VIP 2 */
    gboolean     either;
    gint64       has_spent;
    guint        has_orders;
    DaybookGrade grade;
    gboolean     held;
    int          to; /* -1: nothing */
  } CASES[] = {
    { "enough money", 5000, -1, FALSE, 5000, 0, DAYBOOK_GRADE_NONE, FALSE, DAYBOOK_GRADE_2 },
    { "not quite", 5000, -1, FALSE, 4999, 99, DAYBOOK_GRADE_NONE, FALSE, -1 },
    { "enough orders", -1, 3, FALSE, 0, 3, DAYBOOK_GRADE_NONE, FALSE, DAYBOOK_GRADE_2 },
    { "one of the two, and both are asked", 5000, 3, FALSE, 9000, 2, DAYBOOK_GRADE_NONE, FALSE, -1 },
    { "both", 5000, 3, FALSE, 5000, 3, DAYBOOK_GRADE_NONE, FALSE, DAYBOOK_GRADE_2 },
    { "one of the two is enough", 5000, 3, TRUE, 0, 3, DAYBOOK_GRADE_NONE, FALSE, DAYBOOK_GRADE_2 },
    { "nothing is asked: nobody is", -1, -1, TRUE, 9999, 99, DAYBOOK_GRADE_NONE, FALSE, -1 },
    { "has it already", 5000, -1, FALSE, 9000, 1, DAYBOOK_GRADE_2, FALSE, -1 },
    { "no longer reached", 5000, -1, FALSE, 100, 1, DAYBOOK_GRADE_2, FALSE, DAYBOOK_GRADE_NONE },
    { "no longer reached, but held", 5000, -1, FALSE, 100, 1, DAYBOOK_GRADE_2, TRUE, -1 },
    { "reached, but another one is held", 5000, -1, FALSE, 9000, 1, DAYBOOK_GRADE_1, TRUE, -1 },
    { "a higher one of which nothing is asked stays", 5000, -1, FALSE, 9000, 1, DAYBOOK_GRADE_3, FALSE, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto(DaybookGradeRules) rules = { 0 };
      DaybookGradeFacts facts = { .spent[DAYBOOK_GRADE_2] = CASES[i].has_spent, .orders[DAYBOOK_GRADE_2] = CASES[i].has_orders };
      DaybookGradeProposal proposal = { .to = DAYBOOK_GRADE_NONE };
      gboolean proposed;

      g_test_message ("%s", CASES[i].what);
      daybook_grade_rules_init (&rules, "CNY");
      say (&rules, DAYBOOK_GRADE_2, CASES[i].spent, CASES[i].orders, 365, CASES[i].either);
      proposed = daybook_grade_propose (&rules, &facts, CASES[i].grade, CASES[i].held, &proposal);
      g_assert_cmpint (proposed ? (int) proposal.to : -1, ==, CASES[i].to);
    }
}

static void
test_a_grade_given_by_hand_is_proposed_to_nobody (void)
{
  g_auto(DaybookGradeRules) rules = { 0 };
  DaybookGradeFacts facts = { .spent = { 0, 9999, 9999, 9999 } };
  DaybookGradeProposal proposal;

  daybook_grade_rules_init (&rules, "CNY");
  say_hand (&rules, DAYBOOK_GRADE_3);
  say (&rules, DAYBOOK_GRADE_1, 5000, -1, 0, FALSE);
  g_assert_cmpint (daybook_grade_reached (&rules, &facts), ==, DAYBOOK_GRADE_1);
  g_assert_false (daybook_grade_propose (&rules, &facts, DAYBOOK_GRADE_3, FALSE, &proposal));
}

static void
test_the_reason (void)
{
  g_auto(DaybookGradeRules) rules = { 0 };
  DaybookGradeFacts facts = { .spent = { 0, 600000, 523000, 0 }, .orders = { 0, 12, 12, 0 } };
  DaybookGradeProposal proposal;

  daybook_grade_rules_init (&rules, "CNY");
  say (&rules, DAYBOOK_GRADE_1, 100000, -1, 0, FALSE);
  say (&rules, DAYBOOK_GRADE_2, 500000, 10, 365, TRUE);
  g_assert_true (daybook_grade_propose (&rules, &facts, DAYBOOK_GRADE_NONE, FALSE, &proposal));
  g_autofree char *up = daybook_grade_proposal_reason (&proposal, &rules);
  g_assert_cmpstr (up, ==, "¥5,230.00 in 12 orders; VIP 2 asks ¥5,000.00 or 10 orders within 365 days");

  facts = (DaybookGradeFacts) { .spent = { 0, 600000, 20000, 0 }, .orders = { 0, 12, 1, 0 } };
  g_assert_true (daybook_grade_propose (&rules, &facts, DAYBOOK_GRADE_2, FALSE, &proposal));
  g_autofree char *down = daybook_grade_proposal_reason (&proposal, &rules);
  g_assert_cmpint (proposal.to, ==, DAYBOOK_GRADE_1);
  g_assert_cmpstr (down, ==, "¥200.00 in 1 order; VIP 2 asks ¥5,000.00 or 10 orders within 365 days");
}

/* Who declines is not asked again while the orders count of which it was said. */
static void
test_declined_for_as_long_as_it_looks_back (void)
{
  g_auto(DaybookGradeRules) rules = { 0 };
  const DaybookGradeProposal proposal = { DAYBOOK_GRADE_NONE, DAYBOOK_GRADE_1, DAYBOOK_GRADE_1, 0, 0 };
  const DaybookGradeProposal other = { DAYBOOK_GRADE_NONE, DAYBOOK_GRADE_2, DAYBOOK_GRADE_2, 0, 0 };

  daybook_grade_rules_init (&rules, "CNY");
  say (&rules, DAYBOOK_GRADE_1, 100, -1, 365, FALSE);
  g_assert_true (daybook_grade_is_declined (&proposal, &rules, NOW - 365 * DAY, NOW));
  g_assert_false (daybook_grade_is_declined (&proposal, &rules, NOW - 365 * DAY - 1, NOW));
  g_assert_cmpint (daybook_grade_proposal_cycle (&proposal), !=, daybook_grade_proposal_cycle (&other));
}

static void
test_benefits (void)
{
  DaybookGradeRule rule = { .discount = 50, .stacked = TRUE };
  g_autofree char *five = daybook_grade_rule_gives (&rule);

  g_assert_cmpstr (five, ==, "5 % on top of other discounts");
  /* 95 remained of 100. */
  g_assert_cmpint (daybook_grade_rule_off (&rule, 9500), ==, 500);
  g_assert_cmpint (daybook_grade_rule_off (&rule, 0), ==, 0);
  rule.discount = 0;
  g_assert_cmpint (daybook_grade_rule_off (&rule, 9500), ==, 0);
  rule = (DaybookGradeRule) { .discount = 75, .benefits = (char *) "free returns" };
  g_autofree char *both = daybook_grade_rule_gives (&rule);
  g_assert_cmpstr (both, ==, "7.5 % off · free returns");
}

/* --- The rhythm --------------------------------------------------------------------------- */

static void
test_the_interval (void)
{
  static const struct
  {
    const char *what;
    gint64      grade, own, quiet, deleted;
    gint64      days;
  } CASES[] = {
    { "that of the grade", DAYBOOK_GRADE_2, -1, 0, 0, 30 },
    { "the customer's own goes before", DAYBOOK_GRADE_2, 7, 0, 0, 7 },
    { "of a customer without a grade", DAYBOOK_GRADE_NONE, 7, 0, 0, 7 },
    { "nobody counts", DAYBOOK_GRADE_NONE, -1, 0, 0, 0 },
    { "a grade without one", DAYBOOK_GRADE_1, -1, 0, 0, 0 },
    { "wants no messages", DAYBOOK_GRADE_2, 7, 1, 0, 0 },
    { "in the trash", DAYBOOK_GRADE_2, 7, 0, 1, 0 },
  };
  g_auto(DaybookGradeRules) rules = { 0 };

  daybook_grade_rules_init (&rules, "CNY");
  rules.of[DAYBOOK_GRADE_2].used = TRUE;
  rules.of[DAYBOOK_GRADE_2].interval = 30;
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookRow) row = daybook_row_new (&daybook_customers);

      g_test_message ("%s", CASES[i].what);
      set_number (row, DAYBOOK_CUSTOMER_GRADE, CASES[i].grade);
      set_number (row, DAYBOOK_CUSTOMER_INTERVAL, CASES[i].own);
      set_number (row, DAYBOOK_CUSTOMER_QUIET, CASES[i].quiet);
      set_number (row, DAYBOOK_CUSTOMER_DELETED, CASES[i].deleted);
      g_assert_cmpint (daybook_rhythm_interval (row, &rules), ==, CASES[i].days);
    }
}

static void
test_amber_and_red (void)
{
  gint64 due = NOW + 10 * DAY;

  g_assert_cmpint (daybook_rhythm_state (NOW, due, NOW + 7 * DAY - 1), ==, DAYBOOK_RHYTHM_FRESH);
  g_assert_cmpint (daybook_rhythm_state (NOW, due, NOW + 7 * DAY), ==, DAYBOOK_RHYTHM_SOON);
  g_assert_cmpint (daybook_rhythm_state (NOW, due, due - 1), ==, DAYBOOK_RHYTHM_SOON);
  g_assert_cmpint (daybook_rhythm_state (NOW, due, due), ==, DAYBOOK_RHYTHM_LATE);
}

static void
test_due_on_a_morning (void)
{
  DaybookDueTerms terms = { .zone = g_time_zone_new_identifier ("Asia/Shanghai") };
  g_autoptr(DaybookRow) row = daybook_row_new (&daybook_customers);
  g_autoptr(GArray) items = g_array_new (FALSE, TRUE, sizeof (DaybookDue));
  const DaybookDue *due;

  daybook_rules_init (&terms.rules);
  set_number (row, DAYBOOK_CUSTOMER_FIRST_SEEN, NOW - 40 * DAY);
  daybook_due_of_customer (&terms, row, 30, NOW, items);
  daybook_due_of_customer (&terms, row, 30, 0, items);
  daybook_due_of_customer (&terms, row, 0, NOW, items);
  g_assert_cmpuint (items->len, ==, 2);
  due = &g_array_index (items, DaybookDue, 0);
  /* 2025-11-22 16:26 in Shanghai; thirty days later at ten. */
  g_assert_cmpint (due->due, ==, G_GINT64_CONSTANT (1766368800));
  g_assert_cmpint (due->began, ==, NOW);
  g_assert_cmpint (g_array_index (items, DaybookDue, 1).began, ==, NOW - 40 * DAY);

  terms.rules.of[DAYBOOK_RULE_VIP_CONTACT].used = FALSE;
  daybook_due_of_customer (&terms, row, 30, NOW, items);
  g_assert_cmpuint (items->len, ==, 2);
  g_time_zone_unref (terms.zone);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grade/unconfirmed", test_nothing_is_asked_before_it_is_confirmed);
  g_test_add_func ("/grade/counts", test_what_counts);
  g_test_add_func ("/grade/proposed", test_who_is_proposed);
  g_test_add_func ("/grade/by-hand", test_a_grade_given_by_hand_is_proposed_to_nobody);
  g_test_add_func ("/grade/reason", test_the_reason);
  g_test_add_func ("/grade/declined", test_declined_for_as_long_as_it_looks_back);
  g_test_add_func ("/grade/benefits", test_benefits);
  g_test_add_func ("/rhythm/interval", test_the_interval);
  g_test_add_func ("/rhythm/state", test_amber_and_red);
  g_test_add_func ("/rhythm/due", test_due_on_a_morning);
  return g_test_run ();
}
