/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Tells, from whatever thread does the work, how far it is: `callback` is called on
 * `context` (NULL: the main one), never in place, and before the task that returns
 * there afterwards has ended. */
void daybook_progress_send (GMainContext          *context,
                            GFileProgressCallback  callback,
                            gpointer               data,
                            guint64                done,
                            guint64                total);
/* Anything else on the way, likewise. */
void daybook_progress_call (GMainContext          *context,
                            GSourceFunc            func,
                            gpointer               data,
                            GDestroyNotify         destroy);

G_END_DECLS
