/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with one of the shop's views where it stands in the sidebar:
 * name and icon, up, down, delete. Views that Daybook brings have no menu. */

/* Gives `sidebar` the menu and its actions `view.*`. Once. `on_closed` is called
 * with the sidebar when the menu closes. */
void     daybook_view_menu_install  (GtkWidget          *sidebar,
                                     GCallback           on_closed);
/* Says which view the actions are about and which of them are possible.
 * FALSE: it has no menu. */
gboolean daybook_view_menu_turn_to  (GtkWidget          *sidebar,
                                     GListModel         *places,
                                     DaybookPlace       *place);
/* Opens the menu at a spot of `sidebar`, for the view turned to. */
void     daybook_view_menu_open     (GtkWidget          *sidebar,
                                     const GdkRectangle *at);
/* The view turned to last, or NULL. */
const char *daybook_view_menu_get_view (GtkWidget       *sidebar);
/* The view that has the focus when rows are made anew: that of the action done
 * last, or its neighbour when that deleted it. NULL when there is none, and once
 * it was taken. (transfer full) */
char    *daybook_view_menu_steal_focus (GtkWidget       *sidebar);
/* Before `sidebar` goes. */
void     daybook_view_menu_remove   (GtkWidget          *sidebar);

G_END_DECLS
