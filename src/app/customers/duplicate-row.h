/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "store/duplicates.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Customers who may be one person, in a list: who they are and why, and what may be done about it. */
#define DAYBOOK_TYPE_DUPLICATE_ROW (daybook_duplicate_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDuplicateRow, daybook_duplicate_row, DAYBOOK, DUPLICATE_ROW, AdwActionRow)

GtkWidget *daybook_duplicate_row_new       (DaybookDesk             *desk,
                                            const DaybookDuplicates *found);
/* (transfer full) (element-type DaybookRow), those who are still there. */
GPtrArray *daybook_duplicate_row_customers (DaybookDuplicateRow     *self);

/* Signal `differ`: a person says that they are not the same. Being activated, it asks to be compared. */

G_END_DECLS
