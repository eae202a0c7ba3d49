/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"

G_BEGIN_DECLS

/* Who bought: the list, and in the panel one of them with accounts, contacts, our
 * note and their orders. */
#define DAYBOOK_TYPE_CUSTOMERS_PAGE (daybook_customers_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomersPage, daybook_customers_page, DAYBOOK, CUSTOMERS_PAGE, DaybookListPage)

DaybookPage *daybook_customers_page_new (DaybookStore *store);

/* Commands: those of a list page; `note`. */

G_END_DECLS
