/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* The newest orders of a customer, each a way to it. */
#define DAYBOOK_TYPE_CUSTOMER_ORDERS (daybook_customer_orders_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerOrders, daybook_customer_orders, DAYBOOK, CUSTOMER_ORDERS, DaybookCustomerBox)

G_END_DECLS
