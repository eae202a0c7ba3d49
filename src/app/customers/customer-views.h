/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/view-list.h"

G_BEGIN_DECLS

/* The key of the view of all customers. */
#define DAYBOOK_CUSTOMER_VIEW_ALL "customers"

/* The views of customers (CU-03, CU-05), for page and sidebar. (transfer full) */
DaybookViewList *daybook_customer_views_for (DaybookStore *store);

G_END_DECLS
