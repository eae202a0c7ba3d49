/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/call-plan.h"
#include "core/customer.h"
#include "core/due.h"

G_BEGIN_DECLS

/* When customers are called back, by the plans that are in use (CU-08, RH-25, AS-14). Pure, as core/due.h. */

/* A plan in force. */
typedef struct
{
  DaybookId         id;
  DaybookCallPlanOn on;
  char             *of;    /* CLOSED: key of the register; NULL: any */
  guint             days;
  guint             grade; /* from this one up */
  DaybookId         agent; /* null: nobody in particular */
  guint             role;  /* DaybookChoreWho */
  gint64            since; /* UTC seconds: what happened before does not count */
} DaybookCallTerm;

void daybook_call_term_free (DaybookCallTerm *term);

/* What a call can be due of: an order that was received, a case that was closed, a customer. */
typedef struct
{
  DaybookCallPlanOn on;
  const char       *of;       /* the case's register */
  gint64            moment;   /* of what happened; INTERVAL: when they heard from the shop last; 0: never */
  guint             grade;    /* the customer's */
  gboolean          unwanted; /* they want no calls, or are gone */
  DaybookId         agent;    /* who knows of it; or null */
  gint64            as_of;    /* of the export that says so; 0: none */
} DaybookCallFacts;

/* A call that nobody has made for so long after an event is not made any more. */
#define DAYBOOK_CALL_LASTS (30 * 24 * 60 * 60)

/* Appends (DaybookDue) what is due by each of the terms' plans. */
void     daybook_due_of_call        (const DaybookDueTerms  *terms,
                                     const DaybookCallFacts *facts,
                                     GArray                 *items);
/* The time of a plan for what happened at `moment` (0: of which there is one alone), and whose it is: two plans of one
 * row do not answer for each other. */
gint64   daybook_call_cycle         (const DaybookId        *plan,
                                     gint64                  moment);
gboolean daybook_call_cycle_is_of   (gint64                  cycle,
                                     const DaybookId        *plan);
/* The lowest `since` of the plans for such events; G_MAXINT64: there is none. */
gint64   daybook_call_terms_since   (const DaybookDueTerms  *terms,
                                     DaybookCallPlanOn       on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCallTerm, daybook_call_term_free)

G_END_DECLS
