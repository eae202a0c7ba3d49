/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a month is laid out in weeks, and what lasts for days in lanes over them. Pure. */

#define DAYBOOK_WEEK_DAYS 7

/* The first of the days in the picture of the month in which `day` is, whose weeks begin with `begins`: it may be of the
 * month before. */
void  daybook_month_first (const GDate  *day,
                           GDateWeekday  begins,
                           GDate        *first);
/* How many weeks the picture has: four to six. */
guint daybook_month_weeks (const GDate  *day,
                           GDateWeekday  begins);
/* The same day so many months later, or the last one there is of that month. */
void  daybook_month_turn  (GDate        *day,
                           int           months);

/* From the first to the last day of something, as g_date_get_julian() counts them. */
typedef struct
{
  guint32 first;
  guint32 last;
} DaybookDaySpan;

/* Gives each span the lowest lane that is free on all of its days: what begins first, and of those what lasts longest, is
 * given one before the others. Returns how many lanes there are. */
guint daybook_day_lanes   (const DaybookDaySpan *spans,
                           guint                 n_spans,
                           guint                *lanes);

G_END_DECLS
