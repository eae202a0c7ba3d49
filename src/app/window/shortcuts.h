/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window of all keys (Ctrl+?), made from the table of actions and from what
 * lists do themselves. */
GtkShortcutsWindow *daybook_shortcuts_new (void);

G_END_DECLS
