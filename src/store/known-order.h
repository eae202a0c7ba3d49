/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "core/row.h"
#include "store/sight.h"

G_BEGIN_DECLS

/* An order that is in the book already, and from when each of its values is known: as
 * of the file that wrote it, or of a later one in force that had the same column and
 * said the same. A file that tells of tracking numbers only makes no status newer. */
typedef struct
{
  DaybookRow  *row;
  gint64       as_of;                          /* of the order as a whole, UTC seconds */
  DaybookSight seen[DAYBOOK_ORDER_N_FIELDS]; /* by field */
} DaybookKnownOrder;

/* `order`: its key. */
DaybookKnownOrder *daybook_known_order_load    (DaybookDatabase          *db,
                                                gint64                    order,
                                                GError                  **error);
void               daybook_known_order_free    (DaybookKnownOrder        *self);
/* From when the field is known. Fields that say one thing together (a status and its
 * stage, a refund and its amount, the seller's note and its flag) have one time. */
gint64             daybook_known_order_time    (const DaybookKnownOrder  *self,
                                                guint                     field);
/* The import (key of its act) that knows any of the fields in `mask` (bit i: field i) from
 * the latest time; 0: none. */
gint64             daybook_known_order_act     (const DaybookKnownOrder  *self,
                                                guint64                   mask);
/* Whether nobody has said anything of it: neither the field nor those it goes with. */
gboolean           daybook_known_order_is_open (const DaybookKnownOrder  *self,
                                                guint                     field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookKnownOrder, daybook_known_order_free)

G_END_DECLS
