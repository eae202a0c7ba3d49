/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The Chinese lunar calendar, reckoned from sun and moon. A lunar year bears the number of the solar year in which it begins; a
 * leap month that of the month before it. Any thread. */

#define DAYBOOK_LUNAR_FIRST 1900
#define DAYBOOK_LUNAR_LAST 2200
#define DAYBOOK_LUNAR_MOST_DAYS 30

typedef struct
{
  int      year;
  guint    month; /* 1–12 */
  gboolean leap;
  guint    day;   /* 1–30 */
} DaybookLunarDay;

/* FALSE: it lies in no year from DAYBOOK_LUNAR_FIRST to DAYBOOK_LUNAR_LAST. */
gboolean daybook_lunar_of         (const GDate           *date,
                                   DaybookLunarDay       *lunar);
/* FALSE: that year is none of these, or has no such day. */
gboolean daybook_lunar_to_date    (const DaybookLunarDay *lunar,
                                   GDate                 *date);
/* 29 or 30; 0: that year has no such month. */
guint    daybook_lunar_month_days (int                    year,
                                   guint                  month,
                                   gboolean               leap);

G_END_DECLS
