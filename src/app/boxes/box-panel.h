/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One box: what was in it, and its case, worked on where it stands (what was received, the next stage);
 * or, while it waits, which case or order it may be of. */
#define DAYBOOK_TYPE_BOX_PANEL (daybook_box_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBoxPanel, daybook_box_panel, DAYBOOK, BOX_PANEL, AdwBin)

/* Once, before the first box. */
void     daybook_box_panel_set_up (DaybookBoxPanel  *self,
                                   DaybookDesk      *desk);
/* Shows a box, or the same one again. NULL: it is gone. */
void     daybook_box_panel_show   (DaybookBoxPanel  *self,
                                   const DaybookRow *row);
/* Puts the focus where the next step is: on the goods of its case, on the first offer, or where a case
 * is typed in. */
void     daybook_box_panel_begin  (DaybookBoxPanel  *self);
/* Closes what was begun in its case. FALSE when nothing was. */
gboolean daybook_box_panel_end    (DaybookBoxPanel  *self);

/* Signal `edit` (DaybookEdit *edit): to be committed; the handler does not keep it. */

G_END_DECLS
