/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-views.h"

#include "app/common/shared-views.h"
#include "core/order.h"

DaybookViewList *
daybook_order_views_for (DaybookStore *store)
{
  return daybook_shared_views (store, &daybook_orders, daybook_shipped_views);
}
