/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The calls and tasks of a case that are still to be made: with whom, by when; what came of one is written
 * down in place, and another one is planned. Those that were made stand in the timeline. */
#define DAYBOOK_TYPE_CASE_CALLS (daybook_case_calls_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseCalls, daybook_case_calls, DAYBOOK, CASE_CALLS, AdwBin)

void     daybook_case_calls_show (DaybookCaseCalls *self,
                                  DaybookDesk      *desk,
                                  DaybookRegister  *definition,
                                  const DaybookRow *row);
/* Shuts what is open. FALSE when nothing was. */
gboolean daybook_case_calls_end  (DaybookCaseCalls *self);

/* Signal `edited` (DaybookEdit *edit): complete, to be committed. */

G_END_DECLS
