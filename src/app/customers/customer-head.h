/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/eye.h"
#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* Who the customer is to us: name, since when, grade, tags, our note. The eye of the whole card stands beside the name. */
#define DAYBOOK_TYPE_CUSTOMER_HEAD (daybook_customer_head_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerHead, daybook_customer_head, DAYBOOK, CUSTOMER_HEAD, DaybookCustomerBox)

DaybookEye *daybook_customer_head_get_eye   (DaybookCustomerHead *self);
/* Puts the focus at the end of the note. */
void        daybook_customer_head_edit_note (DaybookCustomerHead *self);

G_END_DECLS
