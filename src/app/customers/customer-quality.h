/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* The quality record of the customer (app/customers/quality-box.h), on their card. */
#define DAYBOOK_TYPE_CUSTOMER_QUALITY (daybook_customer_quality_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerQuality, daybook_customer_quality, DAYBOOK, CUSTOMER_QUALITY, DaybookCustomerBox)

G_END_DECLS
