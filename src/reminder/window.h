/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Brings the window of the book in `folder` (absolute) to the front, on what has the key `key` (core/due.h), or,
 * NULL, on all that is due; starts the program where it does not run. `token` is what the notification gave for
 * it, or NULL. What fails is logged. */
void daybook_reminder_open_window (const char *folder,
                                   const char *key,
                                   const char *token);

G_END_DECLS
