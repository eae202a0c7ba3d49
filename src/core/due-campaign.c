/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-campaign.h"

#include "core/campaign.h"
#include "core/chore.h"
#include "core/day.h"
#include "core/moment.h"

/* Tells one day from another, and people read it in the key. */
static gint64
cycle_of (const GDate *day)
{
  return (gint64) g_date_get_year (day) * 10000 + (gint64) g_date_get_month (day) * 100 + g_date_get_day (day);
}

/* On that day, at the rule's time; near from `near` on; it began `began`. */
static void
add (const DaybookDueTerms *terms,
     const DaybookRow      *row,
     DaybookRuleId          rule,
     const GDate           *day,
     gint64                 near,
     gint64                 began,
     GArray                *items)
{
  const DaybookId *agent = daybook_row_ref_id (row, DAYBOOK_CAMPAIGN_AGENT);
  gint64 midnight = daybook_day_begin (day, terms->zone);
  DaybookDue due = {
    .rule = rule,
    .cycle = cycle_of (day),
    .due = daybook_moment_at (midnight, terms->zone, terms->rules.of[rule].at),
    .warn = near,
    .began = began,
    .ends = midnight + daybook_rule_kind (rule)->lasts,
  };

  if (!terms->rules.of[rule].used)
    return;

  due.within = (guint) (due.due - due.warn);
  if (agent != NULL)
    due.agent = *agent;
  else
    due.role = DAYBOOK_DUE_ROLE (DAYBOOK_CHORE_ANYONE);
  g_array_append_val (items, due);
}

void
daybook_due_of_campaign (const DaybookDueTerms *terms,
                         const DaybookRow      *row,
                         GArray                *items)
{
  gint64 ahead = daybook_row_has (row, DAYBOOK_CAMPAIGN_AHEAD) ? daybook_row_int (row, DAYBOOK_CAMPAIGN_AHEAD)
                                                               : terms->rules.of[DAYBOOK_RULE_CAMPAIGN].number;
  gint64 near, last;
  GDate begins, ends;

  if (daybook_row_int (row, DAYBOOK_CAMPAIGN_DELETED) != 0 || daybook_row_has (row, DAYBOOK_CAMPAIGN_DONE_AT)
      || !daybook_campaign_days (row, &begins, &ends))
    return;

  near = daybook_moment_day (daybook_day_begin (&begins, terms->zone), terms->zone, (int) -CLAMP (ahead, 0, DAYBOOK_CAMPAIGN_MOST_AHEAD));
  add (terms, row, DAYBOOK_RULE_CAMPAIGN, &begins, near, near, items);
  if (g_date_compare (&begins, &ends) == 0)
    return;

  last = daybook_day_begin (&ends, terms->zone);
  add (terms, row, DAYBOOK_RULE_CAMPAIGN_END, &ends, last, daybook_day_begin (&begins, terms->zone), items);
}
