/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/plot.h"

G_BEGIN_DECLS

/* Where the figures of a plot stand: arithmetic alone, so that a pointer finds what a pen has drawn.
 * Lengths are those of whoever draws, downwards and to the right. */

typedef struct
{
  double x, y, width, height;
} DaybookPlotBox;

/* Even steps along the figures: `least` + i × `step`, `n` of them. */
typedef struct
{
  double least, step;
  guint  n;
} DaybookPlotTicks;

typedef struct
{
  const DaybookPlot *plot;  /* borrowed */
  DaybookPlotBox     field; /* of the figures, without what stands around them */
  DaybookPlotTicks   ticks;
} DaybookPlotFrame;

/* About `wanted` steps of 1, 2 or 5 of some power of ten, from below `least` to above `most`; of whole
 * things no step is a part. `unit`: what one whole is, 100 of minor units. */
DaybookPlotTicks daybook_plot_ticks       (double                  least,
                                           double                  most,
                                           guint                   wanted,
                                           gboolean                whole,
                                           double                  unit);
/* The ticks that a plot needs, for a field of that height. */
DaybookPlotTicks daybook_plot_ticks_of    (const DaybookPlot      *plot,
                                           double                  height);
/* How far down a figure stands. */
double           daybook_plot_frame_y     (const DaybookPlotFrame *frame,
                                           double                  value);
/* The bar or the cell of a figure; of LINES its point, as a box without extent. FALSE: there is no figure. */
gboolean         daybook_plot_frame_box   (const DaybookPlotFrame *frame,
                                           guint                   category,
                                           guint                   series,
                                           DaybookPlotBox         *box);
/* Where the line of PARETO is at that category. */
void             daybook_plot_frame_share (const DaybookPlotFrame *frame,
                                           guint                   category,
                                           double                 *x,
                                           double                 *y);
/* Which figure is meant there. FALSE: none. */
gboolean         daybook_plot_frame_find  (const DaybookPlotFrame *frame,
                                           double                  x,
                                           double                  y,
                                           guint                  *category,
                                           guint                  *series);

G_END_DECLS
