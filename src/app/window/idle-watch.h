/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls `idle` when nobody has touched keys or mouse in any window of the program for the minutes of this device's setting
 * `idle-lock-minutes` (0: never), and again after each time as long; the time that the machine slept counts. `idle` tells
 * whether the window was shut: a touch that comes only then is lost. It wakes the program no more often than that. As long
 * as the window. */
void daybook_idle_watch_begin (GtkWindow *window,
                               gboolean (*idle) (GtkWindow *window));

G_END_DECLS
