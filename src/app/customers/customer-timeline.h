/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* The one timeline of a customer (UX 9): orders, cases, calls, messages, notes, reviews and changes, the newest first, by days. */
#define DAYBOOK_TYPE_CUSTOMER_TIMELINE (daybook_customer_timeline_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerTimeline, daybook_customer_timeline, DAYBOOK, CUSTOMER_TIMELINE, DaybookCustomerBox)

G_END_DECLS
