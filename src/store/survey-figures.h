/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/survey.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What customers said of the service, in numbers (RH-27, KP-03): one code for the page, the report and the command line. */
typedef enum
{
  DAYBOOK_SURVEYS_TOGETHER, /* one figure, or none */
  DAYBOOK_SURVEYS_BY_AGENT, /* who had served, the lowest first; of nobody last */
  DAYBOOK_SURVEYS_BY_MONTH, /* the newest first */
} DaybookSurveysBy;

typedef struct
{
  char     *name;                                   /* of the agent, or "2026-11"; "" of all together, of nobody */
  DaybookId agent;                                  /* null: none */
  guint     n;                                      /* surveys */
  double    average;                                /* of all answers */
  double    averages[DAYBOOK_SURVEY_N_QUESTIONS];   /* 0: nobody answered it */
  GArray   *rows;                                   /* gint64: the keys behind it */
} DaybookSurveyFigure;

void       daybook_survey_figure_free (DaybookSurveyFigure *figure);
/* Of surveys made from `from` (UTC seconds) on and before `to`; 0: without such an end.
 * (element-type DaybookSurveyFigure) (transfer full) */
GPtrArray *daybook_survey_figures     (DaybookReader       *reader,
                                       DaybookSurveysBy     by,
                                       gint64               from,
                                       gint64               to,
                                       GError             **error);

G_END_DECLS
