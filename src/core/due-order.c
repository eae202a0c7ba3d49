/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-order.h"

#include "core/moment.h"

#include <glib/gi18n-lib.h>

#define DAY (24 * 60 * 60)

/* --- Facts ------------------------------------------------------------------------------ */

DaybookOrderFacts
daybook_order_facts (DaybookStage stage,
                     gint64       shipped_at,
                     gboolean     tracked,
                     gboolean     has_agent)
{
  static const DaybookOrderFacts OF_STAGE[DAYBOOK_N_STAGES] = {
    [DAYBOOK_STAGE_UNPAID] = DAYBOOK_FACT_UNPAID,
    [DAYBOOK_STAGE_PAID] = DAYBOOK_FACT_PAID,
    [DAYBOOK_STAGE_SHIPPED] = DAYBOOK_FACT_SHIPPED,
    [DAYBOOK_STAGE_DELIVERED] = DAYBOOK_FACT_DELIVERED,
  };

  return (stage < DAYBOOK_N_STAGES ? OF_STAGE[stage] : 0) | (shipped_at != 0 ? DAYBOOK_FACT_SHIPPED_AT : 0)
         | (tracked ? DAYBOOK_FACT_TRACKING : 0) | (has_agent ? DAYBOOK_FACT_AGENT : 0);
}

DaybookOrderFacts
daybook_platform_facts (const char *platform)
{
  /* Those that do not, and tables of whose platform nothing is known, have no such day. */
  static const char *const CONFIRM[] = { "taobao", "tmall", "1688", "jd", "pdd", "douyin", "wechat_shop", "youzan", NULL };

  return g_strv_contains (CONFIRM, platform) ? DAYBOOK_FACT_CONFIRMS : 0;
}

