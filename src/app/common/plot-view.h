/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/plot.h"
#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A plot with its heading, for pages and panels. The pointer or the arrow keys read its figures one by one,
 * T or a button shows them as a table, a menu writes picture or figures into a file. */
#define DAYBOOK_TYPE_PLOT_VIEW (daybook_plot_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPlotView, daybook_plot_view, DAYBOOK, PLOT_VIEW, GtkWidget)

GtkWidget *daybook_plot_view_new (DaybookStore    *store);
/* NULL: none, and the view is not seen. */
void       daybook_plot_view_set (DaybookPlotView *self,
                                  DaybookPlot     *plot);
/* Whether the figures are in sight instead of the picture. */
gboolean   daybook_plot_view_shows_table (DaybookPlotView *self);

G_END_DECLS
