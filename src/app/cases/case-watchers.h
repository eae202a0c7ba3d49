/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who wants to know of a case besides its owner and handler: the person at the desk in one click, others
 * from the list of people. */
#define DAYBOOK_TYPE_CASE_WATCHERS (daybook_case_watchers_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseWatchers, daybook_case_watchers, DAYBOOK, CASE_WATCHERS, AdwBin)

void     daybook_case_watchers_show     (DaybookCaseWatchers *self,
                                         DaybookDesk         *desk,
                                         const DaybookRow    *row);
/* Whether there is anything to show: a shop of one person watches all it has. */
gboolean daybook_case_watchers_has_use  (DaybookCaseWatchers *self);

/* Signal `edited` (DaybookEdit *edit): complete, to be committed. */

G_END_DECLS
