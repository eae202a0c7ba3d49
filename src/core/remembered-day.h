/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "core/yearly-day.h"

G_BEGIN_DECLS

/* A day of a customer's that comes again each year: a birthday, a wedding (CU-07), by the solar or the Chinese lunar
 * calendar. */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_DAY_BIRTHDAY,
  DAYBOOK_DAY_CHILD,       /* a child's birthday */
  DAYBOOK_DAY_WEDDING,
  DAYBOOK_DAY_MATERNITY,   /* a child is expected */
  DAYBOOK_DAY_ANNIVERSARY,
  DAYBOOK_DAY_FESTIVAL,
  DAYBOOK_DAY_OTHER,
} DaybookDayKind;

enum
{
  DAYBOOK_REMEMBERED_DELETED,
  DAYBOOK_REMEMBERED_CUSTOMER,
  DAYBOOK_REMEMBERED_KIND,
  DAYBOOK_REMEMBERED_NAME,  /* whose, or what it is: “Her son Leo” */
  DAYBOOK_REMEMBERED_LUNAR, /* month and day are those of the Chinese lunar calendar */
  DAYBOOK_REMEMBERED_YEAR,  /* in which it was first, of its own calendar; none: nobody knows */
  DAYBOOK_REMEMBERED_MONTH, /* 1–12 */
  DAYBOOK_REMEMBERED_DAY,   /* 1–31, of a lunar month 1–30 */
  DAYBOOK_REMEMBERED_LEAP,  /* of a lunar calendar's leap month */
  DAYBOOK_REMEMBERED_AHEAD, /* so many days before it is due; none: as the shop has it */
  DAYBOOK_REMEMBERED_ONCE,  /* it does not come again: it has a year */
  DAYBOOK_REMEMBERED_NOTE,
  DAYBOOK_REMEMBERED_N_FIELDS,
};

extern const DaybookTable daybook_remembered_days;

#define DAYBOOK_REMEMBERED_MOST_AHEAD 90

/* The day of a row. */
void     daybook_remembered_day_of   (const DaybookRow       *row,
                                      DaybookYearlyDay       *day);
/* The first time on or after `from`. FALSE: it does not come any more. */
gboolean daybook_remembered_day_next (const DaybookRow       *row,
                                      const GDate            *from,
                                      DaybookYearlyTime      *next);
/* That of a cycle. FALSE: there is none. */
gboolean daybook_remembered_day_in   (const DaybookRow       *row,
                                      int                     cycle,
                                      DaybookYearlyTime      *time);
/* What it is called: its name, else its kind. (transfer none) */
const char *daybook_remembered_day_name (const DaybookRow    *row);
/* How old somebody gets that time, or how often it was: “turns 37”, “5 years”. NULL: nobody knows. (transfer full) */
char    *daybook_remembered_day_age  (const DaybookRow       *row,
                                      const DaybookYearlyTime *time);
/* Whether somebody may be reminded of such a day. Errors: CONSTRAINT, with a sentence. `ahead` -1: as the shop has it. */
gboolean daybook_remembered_day_check (const DaybookYearlyDay *day,
                                      gboolean                once,
                                      gint64                  ahead,
                                      GError                **error);

G_END_DECLS
