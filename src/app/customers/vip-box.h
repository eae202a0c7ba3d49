/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* Of a customer's card: what the VIP grade gives, another one that is proposed and why, when they are to hear from the shop
 * again, and on which activity lists they are. */
#define DAYBOOK_TYPE_VIP_BOX (daybook_vip_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookVipBox, daybook_vip_box, DAYBOOK, VIP_BOX, DaybookCustomerBox)

G_END_DECLS
