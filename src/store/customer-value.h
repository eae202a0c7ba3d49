/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/customer-value.h"
#include "core/query.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What the customers of a book are worth (core/customer-value.h): one pass over the sales, in the order of an index
 * that has all that is asked for (store/value-scan.h). Nothing of it is kept: it is a second's work for a million orders. A
 * customer who was merged into another is that other. */

/* `progress` (or NULL) is told how far it is. It reads all of them: not for the main thread. Errors: CANCELLED; as
 * daybook_reader_new(). */
DaybookCustomerValue *daybook_customer_value_read        (DaybookStore          *store,
                                                          guint                  n_months,
                                                          GFileProgressCallback  progress,
                                                          gpointer               progress_data,
                                                          GCancellable          *cancellable,
                                                          GError               **error);
/* The same in a thread of its own; `progress` comes on the main context. */
void                  daybook_customer_value_read_async  (DaybookStore          *store,
                                                          guint                  n_months,
                                                          GFileProgressCallback  progress,
                                                          gpointer               progress_data,
                                                          GCancellable          *cancellable,
                                                          GAsyncReadyCallback    callback,
                                                          gpointer               data);
DaybookCustomerValue *daybook_customer_value_read_finish (DaybookStore          *store,
                                                          GAsyncResult          *result,
                                                          GError               **error);
/* The customers of a segment as a list of its own, by its name: for pages, activity lists, exports.
 * (transfer full) */
DaybookQuery         *daybook_customer_value_query       (const DaybookCustomerValue *value,
                                                          guint                  segment);
/* The act that gives the shop bounds of its own; NULL: those that its customers propose. (transfer full) */
DaybookEdit          *daybook_customer_value_act_bounds  (DaybookStore           *store,
                                                          const DaybookRfmBounds *bounds);

G_END_DECLS
