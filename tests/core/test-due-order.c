/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-order.h"

#include "core/opening.h"

#include <string.h>

/* What is due of orders, of a shop's days and of its goods; and what is not, for want of facts. */

#define MINUTE G_GINT64_CONSTANT (60)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
/* Saturday, 2025-11-22 10:00 in Shanghai; midnight is ten hours before. */
#define TEN G_GINT64_CONSTANT (1763776800)
#define MIDNIGHT (TEN - 10 * HOUR)
#define ALL_FACTS ((DaybookOrderFacts) 0x1ff)

typedef struct
{
  DaybookDueTerms   terms;
  DaybookOrderState order;
  GArray           *items;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  daybook_rules_init (&fixture->terms.rules);
  fixture->terms.open = daybook_opening_calendar (NULL, NULL, NULL);
  fixture->terms.always = daybook_calendar_new_always ();
  fixture->terms.zone = g_time_zone_new_identifier ("Asia/Shanghai");
  fixture->items = g_array_new (FALSE, TRUE, sizeof (DaybookDue));
  fixture->order = (DaybookOrderState) { .created = TEN, .paid_at = TEN, .as_of = TEN + HOUR, .facts = ALL_FACTS };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_array_unref (fixture->items);
  daybook_due_terms_clear (&fixture->terms);
}

/* Six days a week, not on Sundays. */
static void
shut_sundays (Fixture *fixture)
{
  g_clear_pointer (&fixture->terms.open, daybook_calendar_unref);
  fixture->terms.open = daybook_calendar_parse ("{\"week\": {\"mon\": [\"09:00-18:00\"], \"tue\": [\"09:00-18:00\"], \"wed\": [\"09:00-18:00\"],"
                                                " \"thu\": [\"09:00-18:00\"], \"fri\": [\"09:00-18:00\"], \"sat\": [\"09:00-18:00\"]}}", NULL);
  g_assert_nonnull (fixture->terms.open);
}

/* What is due by the rule; a thing of no time: nothing is. */
static const DaybookDue *
find (Fixture       *fixture,
      DaybookRuleId  rule)
{
  static const DaybookDue NOTHING = { .due = -1 };

  for (guint i = 0; i < fixture->items->len; i++)
    if (g_array_index (fixture->items, DaybookDue, i).rule == rule)
      return &g_array_index (fixture->items, DaybookDue, i);

  return &NOTHING;
}

static const DaybookDue *
reckon (Fixture       *fixture,
        DaybookRuleId  rule)
{
  g_array_set_size (fixture->items, 0);
  daybook_due_of_order (&fixture->terms, &fixture->order, fixture->items);
  return find (fixture, rule);
}

static void
assert_nothing (Fixture       *fixture,
                DaybookRuleId  rule)
{
  g_assert_cmpint (reckon (fixture, rule)->due, ==, -1);
}

static void
assert_due (Fixture       *fixture,
            DaybookRuleId  rule,
            gint64         due,
            gint64         warn)
{
  const DaybookDue *found = reckon (fixture, rule);

  g_assert_cmpint (found->due, ==, due);
  g_assert_cmpint (found->warn, ==, warn);
  g_assert_cmpint (found->as_of, ==, fixture->order.as_of);
}

static void
assert_explained (Fixture       *fixture,
                  DaybookRuleId  rule,
                  const char    *said)
{
  g_autofree char *text = daybook_due_explain (reckon (fixture, rule), fixture->terms.zone);

  g_assert_cmpstr (text, ==, said);
}

static void
test_unpaid (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->order.stage = DAYBOOK_STAGE_UNPAID;
  assert_due (fixture, DAYBOOK_RULE_UNPAID, TEN + 30 * MINUTE, TEN + 30 * MINUTE);
  assert_explained (fixture, DAYBOOK_RULE_UNPAID,
                    "Ordered Sat 11-22 10:00 and not paid: due Sat 11-22 10:30. The newest export of the order is of Sat 11-22 11:00.");
  fixture->terms.rules.of[DAYBOOK_RULE_UNPAID].within = 2 * HOUR;
  assert_due (fixture, DAYBOOK_RULE_UNPAID, TEN + 2 * HOUR, TEN + 2 * HOUR);
  fixture->terms.rules.of[DAYBOOK_RULE_UNPAID].used = FALSE;
  assert_nothing (fixture, DAYBOOK_RULE_UNPAID);
}

