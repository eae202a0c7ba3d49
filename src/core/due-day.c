/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due-day.h"

#include "core/chore.h"
#include "core/day.h"
#include "core/moment.h"
#include "core/remembered-day.h"

static void
add_time (const DaybookDueTerms   *terms,
          const DaybookRow        *row,
          const DaybookYearlyTime *time,
          GArray                  *items)
{
  const DaybookRule *rule = &terms->rules.of[DAYBOOK_RULE_DAY];
  int ahead = daybook_row_has (row, DAYBOOK_REMEMBERED_AHEAD) ? (int) daybook_row_int (row, DAYBOOK_REMEMBERED_AHEAD) : (int) rule->number;
  gint64 midnight = daybook_day_begin (&time->date, terms->zone);
  DaybookDue due = {
    .rule = DAYBOOK_RULE_DAY,
    .cycle = time->cycle,
    .due = daybook_moment_at (midnight, terms->zone, rule->at),
    .warn = daybook_moment_day (midnight, terms->zone, -ahead),
    .role = DAYBOOK_DUE_ROLE (DAYBOOK_CHORE_ANYONE),
  };

  due.began = due.warn;
  due.within = (guint) (due.due - due.warn);
  due.ends = midnight + daybook_rule_kind (DAYBOOK_RULE_DAY)->lasts;
  g_array_append_val (items, due);
}

void
daybook_due_of_day (const DaybookDueTerms *terms,
                    const DaybookRow      *row,
                    GArray                *items)
{
  if (!terms->rules.of[DAYBOOK_RULE_DAY].used || daybook_row_int (row, DAYBOOK_REMEMBERED_DELETED) != 0)
    return;

  for (int year = terms->year - 1; year < terms->year + DAYBOOK_DAYS_YEARS; year++)
    {
      DaybookYearlyTime time;

      if (daybook_remembered_day_in (row, year, &time))
        add_time (terms, row, &time, items);
    }
}
