/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Selects the row at `position` alone, brings it into view, and moves the focus
 * to it when the focus is in the list. GTK does so itself since 4.12
 * (gtk_column_view_scroll_to). */
void daybook_column_view_go_to (GtkColumnView *view,
                                guint          position);
/* Brings the first row into view. */
void daybook_column_view_rewind (GtkColumnView *view);
/* Moves the focus to the row that is selected, if it is in view, else to the list. */
void daybook_column_view_focus (GtkColumnView *view);
/* Moves the focus on from a row that has just gone. Until the next frame GTK
 * (4.8 at least) leaves it there, and keys that are struck meanwhile are lost. */
void daybook_column_view_mend_focus (GtkColumnView *view);

G_END_DECLS
