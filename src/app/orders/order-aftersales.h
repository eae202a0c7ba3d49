/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/facts.h"

G_BEGIN_DECLS

/* Fills the facts with what the platform's list of after-sales says of an order, the newest
 * first: what was asked for and where it stands, how much, why, until when somebody has to
 * answer, and the parcel that comes back. */
void daybook_order_aftersales_fill (DaybookFacts     *facts,
                                    DaybookDesk      *desk,
                                    const DaybookRow *order);

G_END_DECLS
