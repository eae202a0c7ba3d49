/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In a sandbox nobody starts at login, or stays, unasked: asks the desktop (org.freedesktop.portal.Background) for
 * it. Elsewhere it does nothing. */
void daybook_reminder_ask_for_background (GDBusConnection *bus);

G_END_DECLS
