/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives a dialog those of the window's actions that it uses, under “win” as there; `names` ends
 * with NULL. A preferences window needs "undo-act": what is said over the main window is said
 * in it while it is open, and the Undo with it. What the window has not is left out. */
void daybook_borrow_actions (GtkWidget         *dialog,
                             GtkWindow         *window,
                             const char *const *names);

G_END_DECLS
