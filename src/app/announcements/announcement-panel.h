/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An announcement: all it says, who has read it and who has not, and each part of it to be changed where it stands. */
#define DAYBOOK_TYPE_ANNOUNCEMENT_PANEL (daybook_announcement_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAnnouncementPanel, daybook_announcement_panel, DAYBOOK, ANNOUNCEMENT_PANEL, AdwBin)

/* Shows the announcement, or shows it anew; what is being typed stays while it is the same one. */
void daybook_announcement_panel_show (DaybookAnnouncementPanel *self,
                                      DaybookDesk              *desk,
                                      const DaybookRow         *row);
/* Saves what was typed and not saved yet. */
void daybook_announcement_panel_flush (DaybookAnnouncementPanel *self);

/* Signal `edit` (DaybookEdit *edit): to be committed; the handler does not keep it. */

G_END_DECLS
