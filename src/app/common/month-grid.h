/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/planned.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A month, day by day, with bars over the days for which something lasts. Arrows walk the days, Page Up and Page Down turn
 * the months, Enter opens what is on a day; Alt and an arrow move the bar that is at hand, with Shift its end. It knows
 * nothing of what it shows, which whoever owns it says anew when `turned` tells that there are other days. */
#define DAYBOOK_TYPE_MONTH_GRID (daybook_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMonthGrid, daybook_month_grid, DAYBOOK, MONTH_GRID, AdwBin)

GtkWidget   *daybook_month_grid_new         (const GDate      *today);
void         daybook_month_grid_set_today   (DaybookMonthGrid *self,
                                             const GDate      *today);
/* The month of that day, which is at hand then. */
void         daybook_month_grid_show_day    (DaybookMonthGrid *self,
                                             const GDate      *day);
/* The day at hand. */
const GDate *daybook_month_grid_get_day     (DaybookMonthGrid *self);
/* "November 2026" (transfer none) */
const char  *daybook_month_grid_get_title   (DaybookMonthGrid *self);
/* The first and the last of the days in sight, some of them of other months. */
void         daybook_month_grid_get_range   (DaybookMonthGrid *self,
                                             GDate            *first,
                                             GDate            *last);
/* What lasts on any of them; taken over. (element-type DaybookPlanned) */
void         daybook_month_grid_set_planned (DaybookMonthGrid *self,
                                             GPtrArray        *planned);
/* Whether nothing lasts on any day of the month, whatever there is on those of others. */
gboolean     daybook_month_grid_is_bare     (DaybookMonthGrid *self);
/* Gives the day at hand the focus. */
void         daybook_month_grid_focus       (DaybookMonthGrid *self);

/* Signals: `turned`: another month is shown. `opened` (gint64 key): a person wants to see that. `wanted` (GDate *): they
 * want something new on that day. `moved` (gint64 key, int days): they want it on other days; `stretched` (gint64 key,
 * int days): its last day. */

G_END_DECLS
