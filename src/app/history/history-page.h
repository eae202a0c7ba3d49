/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Everything that was done, by day; each act can be looked into and undone. */
#define DAYBOOK_TYPE_HISTORY_PAGE (daybook_history_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookHistoryPage, daybook_history_page, DAYBOOK, HISTORY_PAGE, DaybookPage)

DaybookPage *daybook_history_page_new (DaybookStore *store);

G_END_DECLS
