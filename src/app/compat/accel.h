/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GTK 4.8 makes of the arrow keys' names is a word (“Ctrl+下”); on keyboards,
 * in GTK's own list of shortcuts and in newer GTK they are arrows. */

/* "Ctrl+↓" of "<Control>Down". NULL for what is no key. (transfer full) */
char *daybook_accel_label     (const char *accel);
/* Writes so on every entry of a menu. Once its entries are made. */
void  daybook_accel_name_menu (GtkWidget  *menu);

G_END_DECLS
