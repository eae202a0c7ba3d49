/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/call-plan.h"
#include "core/case.h"
#include "core/edit.h"
#include "core/row.h"

G_BEGIN_DECLS

/* The satisfaction survey (RH-27, KP-03): four questions of one to five stars each, and what else the customer thinks. */
#define DAYBOOK_SURVEY_N_QUESTIONS 4
#define DAYBOOK_SURVEY_MOST 5
/* An average below it is a low one. */
#define DAYBOOK_SURVEY_LOW 3.0
/* ... and so many stars are few. */
#define DAYBOOK_SURVEY_FEW 2

/* The field of a question: they follow each other. */
#define DAYBOOK_SURVEY_QUESTION(i) (DAYBOOK_SURVEY_CONVENIENCE + (i))

/* What is asked: “Was it easy to reach us?” */
const char *daybook_survey_question (guint                  i);

/* Texts and ids are borrowed. */
typedef struct
{
  guint            stars[DAYBOOK_SURVEY_N_QUESTIONS]; /* 0: not answered */
  const char      *opinion;                           /* or NULL */
  const DaybookId *task;                              /* the call in which it was asked, or NULL */
  const DaybookId *served;                            /* who had served them, or NULL */
  const DaybookId *complaint;                         /* the case that it became, or NULL */
  const DaybookId *suggestion;                        /* likewise */
  DaybookChannel   channel;
} DaybookSurveySaid;

/* Whether anything was answered; an opinion alone is none. */
gboolean    daybook_survey_is_said  (const DaybookSurveySaid *said);
/* Adds it to the edit: `of` is a case, an order or a customer, `agent` asked. `id` gets its id; may be NULL.
 * Errors: CONSTRAINT: nothing was answered, or with more stars than there are. */
gboolean    daybook_survey_add      (DaybookEdit             *edit,
                                     const DaybookRow        *of,
                                     const DaybookSurveySaid *said,
                                     const DaybookId         *agent,
                                     gint64                   now,
                                     DaybookId               *id,
                                     GError                 **error);
/* What a row says; texts and ids are the row's. */
void        daybook_survey_read     (const DaybookRow        *survey,
                                     DaybookSurveySaid       *said);
/* The average of what was answered; 0: nothing was. */
double      daybook_survey_average  (const DaybookRow        *survey);
double      daybook_survey_said_average (const DaybookSurveySaid *said);
/* Whether somebody ought to see to it: the average is low, or it is not well now. */
gboolean    daybook_survey_is_low   (const DaybookSurveySaid *said);
/* Each answer after its question, a line each, and the opinion; "" of nothing. (transfer full) */
char       *daybook_survey_write    (const DaybookSurveySaid *said);

G_END_DECLS