/* The courier comes at four in the afternoon, on days that the shop opens. */
static void
test_unshipped (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->order.stage = DAYBOOK_STAGE_PAID;
  assert_due (fixture, DAYBOOK_RULE_UNSHIPPED, TEN + 6 * HOUR, TEN + 4 * HOUR);
  fixture->order.paid_at = TEN + 6 * HOUR;
  assert_due (fixture, DAYBOOK_RULE_UNSHIPPED, TEN + 6 * HOUR, TEN + 4 * HOUR);
  fixture->order.paid_at = TEN + 6 * HOUR + 1;
  assert_due (fixture, DAYBOOK_RULE_UNSHIPPED, TEN + 6 * HOUR + DAY, TEN + 4 * HOUR + DAY);
  shut_sundays (fixture);
  assert_due (fixture, DAYBOOK_RULE_UNSHIPPED, TEN + 6 * HOUR + 2 * DAY, TEN + 4 * HOUR + 2 * DAY);
  /* Of an export that does not say when it was paid, when it was ordered is all that is known. */
  fixture->order.paid_at = 0;
  assert_due (fixture, DAYBOOK_RULE_UNSHIPPED, TEN + 6 * HOUR, TEN + 4 * HOUR);
  fixture->terms.rules.of[DAYBOOK_RULE_UNSHIPPED].at = 9 * 60 + 30;
  assert_due (fixture, DAYBOOK_RULE_UNSHIPPED, MIDNIGHT + 2 * DAY + 9 * HOUR + 30 * MINUTE, MIDNIGHT + 2 * DAY + 7 * HOUR + 30 * MINUTE);
}

static void
test_money_wanted_back (Fixture       *fixture,
                        gconstpointer  data)
{
  fixture->order.stage = DAYBOOK_STAGE_PAID;
  fixture->order.refund = DAYBOOK_REFUND_PART;
  g_assert_cmpint (reckon (fixture, DAYBOOK_RULE_UNSHIPPED)->due, >, 0);
  fixture->order.refund = DAYBOOK_REFUND_ASKED;
  assert_nothing (fixture, DAYBOOK_RULE_UNSHIPPED);
  fixture->order.refund = DAYBOOK_REFUND_FULL;
  assert_nothing (fixture, DAYBOOK_RULE_UNSHIPPED);
}

static void
test_untracked (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->order.stage = DAYBOOK_STAGE_SHIPPED;
  fixture->order.shipped_at = TEN;
  assert_due (fixture, DAYBOOK_RULE_UNTRACKED, TEN + DAY, TEN + DAY);
  shut_sundays (fixture);
  assert_due (fixture, DAYBOOK_RULE_UNTRACKED, TEN + 2 * DAY, TEN + 2 * DAY);
  fixture->order.tracked = TRUE;
  assert_nothing (fixture, DAYBOOK_RULE_UNTRACKED);
  /* Where no order of the platform has a number, that this one has none says nothing. */
  fixture->order.tracked = FALSE;
  fixture->order.facts = ALL_FACTS & ~DAYBOOK_FACT_TRACKING;
  assert_nothing (fixture, DAYBOOK_RULE_UNTRACKED);
}

