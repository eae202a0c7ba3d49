/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One activity list (CU-04, CU-06): how far it is, and the next customer with what they are told. Copying writes it down as told
 * and goes on to the next one; the program sends nothing. */
#define DAYBOOK_TYPE_ACTIVITY_PANEL (daybook_activity_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookActivityPanel, daybook_activity_panel, DAYBOOK, ACTIVITY_PANEL, AdwBin)

GtkWidget *daybook_activity_panel_new   (DaybookDesk          *desk);
/* Shows a list, or the same one again after a change. */
void       daybook_activity_panel_show  (DaybookActivityPanel *self,
                                         const DaybookRow     *activity);
/* Copies what is written to the customer at hand, writes it down and goes on; a blank, or a word of the guard, is said
 * first. */
void       daybook_activity_panel_copy  (DaybookActivityPanel *self);
/* Goes on without. */
void       daybook_activity_panel_skip  (DaybookActivityPanel *self);
/* Whether there is a customer at hand. */
gboolean   daybook_activity_panel_has_line (DaybookActivityPanel *self);

/* Signal `edit` (DaybookEdit *): to be committed. `moved`: another customer is at hand, or none. */

G_END_DECLS
