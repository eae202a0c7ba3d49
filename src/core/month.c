/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/month.h"

/* --- Weeks -------------------------------------------------------------------------------- */

void
daybook_month_first (const GDate  *day,
                     GDateWeekday  begins,
                     GDate        *first)
{
  guint before;

  *first = *day;
  g_date_set_day (first, 1);
  before = (g_date_get_weekday (first) + DAYBOOK_WEEK_DAYS - begins) % DAYBOOK_WEEK_DAYS;
  g_date_subtract_days (first, before);
}

guint
daybook_month_weeks (const GDate  *day,
                     GDateWeekday  begins)
{
  GDate first, last = *day;

  daybook_month_first (day, begins, &first);
  g_date_set_day (&last, g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day)));
  return (guint) g_date_days_between (&first, &last) / DAYBOOK_WEEK_DAYS + 1;
}

void
daybook_month_turn (GDate *day,
                    int    months)
{
  if (months > 0)
    g_date_add_months (day, (guint) months);
  else
    g_date_subtract_months (day, (guint) -months);
}

/* --- Lanes ---------------------------------------------------------------------------------- */

static int
compare_spans (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const DaybookDaySpan *spans = data;
  const DaybookDaySpan *first = &spans[*(const guint *) a], *second = &spans[*(const guint *) b];

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  if (first->last != second->last)
    return first->last > second->last ? -1 : 1;

  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* `ends`: the last day that is taken in each lane. */
static guint
find_lane (GArray               *ends,
           const DaybookDaySpan *span)
{
  guint lane = 0;

  while (lane < ends->len && g_array_index (ends, guint32, lane) >= span->first)
    lane++;
  if (lane == ends->len)
    g_array_append_val (ends, span->last);
  else
    g_array_index (ends, guint32, lane) = span->last;
  return lane;
}

guint
daybook_day_lanes (const DaybookDaySpan *spans,
                   guint                 n_spans,
                   guint                *lanes)
{
  g_autoptr(GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_spans);
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n_spans; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_spans, (gpointer) spans);
  for (guint i = 0; i < n_spans; i++)
    {
      guint span = g_array_index (order, guint, i);

      lanes[span] = find_lane (ends, &spans[span]);
    }
  return ends->len;
}
