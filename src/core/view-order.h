/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/row.h"

G_BEGIN_DECLS

/* The order of the shop's views in the sidebar: by position, those at the same one
 * by name. */

/* Those that show rows of `kind` (a plural), in order. `views` are any rows of
 * daybook_views. (element-type DaybookRow) (transfer full) */
GPtrArray *daybook_view_order_sort (GPtrArray       *views,
                                    const char      *kind);
/* The position behind all that are sorted so. */
gint64     daybook_view_order_next (GPtrArray       *sorted);
/* Where the view stands, or -1. */
int        daybook_view_order_find (GPtrArray       *sorted,
                                    const DaybookId *view);
/* Adds to the edit what brings the view at `from` to the place `to` (both counted
 * from 0): all get positions from 1 on, and those that had none or shared one are
 * told apart. A place behind the last one is the last. */
void       daybook_view_order_move (DaybookEdit     *edit,
                                    GPtrArray       *sorted,
                                    guint            from,
                                    guint            to);

G_END_DECLS
