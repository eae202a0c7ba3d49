/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/day-bar.h"
#include "app/common/day-cell.h"

G_BEGIN_DECLS

/* Seven days beside each other, with bars over them: as many as there is room for; of the others it says how many there
 * are, day by day. */
#define DAYBOOK_TYPE_WEEK_ROW (daybook_week_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWeekRow, daybook_week_row, DAYBOOK, WEEK_ROW, GtkWidget)

GtkWidget      *daybook_week_row_new       (const GDate    *first);
/* Those of what is planned that touch the week. (element-type DaybookPlanned) */
void            daybook_week_row_show      (DaybookWeekRow *self,
                                            GPtrArray      *planned);
DaybookDayCell *daybook_week_row_get_cell  (DaybookWeekRow *self,
                                            guint           column);
/* NULL: it does not stand here, or there is no room for it. (transfer none) */
DaybookDayBar  *daybook_week_row_find_bar  (DaybookWeekRow *self,
                                            gint64          key);
/* The day over which `x` is, in its own coordinates. */
guint           daybook_week_row_column_at (DaybookWeekRow *self,
                                            double          x);
/* Whether it is told there that there are more. */
gboolean        daybook_week_row_is_more   (DaybookWeekRow *self,
                                            double          x,
                                            double          y);
/* Shows where something would stand; NULL: nowhere. */
void            daybook_week_row_preview   (DaybookWeekRow *self,
                                            const GDate    *from,
                                            const GDate    *to);

G_END_DECLS
