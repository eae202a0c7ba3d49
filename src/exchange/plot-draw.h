/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper.h"
#include "exchange/plot-frame.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Plots drawn with cairo, the same on the screen, on paper and in files. What tells series apart is how dark
 * they are, hatches, dashes and the shapes of points: never colour alone. */

typedef struct
{
  double red, green, blue;
} DaybookPlotColour;

/* How it looks. */
typedef struct
{
  DaybookPlotColour text, ground, accent;
  double            size;   /* of letters, in the units of whoever draws */
  gboolean          titled; /* the title stands above it */
} DaybookPlotLook;

/* The figure that somebody reads just now. */
typedef struct
{
  guint category, series;
} DaybookPlotSpot;

/* Black on white. */
extern const DaybookPlotLook daybook_plot_look_paper;

/* Where the figures stand when the plot is drawn so large. `plot` is borrowed. */
void daybook_plot_lay   (const DaybookPlot     *plot,
                         PangoContext          *fonts,
                         const DaybookPlotLook *look,
                         double                 width,
                         double                 height,
                         DaybookPlotFrame      *frame);
/* Draws from 0, 0. `spot` may be NULL. */
void daybook_plot_draw  (const DaybookPlot     *plot,
                         cairo_t               *cairo,
                         PangoContext          *fonts,
                         const DaybookPlotLook *look,
                         double                 width,
                         double                 height,
                         const DaybookPlotSpot *spot);
/* How high it is best drawn at that width: a table of shades is as high as it has rows. */
double daybook_plot_height (const DaybookPlot     *plot,
                         const DaybookPlotLook *look,
                         double                 width);
/* How high it stands on paper. */
double daybook_paper_plot_height (DaybookPaper *paper,
                         const DaybookPlot     *plot);
/* Puts it down over the whole width, below a heading that stands there, and goes below it. */
void daybook_paper_plot (DaybookPaper          *paper,
                         const DaybookPlot     *plot);

G_END_DECLS
