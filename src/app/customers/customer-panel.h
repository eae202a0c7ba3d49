/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The card of a customer: all that is known of one, in boxes (customer-box.h) one under the other, under one eye. */
#define DAYBOOK_TYPE_CUSTOMER_PANEL (daybook_customer_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerPanel, daybook_customer_panel, DAYBOOK, CUSTOMER_PANEL, AdwBin)

/* Once, before the first customer. */
void daybook_customer_panel_set_desk  (DaybookCustomerPanel *self,
                                       DaybookDesk          *desk);
/* Shows a customer, or the same one again after a change. NULL: gone. */
void daybook_customer_panel_show      (DaybookCustomerPanel *self,
                                       const DaybookRow     *customer);
void daybook_customer_panel_edit_note (DaybookCustomerPanel *self);

G_END_DECLS
