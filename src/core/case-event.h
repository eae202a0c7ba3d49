/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case.h"
#include "core/edit.h"
#include "core/event.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What is written into a case, and what follows from it for the case itself. Texts and ids are
 * borrowed. */
typedef struct
{
  DaybookEventKind kind;
  const char      *text;
  DaybookChannel   channel;
  const DaybookId *to;          /* ESCALATED: who takes it on; or NULL */
  const char      *contact;     /* ESCALATED: how the customer is reached; or NULL */
  gint64           promised_at; /* TOLD: by when the customer hears again; ESCALATED: by when it
                                 * is expected of whoever takes it on; UTC seconds; 0: nothing */
  gint64           amount;      /* MONEY: minor units of the case's currency */
  DaybookMoneyWay  way;
  const char      *reference;
} DaybookCaseEvent;

/* Adds the event of `agent` (NULL: nobody) at `now` to the edit, with what follows: a promise
 * stands in the case (IN-13), an escalated one is a level higher and with whom it went to
 * (AS-10 to AS-12), a result that is sent back waits for its handler (AS-07).
 * Errors: CONSTRAINT: something is missing without which it says nothing. */
gboolean daybook_case_event_add (DaybookEdit             *edit,
                                 const DaybookRow        *row,
                                 const DaybookCaseEvent  *event,
                                 const DaybookId         *agent,
                                 gint64                   now,
                                 GError                 **error);

/* The same of a case, an order or a customer; of any other row nothing is written. */
gboolean daybook_event_add      (DaybookEdit             *edit,
                                 const DaybookRow        *of,
                                 const DaybookCaseEvent  *event,
                                 const DaybookId         *agent,
                                 gint64                   now,
                                 GError                 **error);

G_END_DECLS
