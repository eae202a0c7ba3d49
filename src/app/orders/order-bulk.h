/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/bulk-bar.h"
#include "store/order-acts.h"

G_BEGIN_DECLS

/* What can be done to the selected orders at once. */
#define DAYBOOK_TYPE_ORDER_BULK (daybook_order_bulk_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOrderBulk, daybook_order_bulk, DAYBOOK, ORDER_BULK, DaybookBulkBar)

GtkWidget *daybook_order_bulk_new         (DaybookDesk      *desk);
/* Moves the focus to the flags that can be set. */
void       daybook_order_bulk_begin_flag  (DaybookOrderBulk *self);
/* Opens the list of agents, with the focus in it. */
void       daybook_order_bulk_begin_agent (DaybookOrderBulk *self);
/* Opens the line for a note to all of them. */
void       daybook_order_bulk_begin_note  (DaybookOrderBulk *self);
/* Closes it, and what was typed is gone; FALSE when it was not open. */
gboolean   daybook_order_bulk_end_note    (DaybookOrderBulk *self);

/* Signal `act` (DaybookOrderAct *): what the person wants; the handler does not keep it. */

G_END_DECLS
