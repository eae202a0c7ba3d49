/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/pass.h"
#include "core/recurrence.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What comes again: a chore, alone or with a list of things to tick off each time (RH-01 …, TM-08). Its ticks
 * are those of a pass (core/pass.h): each time is a day and a round of it. */

/* Who does it, where that is no single person. Stored: append only; the roles follow in the order of
 * DaybookRole. */
typedef enum
{
  DAYBOOK_CHORE_ANYONE,
  DAYBOOK_CHORE_OWNER,
  DAYBOOK_CHORE_LEAD,
  DAYBOOK_CHORE_AGENT,
  DAYBOOK_CHORE_PART_TIME,
} DaybookChoreWho;

extern const DaybookWord daybook_chore_who_words[];

enum
{
  DAYBOOK_CHORE_DELETED,
  DAYBOOK_CHORE_TITLE,
  DAYBOOK_CHORE_RECURRENCE, /* core/recurrence.h */
  DAYBOOK_CHORE_ROLE,       /* DaybookChoreWho */
  DAYBOOK_CHORE_PERSON,     /* one agent, whatever the role */
  DAYBOOK_CHORE_ITEMS,      /* what is ticked off, a line each; none: its template's, if it has one */
  DAYBOOK_CHORE_NOTE,
  DAYBOOK_CHORE_USED,
  DAYBOOK_CHORE_SINCE,      /* times before do not count: it was made, switched on, or given other times */
  DAYBOOK_CHORE_TEMPLATE,   /* the pass that Daybook brings, and which round of it; or none */
  DAYBOOK_CHORE_ROUND,
  DAYBOOK_CHORE_N_FIELDS,
};

extern const DaybookTable daybook_chores;

/* The round of a chore that is its own. */
#define DAYBOOK_CHORE_ONCE "once"

/* The id of the chore that is made of a template: the same on every laptop. */
void         daybook_chore_template_id (DaybookId             *id,
                                        const char            *pass,
                                        const char            *round);
/* Its ticks' pass, and round. (transfer full) */
char        *daybook_chore_pass_key    (const DaybookRow      *row);
const char  *daybook_chore_round_key   (const DaybookRow      *row);
/* What is ticked off, as a pass of one round: its own lines, else the steps of `shipped`, its template
 * (NULL: it has none). Without steps there is nothing to tick. (transfer full) */
DaybookPass *daybook_chore_checklist   (const DaybookRow      *row,
                                        const DaybookPass     *shipped);
/* Adds the one time that is not done yet. `done`: until when all is done (UTC seconds): the time that was done,
 * or the moment at which somebody did it late, whichever is later; 0: never. What was missed before is one
 * with it: nobody does a daily chore three times on one day. */
void         daybook_due_of_chore      (const DaybookDueTerms *terms,
                                        const DaybookRow      *row,
                                        gint64                 done,
                                        GArray                *items);
/* How many times it was due from `cycle` to now: 1 means that none was missed before; 0: it is still to come. */
guint        daybook_chore_count_due   (const DaybookDueTerms *terms,
                                        const DaybookRow      *row,
                                        gint64                 cycle,
                                        gint64                 now);
/* The time whose list is ticked off: the last one that has come, if that is later than what is open. */
gint64       daybook_chore_at_hand     (const DaybookDueTerms *terms,
                                        const DaybookRow      *row,
                                        gint64                 cycle,
                                        gint64                 now);

G_END_DECLS
