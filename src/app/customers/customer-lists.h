/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* What the platforms' lists say of a customer: grade, points, what was bought. Who it is stands among the ways to
 * reach them. */
#define DAYBOOK_TYPE_CUSTOMER_LISTS (daybook_customer_lists_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerLists, daybook_customer_lists, DAYBOOK, CUSTOMER_LISTS, DaybookCustomerBox)

G_END_DECLS
