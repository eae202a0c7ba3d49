/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/customer-value.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Reads all sales of a book, customer by customer, and counts them in `value`, which is new. Where there are many, the
 * processor's cores share them, each with a reader of its own. `progress` (or NULL) is told how far it is, in the calling
 * thread. Errors: CANCELLED; as daybook_reader_new(). */
gboolean daybook_value_scan (DaybookStore           *store,
                             DaybookCustomerValue   *value,
                             GFileProgressCallback   progress,
                             gpointer                progress_data,
                             GCancellable           *cancellable,
                             GError                **error);

G_END_DECLS