static const char *
name_missing (DaybookOrderFacts missing)
{
  static const struct { DaybookOrderFacts fact; const char *words; } WORDS[] = {
    { DAYBOOK_FACT_CONFIRMS, N_("The platform does not end orders by itself.") },
    { DAYBOOK_FACT_UNPAID, N_("No export so far had orders that wait for their payment.") },
    { DAYBOOK_FACT_PAID, N_("No export so far had orders that are to be shipped.") },
    { DAYBOOK_FACT_SHIPPED, N_("No export so far had orders on their way.") },
    { DAYBOOK_FACT_SHIPPED_AT, N_("No export so far said when orders were shipped.") },
    { DAYBOOK_FACT_TRACKING, N_("No export so far had tracking numbers.") },
    { DAYBOOK_FACT_AGENT, N_("No order has anybody’s name so far.") },
    { DAYBOOK_FACT_STOCK, N_("No list of stock was imported so far.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if ((missing & WORDS[i].fact) != 0)
      return _(WORDS[i].words);

  return NULL;
}

char *
daybook_facts_missing (DaybookRuleId     rule,
                       DaybookOrderFacts facts)
{
  return g_strdup (name_missing (daybook_rule_kind (rule)->facts & ~facts));
}

gboolean
daybook_stage_is_open (DaybookStage stage)
{
  return stage == DAYBOOK_STAGE_UNPAID || stage == DAYBOOK_STAGE_PAID || stage == DAYBOOK_STAGE_SHIPPED || stage == DAYBOOK_STAGE_DELIVERED;
}

/* --- When ---------------------------------------------------------------------------------- */

static gint64
midnight_after (const DaybookDueTerms *terms,
                gint64                 moment)
{
  return daybook_moment_day (moment, terms->zone, 1);
}

/* Appends it, unless the rule is off, or it had ended by `known` already. */
static void
add (const DaybookDueTerms *terms,
     DaybookDue             due,
     gint64                 known,
     GArray                *items)
{
  guint lasts = daybook_rule_kind (due.rule)->lasts;

  if (!terms->rules.of[due.rule].used || due.due == G_MAXINT64)
    return;
  if (lasts > 0)
    due.ends = due.due + lasts;
  if (due.ends != 0 && due.ends <= known)
    return;

  due.hours = DAYBOOK_HOURS_ALWAYS;
  g_array_append_val (items, due);
}

/* --- Of an order ------------------------------------------------------------------------------ */

static void
add_of_order (const DaybookDueTerms   *terms,
              const DaybookOrderState *order,
              DaybookRuleId            rule,
              gint64                   began,
              gint64                   due,
              GArray                  *items)
{
  const guint needs = daybook_rule_kind (rule)->facts;
  const DaybookRule *in_force = &terms->rules.of[rule];
  guint before = (daybook_rule_kind (rule)->parts & DAYBOOK_RULE_BEFORE) != 0 ? in_force->within : 0;

  if (began == 0 || (needs & ~order->facts) != 0)
    return;

  add (terms, (DaybookDue) {
    .rule = rule, .due = due, .warn = due - before, .began = began, .within = (guint) CLAMP (due - began, 0, G_MAXUINT), .agent = order->agent, .as_of = order->as_of,
  }, order->as_of, items);
}

static gint64
after (const DaybookDueTerms *terms,
       DaybookRuleId          rule,
       gint64                 began)
{
  return began + terms->rules.of[rule].within;
}

static void
add_of_shipped (const DaybookDueTerms   *terms,
                const DaybookOrderState *order,
                GArray                  *items)
{
  gint64 began = order->shipped_at;

  /* Where no export says when it was shipped, that it is said to be is all that is known. */
  if (!order->tracked)
    add_of_order (terms, order, DAYBOOK_RULE_UNTRACKED, began != 0 ? began : order->as_of,
                  daybook_due_on_open_day (terms, DAYBOOK_RULE_UNTRACKED, midnight_after (terms, began != 0 ? began : order->as_of)), items);
  add_of_order (terms, order, DAYBOOK_RULE_CONFIRM, began, began + (gint64) terms->rules.of[DAYBOOK_RULE_CONFIRM].number * DAY, items);
  if (order->tracked)
    add_of_order (terms, order, DAYBOOK_RULE_TELL, began, after (terms, DAYBOOK_RULE_TELL, began), items);
}

void
daybook_due_of_order (const DaybookDueTerms   *terms,
                      const DaybookOrderState *order,
                      GArray                  *items)
{
  gint64 paid = order->paid_at != 0 ? order->paid_at : order->created;

  if (order->refund == DAYBOOK_REFUND_FULL)
    return;

  switch (order->stage)
    {
    case DAYBOOK_STAGE_UNPAID:
      add_of_order (terms, order, DAYBOOK_RULE_UNPAID, order->created, after (terms, DAYBOOK_RULE_UNPAID, order->created), items);
      break;
    case DAYBOOK_STAGE_PAID:
      /* Whoever wants the money back is not sent anything. */
      if (order->refund != DAYBOOK_REFUND_ASKED)
        add_of_order (terms, order, DAYBOOK_RULE_UNSHIPPED, paid, daybook_due_on_open_day (terms, DAYBOOK_RULE_UNSHIPPED, paid), items);
      break;
    case DAYBOOK_STAGE_SHIPPED:
      add_of_shipped (terms, order, items);
      break;
    case DAYBOOK_STAGE_DELIVERED: /* calls: core/due-call.h */
    case DAYBOOK_STAGE_UNKNOWN:
    case DAYBOOK_STAGE_COMPLETED:
    case DAYBOOK_STAGE_CLOSED:
    case DAYBOOK_N_STAGES:
    default:
      break;
    }
}

/* --- Of a shop and its goods ---------------------------------------------------------------------- */

void
daybook_due_of_trace (const DaybookDueTerms *terms,
                      gint64                 midnight,
                      GArray                *items)
{
  gint64 due = daybook_due_on_open_day (terms, DAYBOOK_RULE_TRACE, midnight_after (terms, midnight));

  add (terms, (DaybookDue) { .rule = DAYBOOK_RULE_TRACE, .cycle = midnight, .due = due, .warn = daybook_moment_day (due, terms->zone, 0), .began = midnight }, 0, items);
}

/* The midnight that begins the month of the moment, so many months on. */
static gint64
month_of (const DaybookDueTerms *terms,
          gint64                 moment,
          int                    months)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, terms->zone) : NULL;
  g_autoptr(GDateTime) first = local != NULL ? g_date_time_new (terms->zone, g_date_time_get_year (local), g_date_time_get_month (local), 1, 0, 0, 0) : NULL;
  g_autoptr(GDateTime) wanted = first != NULL ? g_date_time_add_months (first, months) : NULL;

  return wanted != NULL ? g_date_time_to_unix (wanted) : 0;
}

void
daybook_due_of_month (const DaybookDueTerms *terms,
                      gint64                 moment,
                      GArray                *items)
{
  gint64 first = month_of (terms, moment, 0);
  gint64 due = daybook_moment_at (month_of (terms, moment, 1) - 1, terms->zone, terms->rules.of[DAYBOOK_RULE_NO_AGENT].at);

  add (terms, (DaybookDue) { .rule = DAYBOOK_RULE_NO_AGENT, .cycle = first, .due = due, .warn = daybook_moment_day (due, terms->zone, -1), .began = first }, 0, items);
}

void
daybook_due_of_export (const DaybookDueTerms *terms,
                       gint64                 as_of,
                       GArray                *items)
{
  gint64 due = after (terms, DAYBOOK_RULE_STALE, as_of);

  add (terms, (DaybookDue) { .rule = DAYBOOK_RULE_STALE, .cycle = as_of, .due = due, .warn = due, .began = as_of }, 0, items);
}

void
daybook_due_of_stock (const DaybookDueTerms *terms,
                      gint64                 on_hand,
                      gint64                 counted,
                      gint64                 since,
                      GArray                *items)
{
  gint64 due = after (terms, DAYBOOK_RULE_STOCK, counted);

  if (on_hand < (gint64) terms->rules.of[DAYBOOK_RULE_STOCK].number)
    add (terms, (DaybookDue) { .rule = DAYBOOK_RULE_STOCK, .cycle = since, .due = due, .warn = counted, .began = counted }, 0, items);
}

char *
daybook_due_of_which (const DaybookDue *due,
                      GTimeZone        *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (due->cycle);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  if (local == NULL)
    return NULL;

  switch ((int) due->rule)
    {
    case DAYBOOK_RULE_TRACE:
      /* xgettext: no-c-format */
      /* Translators: a day, in the way of strftime: Sat 11-28 */
      return g_date_time_format (local, C_("day", "%a %m-%d"));
    case DAYBOOK_RULE_NO_AGENT:
      /* Translators: a month, in the way of strftime: November 2026 */
      return g_date_time_format (local, C_("month", "%B %Y"));
    case DAYBOOK_RULE_STALE:
      /* Translators: the time of an export, in the way of strftime: as of Mon 11-30 09:12 */
      return g_date_time_format (local, C_("export", "as of %a %m-%d %H:%M"));
    default:
      return NULL;
    }
}
