/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/view-list.h"

G_BEGIN_DECLS

/* The views of orders: the handbook's daily lists (OR-01, OR-03) and the shop's
 * own. One list for each store, as long as somebody holds it. (transfer full) */
DaybookViewList *daybook_order_views_for (DaybookStore *store);

G_END_DECLS
