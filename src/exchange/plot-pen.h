/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/plot-draw.h"

G_BEGIN_DECLS

/* The strokes that plots are made of. Without a cairo context nothing is drawn: it is only measured. */
typedef struct
{
  const DaybookPlot     *plot;
  cairo_t               *cairo; /* or NULL */
  PangoContext          *fonts;
  const DaybookPlotLook *look;
  gboolean               draws_on; /* the line goes on from where it is */
} DaybookPlotPen;

/* In place of a series: a line over bars. */
#define DAYBOOK_PLOT_PEN_OVER G_MAXUINT

double daybook_plot_pen_width      (DaybookPlotPen       *pen,
                                    const char           *text);
/* Within a box, in the middle of its height; what is too long is wrapped, then ends in dots. */
void   daybook_plot_pen_text       (DaybookPlotPen       *pen,
                                    const char           *text,
                                    const DaybookPlotBox *box,
                                    PangoAlignment        side);
/* The same, dimmed. */
void   daybook_plot_pen_note       (DaybookPlotPen       *pen,
                                    const char           *text,
                                    const DaybookPlotBox *box,
                                    PangoAlignment        side);
void   daybook_plot_pen_title      (DaybookPlotPen       *pen,
                                    const char           *text,
                                    const DaybookPlotBox *box);
/* A line across, as strong as that. */
void   daybook_plot_pen_rule       (DaybookPlotPen       *pen,
                                    double                x,
                                    double                y,
                                    double                width,
                                    double                strength);
void   daybook_plot_pen_bar        (DaybookPlotPen       *pen,
                                    guint                 series,
                                    const DaybookPlotBox *box);
/* What stands for a series in the legend. */
void   daybook_plot_pen_swatch     (DaybookPlotPen       *pen,
                                    guint                 series,
                                    const DaybookPlotBox *box);
void   daybook_plot_pen_cell       (DaybookPlotPen       *pen,
                                    double                value,
                                    double                most,
                                    const DaybookPlotBox *box);
void   daybook_plot_pen_line_begin (DaybookPlotPen       *pen,
                                    guint                 series);
void   daybook_plot_pen_line_to    (DaybookPlotPen       *pen,
                                    double                x,
                                    double                y);
void   daybook_plot_pen_line_break (DaybookPlotPen       *pen);
void   daybook_plot_pen_line_end   (DaybookPlotPen       *pen);
void   daybook_plot_pen_point      (DaybookPlotPen       *pen,
                                    guint                 series,
                                    double                x,
                                    double                y);
/* Around the figure that is read. */
void   daybook_plot_pen_ring       (DaybookPlotPen       *pen,
                                    const DaybookPlotBox *box);

G_END_DECLS
