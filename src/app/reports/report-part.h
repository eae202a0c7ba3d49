/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/report.h"
#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One part of a report, to be read: its plot, and its figures as a table. `report` outlives the widget. */
GtkWidget *daybook_report_part_new (DaybookStore            *store,
                                    const DaybookReport     *report,
                                    const DaybookReportPart *part);

G_END_DECLS
