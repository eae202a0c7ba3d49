/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/bulk-bar.h"
#include "core/register.h"
#include "store/case-acts.h"

G_BEGIN_DECLS

/* What can be done to the selected cases of a register at once. */
#define DAYBOOK_TYPE_CASE_BULK (daybook_case_bulk_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseBulk, daybook_case_bulk, DAYBOOK, CASE_BULK, DaybookBulkBar)

GtkWidget *daybook_case_bulk_new            (DaybookDesk     *desk,
                                             DaybookRegister *definition);
/* Opens the list of priorities, with the focus in it. */
void       daybook_case_bulk_begin_priority (DaybookCaseBulk *self);
/* Asks who is given them. */
void       daybook_case_bulk_begin_assign   (DaybookCaseBulk *self);
/* Shuts the form that is open; FALSE when none was. */
gboolean   daybook_case_bulk_end            (DaybookCaseBulk *self);

/* Signal `act` (DaybookCaseAct *): what the person wants, taken over by the one handler. */

G_END_DECLS
