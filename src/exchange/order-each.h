/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Where each row of an order tells of its own line alone (`each` in data/platforms/README.md):
 * what the rows say of the order together. */

/* Puts what one more row says of a field, which is in the record, to what the rows before it
 * have said. Amounts and counts are summed, of times the last goes, different texts are
 * joined; of refunds see below. */
void          daybook_order_each_join    (DaybookOrderRecord *record,
                                          guint               field,
                                          const DaybookValue *before);
/* The refund of an order of which one part has this one, the other that: all of it went back
 * only where all of either did. */
DaybookRefund daybook_order_each_refund  (DaybookRefund       one,
                                          DaybookRefund       other);
/* Which line says where its order stands: that which is least far along of those that are not
 * closed; the first where all are. An unknown one is not far along. `n` is not 0. */
guint         daybook_order_each_decide  (const DaybookStage *stages,
                                          guint               n);

G_END_DECLS
