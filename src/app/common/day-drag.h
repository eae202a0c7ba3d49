/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/week-row.h"

G_BEGIN_DECLS

/* The hand that works on weeks (common/week-row.h) in a box: it opens what it clicks, drags a bar to another day, and its
 * end to another last day. */
#define DAYBOOK_TYPE_DAY_DRAG (daybook_day_drag_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDayDrag, daybook_day_drag, DAYBOOK, DAY_DRAG, GObject)

/* `weeks` owns it. (transfer none) */
DaybookDayDrag *daybook_day_drag_attach      (GtkWidget      *weeks);
/* What the bars show. (element-type DaybookPlanned) */
void            daybook_day_drag_set_planned (DaybookDayDrag *self,
                                              GPtrArray      *planned);
/* Lets go of what is being dragged. FALSE: nothing is. */
gboolean        daybook_day_drag_cancel      (DaybookDayDrag *self);

/* Signals: `opened` (gint64 key): a bar was clicked. `chosen` (GDate *): a day was; `day-opened` (GDate *): twice, or that
 * there are more. `moved` and `stretched` (gint64 key, int days): where a bar, or its end, was let go. */

G_END_DECLS
