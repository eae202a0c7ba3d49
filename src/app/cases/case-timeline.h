/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What happened to a case and what was said, newest first (UX 9): its events, those of cases that
 * were merged into it, and, dimmed, what was done to its fields. */
#define DAYBOOK_TYPE_CASE_TIMELINE (daybook_case_timeline_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseTimeline, daybook_case_timeline, DAYBOOK, CASE_TIMELINE, AdwBin)

void daybook_case_timeline_show (DaybookCaseTimeline *self,
                                 DaybookDesk         *desk,
                                 const DaybookRow    *row);

G_END_DECLS
