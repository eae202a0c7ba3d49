/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-call.h"

#include "core/chore.h"
#include "core/opening.h"

/* When customers are called, by which plan, and whose that is. */

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)
/* Saturday, 2025-11-22 10:00 in Shanghai; calls are due at 17:00. */
#define TEN G_GINT64_CONSTANT (1763776800)
#define FIVE (TEN + 7 * HOUR)

typedef struct
{
  DaybookDueTerms terms;
  GArray         *items;
  DaybookId       boss;
  DaybookId       owner;
} Fixture;

static DaybookCallTerm *
add_plan (Fixture           *fixture,
          DaybookCallPlanOn  on,
          guint              days)
{
  DaybookCallTerm *term = g_new0 (DaybookCallTerm, 1);

  daybook_id_random (&term->id);
  term->on = on;
  term->days = days;
  term->since = TEN - 5 * DAY;
  g_ptr_array_add (fixture->terms.calls, term);
  return term;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  daybook_rules_init (&fixture->terms.rules);
  fixture->terms.open = daybook_opening_calendar (NULL, NULL, NULL);
  fixture->terms.always = daybook_calendar_new_always ();
  fixture->terms.zone = g_time_zone_new_identifier ("Asia/Shanghai");
  fixture->terms.calls = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_call_term_free);
  fixture->items = g_array_new (FALSE, TRUE, sizeof (DaybookDue));
  daybook_id_random (&fixture->boss);
  daybook_id_random (&fixture->owner);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_array_unref (fixture->items);
  daybook_due_terms_clear (&fixture->terms);
}

/* The only call, or NULL. */
static const DaybookDue *
reckon (Fixture          *fixture,
        DaybookCallFacts  facts)
{
  facts.agent = fixture->owner;
  g_array_set_size (fixture->items, 0);
  daybook_due_of_call (&fixture->terms, &facts, fixture->items);
  g_assert_cmpuint (fixture->items->len, <=, 1);
  return fixture->items->len == 1 ? &g_array_index (fixture->items, DaybookDue, 0) : NULL;
}

static const DaybookCallFacts CLOSED = { .on = DAYBOOK_CALL_PLAN_CLOSED, .of = "complaint", .moment = TEN };

static void
test_after_an_end (Fixture       *fixture,
                   gconstpointer  data)
{
  const DaybookCallTerm *term = add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, 3);
  const DaybookDue *due = reckon (fixture, CLOSED);

  g_assert_nonnull (due);
  g_assert_cmpint (due->rule, ==, DAYBOOK_RULE_CALL_BACK);
  g_assert_cmpint (due->due, ==, FIVE + 3 * DAY);
  g_assert_cmpint (due->warn, ==, TEN - 10 * HOUR + 3 * DAY);
  g_assert_cmpint (due->ends, ==, due->due + DAYBOOK_CALL_LASTS);
  g_assert_true (daybook_call_cycle_is_of (due->cycle, &term->id));
  g_assert_true (daybook_id_equal (&due->agent, &fixture->owner));
}

typedef struct
{
  const char *name;
  const char *of;
  guint       grade;   /* the plan's */
  gint64      moment;
  guint       has;     /* the customer's grade */
  gboolean    unwanted;
  gboolean    called;
} Meant;

static const Meant MEANT[] = {
  { "of any register", NULL, 0, TEN, 0, FALSE, TRUE },
  { "of its register", "complaint", 0, TEN, 0, FALSE, TRUE },
  { "of another register", "return", 0, TEN, 0, FALSE, FALSE },
  { "of the grade", NULL, 2, TEN, 2, FALSE, TRUE },
  { "above the grade", NULL, 2, TEN, 3, FALSE, TRUE },
  { "below the grade", NULL, 2, TEN, 1, FALSE, FALSE },
  { "on the day the plan began", NULL, 0, TEN - 5 * DAY, 0, FALSE, TRUE },
  { "before the plan began", NULL, 0, TEN - 5 * DAY - 1, 0, FALSE, FALSE },
  { "never closed", NULL, 0, 0, 0, FALSE, FALSE },
  { "wants no calls", NULL, 0, TEN, 3, TRUE, FALSE },
};

