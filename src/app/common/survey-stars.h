/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/survey.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The four questions of the satisfaction survey, five stars each: a click, or 1 to 5 on the keyboard, which goes on to
 * the next question; 0 takes an answer away. */
#define DAYBOOK_TYPE_SURVEY_STARS (daybook_survey_stars_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSurveyStars, daybook_survey_stars, DAYBOOK, SURVEY_STARS, AdwBin)

void daybook_survey_stars_clear (DaybookSurveyStars *self);
/* Fills in the answers. */
void daybook_survey_stars_read  (DaybookSurveyStars *self,
                                 DaybookSurveySaid  *said);

/* Signal `changed`: an answer was given, or taken away. */

G_END_DECLS
