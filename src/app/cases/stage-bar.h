/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a case stands among the stages of its register, since when, and a button for each stage
 * that may follow. */
#define DAYBOOK_TYPE_STAGE_BAR (daybook_stage_bar_get_type ())
G_DECLARE_FINAL_TYPE (DaybookStageBar, daybook_stage_bar, DAYBOOK, STAGE_BAR, AdwBin)

void daybook_stage_bar_show (DaybookStageBar  *self,
                             DaybookDesk      *desk,
                             DaybookRegister  *definition,
                             const DaybookRow *row);

/* Signal `move` (int stage): a person wants the case there. */

G_END_DECLS
