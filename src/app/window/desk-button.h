/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who is at the desk, and a menu of those who may sit down: under that name every act
 * is written. Not shown in a shop of one person (RECORDS §9). */
#define DAYBOOK_TYPE_DESK_BUTTON (daybook_desk_button_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDeskButton, daybook_desk_button, DAYBOOK, DESK_BUTTON, AdwBin)

/* Once. A reference is taken. */
void daybook_desk_button_set_desk (DaybookDeskButton *self,
                                   DaybookDesk       *desk);

G_END_DECLS
