/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a VIP's grade takes off an order, on top of other discounts (OR-12): proposed from what was paid, taken over or
 * corrected. It is hidden where the order is no VIP's and nothing was taken off. */
#define DAYBOOK_TYPE_ORDER_VIP (daybook_order_vip_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOrderVip, daybook_order_vip, DAYBOOK, ORDER_VIP, AdwBin)

void daybook_order_vip_show (DaybookOrderVip  *self,
                             DaybookDesk      *desk,
                             const DaybookRow *order);

G_END_DECLS
