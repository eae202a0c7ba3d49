/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reminders.h"

G_BEGIN_DECLS

/* What the buttons of a bubble do, as the person at the desk. `about`: DaybookReminder; what is due no longer
 * is left out. They block until it is on the disk. */

/* For so long things are put off, in seconds. */
#define DAYBOOK_NOTIFY_SNOOZE (15 * 60)

/* Whether the one thing can be done with a button: of a call, somebody must say what came of it. */
gboolean daybook_notify_can_do (DaybookStore  *store,
                                const GArray  *about,
                                gint64         now);
/* Errors: as daybook_due_act_done() and daybook_store_commit(). */
gboolean daybook_notify_do     (DaybookStore  *store,
                                const GArray  *about,
                                gint64         now,
                                GError       **error);
gboolean daybook_notify_snooze (DaybookStore  *store,
                                const GArray  *about,
                                gint64         now,
                                GError       **error);

G_END_DECLS
