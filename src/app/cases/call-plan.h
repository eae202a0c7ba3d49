/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A call that is to be made for a case, in place: when, and by whom. */
#define DAYBOOK_TYPE_CALL_PLAN (daybook_call_plan_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCallPlan, daybook_call_plan, DAYBOOK, CALL_PLAN, AdwBin)

/* Opens for the case `row`; its owner makes the call where nobody says otherwise (AS-06). */
void     daybook_call_plan_begin (DaybookCallPlan  *self,
                                  DaybookDesk      *desk,
                                  DaybookRegister  *definition,
                                  const DaybookRow *row);
/* FALSE when it was not open. */
gboolean daybook_call_plan_end   (DaybookCallPlan  *self);

/* Signal `edited` (DaybookEdit *edit): complete, to be committed. */

G_END_DECLS
