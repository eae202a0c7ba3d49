/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* What files that list no orders say of an order: its after-sales, reviews or payments, which
 * know it by its number. Those of `table` (core/entry.h) and the order's shop, newest first, at
 * most `limit`. (element-type DaybookRow) */
GPtrArray *daybook_reader_entries (DaybookReader       *self,
                                   const DaybookTable  *table,
                                   const DaybookRow    *order,
                                   guint                limit,
                                   GError             **error);
/* The other way round: the orders, mostly one or none, that a row of such a table speaks of.
 * (element-type DaybookRow) */
GPtrArray *daybook_reader_orders_of_entry (DaybookReader     *self,
                                           const DaybookRow  *entry,
                                           GError           **error);

/* What lists of customers say of one, newest first, at most `limit`. (element-type DaybookRow) */
GPtrArray *daybook_reader_memberships (DaybookReader       *self,
                                       const DaybookRow    *customer,
                                       guint                limit,
                                       GError             **error);

G_END_DECLS
