/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plot-draw.h"

#include "exchange/plot-pen.h"

#define MARGIN 6
#define ROW_HEIGHT 2.2  /* of a table of shades, in letters */
#define BEST_SHARE 0.42 /* of the width; */
#define BEST_LEAST 160
#define BEST_MOST 320

const DaybookPlotLook daybook_plot_look_paper = { { 0.12, 0.12, 0.12 }, { 1, 1, 1 }, { 0.12, 0.35, 0.62 }, 8, TRUE };

/* --- What stands around the figures --------------------------------------------------------- */

static gboolean
is_heat (const DaybookPlot *plot)
{
  return daybook_plot_get_kind (plot) == DAYBOOK_PLOT_HEAT;
}

static gboolean
has_legend (const DaybookPlot *plot)
{
  return daybook_plot_n_series (plot) > 1 && !is_heat (plot);
}

static double
widest_tick (DaybookPlotPen         *pen,
             const DaybookPlotTicks *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->n; i++)
    {
      g_autofree char *label = daybook_plot_format_tick (pen->plot, ticks->least + i * ticks->step);

      widest = fmax (widest, daybook_plot_pen_width (pen, label));
    }
  return widest;
}

static double
widest_series (DaybookPlotPen *pen,
               double          most)
{
  double widest = 0;

  for (guint s = 0; s < daybook_plot_n_series (pen->plot); s++)
    widest = fmax (widest, daybook_plot_pen_width (pen, daybook_plot_series (pen->plot, s)));
  return fmin (widest, most);
}

/* One behind the other, in further lines where there is no room; gives how far down it reaches. */
static double
flow_legend (DaybookPlotPen *pen,
             double          width,
             double          top)
{
  double line = pen->look->size * 1.7, swatch = pen->look->size * 1.6, x = 0, y = top;

  for (guint s = 0; s < daybook_plot_n_series (pen->plot); s++)
    {
      double all = swatch + MARGIN + daybook_plot_pen_width (pen, daybook_plot_series (pen->plot, s)) + 3 * MARGIN;

      if (x > 0 && x + all > width)
        {
          x = 0;
          y += line;
        }
      daybook_plot_pen_swatch (pen, s, &(DaybookPlotBox) { x, y + line * 0.2, swatch, line * 0.6 });
      daybook_plot_pen_text (pen, daybook_plot_series (pen->plot, s), &(DaybookPlotBox) { x + swatch + MARGIN, y, all, line }, PANGO_ALIGN_LEFT);
      x += all;
    }
  return y + line;
}

/* What is above the field; gives where it ends. Draws where there is something to draw on. */
static double
draw_above (DaybookPlotPen *pen,
            double          width)
{
  double line = pen->look->size * 1.7, y = 0;

  if (pen->look->titled)
    {
      daybook_plot_pen_title (pen, daybook_plot_get_title (pen->plot), &(DaybookPlotBox) { 0, 0, width, line * 1.3 });
      y += line * 1.5;
    }
  if (has_legend (pen->plot))
    y = flow_legend (pen, width, y);
  if (daybook_plot_get_up (pen->plot) != NULL && !is_heat (pen->plot))
    {
      daybook_plot_pen_note (pen, daybook_plot_get_up (pen->plot), &(DaybookPlotBox) { 0, y, width, line }, PANGO_ALIGN_LEFT);
      y += line;
    }
  return y + pen->look->size * 0.6;
}

/* Names of causes are wrapped, months are left out where they would touch. */
static double
label_height (DaybookPlotPen *pen)
{
  return pen->look->size * (daybook_plot_get_kind (pen->plot) == DAYBOOK_PLOT_PARETO ? 3.2 : 1.8);
}

static void
lay (DaybookPlotPen   *pen,
     double            width,
     double            height,
     DaybookPlotFrame *frame)
{
  double top = draw_above (pen, width);
  double below = label_height (pen) + (daybook_plot_get_across (pen->plot) != NULL ? pen->look->size * 1.7 : 0);
  double right = daybook_plot_get_kind (pen->plot) == DAYBOOK_PLOT_PARETO ? daybook_plot_pen_width (pen, "100 %") + 2 * MARGIN : MARGIN;
  double left;

  frame->plot = pen->plot;
  frame->field.y = top;
  frame->field.height = fmax (20, height - top - below);
  frame->ticks = daybook_plot_ticks_of (pen->plot, frame->field.height);
  left = is_heat (pen->plot) ? widest_series (pen, width * 0.35) : widest_tick (pen, &frame->ticks);
  frame->field.x = left + MARGIN;
  frame->field.width = fmax (20, width - frame->field.x - right);
}

