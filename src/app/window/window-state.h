/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/clock.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the window's size, and whether it was maximized, on this device. */
void daybook_window_state_keep  (GtkWindow    *window);
/* Lets the clock run while the window can be seen, and only then: a hidden window
 * wakes for nothing (DESIGN §11). */
void daybook_window_state_clock (GtkWindow    *window,
                                 DaybookClock *clock);

G_END_DECLS
