/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/query.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One stage on the board: the cases that are in it, as cards, under its name and their number. A
 * stage at which cases end is shut at first: its cards are made when somebody opens it. */
#define DAYBOOK_TYPE_BOARD_COLUMN (daybook_board_column_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBoardColumn, daybook_board_column, DAYBOOK, BOARD_COLUMN, AdwBin)

GtkWidget *daybook_board_column_new       (DaybookDesk        *desk,
                                           DaybookRegister    *definition,
                                           guint               stage);
/* The board's question; the column asks it of its stage. */
void       daybook_board_column_set_query (DaybookBoardColumn *self,
                                           const DaybookQuery *query);
/* Moves the focus to the card that has it last, or the first; FALSE when there is none. */
gboolean   daybook_board_column_focus     (DaybookBoardColumn *self);
/* ... to the case's card, when it comes. */
void       daybook_board_column_await     (DaybookBoardColumn *self,
                                           gint64              key);

/* Signals: `opened` (gint64 key): a person wants to see the case. `moved` (gint64 key, guint stage):
 * they want it there. `turned` (int direction): they go to the column at the right (1) or left (-1). */

G_END_DECLS