/* --- Axes ------------------------------------------------------------------------------------- */

static void
draw_ticks (DaybookPlotPen         *pen,
            const DaybookPlotFrame *frame)
{
  double line = pen->look->size * 1.5;

  for (guint i = 0; i < frame->ticks.n; i++)
    {
      double value = frame->ticks.least + i * frame->ticks.step, y = daybook_plot_frame_y (frame, value);
      g_autofree char *label = daybook_plot_format_tick (pen->plot, value);

      daybook_plot_pen_rule (pen, frame->field.x, y, frame->field.width, fabs (value) < frame->ticks.step / 2 ? 0.55 : 0.16);
      daybook_plot_pen_text (pen, label, &(DaybookPlotBox) { 0, y - line / 2, frame->field.x - MARGIN, line }, PANGO_ALIGN_RIGHT);
    }
}

static void
draw_shares (DaybookPlotPen         *pen,
             const DaybookPlotFrame *frame)
{
  double line = pen->look->size * 1.5, x = frame->field.x + frame->field.width + MARGIN;

  for (guint share = 0; share <= 100; share += 50)
    {
      g_autofree char *label = g_strdup_printf ("%u %%", share);
      double y = frame->field.y + frame->field.height * (1 - share / 100.0);

      daybook_plot_pen_text (pen, label, &(DaybookPlotBox) { x, y - line / 2, frame->field.width, line }, PANGO_ALIGN_LEFT);
    }
}

/* Every so manieth category has its label, that none touches another. */
static guint
find_stride (DaybookPlotPen *pen,
             double          slot)
{
  double widest = 0;

  if (daybook_plot_get_kind (pen->plot) == DAYBOOK_PLOT_PARETO)
    return 1;
  for (guint c = 0; c < daybook_plot_n_categories (pen->plot); c++)
    widest = fmax (widest, daybook_plot_pen_width (pen, daybook_plot_category (pen->plot, c)) + MARGIN);
  return MAX (1, (guint) ceil (widest / slot));
}

static void
draw_categories (DaybookPlotPen         *pen,
                 const DaybookPlotFrame *frame)
{
  guint n = daybook_plot_n_categories (pen->plot);
  double slot = frame->field.width / MAX (1, n), top = frame->field.y + frame->field.height + 2;
  guint stride = find_stride (pen, slot);

  for (guint c = 0; c < n; c += stride)
    {
      double width = slot * stride - 2, centre = frame->field.x + slot * (c + 0.5);
      DaybookPlotBox box = { centre - width / 2, top, width, label_height (pen) };

      if (stride > 1 && c == 0)
        box.x = fmax (box.x, 0);
      daybook_plot_pen_text (pen, daybook_plot_category (pen->plot, c), &box, PANGO_ALIGN_CENTER);
    }
  if (daybook_plot_get_across (pen->plot) != NULL)
    daybook_plot_pen_note (pen, daybook_plot_get_across (pen->plot),
                           &(DaybookPlotBox) { frame->field.x, top + label_height (pen), frame->field.width, pen->look->size * 1.6 },
                           PANGO_ALIGN_RIGHT);
}

/* --- Figures ------------------------------------------------------------------------------------ */

static void
draw_bars (DaybookPlotPen         *pen,
           const DaybookPlotFrame *frame)
{
  DaybookPlotBox box;

  for (guint s = 0; s < daybook_plot_n_series (pen->plot); s++)
    for (guint c = 0; c < daybook_plot_n_categories (pen->plot); c++)
      if (daybook_plot_frame_box (frame, c, s, &box))
        daybook_plot_pen_bar (pen, s, &box);
}

static void
draw_lines (DaybookPlotPen         *pen,
            const DaybookPlotFrame *frame)
{
  DaybookPlotBox box;

  for (guint s = 0; s < daybook_plot_n_series (pen->plot); s++)
    {
      daybook_plot_pen_line_begin (pen, s);
      for (guint c = 0; c < daybook_plot_n_categories (pen->plot); c++)
        if (daybook_plot_frame_box (frame, c, s, &box))
          daybook_plot_pen_line_to (pen, box.x, box.y);
        else
          daybook_plot_pen_line_break (pen);
      daybook_plot_pen_line_end (pen);
      for (guint c = 0; c < daybook_plot_n_categories (pen->plot); c++)
        if (daybook_plot_frame_box (frame, c, s, &box))
          daybook_plot_pen_point (pen, s, box.x, box.y);
    }
}

