/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due-call.h"
#include "core/row.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Which calls are due by the shop's call-back plans, out of the book (core/due-call.h). Those append DaybookDue to
 * `items`; rows are keys. Any thread, with its own connection. */

/* The plans in use. (element-type DaybookCallTerm) (transfer full) */
GPtrArray *daybook_due_read_calls       (DaybookDatabase        *db,
                                         GError                **error);
/* Of an order that was received: at `moment`, as the export of `as_of` says (0: for good). */
gboolean   daybook_due_reckon_received  (DaybookDatabase        *db,
                                         const DaybookDueTerms  *terms,
                                         gint64                  order,
                                         gint64                  moment,
                                         gint64                  as_of,
                                         GArray                 *items,
                                         GError                **error);
/* Of a case; unless the customer is called about it anyhow. */
gboolean   daybook_due_reckon_closed    (DaybookDatabase        *db,
                                         const DaybookDueTerms  *terms,
                                         const DaybookRow       *row,
                                         GArray                 *items,
                                         GError                **error);
gboolean   daybook_due_reckon_customer  (DaybookDatabase        *db,
                                         const DaybookDueTerms  *terms,
                                         gint64                  customer,
                                         GArray                 *items,
                                         GError                **error);
/* Whether a plan in use calls customers who have not heard from the shop for long. FALSE is a failure. */
gboolean   daybook_due_calls_at_intervals (DaybookDatabase     *db,
                                         gboolean               *calls,
                                         GError                **error);
/* Whether a plan in use asks for orders that were completed then. */
gboolean   daybook_due_wants_completed  (DaybookDatabase        *db,
                                         gint64                  completed_at);

G_END_DECLS
