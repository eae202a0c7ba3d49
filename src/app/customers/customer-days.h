/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* A customer's days to remember (CU-07), the next first; a birthday that a platform's list tells of is offered. */
#define DAYBOOK_TYPE_CUSTOMER_DAYS (daybook_customer_days_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerDays, daybook_customer_days, DAYBOOK, CUSTOMER_DAYS, DaybookCustomerBox)

G_END_DECLS
