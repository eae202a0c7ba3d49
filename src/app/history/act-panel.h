/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/history/act-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One act: who, when, what it changed field by field, and the button that undoes
 * it or brings it back. What an undo left as it was is listed here. */
#define DAYBOOK_TYPE_ACT_PANEL (daybook_act_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookActPanel, daybook_act_panel, DAYBOOK, ACT_PANEL, AdwBin)

void daybook_act_panel_set_store (DaybookActPanel *self,
                                  DaybookStore    *store);
/* Shows the act and follows it. */
void daybook_act_panel_show      (DaybookActPanel *self,
                                  DaybookActItem  *item);
/* Undoes the act, or brings it back; what the panel's button does. */
void daybook_act_panel_turn      (DaybookActPanel *self);

G_END_DECLS
