/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The switch of the reminders, in the window's GSettings. */
#define DAYBOOK_REMINDER_SWITCH "reminders"

/* Has the bus start the reminders of the person's own book, where they are switched on and not running. Those of
 * another folder are started by who wants them. `prefs` may be NULL. */
void daybook_reminder_start (GSettings  *prefs,
                             const char *folder);

G_END_DECLS
