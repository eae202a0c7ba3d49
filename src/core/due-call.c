/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-call.h"

#include "core/chore.h"
#include "core/moment.h"

#define DAY (24 * 60 * 60)
/* So much of a cycle says which plan it is of; moments are far below 2^43. */
#define PLAN_BITS 20
#define PLAN_MASK ((1 << PLAN_BITS) - 1)

void
daybook_call_term_free (DaybookCallTerm *term)
{
  g_free (term->of);
  g_free (term);
}

static gint64
bits_of (const DaybookId *plan)
{
  gint64 bits = 0;

  /* Of its end: that is the random part of any id. */
  for (guint i = sizeof plan->bytes - 4; i < sizeof plan->bytes; i++)
    bits = bits << 8 | plan->bytes[i];
  return bits & PLAN_MASK;
}

gint64
daybook_call_cycle (const DaybookId *plan,
                    gint64           moment)
{
  return (moment << PLAN_BITS) | bits_of (plan);
}

gboolean
daybook_call_cycle_is_of (gint64           cycle,
                          const DaybookId *plan)
{
  return (cycle & PLAN_MASK) == bits_of (plan);
}

gint64
daybook_call_terms_since (const DaybookDueTerms *terms,
                          DaybookCallPlanOn      on)
{
  gint64 since = G_MAXINT64;

  for (guint i = 0; terms->calls != NULL && i < terms->calls->len; i++)
    {
      const DaybookCallTerm *term = g_ptr_array_index (terms->calls, i);

      if (term->on == on)
        since = MIN (since, term->since);
    }
  return since;
}

static gboolean
is_meant (const DaybookCallTerm  *term,
          const DaybookCallFacts *facts)
{
  return term->on == facts->on && facts->grade >= term->grade
         && (term->of == NULL || g_strcmp0 (term->of, facts->of) == 0)
         && (term->on == DAYBOOK_CALL_PLAN_INTERVAL || (facts->moment != 0 && facts->moment >= term->since));
}

/* An event has one call; whoever never heard from the shop waits from the day on which the plan began. */
static DaybookDue
reckon (const DaybookDueTerms  *terms,
        const DaybookCallTerm  *term,
        const DaybookCallFacts *facts)
{
  gboolean again = term->on == DAYBOOK_CALL_PLAN_INTERVAL;
  gint64 began = facts->moment != 0 ? facts->moment : term->since;
  gint64 wanted = began + (gint64) term->days * DAY;
  gint64 due = daybook_due_on_open_day (terms, DAYBOOK_RULE_CALL_BACK, again ? MAX (wanted, term->since) : wanted);
  gboolean has_agent = !daybook_id_is_null (&term->agent);

  return (DaybookDue) {
    .rule = DAYBOOK_RULE_CALL_BACK,
    .cycle = daybook_call_cycle (&term->id, term->on == DAYBOOK_CALL_PLAN_DELIVERED ? 0 : facts->moment),
    .due = due,
    .warn = due != G_MAXINT64 ? daybook_moment_day (due, terms->zone, 0) : due,
    .began = began,
    .within = (guint) CLAMP (due - began, 0, G_MAXUINT),
    .hours = DAYBOOK_HOURS_ALWAYS,
    .agent = has_agent ? term->agent : term->role == DAYBOOK_CHORE_ANYONE ? facts->agent : (DaybookId) { { 0 } },
    .role = has_agent || term->role == DAYBOOK_CHORE_ANYONE ? 0 : DAYBOOK_DUE_ROLE (term->role),
    .as_of = facts->as_of,
    .ends = again || due == G_MAXINT64 ? 0 : due + DAYBOOK_CALL_LASTS,
  };
}

void
daybook_due_of_call (const DaybookDueTerms  *terms,
                     const DaybookCallFacts *facts,
                     GArray                 *items)
{
  for (guint i = 0; !facts->unwanted && terms->calls != NULL && i < terms->calls->len; i++)
    {
      const DaybookCallTerm *term = g_ptr_array_index (terms->calls, i);
      DaybookDue due;

      if (!is_meant (term, facts))
        continue;
      due = reckon (terms, term, facts);
      /* By its own export it was over long ago. */
      if (due.due != G_MAXINT64 && (due.ends == 0 || due.ends > facts->as_of))
        g_array_append_val (items, due);
    }
}
