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
/* Whether nothing is above what is in view. */
gboolean daybook_column_view_is_at_top (GtkColumnView *view);
/* Once, when the view stands in its scrolled window: sees to it that it stays with
 * its rows. What is gone to in a list that has no size yet (a focus is enough) GTK
 * (4.8 at least) keeps at 0/0 of the height; when rows then come above, it scrolls to
 * where it has made none, and is blank until somebody scrolls. */
void daybook_column_view_mend_anchor (GtkColumnView *view);
/* Brings the row at `position` into view, and selects nothing. */
void daybook_column_view_scroll_to (GtkColumnView *view,
                                    guint          position);
/* The cell of a row under a place in the view, or NULL: of a row's cells each has
 * what its column's factory made as its child. */
GtkWidget *daybook_column_view_pick_cell (GtkColumnView *view,
                                          double         x,
                                          double         y);
typedef gboolean (*DaybookCellTest) (GtkWidget *cell,
                                     gpointer   data);
/* The first cell, of the rows that are made, for which it holds; or NULL. */
GtkWidget *daybook_column_view_find_cell (GtkColumnView  *view,
                                          DaybookCellTest test,
                                          gpointer        data);
/* Moves the focus to the row that is selected, if it is in view, else to the list. */
void daybook_column_view_focus (GtkColumnView *view);
/* Once: Tab and Shift+Tab leave the rows for what stands after or before the view.
 * By themselves they go from row to row, and there may be a million. GTK does so itself
 * since 4.12 (gtk_column_view_set_tab_behavior). */
void daybook_column_view_mend_tab (GtkColumnView *view);
/* Once, before the column is put into a view: its title stands at the end as its
 * figures do. GTK (4.18 at least) has no property for it. */
void daybook_column_view_end_title (GtkColumnViewColumn *column);
/* Moves the focus on from a row that has just gone. Until the next frame GTK
 * (4.8 at least) leaves it there, and keys that are struck meanwhile are lost. */
void daybook_column_view_mend_focus (GtkColumnView *view);

G_END_DECLS
