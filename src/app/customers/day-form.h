/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/part-form.h"

G_BEGIN_DECLS

/* The form in which a customer's day to remember is written, by either calendar; what the other one says of it, and when it
 * comes next, is told while it is typed. It stands in the card, hidden until it is opened. */
#define DAYBOOK_TYPE_DAY_FORM (daybook_day_form_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDayForm, daybook_day_form, DAYBOOK, DAY_FORM, DaybookPartForm)

/* Opens it for a new day of the customer's (`day` NULL), or for one that is there. */
void daybook_day_form_open  (DaybookDayForm   *self,
                             DaybookDesk      *desk,
                             const DaybookRow *customer,
                             const DaybookRow *day);

G_END_DECLS
