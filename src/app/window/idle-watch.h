/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls `idle` when nobody has touched keys or mouse in the window for the minutes of this device's setting
 * `idle-lock-minutes` (0: never), and again after each time as long. It wakes the program no more often than that. As
 * long as the window. */
void daybook_idle_watch_begin (GtkWindow *window,
                               void     (*idle) (GtkWindow *window));

G_END_DECLS
