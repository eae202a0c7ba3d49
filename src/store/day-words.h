/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/remembered-day.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What is told of a customer's day (core/remembered-day.h) in words. */

/* Whose it is, masked. (transfer full) */
char *daybook_day_who     (DaybookReader    *reader,
                           const DaybookRow *day);
/* What it is, when it is that time, and why not on the day that it says: “Birthday: lunar month 5, day 3, on Mon 1 June 2026;
 * turns 37.” NULL: there is no such time. (transfer full) */
char *daybook_day_explain (DaybookReader    *reader,
                           gint64            rowid,
                           int               cycle);
/* The same of a time that is known, without the name: “lunar month 5, day 3, on Mon 1 June 2026; turns 37.” (transfer full) */
char *daybook_day_tell    (const DaybookRow        *day,
                           const DaybookYearlyTime *time);
/* The day that it is in the shop. */
void  daybook_day_now     (DaybookStore     *store,
                           GDate            *today);
/* "today", "tomorrow", "in 12 days". (transfer full) */
char *daybook_day_until   (const GDate      *today,
                           const GDate      *date);
/* "Birthday in 12 days". (transfer full) */
char *daybook_day_announce (const DaybookRow *day,
                           const GDate      *today,
                           const GDate      *date);
/* By which calendar it is: "Lunar", "Solar". (transfer none) */
const char *daybook_day_calendar (const DaybookRow *day);

G_END_DECLS
