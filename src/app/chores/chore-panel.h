/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A chore: its list to be ticked off, what became of it the last time, and, for those who may, how often it comes
 * and whose it is. */
#define DAYBOOK_TYPE_CHORE_PANEL (daybook_chore_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookChorePanel, daybook_chore_panel, DAYBOOK, CHORE_PANEL, AdwBin)

GtkWidget  *daybook_chore_panel_new    (DaybookDesk       *desk);
/* Shows the chore, or shows it anew. */
void        daybook_chore_panel_show   (DaybookChorePanel *self,
                                        const DaybookRow  *row);
/* Puts the focus on the first place of its list, or on its button. */
void        daybook_chore_panel_begin  (DaybookChorePanel *self);

/* Signal `edit` (DaybookEdit *edit): to be committed; the handler does not keep it. Signal `dropped`: a person
 * has put the chore into the trash. */

G_END_DECLS
