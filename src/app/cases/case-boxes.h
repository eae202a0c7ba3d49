/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Boxes on the table that are of a case, and such as seem to be: one key gives them to it (OR-15).
 * Nothing is shown where there are none. */
#define DAYBOOK_TYPE_CASE_BOXES (daybook_case_boxes_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseBoxes, daybook_case_boxes, DAYBOOK, CASE_BOXES, AdwBin)

/* `row` is in its register's table. */
void daybook_case_boxes_show (DaybookCaseBoxes *self,
                              DaybookDesk      *desk,
                              const DaybookRow *row);

/* Signal `edited` (DaybookEdit *edit): to be committed. */

G_END_DECLS
