/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/report.h"
#include "store/quality.h"

G_BEGIN_DECLS

/* A quality record as a report (CU-10), of whatever is called `name`: its parts are "kinds", "causes" and "months".
 * (transfer full) */
DaybookReport *daybook_report_of_quality       (const DaybookQuality *quality,
                                                const char           *name,
                                                const char           *currency);
/* Its causes, the most frequent first; NULL: there is none. (transfer full) */
DaybookPlot   *daybook_quality_plot_causes     (const DaybookQuality *quality);
/* What was sold, and what came of it, by months; NULL: nothing lately. (transfer full) */
DaybookPlot   *daybook_quality_plot_months     (const DaybookQuality *quality);
/* "Sold 120 · 6 cases, of which damaged 2 · 1 bad review". (transfer full) */
char          *daybook_quality_say             (const DaybookQuality *quality);

G_END_DECLS
