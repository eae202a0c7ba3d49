/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* `window` is one with an AdwToastOverlay, which may be deep inside: that of an
 * AdwPreferencesWindow is its own. */

/* Once: gives the buttons that close toasts a name, which they have in no
 * libadwaita up to 1.2, and fits those of daybook_toast_new() into the window. */
void      daybook_toasts_mend (GtkWidget  *window);
/* One whose whole sentence can be read, on several lines where it is long: libadwaita
 * cuts a toast's title. `text` is no markup. */
AdwToast *daybook_toast_new   (const char *text);
/* Keeps toasts, also those shown now, so many pixels above the window's edge: what
 * stands there is not covered. */
void      daybook_toasts_lift (GtkWidget  *window,
                               int         height);

G_END_DECLS
