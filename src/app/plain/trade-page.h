/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "app/common/view-list.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Whom the shop itself calls, and the emergency list in its order (AS-17, KB-08). */
DaybookPage     *daybook_trade_page_new (DaybookStore *store);
/* Its views, for the sidebar. (transfer full) */
DaybookViewList *daybook_trade_views_for (DaybookStore *store);

G_END_DECLS
