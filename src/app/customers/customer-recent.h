/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* What whoever talks to the customer next has to know (UX 18): the last promise, the last order, the last three notes. It is
 * hidden where there is nothing. */
#define DAYBOOK_TYPE_CUSTOMER_RECENT (daybook_customer_recent_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerRecent, daybook_customer_recent, DAYBOOK, CUSTOMER_RECENT, DaybookCustomerBox)

G_END_DECLS
