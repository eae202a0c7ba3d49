/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "store/due-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is due of an order, of a shop's day, of goods or of an article: why, what to do about it, and of an order all that is known
 * of it below. Signal `edit` (DaybookEdit): what a person wants of the order. */
#define DAYBOOK_TYPE_FOLLOW_PANEL (daybook_follow_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFollowPanel, daybook_follow_panel, DAYBOOK, FOLLOW_PANEL, AdwBin)

GtkWidget *daybook_follow_panel_new  (DaybookDesk          *desk);
/* `row`: that of the item. */
void       daybook_follow_panel_show (DaybookFollowPanel   *self,
                                      const DaybookDueItem *item,
                                      const DaybookRow     *row);

G_END_DECLS
