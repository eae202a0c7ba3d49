/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/facts.h"

G_BEGIN_DECLS

/* What the platforms' lists say of a customer: grade, points, what was bought. Who it is stands
 * among the contacts. */
void daybook_customer_lists_fill (DaybookFacts     *facts,
                                  DaybookDesk      *desk,
                                  const DaybookRow *customer);

G_END_DECLS
