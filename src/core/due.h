/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/calendar.h"
#include "core/id.h"
#include "core/register.h"
#include "core/rule.h"

G_BEGIN_DECLS

/* Something that is due: of a row, by a rule, for the so-manieth time (RECORDS §6). What is due of a
 * row follows from facts, rules, calendar and zone alone; whether it is late by now is asked of it
 * later. Pure: nothing here looks at the clock. Any thread. */
typedef struct
{
  DaybookRuleId rule;
  gint64        cycle;  /* tells it from the one before and the next: with rule and row it is the key
                         * under which people say that it is done */
  gint64        due;    /* UTC seconds; G_MAXINT64: it stands still */
  gint64        warn;   /* when it gets near; likewise */
  gint64        began;  /* when its time began; 0: it is no span, but a moment that somebody gave */
  guint         within; /* the span, in seconds; of a moment, how long before it is near */
  DaybookHours  hours;  /* those of the span */
  guint         paused; /* so much time in which it would have run, in seconds */
  DaybookWaits  waits;  /* for whom, the last time */
  DaybookId     agent;  /* whose it is; null: nobody's */
  gint64        as_of;  /* of the export on which it rests, UTC seconds; 0: on what was written here */
  gint64        ends;   /* from then on it means nothing any more; 0: never */
  guint         role;   /* where it is nobody's: 0: it is nobody's; else DAYBOOK_DUE_ROLE() */
} DaybookDue;

/* Of a chore: those in a role (DaybookChoreWho) whose it is. */
#define DAYBOOK_DUE_ROLE(who) (1 + (guint) (who))

/* What is true for all that is reckoned in one go. */
typedef struct
{
  DaybookCalendar *open;   /* the shop's hours */
  DaybookCalendar *always; /* round the clock */
  GTimeZone       *zone;   /* the shop's */
  int              year;   /* what comes each year is told from this year on (core/due-day.h) */
  DaybookRules     rules;
  GPtrArray       *calls;  /* DaybookCallTerm: the call-back plans in use; or NULL */
} DaybookDueTerms;

void daybook_due_terms_clear (DaybookDueTerms *terms);

typedef enum
{
  DAYBOOK_DUE_OVERDUE,
  DAYBOOK_DUE_SOON,
  DAYBOOK_DUE_LATER,
  DAYBOOK_DUE_PAUSED,  /* somebody else is waited for */
  DAYBOOK_DUE_STALE,   /* it would be overdue, but the export on which it rests is older than that (RECORDS §6) */
} DaybookDueState;

DaybookDueState daybook_due_state      (const DaybookDue *due,
                                        gint64            now);
/* `as_of`: as above. */
gboolean        daybook_due_is_stale   (gint64            due,
                                        gint64            as_of,
                                        gint64            now);
/* Lower-case English, as on the command line. */
const char     *daybook_due_state_word (DaybookDueState   state);

/* Where in the day's list it stands: each begins after the one before. */
typedef enum
{
  DAYBOOK_DUE_LEFT_OVER, /* was due before today (RH-04) */
  DAYBOOK_DUE_LATE,      /* ... and before now */
  DAYBOOK_DUE_NEXT_HOUR,
  DAYBOOK_DUE_LATER_TODAY,
  DAYBOOK_DUE_FURTHER,   /* near, but not of today */
  DAYBOOK_DUE_UNSURE,    /* by an old export */
  DAYBOOK_DUE_STANDING,  /* stands still */
} DaybookDueSection;

DaybookDueSection daybook_due_section  (gint64            due,
                                        gint64            as_of,
                                        gint64            now,
                                        GTimeZone        *zone);
/* Its heading. */
const char     *daybook_due_section_title (DaybookDueSection section);

/* A span from `from` on, of which the part `warn` (percent) is over before it is near; and with
 * `pauses` (DaybookPause, or NULL). It has no agent. */
void            daybook_due_span       (DaybookDue            *due,
                                        const DaybookDueTerms *terms,
                                        const DaybookLimit    *limit,
                                        gint64                 from,
                                        const GArray          *pauses);
/* A moment that somebody gave. */
void            daybook_due_moment     (DaybookDue            *due,
                                        const DaybookDueTerms *terms,
                                        DaybookRuleId          rule,
                                        gint64                 moment);

/* The first moment not before `from` at which the rule's time of day comes on a day that the shop opens; G_MAXINT64:
 * it never opens. */
gint64          daybook_due_on_open_day (const DaybookDueTerms *terms,
                                        DaybookRuleId          rule,
                                        gint64                 from);

/* The arithmetic in words: "24 hours of shop hours since Friday 19:02, without 3 hours in which the
 * courier was waited for"; and on how old an export it rests. (transfer full) */
char           *daybook_due_explain    (const DaybookDue      *due,
                                        GTimeZone             *zone);
/* "24 hours", "3 days": the largest unit in which nothing is lost. (transfer full) */
char           *daybook_due_span_words (gint64                 seconds);
/* How people are told how late, or how far off, it is: "25 min left", "2 h late", "Tomorrow 10:00",
 * "waits for the courier". (transfer full) */
char           *daybook_due_chip       (const DaybookDue      *due,
                                        gint64                 now,
                                        GTimeZone             *zone);

/* The key as people and scripts write it: "respond:UUID" or "step:UUID:1700000000". (transfer full) */
char           *daybook_due_key        (DaybookRuleId          rule,
                                        const DaybookId       *row,
                                        gint64                 cycle);
/* Takes one apart; `row` is what stands in the middle: an id, or a number for people. FALSE: it is none. */
gboolean        daybook_due_key_parse  (const char            *text,
                                        DaybookRuleId         *rule,
                                        char                 **row,
                                        gint64                *cycle);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookDueTerms, daybook_due_terms_clear)

G_END_DECLS
