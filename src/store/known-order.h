/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "core/row.h"
#include "store/sight.h"

G_BEGIN_DECLS

/* An order that is in the book already, and from when each of its values and its lines are
 * known: as of the file that wrote it, or of a later one in force that said the same. A
 * file that tells of tracking numbers only makes no status newer. */
typedef struct
{
  DaybookRow  *row;
  gint64       as_of;                 /* of the order as a whole, UTC seconds */
  DaybookSight seen[DAYBOOK_SIGHT_N]; /* by what they told of */
  gboolean     may_guess_currency;    /* it is the shop's: nobody need have named it */
  gint64       asked;                 /* the act asked for last, whether it is */
  gboolean     in_force;
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
/* From when lines like those of the record are known. */
gint64             daybook_known_order_lines   (const DaybookKnownOrder  *self,
                                                const DaybookOrderRecord *record);
/* What of `told` (see daybook_record_tells()) nobody has told from a later time, or from
 * `as_of` itself. */
guint64            daybook_known_order_news    (const DaybookKnownOrder  *self,
                                                guint64                   told,
                                                gint64                    as_of);
/* What of `told` is known by the import (key of its act). */
guint64            daybook_known_order_by      (const DaybookKnownOrder  *self,
                                                guint64                   told,
                                                gint64                    act);
/* Whether what the book has of it (what was paid, or went back) is a file's guess. */
gboolean           daybook_known_order_is_guess (const DaybookKnownOrder *self,
                                                guint                     field);
/* Whether nobody has said anything of it: neither the field nor those it goes with. */
gboolean           daybook_known_order_is_open (const DaybookKnownOrder  *self,
                                                guint                     field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookKnownOrder, daybook_known_order_free)

G_END_DECLS
