/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/plot.h"
#include "store/survey-figures.h"

G_BEGIN_DECLS

/* How what customers say of the service goes on from month to month: a series for each of the four questions (RH-27).
 * `figures` (DaybookSurveyFigure) are by month; one in which nobody was asked is a gap. NULL: there are none.
 * (transfer full) */
DaybookPlot *daybook_survey_plot (GPtrArray *figures);

G_END_DECLS
