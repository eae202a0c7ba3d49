/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"

G_BEGIN_DECLS

/* Edits what is ours of an order in its cell of the list: the flags and the people
 * stand in a popover at the cell, the note is written in it. */
#define DAYBOOK_TYPE_ORDER_CELLS (daybook_order_cells_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOrderCells, daybook_order_cells, DAYBOOK, ORDER_CELLS, GObject)

/* The page outlives it; `edits` is taken over. */
DaybookOrderCells *daybook_order_cells_new  (DaybookListPage   *page,
                                             DaybookCellEdits  *edits);
/* `field` is the flag, the agent or the note: one of a single line. */
void               daybook_order_cells_edit (DaybookOrderCells *self,
                                             guint              field,
                                             DaybookRow        *order,
                                             GtkWidget         *cell);
/* Saves a note that is being written. */
void               daybook_order_cells_end  (DaybookOrderCells *self);

/* Signal `act` (DaybookOrderAct *): what the person wants; the handler does not keep it. */

G_END_DECLS
