/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/order-code.h"
#include "exchange/stage-rules.h"

G_BEGIN_DECLS

/* What follows from an order's cells, once all of its rows were read: where it stands,
 * how much went back, whose account it is of, in which currency its lines are.
 * `finish` is the platform's own code; or NULL. */
void daybook_order_settle (DaybookOrderRecord       *record,
                           DaybookStageRules        *rules,
                           DaybookOrderFinish        finish,
                           const DaybookOrderExtras *extras);

G_END_DECLS
