/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/window/place.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The window's left side: the places one can turn to, with their counts. */
#define DAYBOOK_TYPE_SIDEBAR (daybook_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSidebar, daybook_sidebar, DAYBOOK, SIDEBAR, AdwBin)

/* (element-type DaybookPlace), ordered by section. A reference is taken. */
void daybook_sidebar_set_places (DaybookSidebar *self,
                                 GListModel     *places);
/* Whose names stand at its foot. */
void daybook_sidebar_set_desk   (DaybookSidebar *self,
                                 DaybookDesk    *desk);
/* Moves the focus to the place that is marked. */
void daybook_sidebar_focus      (DaybookSidebar *self);
/* Marks the place in view without emitting `chosen`; NULL marks none. */
void daybook_sidebar_mark       (DaybookSidebar *self,
                                 DaybookPlace   *place);

/* Property `folded` (set by the window: the sidebar fills the window alone).
 * Signal `chosen` (DaybookPlace *): a person chose a place. */

G_END_DECLS
