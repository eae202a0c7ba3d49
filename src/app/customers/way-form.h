/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/part-form.h"

G_BEGIN_DECLS

/* The form in which a way to reach a customer is written: a phone, an address, an account on a platform. It stands in the
 * card, hidden until it is opened. */
#define DAYBOOK_TYPE_WAY_FORM (daybook_way_form_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWayForm, daybook_way_form, DAYBOOK, WAY_FORM, DaybookPartForm)

/* Opens it for a new way of the customer's, or for one that is there: a row of daybook_contacts, or of daybook_handles, which
 * can be taken away alone. `show`: whether what is there may be seen in full; else it stays where nothing is typed. */
void daybook_way_form_open  (DaybookWayForm   *self,
                             DaybookDesk      *desk,
                             const DaybookRow *customer,
                             const DaybookRow *way,
                             DaybookShow       show);

G_END_DECLS
