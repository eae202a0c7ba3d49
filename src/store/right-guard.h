/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "store/author.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Whether whoever acts may do so (core/right.h), asked within the transaction that writes: they may have another role
 * by then, or have gone off shift. */

/* Before anything of the edit is applied. `now`: UTC seconds, for the day's quota. Errors: REFUSED. */
gboolean daybook_right_guard_check (DaybookDatabase    *db,
                                    DaybookStore       *store,
                                    const DaybookEdit  *edit,
                                    GError            **error);
/* Whether the agent may take the act (a key) back, or bring it back, at `now`. Errors: REFUSED. */
gboolean daybook_right_guard_undo  (DaybookDatabase    *db,
                                    gint64              act,
                                    const DaybookId    *agent,
                                    gint64              now,
                                    GError            **error);
/* Whether the agent has this one right at `now`. Errors: REFUSED. */
gboolean daybook_right_guard_one   (DaybookDatabase    *db,
                                    const DaybookId    *agent,
                                    gint64              now,
                                    DaybookRight        right,
                                    GError            **error);

G_END_DECLS
