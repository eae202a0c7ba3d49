/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/trace-pass.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A parcel to be looked up, as a row of the list: read when it comes in sight. */
#define DAYBOOK_TYPE_TRACE_OBJECT (daybook_trace_object_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTraceObject, daybook_trace_object, DAYBOOK, TRACE_OBJECT, GObject)

DaybookTraceObject     *daybook_trace_object_new      (const DaybookTraceMark *mark);
gint64                  daybook_trace_object_get_key  (DaybookTraceObject     *self);
gboolean                daybook_trace_object_is_done  (DaybookTraceObject     *self);
/* Takes what is known of it by now; it is read anew. */
void                    daybook_trace_object_take     (DaybookTraceObject     *self,
                                                       DaybookTraceObject     *newer);
/* All of it; NULL: the order is gone. (transfer none) */
const DaybookTraceLine *daybook_trace_object_read     (DaybookTraceObject     *self,
                                                       DaybookReader          *reader);

G_END_DECLS
