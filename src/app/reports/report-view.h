/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/reports/report-part.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A report in the window: its parts with plots and tables, whose first column leads to the rows behind a figure;
 * while it is counted, how far it is, with a way to stop; and what stands there when nothing can be counted. Writes it
 * into a file on `report.export`. */
#define DAYBOOK_TYPE_REPORT_VIEW (daybook_report_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookReportView, daybook_report_view, DAYBOOK, REPORT_VIEW, AdwBin)

/* Once. */
void daybook_report_view_set_store (DaybookReportView *self,
                                    DaybookStore      *store);
/* What stands there when the report counts nothing. */
void daybook_report_view_set_empty (DaybookReportView *self,
                                    const char        *icon,
                                    const char        *title,
                                    const char        *description);
/* What is offered at the lines of one part. */
void daybook_report_view_set_act   (DaybookReportView      *self,
                                    const DaybookReportAct *act);
/* It is being counted; `cancellable` stops it. */
void daybook_report_view_begin     (DaybookReportView *self,
                                    GCancellable      *cancellable);
void daybook_report_view_progress  (DaybookReportView *self,
                                    double             share);
/* Shows it; taken over. NULL: nothing can be counted. */
void daybook_report_view_take      (DaybookReportView *self,
                                    DaybookReport     *report);
/* Says why there is none. */
void daybook_report_view_fail      (DaybookReportView *self,
                                    const char        *message);

G_END_DECLS
