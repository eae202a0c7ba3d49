/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/merge-dialog.h"

G_BEGIN_DECLS

/* Several customers who are one person (UX 6, core/customer-merge.h). The dialog has no data. */
extern const DaybookMergeKind daybook_merge_customers;

/* Asks how they become one, and commits it in the shell that `widget` stands in. `customers`: DaybookRow; what is too many
 * for the dialog, and fewer than two, is left alone. */
void  daybook_merge_customers_begin (GtkWidget        *widget,
                                     DaybookDesk      *desk,
                                     GPtrArray        *customers);
/* "张* · zhang_san": by which a person tells one from the other. (transfer full) */
char *daybook_merge_customers_name  (DaybookDesk      *desk,
                                     const DaybookRow *row);

G_END_DECLS
