/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/case-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The cases that an act on several left as they are, each with the reason and a way to it. It takes
 * no place while there are none. */
#define DAYBOOK_TYPE_REFUSALS (daybook_refusals_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRefusals, daybook_refusals, DAYBOOK, REFUSALS, AdwBin)

/* `refused`: of DaybookCaseRefusal; none shuts it. */
void daybook_refusals_show (DaybookRefusals *self,
                            GPtrArray       *refused);
/* FALSE when it was not open. */
gboolean daybook_refusals_end (DaybookRefusals *self);

/* Signal `opened` (DaybookId *): a person wants to see the case. */

G_END_DECLS
