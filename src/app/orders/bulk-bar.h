/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "store/order-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done to the selected orders at once (UX 7): their number and sum
 * at the left, the acts at the right or, where there is no room, below. */
#define DAYBOOK_TYPE_BULK_BAR (daybook_bulk_bar_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBulkBar, daybook_bulk_bar, DAYBOOK, BULK_BAR, AdwBin)

/* Once. */
void daybook_bulk_bar_set_desk (DaybookBulkBar *self,
                                DaybookDesk    *desk);
/* Says how many orders are selected and what was paid for them; summed in the
 * background. `keys` is taken over. (element-type gint64) */
void daybook_bulk_bar_set_keys (DaybookBulkBar *self,
                                GArray         *keys);
/* Moves the focus to the flags that can be set. */
void daybook_bulk_bar_begin_flag (DaybookBulkBar *self);
/* Opens the list of agents, with the focus in it. */
void daybook_bulk_bar_begin_agent (DaybookBulkBar *self);
/* Opens the line for a note to all of them. */
void daybook_bulk_bar_begin_note (DaybookBulkBar *self);
/* Closes it, and what was typed is gone; FALSE when it was not open. */
gboolean daybook_bulk_bar_end_note (DaybookBulkBar *self);

/* Signals: `act` (DaybookOrderAct *): what the person wants; the handler does not
 * keep it. `close`: nothing is to be selected any more. `resized`: it has another height. */

G_END_DECLS
