/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/report.h"
#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with the rows behind each line of a part; static. */
typedef struct
{
  const char *part;   /* its key */
  const char *icon;
  const char *label;  /* msgid; the line is named behind it */
  const char *action; /* of the window, for the line by its word as a text */
} DaybookReportAct;

/* One part of a report, to be read: its plot, and its figures as a table. `report` outlives the widget; `act`: NULL, or what
 * is offered if it is of that part. */
GtkWidget *daybook_report_part_new (DaybookStore            *store,
                                    const DaybookReport     *report,
                                    const DaybookReportPart *part,
                                    const DaybookReportAct  *act);

G_END_DECLS
