/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"
#include "core/register.h"

G_BEGIN_DECLS

/* Turns a register's page from its list to its board and back, and remembers on this device which
 * it was. */
#define DAYBOOK_TYPE_BOARD_SWITCH (daybook_board_switch_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBoardSwitch, daybook_board_switch, DAYBOOK, BOARD_SWITCH, GObject)

/* `page`, with `button` in it, is borrowed: it owns this. */
DaybookBoardSwitch *daybook_board_switch_new           (DaybookListPage    *page,
                                                        GtkToggleButton    *button,
                                                        DaybookRegister    *definition);
/* The page asks another question. */
void                daybook_board_switch_query_changed (DaybookBoardSwitch *self);

/* Signals: as those of DaybookCaseBoard. */

G_END_DECLS
