/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/bulk-bar.h"

G_BEGIN_DECLS

/* What can be done to several customers at once (UX 7): they are tagged. */
#define DAYBOOK_TYPE_CUSTOMER_BULK (daybook_customer_bulk_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerBulk, daybook_customer_bulk, DAYBOOK, CUSTOMER_BULK, DaybookBulkBar)

GtkWidget *daybook_customer_bulk_new (DaybookDesk *desk);

/* Signal: `tag` (const char *with, const char *without): each gets the tags, or they are taken from each; the other is NULL. */

G_END_DECLS
