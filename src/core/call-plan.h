/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* Whom the shop calls back by itself (CU-08, RH-25, RV-06, AS-14): after something happened, or every so often; and
 * what customers said when they were asked how they found it (RH-27, KP-03). */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_CALL_PLAN_INTERVAL,  /* every so many days since they heard from the shop last */
  DAYBOOK_CALL_PLAN_DELIVERED, /* so many days after an order was completed */
  DAYBOOK_CALL_PLAN_CLOSED,    /* so many days after a case of the register was closed */
} DaybookCallPlanOn;

enum
{
  DAYBOOK_CALL_PLAN_DELETED,
  DAYBOOK_CALL_PLAN_NAME,
  DAYBOOK_CALL_PLAN_ON,
  DAYBOOK_CALL_PLAN_REGISTER,  /* CLOSED: key of the register; none: any */
  DAYBOOK_CALL_PLAN_DAYS,
  DAYBOOK_CALL_PLAN_GRADE,     /* only customers of this grade or above */
  DAYBOOK_CALL_PLAN_AGENT,
  DAYBOOK_CALL_PLAN_ROLE,      /* DaybookChoreWho */
  DAYBOOK_CALL_PLAN_QUESTIONS, /* a line each */
  DAYBOOK_CALL_PLAN_SURVEY,    /* and the four of the satisfaction survey */
  DAYBOOK_CALL_PLAN_USED,
  DAYBOOK_CALL_PLAN_SINCE,     /* what happened before does not count */
  DAYBOOK_CALL_PLAN_STARTER,   /* key of the plan that Daybook brings, or none */
  DAYBOOK_CALL_PLAN_N_FIELDS,
};

/* What one customer said once; the four questions are those of S2 §4.3, with one to five stars. */
enum
{
  DAYBOOK_SURVEY_DELETED,
  DAYBOOK_SURVEY_CUSTOMER,
  DAYBOOK_SURVEY_CASE,
  DAYBOOK_SURVEY_ORDER,
  DAYBOOK_SURVEY_TASK,        /* the call in which they were asked */
  DAYBOOK_SURVEY_AT,
  DAYBOOK_SURVEY_AGENT,       /* who asked */
  DAYBOOK_SURVEY_SERVED,      /* who had served them */
  DAYBOOK_SURVEY_CHANNEL,
  DAYBOOK_SURVEY_CONVENIENCE, /* was it easy to reach us? */
  DAYBOOK_SURVEY_ATTITUDE,    /* were we friendly? */
  DAYBOOK_SURVEY_ABILITY,     /* did we know what to do? */
  DAYBOOK_SURVEY_RESULT,      /* is it well now? */
  DAYBOOK_SURVEY_OPINION,
  DAYBOOK_SURVEY_COMPLAINT,   /* the case that a low score became (RV-06) */
  DAYBOOK_SURVEY_SUGGESTION,  /* ... and that which the opinion became */
  DAYBOOK_SURVEY_N_FIELDS,
};

/* Of an interval, or after an event. */
#define DAYBOOK_CALL_PLAN_MOST_DAYS 999

extern const DaybookTable daybook_call_plans;
extern const DaybookTable daybook_surveys;

G_END_DECLS
