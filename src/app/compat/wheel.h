/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Turning the wheel through a page goes through the page: GTK 4.8 gives it to whatever small thing
 * the pointer comes over on the way. */

/* `widget` (a spin button) never takes the wheel, which would change what it says unseen. */
void daybook_wheel_never   (GtkWidget         *widget);
/* `scroller` takes the wheel only while it has more than it shows. */
void daybook_wheel_at_need (GtkScrolledWindow *scroller);

G_END_DECLS
