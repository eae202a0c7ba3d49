/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All that is known of one customer: our note, accounts, contacts (masked, with an
 * eye), and their newest orders. */
#define DAYBOOK_TYPE_CUSTOMER_PANEL (daybook_customer_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerPanel, daybook_customer_panel, DAYBOOK, CUSTOMER_PANEL, AdwBin)

/* Once, before the first customer. */
void daybook_customer_panel_set_desk  (DaybookCustomerPanel *self,
                                       DaybookDesk          *desk);
/* Shows a customer, or the same one again after a change. NULL: gone. */
void daybook_customer_panel_show      (DaybookCustomerPanel *self,
                                       const DaybookRow     *customer);
void daybook_customer_panel_edit_note (DaybookCustomerPanel *self);

/* Signals: `grade-chosen` (DaybookRow *customer, guint grade); `note-edited` (DaybookRow *customer, const char *text): whose it is, since
 * it may come when another one is turned to; `order-wanted` (DaybookRow *order). */

G_END_DECLS
