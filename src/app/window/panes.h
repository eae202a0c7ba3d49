/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "app/window/sidebar.h"

G_BEGIN_DECLS

/* Moves the focus on from the pane that has it to the next one in sight: sidebar,
 * list, panel, and round again; `step` is 1, or -1 for the other way. `page` may
 * be NULL. */
void daybook_panes_turn (DaybookSidebar *sidebar,
                         DaybookPage    *page,
                         int             step);

G_END_DECLS
