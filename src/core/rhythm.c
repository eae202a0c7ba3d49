/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rhythm.h"

#include "core/moment.h"

/* Of the time between two contacts, in percent: then the next one is near. */
#define NEAR 70

gint64
daybook_rhythm_interval (const DaybookRow        *customer,
                         const DaybookGradeRules *rules)
{
  gint64 own = daybook_row_int (customer, DAYBOOK_CUSTOMER_INTERVAL);
  gint64 grade = daybook_row_int (customer, DAYBOOK_CUSTOMER_GRADE);

  if (daybook_row_int (customer, DAYBOOK_CUSTOMER_DELETED) != 0 || daybook_row_int (customer, DAYBOOK_CUSTOMER_QUIET) != 0
      || daybook_row_has (customer, DAYBOOK_CUSTOMER_MERGED_INTO))
    return 0;
  if (own > 0)
    return own;

  return grade > DAYBOOK_GRADE_NONE && grade < DAYBOOK_N_GRADES && rules->of[grade].used ? rules->of[grade].interval : 0;
}

void
daybook_due_of_customer (const DaybookDueTerms *terms,
                         const DaybookRow      *customer,
                         gint64                 interval,
                         gint64                 last,
                         GArray                *items)
{
  DaybookDue due = { .rule = DAYBOOK_RULE_VIP_CONTACT, .hours = DAYBOOK_HOURS_ALWAYS };
  gint64 days = MIN (interval, 3650);

  if (days <= 0 || !terms->rules.of[DAYBOOK_RULE_VIP_CONTACT].used)
    return;

  due.began = last != 0 ? last : daybook_row_int (customer, DAYBOOK_CUSTOMER_FIRST_SEEN);
  due.cycle = due.began;
  due.due = daybook_moment_at (daybook_moment_day (due.began, terms->zone, (int) days), terms->zone, DAYBOOK_RHYTHM_AT);
  due.warn = due.due;
  due.within = (guint) (due.due - due.began);
  g_array_append_val (items, due);
}

gint64
daybook_rhythm_warn (gint64 began,
                     gint64 due)
{
  return began + (due - began) * NEAR / 100;
}

DaybookRhythm
daybook_rhythm_state (gint64 began,
                      gint64 due,
                      gint64 now)
{
  if (now >= due)
    return DAYBOOK_RHYTHM_LATE;

  return now >= daybook_rhythm_warn (began, due) ? DAYBOOK_RHYTHM_SOON : DAYBOOK_RHYTHM_FRESH;
}
