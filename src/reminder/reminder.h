/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The process: one for each book's folder, found on the bus by its name, and switched off in the window's
 * preferences. */
typedef struct _DaybookReminderProcess DaybookReminderProcess;

/* `folder` is absolute. Runs until it is asked to end, is switched off, or cannot go on; the exit status. */
int daybook_reminder_run (const char *folder);

G_END_DECLS
