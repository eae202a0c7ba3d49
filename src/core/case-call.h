/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case.h"
#include "core/edit.h"
#include "core/row.h"
#include "core/task.h"

G_BEGIN_DECLS

/* Tasks, most of them of cases: the customer is called (AS-28, RV-08, AS-14), something is to be
 * done. Texts and ids are borrowed. */
typedef struct
{
  DaybookTaskKind  kind;
  const char      *title;
  const DaybookId *agent; /* who does it, or NULL */
  gint64           due;   /* UTC seconds; 0: some day */
  const DaybookId *id;    /* NULL: a fresh one */
  const DaybookId *plan;  /* the call-back plan that it follows, or NULL */
} DaybookCaseCall;

/* What came of it. */
typedef struct
{
  DaybookCallOutcome outcome;   /* of a call; REACHED of what is no call: it is done */
  const char        *answers;   /* to the register's questions, a line each; or NULL */
  const char        *text;      /* what else was said, or why it is given up; or NULL */
  DaybookAnswer      satisfied; /* whether the customer is; UNKNOWN: nobody asked */
  gint64             again_at;  /* NOT_REACHED: when it is tried again; UTC seconds */
  gboolean           said_else; /* what the customer said stands elsewhere: an opinion, a survey */
} DaybookCallReport;

/* The id of the call with which a register's case begins: there is one, however often its
 * condition comes to hold, on every laptop. */
void     daybook_case_first_call_id (DaybookId               *id,
                                     const DaybookId         *of);
/* Adds the task to the edit. `of`: a case, an order, a customer or a product; NULL: it is about none. */
void     daybook_case_call_add      (DaybookEdit             *edit,
                                     const DaybookRow        *of,
                                     const DaybookCaseCall   *call,
                                     gint64                   now);
/* After so many tries a call is given up, as a rule. */
#define DAYBOOK_CALL_TRIES 3

/* Adds to the edit what came of `task`: an event of `agent` in `of` (a case, an order or a customer; NULL: it is about none),
 * whether the customer is satisfied, and that it is done, or when it is tried again.
 * Errors: CONSTRAINT: it is done already, or something is missing without which it says nothing. */
gboolean daybook_case_call_report   (DaybookEdit             *edit,
                                     const DaybookRow        *of,
                                     const DaybookRow        *task,
                                     const DaybookCallReport *report,
                                     const DaybookId         *agent,
                                     gint64                   now,
                                     GError                 **error);
/* The same of a call that nobody had planned as a task: it is made with it, and done, or tried again. */
gboolean daybook_case_call_made     (DaybookEdit             *edit,
                                     const DaybookRow        *of,
                                     const DaybookCaseCall   *call,
                                     const DaybookCallReport *report,
                                     const DaybookId         *agent,
                                     gint64                   now,
                                     GError                 **error);
/* Nobody makes it any more; `why` stands among its answers. */
void     daybook_case_call_drop     (DaybookEdit             *edit,
                                     const DaybookRow        *task,
                                     const char              *why,
                                     gint64                   now);

G_END_DECLS
