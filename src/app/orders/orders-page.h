/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"

G_BEGIN_DECLS

/* The shop's orders: views, filters, the list, one order in the panel, and what
 * people do to one or many of them. */
#define DAYBOOK_TYPE_ORDERS_PAGE (daybook_orders_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOrdersPage, daybook_orders_page, DAYBOOK, ORDERS_PAGE, DaybookListPage)

DaybookPage *daybook_orders_page_new (DaybookStore *store);

/* Commands: those of a list page; `flag`, `note`, `agent`, `copy`, `trash`,
 * `take-over`, `save-view`, `delete-view`. */

G_END_DECLS
