/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/calendar.h"

G_BEGIN_DECLS

/* How often something comes again, on which days and at what time of the day: on the clock of the shop's wall.
 * At most once a day. An hour that the clocks jump over is the moment they jump to; of one that happens twice it
 * is the first. Pure: no function here looks at the clock. Any thread. */
typedef enum
{
  DAYBOOK_RECUR_DAILY,
  DAYBOOK_RECUR_WEEKLY,  /* on days of the week */
  DAYBOOK_RECUR_MONTHLY, /* on days of the month; one that a month does not have is its last */
  DAYBOOK_RECUR_EVERY,   /* every so many weeks from a day on */
} DaybookRecurKind;

/* What becomes of a day on which the shop does not open. */
typedef enum
{
  DAYBOOK_CLOSED_ANYWAY, /* it is a day like others */
  DAYBOOK_CLOSED_SKIP,
  DAYBOOK_CLOSED_BEFORE, /* it is done on the last open day before */
  DAYBOOK_CLOSED_AFTER,  /* ... on the next one */
} DaybookRecurClosed;

typedef struct
{
  DaybookRecurKind   kind;
  guint              weekdays; /* WEEKLY: bit 0 is Monday */
  guint              days;     /* MONTHLY: bit 1 is the first; bit 0 is the last day, whichever that is */
  guint              weeks;    /* EVERY */
  gint64             first;    /* EVERY: days since 1970-01-01 */
  int                minutes;  /* since midnight */
  DaybookRecurClosed closed;
} DaybookRecurrence;

/* A day is moved by at most so many days; where the shop stays shut longer, it stays where it is. */
#define DAYBOOK_RECUR_MOVE_DAYS 14
/* So far is looked ahead, and back. */
#define DAYBOOK_RECUR_LOOK_DAYS 800

/* As people and scripts write it, and as it is kept: "daily 18:00", "weekly mon,sun 14:30",
 * "monthly 1,16 10:00", "monthly last 17:00", "every 2 weeks from 2026-11-29 14:30"; behind it may stand what
 * becomes of days on which the shop is shut: "open-only", "open-before", "open-after".
 * Errors: FORMAT, with a sentence. */
gboolean daybook_recurrence_parse (const char               *text,
                                   DaybookRecurrence        *self,
                                   GError                  **error);
/* The same in its one spelling. (transfer full) */
char    *daybook_recurrence_print (const DaybookRecurrence  *self);
/* In people's words: "Every day at 18:00". (transfer full) */
char    *daybook_recurrence_words (const DaybookRecurrence  *self);

/* The first time after `after`; G_MAXINT64: none within the look ahead, as of days on which the shop is never
 * open. `open`: the shop's hours, or NULL: it is always open. */
gint64   daybook_recurrence_next  (const DaybookRecurrence  *self,
                                   const DaybookCalendar    *open,
                                   GTimeZone                *zone,
                                   gint64                    after);
/* The last time not after `moment`; G_MININT64: none within the look back. */
gint64   daybook_recurrence_last  (const DaybookRecurrence  *self,
                                   const DaybookCalendar    *open,
                                   GTimeZone                *zone,
                                   gint64                    moment);
/* How many times after `from` and not after `to`, counted to `most`. */
guint    daybook_recurrence_count (const DaybookRecurrence  *self,
                                   const DaybookCalendar    *open,
                                   GTimeZone                *zone,
                                   gint64                    from,
                                   gint64                    to,
                                   guint                     most);

G_END_DECLS
