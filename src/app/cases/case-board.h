/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/query.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The cases of a register by stage: a column for each, in the register's order, those at which
 * cases end last. Cards are dragged, or moved by Shift and an arrow. */
#define DAYBOOK_TYPE_CASE_BOARD (daybook_case_board_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseBoard, daybook_case_board, DAYBOOK, CASE_BOARD, AdwBin)

GtkWidget *daybook_case_board_new       (DaybookDesk        *desk,
                                         DaybookRegister    *definition);
/* What of the register is shown; copied. */
void       daybook_case_board_set_query (DaybookCaseBoard   *self,
                                         const DaybookQuery *query);

/* Signals: `opened` (gint64 key): a person wants to see the case. `moved` (gint64 key, guint stage):
 * they want it there. */

G_END_DECLS
