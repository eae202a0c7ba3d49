/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case-call.h"
#include "core/survey.h"
#include "store/due-list.h"
#include "store/said-case.h"

G_BEGIN_DECLS

/* A call with a customer, from the sheet or the command line: one act with its task, what stands in the timeline, what
 * they think, their scores, and that it is due no longer (UX 18, AS-14). */

/* Rows and texts are borrowed. */
typedef struct
{
  const DaybookRow     *of;      /* a case in its register's table, an order or a customer */
  const DaybookRow     *task;    /* the task that it was; NULL: none was made of it so far */
  const DaybookDueItem *item;    /* the plan's call that it was; NULL: it was due by none */
  const DaybookRow     *plan;    /* whose questions were asked; NULL: nobody's */
  DaybookCallReport     report;
  DaybookSurveySaid     survey;
  const char           *opinion; /* what the customer thinks besides; or NULL */
  gboolean              reopens; /* of a closed case whose customer is not satisfied: it is opened again */
  gboolean              becomes[DAYBOOK_SAID_N]; /* which cases come of what was said */
} DaybookCallMade;

/* Errors: CONSTRAINT: something is missing, or the case cannot be opened again (a sentence); as the reader. */
DaybookEdit *daybook_call_act         (DaybookStore           *store,
                                       const DaybookCallMade  *made,
                                       GError                **error);
/* The stage to which a closed case goes back; -1: `row` is none, or there is no way back. */
int          daybook_call_reopens_to  (DaybookReader          *reader,
                                       const DaybookRow       *row);

G_END_DECLS
