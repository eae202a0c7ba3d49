/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets `scrolled` scroll up and down while something is dragged over its upper or lower edge,
 * as lists do by themselves: else what is out of sight cannot be dropped on. */
void daybook_drag_scroll_attach (GtkScrolledWindow *scrolled);

G_END_DECLS
