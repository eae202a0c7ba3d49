/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A day of a calendar: its number, and the room for what stands over it. */
#define DAYBOOK_TYPE_DAY_CELL (daybook_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDayCell, daybook_day_cell, DAYBOOK, DAY_CELL, GtkWidget)

GtkWidget   *daybook_day_cell_new      (const GDate    *day);
const GDate *daybook_day_cell_get_day  (DaybookDayCell *self);
/* `today`: which day it is; `month`: one of the month that is shown. */
void         daybook_day_cell_place    (DaybookDayCell *self,
                                        const GDate    *today,
                                        const GDate    *month);
/* What is on that day, for a screen reader; "": nothing. */
void         daybook_day_cell_describe (DaybookDayCell *self,
                                        const char     *what);

/* Such a day in full: “Wednesday, 11 November 2026”. (transfer full) */
char        *daybook_day_long_words    (const GDate    *day);

G_END_DECLS
