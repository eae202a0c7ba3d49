/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/shop.h"
#include "store/reader.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Who may sit down at this laptop (RECORDS §9): whoever has a PIN says it, in a shop of more than one person. How often
 * somebody's was wrong is kept for each laptop, until it is right; the time between is the system's, whatever the
 * book's clock is fixed at. */

/* Whether the person is asked for a PIN. */
gboolean daybook_gate_asks         (DaybookReader       *reader,
                                    const DaybookId     *agent,
                                    gboolean            *asks,
                                    GError             **error);
/* Whether this is the person's PIN. It takes as long as core/pin.h says, and blocks.
 * Errors: REFUSED: it is not, or the last wrong one is too recent, with how long to wait; NOT_FOUND. */
gboolean daybook_gate_pass         (DaybookStore        *store,
                                    const DaybookId     *agent,
                                    const char          *pin,
                                    GError             **error);
void     daybook_gate_pass_async   (DaybookStore        *store,
                                    const DaybookId     *agent,
                                    const char          *pin,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             data);
gboolean daybook_gate_pass_finish  (DaybookStore        *store,
                                    GAsyncResult        *result,
                                    GError             **error);

/* The role that limits whoever sits at this laptop: the owner's until it is said. Blocks. */
gboolean daybook_gate_set_laptop   (DaybookStore        *store,
                                    DaybookRole          role,
                                    GError             **error);
gboolean daybook_gate_read_laptop  (DaybookReader       *reader,
                                    DaybookRole         *role,
                                    GError             **error);

G_END_DECLS
