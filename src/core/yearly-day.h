/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* A day that comes again each year, by the solar or by the Chinese lunar calendar. Pure: nothing here looks at the clock.
 * Any thread. */
typedef struct
{
  gboolean lunar;
  int      year;  /* in which it was first, of its own calendar; 0: nobody knows */
  guint    month; /* 1–12 */
  guint    day;   /* 1–31, of a lunar month 1–30 */
  gboolean leap;  /* of a lunar leap month */
} DaybookYearlyDay;

/* Why it comes on another day than it says. */
typedef enum
{
  DAYBOOK_MOVED_NOT,
  DAYBOOK_MOVED_FEBRUARY, /* 29 February, in a common year: on the 28th */
  DAYBOOK_MOVED_SHORT,    /* the 30th of a lunar month of 29 days: on its last */
  DAYBOOK_MOVED_LEAP,     /* of a leap month that the year has not: in the ordinary one */
} DaybookMoved;

/* One time that it comes. */
typedef struct
{
  GDate        date;
  int          cycle; /* the year, of its own calendar: tells it from the one before and the next */
  int          nth;   /* so many years after the first; -1: nobody knows */
  DaybookMoved moved;
} DaybookYearlyTime;

/* Which calendar a text means that does not say. */
typedef enum
{
  DAYBOOK_CALENDAR_SOLAR,
  DAYBOOK_CALENDAR_LUNAR,
} DaybookCalendarKind;

/* Reads a day as people and exports write it: “1990-05-03”, “05-03”, “5月3日”, “农历五月初三”, “lunar leap 6-1”. A year of a
 * lunar day is the lunar year. Errors: FORMAT; CONSTRAINT: there is no such day. */
gboolean daybook_yearly_day_read  (const char              *text,
                                   DaybookCalendarKind      calendar,
                                   DaybookYearlyDay        *day,
                                   GError                 **error);
/* Whether there is such a day. Errors: CONSTRAINT, with a sentence. */
gboolean daybook_yearly_day_check (const DaybookYearlyDay  *day,
                                   GError                 **error);
/* As it is read again, with the calendar: “1990-05-03”, “leap 06-01”. (transfer full) */
char    *daybook_yearly_day_print (const DaybookYearlyDay  *day);
/* As people read it: “3 May 1990”, “lunar month 5, day 3”. (transfer full) */
char    *daybook_yearly_day_words (const DaybookYearlyDay  *day);

/* The first time on or after `from` that it comes. FALSE: it does not come any more, or not in a year that is reckoned. */
gboolean daybook_yearly_day_next  (const DaybookYearlyDay  *day,
                                   const GDate             *from,
                                   DaybookYearlyTime       *next);
/* The time of that year of its own calendar. FALSE: as above. */
gboolean daybook_yearly_day_in    (const DaybookYearlyDay  *day,
                                   int                      year,
                                   DaybookYearlyTime       *time);

/* The same day, the first time, by the other calendar. FALSE: nobody knows its year. */
gboolean daybook_yearly_day_other (const DaybookYearlyDay  *day,
                                   DaybookYearlyDay        *other);

/* What is to be said of that it comes on another day; NULL: nothing. */
const char *daybook_moved_words   (DaybookMoved             moved);
/* A date as people read it: “Thu 3 May 2027”. (transfer full) */
char    *daybook_date_words       (const GDate             *date);

G_END_DECLS
