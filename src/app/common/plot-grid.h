/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/plot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The figures of a plot as a table, for whoever would rather read than look. */
GtkWidget *daybook_plot_grid_new (const DaybookPlot *plot);

G_END_DECLS
