/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which column a GtkColumnView is sorted by. GTK says so since 4.10
 * (GtkColumnViewSorter); in 4.8 the view's sorter can only be asked to compare,
 * so it is asked to compare two probes, and the sorter of the column that
 * decides tells its field. The list itself is sorted by the query. */

/* A sorter for the column that shows `field`. */
GtkSorter *daybook_column_sorter_new (guint          field);
/* FALSE when the view is sorted by no column; outputs are then untouched. */
gboolean   daybook_column_sort_read  (GtkColumnView *view,
                                      guint         *field,
                                      GtkSortType   *order);

G_END_DECLS
