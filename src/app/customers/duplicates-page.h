/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Customers who may be one person, looked for when the page is turned to. */
#define DAYBOOK_TYPE_DUPLICATES_PAGE (daybook_duplicates_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDuplicatesPage, daybook_duplicates_page, DAYBOOK, DUPLICATES_PAGE, DaybookPage)

DaybookPage *daybook_duplicates_page_new (DaybookStore *store);

G_END_DECLS
