/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/round-row.h"
#include "app/passes/trace-object.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A parcel, and what can be done about it: the steps are DaybookTraceStep. Signal `opened` (DaybookTraceObject): its case is
 * wanted. */
#define DAYBOOK_TYPE_TRACE_ROW (daybook_trace_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTraceRow, daybook_trace_row, DAYBOOK, TRACE_ROW, DaybookRoundRow)

GtkWidget *daybook_trace_row_new  (DaybookDesk        *desk);
/* NULL: none. */
void       daybook_trace_row_show (DaybookTraceRow    *self,
                                   DaybookTraceObject *object);

G_END_DECLS
