/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/grade-rule.h"

G_BEGIN_DECLS

/* Which VIP grade a customer's orders come to, and why (CU-04). Pure: nothing here looks at the clock. */

/* As much of an order as counts. */
typedef struct
{
  gint64      created;  /* UTC seconds */
  gint64      stage;    /* DaybookStage */
  gint64      refund;   /* DaybookRefund */
  const char *currency; /* or NULL: it counts as an order, its money does not */
  gint64      paid;     /* minor units, as the others; each may be DAYBOOK_AMOUNT_UNKNOWN */
  gint64      refunded;
  gint64      total;
} DaybookGradeOrder;

/* What a customer's orders come to within the days of each grade, in its currency. */
typedef struct
{
  gint64 spent[DAYBOOK_N_GRADES];
  guint  orders[DAYBOOK_N_GRADES];
} DaybookGradeFacts;

typedef struct
{
  DaybookGrade from;
  DaybookGrade to;
  DaybookGrade quoted; /* whose conditions are the reason: those reached, or those no longer reached */
  gint64       spent;  /* within its days */
  guint        orders;
} DaybookGradeProposal;

/* Adds an order: what was refunded was not spent (daybook_order_net()); one that was not paid, is closed or was refunded as a whole is no
 * order. */
void     daybook_grade_facts_add       (DaybookGradeFacts          *facts,
                                        const DaybookGradeRules    *rules,
                                        const DaybookGradeOrder    *order,
                                        gint64                      now);
/* Those of a customer into whom another was merged. */
void     daybook_grade_facts_join      (DaybookGradeFacts          *facts,
                                        const DaybookGradeFacts    *others);
/* The grade that the facts come to. */
DaybookGrade daybook_grade_reached     (const DaybookGradeRules    *rules,
                                        const DaybookGradeFacts    *facts);
/* Whether another grade than the present one is proposed. `held`: it was given by hand, and nothing is. A grade that
 * proposes nobody is not taken away either. */
gboolean daybook_grade_propose         (const DaybookGradeRules    *rules,
                                        const DaybookGradeFacts    *facts,
                                        DaybookGrade                grade,
                                        gboolean                    held,
                                        DaybookGradeProposal       *proposal);
/* "¥5,230 in 12 orders within 365 days; VIP 2 asks ¥5,000 or 10 orders within 365 days". (transfer full) */
char    *daybook_grade_proposal_reason (const DaybookGradeProposal *proposal,
                                        const DaybookGradeRules    *rules);
/* Tells a proposal from others of the same customer: who declines it declines this one. */
gint64   daybook_grade_proposal_cycle  (const DaybookGradeProposal *proposal);
/* Whether it is still declined that was declined at that moment: for as long as the conditions look back, for then
 * none of its orders count any more. */
gboolean daybook_grade_is_declined     (const DaybookGradeProposal *proposal,
                                        const DaybookGradeRules    *rules,
                                        gint64                      declined_at,
                                        gint64                      now);

G_END_DECLS
