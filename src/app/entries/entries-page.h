/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"

G_BEGIN_DECLS

/* What files that list no orders have brought: a list, and in the panel everything that is known
 * of a row, its order and what the file says of it cell by cell. Imports alone write such rows. */
#define DAYBOOK_TYPE_ENTRIES_PAGE (daybook_entries_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookEntriesPage, daybook_entries_page, DAYBOOK, ENTRIES_PAGE, DaybookListPage)

DaybookPage *daybook_aftersales_page_new (DaybookStore *store);
DaybookPage *daybook_reviews_page_new    (DaybookStore *store);
DaybookPage *daybook_payments_page_new   (DaybookStore *store);
DaybookPage *daybook_stocks_page_new     (DaybookStore *store);

G_END_DECLS