static void
test_confirms (Fixture       *fixture,
               gconstpointer  data)
{
  fixture->order.stage = DAYBOOK_STAGE_SHIPPED;
  fixture->order.shipped_at = TEN;
  fixture->order.tracked = TRUE;
  assert_due (fixture, DAYBOOK_RULE_CONFIRM, TEN + 10 * DAY, TEN + 8 * DAY);
  fixture->terms.rules.of[DAYBOOK_RULE_CONFIRM].number = 15;
  assert_due (fixture, DAYBOOK_RULE_CONFIRM, TEN + 15 * DAY, TEN + 13 * DAY);
  fixture->order.facts = ALL_FACTS & ~DAYBOOK_FACT_CONFIRMS;
  assert_nothing (fixture, DAYBOOK_RULE_CONFIRM);
  fixture->order.facts = ALL_FACTS;
  fixture->order.stage = DAYBOOK_STAGE_DELIVERED;
  assert_nothing (fixture, DAYBOOK_RULE_CONFIRM);
}

/* It is off as it comes. */
static void
test_wanted (Fixture       *fixture,
                  gconstpointer  data)
{
  fixture->order.stage = DAYBOOK_STAGE_SHIPPED;
  fixture->order.shipped_at = TEN;
  fixture->order.tracked = TRUE;
  assert_nothing (fixture, DAYBOOK_RULE_TELL);
  fixture->terms.rules.of[DAYBOOK_RULE_TELL].used = TRUE;
  assert_due (fixture, DAYBOOK_RULE_TELL, TEN + 2 * HOUR, TEN + 2 * HOUR);
}

/* An export of years ago raises nothing of what it says itself to be over. */
static void
test_over_by_its_own_export (Fixture       *fixture,
                             gconstpointer  data)
{
  fixture->order.stage = DAYBOOK_STAGE_UNPAID;
  fixture->order.as_of = TEN + 30 * MINUTE + 3 * DAY - 1;
  g_assert_cmpint (reckon (fixture, DAYBOOK_RULE_UNPAID)->due, >, 0);
  g_assert_cmpint (reckon (fixture, DAYBOOK_RULE_UNPAID)->ends, ==, TEN + 30 * MINUTE + 3 * DAY);
  fixture->order.as_of++;
  assert_nothing (fixture, DAYBOOK_RULE_UNPAID);
}

static void
test_ended (Fixture       *fixture,
            gconstpointer  data)
{
  const DaybookStage STAGES[] = { DAYBOOK_STAGE_UNKNOWN, DAYBOOK_STAGE_COMPLETED, DAYBOOK_STAGE_CLOSED };

  fixture->order.shipped_at = TEN;
  for (guint i = 0; i < G_N_ELEMENTS (STAGES); i++)
    {
      fixture->order.stage = STAGES[i];
      g_array_set_size (fixture->items, 0);
      daybook_due_of_order (&fixture->terms, &fixture->order, fixture->items);
      g_assert_cmpuint (fixture->items->len, ==, 0);
      g_assert_false (daybook_stage_is_open (STAGES[i]));
    }
}

/* Not red because nobody has imported: grey, with the time of the export (RECORDS §6). */
static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  fixture->order.stage = DAYBOOK_STAGE_PAID;
  fixture->order.as_of = TEN;
  const DaybookDue *due = reckon (fixture, DAYBOOK_RULE_UNSHIPPED);
  g_autofree char *chip = daybook_due_chip (due, TEN + 7 * HOUR, fixture->terms.zone);

  g_assert_cmpint (daybook_due_state (due, TEN), ==, DAYBOOK_DUE_LATER);
  g_assert_cmpint (daybook_due_state (due, TEN + 5 * HOUR), ==, DAYBOOK_DUE_SOON);
  g_assert_cmpint (daybook_due_state (due, TEN + 7 * HOUR), ==, DAYBOOK_DUE_STALE);
  g_assert_cmpint (daybook_due_section (due->due, due->as_of, TEN + 7 * HOUR, fixture->terms.zone), ==, DAYBOOK_DUE_UNSURE);
  g_assert_cmpstr (chip, ==, "as of 10:00");
  g_assert_cmpstr (daybook_due_state_word (DAYBOOK_DUE_STALE), ==, "stale");

  /* By an export of after that time it is late indeed. */
  fixture->order.as_of = TEN + 6 * HOUR;
  due = reckon (fixture, DAYBOOK_RULE_UNSHIPPED);
  g_assert_cmpint (daybook_due_state (due, TEN + 7 * HOUR), ==, DAYBOOK_DUE_OVERDUE);
  g_assert_cmpint (daybook_due_section (due->due, due->as_of, TEN + 7 * HOUR, fixture->terms.zone), ==, DAYBOOK_DUE_LATE);
}

