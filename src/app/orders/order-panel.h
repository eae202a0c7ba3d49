/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "store/order-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All that is known of one order: ours at the top (flag, agent, note), then what
 * the platform says, then what has happened to it. */
#define DAYBOOK_TYPE_ORDER_PANEL (daybook_order_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOrderPanel, daybook_order_panel, DAYBOOK, ORDER_PANEL, AdwBin)

/* Once, before the first order. */
void daybook_order_panel_set_desk (DaybookOrderPanel *self,
                                   DaybookDesk       *desk);
/* Shows an order, or the same one again after it has changed; a note being
 * typed is saved first when it is another one. NULL: the order is gone. */
void daybook_order_panel_show     (DaybookOrderPanel *self,
                                   const DaybookRow  *order);
/* Puts the focus into the note, the flags, the agents. */
void daybook_order_panel_edit_note  (DaybookOrderPanel *self);
void daybook_order_panel_edit_flag  (DaybookOrderPanel *self);
void daybook_order_panel_edit_agent (DaybookOrderPanel *self);

/* Signals: `act` (DaybookOrderAct *): what the person wants; the handler does not
 * keep it. `customer-wanted`: show who ordered. */

G_END_DECLS
