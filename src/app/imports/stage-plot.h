/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many orders stand at which stage: one bar, parted by stage in the order of
 * an order's life, with its legend below. The legend carries the numbers, so
 * that the bar is never the only way to read them (greyscale, screen reader). */
#define DAYBOOK_TYPE_STAGE_PLOT (daybook_stage_plot_get_type ())
G_DECLARE_FINAL_TYPE (DaybookStagePlot, daybook_stage_plot, DAYBOOK, STAGE_PLOT, GtkWidget)

/* `counts` is copied, indexed by DaybookStage. Nothing is shown while all are 0. */
void daybook_stage_plot_set_counts (DaybookStagePlot *self,
                                    const guint64     counts[DAYBOOK_N_STAGES]);

G_END_DECLS
