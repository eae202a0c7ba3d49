/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* Something that is to be done once, by somebody, by a time; or some day: without a time it is a memo (IN-09). */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_TASK_TODO,
  DAYBOOK_TASK_CALL,      /* the customer, about a complaint or refund (AS-28, RV-08) */
  DAYBOOK_TASK_CALL_BACK, /* ... after the end: was all well? (AS-14) */
} DaybookTaskKind;

/* What came of a call. Stored: append only. */
typedef enum
{
  DAYBOOK_CALL_OPEN,
  DAYBOOK_CALL_REACHED,
  DAYBOOK_CALL_NOT_REACHED,
  DAYBOOK_CALL_GIVEN_UP,
} DaybookCallOutcome;

enum
{
  DAYBOOK_TASK_DELETED,
  DAYBOOK_TASK_KIND,
  DAYBOOK_TASK_TITLE,
  DAYBOOK_TASK_CASE,
  DAYBOOK_TASK_ORDER,
  DAYBOOK_TASK_CUSTOMER,
  DAYBOOK_TASK_AGENT,
  DAYBOOK_TASK_DUE,
  DAYBOOK_TASK_DONE_AT,
  DAYBOOK_TASK_OUTCOME,
  DAYBOOK_TASK_ANSWERS, /* to the register's questions, a line each: “Question: answer” */
  DAYBOOK_TASK_PRODUCT,
  DAYBOOK_TASK_PLAN,  /* the call-back plan that it follows */
  DAYBOOK_TASK_TRIES, /* so often the customer was not reached */
  DAYBOOK_TASK_N_FIELDS,
};

extern const DaybookTable daybook_tasks;

G_END_DECLS
