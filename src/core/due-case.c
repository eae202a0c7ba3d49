/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-case.h"

#include "core/task.h"

typedef struct
{
  const DaybookDueTerms  *terms;
  DaybookRegister        *definition;
  const DaybookStageRule *stage;
  const DaybookRow       *row;
  const DaybookCaseCourse *course;
  GArray                 *items;
} Reckoning;

static gboolean
is_used (const Reckoning *self,
         DaybookRuleId    rule)
{
  return self->terms->rules.of[rule].used;
}

/* Whose it is: the owner stays the customer's contact (AS-06), the handler does the work. */
static void
give_to (DaybookDue       *due,
         const DaybookRow *row,
         guint             first,
         guint             second)
{
  const DaybookId *agent = daybook_row_ref_id (row, first);

  if (agent == NULL)
    agent = daybook_row_ref_id (row, second);
  if (agent != NULL)
    due->agent = *agent;
}

/* Customers of a grade wait less (CU-11); never less than a minute. */
static DaybookLimit
limit_for (const Reckoning    *self,
           const DaybookLimit *limit)
{
  DaybookLimit faster = *limit;

  faster.within = MAX (60, (guint) ((guint64) limit->within * self->course->percent / 100));
  return faster;
}

/* --- Spans ------------------------------------------------------------------------------- */

/* The clock of the case itself: it stands still in stages that pause it, and begins anew when the case is
 * opened again (AS-08). */
static void
add_span (const Reckoning    *self,
          DaybookRuleId       rule,
          const DaybookLimit *limit,
          gint64              from)
{
  DaybookDue due = { .rule = rule, .cycle = from, .waits = self->course->waits };
  DaybookLimit faster = limit_for (self, limit);

  daybook_due_span (&due, self->terms, &faster, from, self->course->pauses);
  give_to (&due, self->row, DAYBOOK_CASE_OWNER, DAYBOOK_CASE_HANDLER);
  g_array_append_val (self->items, due);
}

static gint64
begins (const Reckoning *self)
{
  return MAX (daybook_row_int (self->row, DAYBOOK_CASE_OPENED_AT), self->course->reopened);
}

/* One that contact begins anew is never over; any other ends when the customer is told something. */
static void
add_respond (const Reckoning *self)
{
  const DaybookLimit *limit = daybook_limit_of (daybook_register_get_respond (self->definition), self->row);

  if (!is_used (self, DAYBOOK_RULE_RESPOND) || limit->within == 0 || (!limit->restarts && self->course->answered != 0))
    return;

  add_span (self, DAYBOOK_RULE_RESPOND, limit, limit->restarts ? MAX (begins (self), self->course->contact) : begins (self));
}

static void
add_resolve (const Reckoning *self)
{
  const DaybookLimit *limit = daybook_limit_of (daybook_register_get_resolve (self->definition), self->row);

  if (!is_used (self, DAYBOOK_RULE_RESOLVE) || limit->within == 0)
    return;

  add_span (self, DAYBOOK_RULE_RESOLVE, limit, limit->restarts ? MAX (begins (self), self->course->contact) : begins (self));
}

/* Not paused: the time of a stage that waits for a courier is the courier's, whom no grade makes faster. */
static void
add_step (const Reckoning *self)
{
  const DaybookLimit *limit = daybook_limit_of (self->stage->step, self->row);
  gint64 since = daybook_row_int (self->row, DAYBOOK_CASE_STAGE_SINCE);
  DaybookDue due = { .rule = DAYBOOK_RULE_STEP, .cycle = since, .waits = self->stage->waits };
  DaybookLimit faster = self->stage->waits == DAYBOOK_WAITS_FOR_SHOP ? limit_for (self, limit) : *limit;

  if (!is_used (self, DAYBOOK_RULE_STEP) || limit->within == 0)
    return;

  daybook_due_span (&due, self->terms, &faster, since, NULL);
  give_to (&due, self->row, DAYBOOK_CASE_HANDLER, DAYBOOK_CASE_OWNER);
  g_array_append_val (self->items, due);
}

/* --- Moments ------------------------------------------------------------------------------ */

static void
add_moment (const Reckoning *self,
            DaybookRuleId    rule,
            guint            field,
            guint            first,
            guint            second)
{
  DaybookDue due = { 0 };

  if (!is_used (self, rule) || !daybook_row_has (self->row, field))
    return;

  daybook_due_moment (&due, self->terms, rule, daybook_row_int (self->row, field));
  give_to (&due, self->row, first, second);
  g_array_append_val (self->items, due);
}

static void
add_moments (const Reckoning *self)
{
  gboolean has_result = *daybook_row_text (self->row, DAYBOOK_CASE_RESULT) != '\0'
                        && daybook_row_int (self->row, DAYBOOK_CASE_RESULT_REVIEW) != DAYBOOK_RESULT_SENT_BACK;

  if (!self->course->kept)
    add_moment (self, DAYBOOK_RULE_PROMISE, DAYBOOK_CASE_PROMISED_AT, DAYBOOK_CASE_OWNER, DAYBOOK_CASE_HANDLER);
  /* Until there is something to look at (AS-07). */
  if (!has_result)
    add_moment (self, DAYBOOK_RULE_EXPECTED, DAYBOOK_CASE_EXPECTED_AT, DAYBOOK_CASE_HANDLER, DAYBOOK_CASE_OWNER);
  add_moment (self, DAYBOOK_RULE_DEADLINE, DAYBOOK_CASE_PLATFORM_DEADLINE, DAYBOOK_CASE_HANDLER, DAYBOOK_CASE_OWNER);
}

void
daybook_due_of_case (const DaybookDueTerms  *terms,
                     DaybookRegister        *definition,
                     const DaybookRow       *row,
                     const DaybookCaseCourse *course,
                     GArray                 *items)
{
  int stage = daybook_register_find_stage (definition, daybook_row_text (row, DAYBOOK_CASE_STAGE));
  const Reckoning self = { terms, definition, stage >= 0 ? daybook_register_get_stage (definition, (guint) stage) : NULL, row, course, items };

  if (stage < 0 || self.stage->ends || daybook_row_int (row, DAYBOOK_CASE_DELETED) != 0 || daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT)
      || daybook_row_has (row, DAYBOOK_CASE_MERGED_INTO))
    return;

  add_respond (&self);
  add_resolve (&self);
  add_step (&self);
  add_moments (&self);
}

void
daybook_due_of_task (const DaybookDueTerms *terms,
                     const DaybookRow      *row,
                     GArray                *items)
{
  const DaybookId *agent = daybook_row_ref_id (row, DAYBOOK_TASK_AGENT);
  DaybookDue due = { 0 };

  if (daybook_row_int (row, DAYBOOK_TASK_DELETED) != 0 || daybook_row_has (row, DAYBOOK_TASK_DONE_AT) || !daybook_row_has (row, DAYBOOK_TASK_DUE))
    return;

  daybook_due_moment (&due, terms, DAYBOOK_RULE_TASK, daybook_row_int (row, DAYBOOK_TASK_DUE));
  /* Put off, it is the same task. */
  due.cycle = 0;
  if (agent != NULL)
    due.agent = *agent;
  g_array_append_val (items, due);
}
