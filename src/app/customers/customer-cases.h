/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* The cases of a customer, and a menu in which one is opened. */
#define DAYBOOK_TYPE_CUSTOMER_CASES (daybook_customer_cases_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerCases, daybook_customer_cases, DAYBOOK, CUSTOMER_CASES, DaybookCustomerBox)

G_END_DECLS
