/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Giving work to somebody: of a case its owner, who stays the customer's contact; of a task, a chore or an order
 * whose it is. The edit is of `by` at `now` (UTC seconds) for `rows` (DaybookRow); `agent` NULL: nobody's any more.
 * Errors: as the reader; CONSTRAINT: a row of another kind. */
DaybookEdit *daybook_assign_act (DaybookReader    *reader,
                                 GPtrArray        *rows,
                                 const DaybookRow *agent,
                                 const DaybookId  *by,
                                 gint64            now,
                                 GError          **error);
/* Whether a row of the kind can be given to somebody. */
gboolean     daybook_assign_can (const DaybookTable *table);

G_END_DECLS
