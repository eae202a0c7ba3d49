/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"
#include "store/writer.h"

G_BEGIN_DECLS

/* Reckons what is due of everything, in short transactions between which people write: after rules,
 * opening hours, registers, the shop's zone or the program's own rules have changed. A book whose
 * rebuild was cut off goes on with it when it is opened the next time. */

/* Queues one behind what is asked for, where the book wants one. Writer's thread, or before it runs. */
void     daybook_due_rebuild_queue (DaybookWriter          *writer);
/* Waits until what is due is by the rules in force; `progress` comes in the writer's thread, or is NULL. Blocks:
 * for the command line and tests. */
gboolean daybook_due_settle        (DaybookStore           *store,
                                    GFileProgressCallback   progress,
                                    gpointer                data,
                                    GError                **error);
/* The same of everything, whether it is wanted or not. */
gboolean daybook_due_rebuild       (DaybookStore           *store,
                                    GFileProgressCallback   progress,
                                    gpointer                data,
                                    GError                **error);

G_END_DECLS
