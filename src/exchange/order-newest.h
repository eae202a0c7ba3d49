/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/order-code.h"

G_BEGIN_DECLS

/* The newest time that an order tells of, at or before `limit`; 0: none. Those that only the
 * platform's rules look at are times too; without an offset they are in `zone`. */
gint64 daybook_order_newest (const DaybookOrderRecord *record,
                             const DaybookOrderExtras *extras,
                             GTimeZone                *zone,
                             gint64                    limit);

G_END_DECLS