static void
draw_share_line (DaybookPlotPen         *pen,
                 const DaybookPlotFrame *frame)
{
  double x, y;

  daybook_plot_pen_line_begin (pen, DAYBOOK_PLOT_PEN_OVER);
  for (guint c = 0; c < daybook_plot_n_categories (pen->plot); c++)
    {
      daybook_plot_frame_share (frame, c, &x, &y);
      daybook_plot_pen_line_to (pen, x, y);
    }
  daybook_plot_pen_line_end (pen);
  for (guint c = 0; c < daybook_plot_n_categories (pen->plot); c++)
    {
      daybook_plot_frame_share (frame, c, &x, &y);
      daybook_plot_pen_point (pen, DAYBOOK_PLOT_PEN_OVER, x, y);
    }
}

static void
draw_row_names (DaybookPlotPen         *pen,
                const DaybookPlotFrame *frame)
{
  double height = frame->field.height / MAX (1, daybook_plot_n_series (pen->plot));

  for (guint s = 0; s < daybook_plot_n_series (pen->plot); s++)
    daybook_plot_pen_text (pen, daybook_plot_series (pen->plot, s),
                           &(DaybookPlotBox) { 0, frame->field.y + height * s, frame->field.x - MARGIN, height }, PANGO_ALIGN_RIGHT);
}

static void
draw_cells (DaybookPlotPen         *pen,
            const DaybookPlotFrame *frame)
{
  double most = 0;
  DaybookPlotBox box;

  for (guint s = 0; s < daybook_plot_n_series (pen->plot); s++)
    for (guint c = 0; c < daybook_plot_n_categories (pen->plot); c++)
      most = fmax (most, daybook_plot_value (pen->plot, c, s));
  for (guint s = 0; s < daybook_plot_n_series (pen->plot); s++)
    for (guint c = 0; c < daybook_plot_n_categories (pen->plot); c++)
      if (daybook_plot_frame_box (frame, c, s, &box))
        daybook_plot_pen_cell (pen, daybook_plot_value (pen->plot, c, s), most, &box);
}

static void
draw_figures (DaybookPlotPen         *pen,
              const DaybookPlotFrame *frame)
{
  switch (daybook_plot_get_kind (pen->plot))
    {
    case DAYBOOK_PLOT_HEAT:
      draw_row_names (pen, frame);
      draw_cells (pen, frame);
      break;
    case DAYBOOK_PLOT_LINES:
      draw_lines (pen, frame);
      break;
    case DAYBOOK_PLOT_PARETO:
      draw_bars (pen, frame);
      draw_shares (pen, frame);
      draw_share_line (pen, frame);
      break;
    case DAYBOOK_PLOT_BARS:
    case DAYBOOK_PLOT_STACKED:
    default:
      draw_bars (pen, frame);
      break;
    }
}

static void
draw_spot (DaybookPlotPen         *pen,
           const DaybookPlotFrame *frame,
           const DaybookPlotSpot  *spot)
{
  DaybookPlotBox box;

  if (spot->category < daybook_plot_n_categories (pen->plot) && spot->series < daybook_plot_n_series (pen->plot)
      && daybook_plot_frame_box (frame, spot->category, spot->series, &box))
    daybook_plot_pen_ring (pen, &box);
}

/* --- All of it ----------------------------------------------------------------------------------- */

void
daybook_plot_lay (const DaybookPlot     *plot,
                  PangoContext          *fonts,
                  const DaybookPlotLook *look,
                  double                 width,
                  double                 height,
                  DaybookPlotFrame      *frame)
{
  DaybookPlotPen pen = { plot, NULL, fonts, look, FALSE };

  lay (&pen, width, height, frame);
}

void
daybook_plot_draw (const DaybookPlot     *plot,
                   cairo_t               *cairo,
                   PangoContext          *fonts,
                   const DaybookPlotLook *look,
                   double                 width,
                   double                 height,
                   const DaybookPlotSpot *spot)
{
  DaybookPlotPen pen = { plot, cairo, fonts, look, FALSE };
  DaybookPlotFrame frame;

  cairo_save (cairo);
  lay (&pen, width, height, &frame);
  if (!is_heat (plot))
    draw_ticks (&pen, &frame);
  draw_categories (&pen, &frame);
  draw_figures (&pen, &frame);
  if (spot != NULL)
    draw_spot (&pen, &frame, spot);
  cairo_restore (cairo);
}

double
daybook_plot_height (const DaybookPlot     *plot,
                     const DaybookPlotLook *look,
                     double                 width)
{
  if (is_heat (plot))
    return look->size * (ROW_HEIGHT * MAX (1, daybook_plot_n_series (plot)) + 5 + (look->titled ? 3 : 0));

  return CLAMP (width * BEST_SHARE, BEST_LEAST, BEST_MOST);
}
