/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/customers/customer-box.h"

G_BEGIN_DECLS

/* What a customer has bought and returned, in figures and over time. It is hidden where they have bought nothing. */
#define DAYBOOK_TYPE_CUSTOMER_FIGURES (daybook_customer_figures_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCustomerFigures, daybook_customer_figures, DAYBOOK, CUSTOMER_FIGURES, DaybookCustomerBox)

G_END_DECLS
