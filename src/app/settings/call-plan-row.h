/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "store/call-plans.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One call-back plan of the preferences: a switch, what it would do, and behind it when it calls, whom, and what is
 * asked. */
#define DAYBOOK_TYPE_CALL_PLAN_ROW (daybook_call_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCallPlanRow, daybook_call_plan_row, DAYBOOK, CALL_PLAN_ROW, AdwExpanderRow)

GtkWidget *daybook_call_plan_row_new  (DaybookDesk                *desk);
/* `plan` is kept. */
void       daybook_call_plan_row_show (DaybookCallPlanRow         *self,
                                       DaybookCallPlanEntry       *plan,
                                       const DaybookCallPreview   *preview);

G_END_DECLS
