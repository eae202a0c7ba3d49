/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "app/common/view-list.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What is heard of the market (CU-13). */
DaybookPage     *daybook_market_page_new (DaybookStore *store);
/* Its views, for the sidebar. (transfer full) */
DaybookViewList *daybook_market_views_for (DaybookStore *store);

G_END_DECLS
