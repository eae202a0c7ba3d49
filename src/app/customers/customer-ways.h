/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* The ways to reach a customer: accounts on platforms, phones, addresses and the like. */
#define DAYBOOK_TYPE_CUSTOMER_WAYS (daybook_customer_ways_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerWays, daybook_customer_ways, DAYBOOK, CUSTOMER_WAYS, DaybookCustomerBox)

G_END_DECLS
