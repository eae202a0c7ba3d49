/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A case on the board: its number, whose it is, why, and since when it is where it is; personal
 * data is masked as in lists. It can be dragged: what is dropped is its key (gint64). */
#define DAYBOOK_TYPE_CASE_CARD (daybook_case_card_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseCard, daybook_case_card, DAYBOOK, CASE_CARD, AdwBin)

GtkWidget *daybook_case_card_new     (DaybookDesk     *desk);
/* Shows the item and what becomes of it; NULL shows none. */
void       daybook_case_card_show    (DaybookCaseCard *self,
                                      DaybookItem     *item);
/* 0 while it shows none. */
gint64     daybook_case_card_get_key (DaybookCaseCard *self);

/* Signal `menu` (GMenu *): its menu is to be filled with the stages to which it may go. */

G_END_DECLS
