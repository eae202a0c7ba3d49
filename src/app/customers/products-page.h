/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"

G_BEGIN_DECLS

/* What is sold: the list, and in the panel one of them with our note. */
#define DAYBOOK_TYPE_PRODUCTS_PAGE (daybook_products_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookProductsPage, daybook_products_page, DAYBOOK, PRODUCTS_PAGE, DaybookListPage)

DaybookPage *daybook_products_page_new (DaybookStore *store);

/* Commands: those of a list page; `note`, `copy`. */

G_END_DECLS
