/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cases/call-form.h"
#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The call sheet (UX 18): why we call, whom and under which number, what was last said, bought and promised, and what is
 * open; under it the one form for what came of it (app/cases/call-form.h). */
#define DAYBOOK_TYPE_CALL_SHEET (daybook_call_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCallSheet, daybook_call_sheet, DAYBOOK, CALL_SHEET, AdwBin)

GtkWidget *daybook_call_sheet_new       (DaybookDesk          *desk);
/* The call that a plan wants of the row. */
void       daybook_call_sheet_show_item (DaybookCallSheet     *self,
                                         const DaybookDueItem *item,
                                         const DaybookRow     *row);
/* The call that is a task. FALSE: it is about nobody. */
gboolean   daybook_call_sheet_show_task (DaybookCallSheet     *self,
                                         const DaybookRow     *task);
/* A call that nobody has planned; of what is due by a plan of the row, that one. */
void       daybook_call_sheet_show_row  (DaybookCallSheet     *self,
                                         const DaybookRow     *row);

/* Signal `edit` (DaybookEdit *edit): complete, to be committed. Signal `cancelled`: nothing came of it. */

G_END_DECLS
