/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/case-statistics.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is counted most, as Pareto draws it: a bar for each, the longest first, and over them the line
 * of how many all of them so far are together. Bars and line are told apart without colour. What
 * nobody has said of is left to the table. */
#define DAYBOOK_TYPE_STATISTICS_PLOT (daybook_statistics_plot_get_type ())
G_DECLARE_FINAL_TYPE (DaybookStatisticsPlot, daybook_statistics_plot, DAYBOOK, STATISTICS_PLOT, GtkWidget)

/* `part` is copied. */
GtkWidget *daybook_statistics_plot_new (const DaybookStatisticsPart *part);

G_END_DECLS