static void
test_who_is_meant (Fixture       *fixture,
                   gconstpointer  data)
{
  DaybookCallTerm *term = add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, 3);

  for (guint i = 0; i < G_N_ELEMENTS (MEANT); i++)
    {
      const Meant *meant = &MEANT[i];

      g_test_message ("%s", meant->name);
      g_free (term->of);
      term->of = g_strdup (meant->of);
      term->grade = meant->grade;
      g_assert_true ((reckon (fixture, (DaybookCallFacts) { .on = DAYBOOK_CALL_PLAN_CLOSED, .of = "complaint", .moment = meant->moment,
                                                            .grade = meant->has, .unwanted = meant->unwanted }) != NULL) == meant->called);
    }
}

static void
test_at_intervals (Fixture       *fixture,
                   gconstpointer  data)
{
  const DaybookDue *due;

  add_plan (fixture, DAYBOOK_CALL_PLAN_INTERVAL, 30);
  due = reckon (fixture, (DaybookCallFacts) { .on = DAYBOOK_CALL_PLAN_INTERVAL, .moment = TEN });
  g_assert_cmpint (due->due, ==, FIVE + 30 * DAY);
  g_assert_cmpint (due->ends, ==, 0);

  /* Long ago: on the day on which the plan began, not years late. */
  due = reckon (fixture, (DaybookCallFacts) { .on = DAYBOOK_CALL_PLAN_INTERVAL, .moment = TEN - 900 * DAY });
  g_assert_cmpint (due->due, ==, FIVE - 5 * DAY);
  /* Never. */
  due = reckon (fixture, (DaybookCallFacts) { .on = DAYBOOK_CALL_PLAN_INTERVAL });
  g_assert_cmpint (due->due, ==, FIVE + 25 * DAY);
}

static void
test_cycles (Fixture       *fixture,
             gconstpointer  data)
{
  DaybookId first, second;
  gint64 cycle;

  daybook_id_random (&first);
  daybook_id_random (&second);
  second.bytes[15] = (guint8) ~first.bytes[15];
  cycle = daybook_call_cycle (&first, TEN);
  g_assert_true (daybook_call_cycle_is_of (cycle, &first));
  g_assert_false (daybook_call_cycle_is_of (cycle, &second));
  g_assert_cmpint (cycle, !=, daybook_call_cycle (&first, TEN + 1));
  g_assert_cmpint (cycle, >, 0);

  /* An order is received once, whichever export says so first. */
  add_plan (fixture, DAYBOOK_CALL_PLAN_DELIVERED, 3);
  cycle = reckon (fixture, (DaybookCallFacts) { .on = DAYBOOK_CALL_PLAN_DELIVERED, .moment = TEN })->cycle;
  g_assert_cmpint (reckon (fixture, (DaybookCallFacts) { .on = DAYBOOK_CALL_PLAN_DELIVERED, .moment = TEN + DAY })->cycle, ==, cycle);
}

static void
test_whose (Fixture       *fixture,
            gconstpointer  data)
{
  DaybookCallTerm *term = add_plan (fixture, DAYBOOK_CALL_PLAN_CLOSED, 3);
  const DaybookDue *due;

  term->role = DAYBOOK_CHORE_LEAD;
  due = reckon (fixture, CLOSED);
  g_assert_true (daybook_id_is_null (&due->agent));
  g_assert_cmpuint (due->role, ==, DAYBOOK_DUE_ROLE (DAYBOOK_CHORE_LEAD));
  term->agent = fixture->boss;
  due = reckon (fixture, CLOSED);
  g_assert_true (daybook_id_equal (&due->agent, &fixture->boss));
  g_assert_cmpuint (due->role, ==, 0);
}

/* An export that is itself older than the end of the call raises it; a newer one does not. */
static void
test_by_an_old_export (Fixture       *fixture,
                       gconstpointer  data)
{
  gint64 ends = FIVE + 3 * DAY + DAYBOOK_CALL_LASTS;

  add_plan (fixture, DAYBOOK_CALL_PLAN_DELIVERED, 3);
  g_assert_nonnull (reckon (fixture, (DaybookCallFacts) { .on = DAYBOOK_CALL_PLAN_DELIVERED, .moment = TEN, .as_of = ends - 1 }));
  g_assert_null (reckon (fixture, (DaybookCallFacts) { .on = DAYBOOK_CALL_PLAN_DELIVERED, .moment = TEN, .as_of = ends }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/due-call/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("after-an-end", test_after_an_end);
  ADD ("who-is-meant", test_who_is_meant);
  ADD ("at-intervals", test_at_intervals);
  ADD ("cycles", test_cycles);
  ADD ("whose", test_whose);
  ADD ("by-an-old-export", test_by_an_old_export);
  return g_test_run ();
}
