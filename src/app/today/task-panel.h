/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A task: what, by when, who does it, and what it is about; a memo gets its time here. */
#define DAYBOOK_TYPE_TASK_PANEL (daybook_task_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTaskPanel, daybook_task_panel, DAYBOOK, TASK_PANEL, AdwBin)

void daybook_task_panel_show (DaybookTaskPanel *self,
                              DaybookDesk      *desk,
                              const DaybookRow *row);

/* Signal `edit` (DaybookEdit *edit): to be committed; the handler does not keep it. */

G_END_DECLS