static void
test_a_shops_days (Fixture       *fixture,
                   gconstpointer  data)
{
  daybook_due_of_trace (&fixture->terms, MIDNIGHT, fixture->items);
  g_assert_cmpint (find (fixture, DAYBOOK_RULE_TRACE)->due, ==, MIDNIGHT + DAY + 11 * HOUR);
  g_assert_cmpint (find (fixture, DAYBOOK_RULE_TRACE)->warn, ==, MIDNIGHT + DAY);
  g_assert_cmpint (find (fixture, DAYBOOK_RULE_TRACE)->cycle, ==, MIDNIGHT);

  /* The thirtieth of November, three in the afternoon. */
  daybook_due_of_month (&fixture->terms, TEN, fixture->items);
  g_assert_cmpint (find (fixture, DAYBOOK_RULE_NO_AGENT)->due, ==, MIDNIGHT + 8 * DAY + 15 * HOUR);
  g_assert_cmpint (find (fixture, DAYBOOK_RULE_NO_AGENT)->cycle, ==, MIDNIGHT - 21 * DAY);

  daybook_due_of_export (&fixture->terms, TEN, fixture->items);
  g_assert_cmpint (find (fixture, DAYBOOK_RULE_STALE)->due, ==, TEN + DAY);
  g_assert_cmpuint (fixture->items->len, ==, 3);
}

static void
test_stock (Fixture       *fixture,
            gconstpointer  data)
{
  daybook_due_of_stock (&fixture->terms, 10, TEN, 0, fixture->items);
  g_assert_cmpuint (fixture->items->len, ==, 0);
  daybook_due_of_stock (&fixture->terms, 9, TEN, TEN - DAY, fixture->items);
  g_assert_cmpint (find (fixture, DAYBOOK_RULE_STOCK)->due, ==, TEN + HOUR);
  g_assert_cmpint (find (fixture, DAYBOOK_RULE_STOCK)->cycle, ==, TEN - DAY);
  g_assert_cmpint (find (fixture, DAYBOOK_RULE_STOCK)->ends, ==, 0);
}

static void
test_why_not (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *nothing = daybook_facts_missing (DAYBOOK_RULE_UNTRACKED, ALL_FACTS);
  g_autofree char *tracking = daybook_facts_missing (DAYBOOK_RULE_UNTRACKED, ALL_FACTS & ~DAYBOOK_FACT_TRACKING);
  g_autofree char *confirms = daybook_facts_missing (DAYBOOK_RULE_CONFIRM, daybook_platform_facts ("shopify"));
  g_autofree char *promise = daybook_facts_missing (DAYBOOK_RULE_PROMISE, 0);

  g_assert_null (nothing);
  g_assert_cmpstr (tracking, ==, "No export so far had tracking numbers.");
  g_assert_cmpstr (confirms, ==, "The platform does not end orders by itself.");
  g_assert_null (promise);
  g_assert_cmpuint (daybook_platform_facts ("tmall"), ==, DAYBOOK_FACT_CONFIRMS);
}

#define ADD(name, func) g_test_add ("/due-order/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("unpaid", test_unpaid);
  ADD ("unshipped", test_unshipped);
  ADD ("money-wanted-back", test_money_wanted_back);
  ADD ("untracked", test_untracked);
  ADD ("confirms", test_confirms);
  ADD ("wanted-ones", test_wanted);
  ADD ("over-by-its-own-export", test_over_by_its_own_export);
  ADD ("ended", test_ended);
  ADD ("stale", test_stale);
  ADD ("a-shops-days", test_a_shops_days);
  ADD ("stock", test_stock);
  ADD ("why-not", test_why_not);

  return g_test_run ();
}
