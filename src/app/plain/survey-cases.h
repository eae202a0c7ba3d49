/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "store/said-case.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What came of a survey, in its panel: the complaint and the suggestion that it became, each with the way there; or a
 * button for what can still come of it. */
#define DAYBOOK_TYPE_SURVEY_CASES (daybook_survey_cases_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSurveyCases, daybook_survey_cases, DAYBOOK, SURVEY_CASES, AdwBin)

GtkWidget *daybook_survey_cases_new   (DaybookDesk        *desk);
void       daybook_survey_cases_show  (DaybookSurveyCases *self,
                                       const DaybookRow   *survey);
/* The case that a survey still may become, the complaint first; -1: none. */
int        daybook_survey_cases_offer (DaybookReader      *reader,
                                       const DaybookRow   *survey);
/* Makes it, from whatever widget of the window. */
void       daybook_survey_cases_make  (GtkWidget          *widget,
                                       DaybookStore       *store,
                                       DaybookSaidCase     what,
                                       const DaybookRow   *survey);

G_END_DECLS
