/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* What a customer wants and has agreed to: wishes (IN-03), whether they were added as a friend (CU-05), want no messages, and
 * have let their data be given to others (CF-01). */
#define DAYBOOK_TYPE_CUSTOMER_WANTS (daybook_customer_wants_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerWants, daybook_customer_wants, DAYBOOK, CUSTOMER_WANTS, DaybookCustomerBox)

G_END_DECLS
