/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* The calls with a customer: when the next is planned, and of the last what was answered, with the scores. */
#define DAYBOOK_TYPE_CALLS_BOX (daybook_calls_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCallsBox, daybook_calls_box, DAYBOOK, CALLS_BOX, DaybookCustomerBox)

G_END_DECLS
