/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plot-frame.h"

#include <math.h>

#define TICK_ROOM 36      /* a step is no lower, as long as there are two */
#define MOST_TICKS 7
#define BAR_SHARE 0.72    /* of a category's width */
#define WIDEST_BAR 56
#define CELL_GAP 1

/* --- Ticks ------------------------------------------------------------------------------ */

static double
nice_step (double rough)
{
  double power = pow (10, floor (log10 (rough)));
  double part = rough / power;

  return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
}

DaybookPlotTicks
daybook_plot_ticks (double   least,
                    double   most,
                    guint    wanted,
                    gboolean whole,
                    double   unit)
{
  double low = MIN (0, least) / unit, high = MAX (0, most) / unit;
  double step = high - low > 0 ? nice_step ((high - low) / MAX (1, wanted)) : 1;
  double first, last;

  if (whole)
    step = MAX (1, step);
  first = floor (low / step + 1e-9);
  last = MAX (first + 1, ceil (high / step - 1e-9));
  return (DaybookPlotTicks) { first * step * unit, step * unit, (guint) (last - first) + 1 };
}

static double
sum_of (const DaybookPlot *plot,
        guint              category,
        guint              n_series)
{
  double sum = 0;

  for (guint s = 0; s < n_series; s++)
    {
      double value = daybook_plot_value (plot, category, s);

      sum += isnan (value) ? 0 : value;
    }
  return sum;
}

static void
find_range (const DaybookPlot *plot,
            double            *least,
            double            *most)
{
  gboolean stacked = daybook_plot_get_kind (plot) == DAYBOOK_PLOT_STACKED;

  *least = *most = 0;
  for (guint c = 0; c < daybook_plot_n_categories (plot); c++)
    for (guint s = 0; s < daybook_plot_n_series (plot); s++)
      {
        double value = stacked ? sum_of (plot, c, s + 1) : daybook_plot_value (plot, c, s);

        *least = fmin (*least, value);
        *most = fmax (*most, value);
      }
}

DaybookPlotTicks
daybook_plot_ticks_of (const DaybookPlot *plot,
                       double             height)
{
  double least, most;

  /* There are five, however many were given. */
  if (daybook_plot_get_unit (plot) == DAYBOOK_PLOT_STARS)
    return (DaybookPlotTicks) { 0, 1, 6 };

  find_range (plot, &least, &most);
  return daybook_plot_ticks (least, most, CLAMP ((guint) MAX (0, height / TICK_ROOM), 2, MOST_TICKS),
                             daybook_plot_get_unit (plot) != DAYBOOK_PLOT_PERCENT, daybook_plot_one (plot));
}

double
daybook_plot_frame_y (const DaybookPlotFrame *frame,
                      double                  value)
{
  double range = frame->ticks.step * (frame->ticks.n - 1);

  return frame->field.y + frame->field.height * (1 - (value - frame->ticks.least) / range);
}

/* --- Boxes -------------------------------------------------------------------------------- */

static double
slot_of (const DaybookPlotFrame *frame)
{
  return frame->field.width / MAX (1, daybook_plot_n_categories (frame->plot));
}

static double
centre_of (const DaybookPlotFrame *frame,
           guint                   category)
{
  return frame->field.x + slot_of (frame) * (category + 0.5);
}

static void
find_cell (const DaybookPlotFrame *frame,
           guint                   category,
           guint                   series,
           DaybookPlotBox         *box)
{
  double height = frame->field.height / MAX (1, daybook_plot_n_series (frame->plot));

  *box = (DaybookPlotBox) { frame->field.x + slot_of (frame) * category + CELL_GAP, frame->field.y + height * series + CELL_GAP,
                            slot_of (frame) - 2 * CELL_GAP, height - 2 * CELL_GAP };
}

/* How many bars stand beside each other at a category. */
static guint
count_beside (const DaybookPlotFrame *frame)
{
  return daybook_plot_get_kind (frame->plot) == DAYBOOK_PLOT_BARS ? MAX (1, daybook_plot_n_series (frame->plot)) : 1;
}

static double
bar_width (const DaybookPlotFrame *frame)
{
  return MIN (WIDEST_BAR, slot_of (frame) * BAR_SHARE / count_beside (frame));
}

static void
find_bar (const DaybookPlotFrame *frame,
          guint                   category,
          guint                   series,
          DaybookPlotBox         *box)
{
  gboolean stacked = daybook_plot_get_kind (frame->plot) == DAYBOOK_PLOT_STACKED;
  double width = bar_width (frame);
  double from = stacked ? sum_of (frame->plot, category, series) : 0;
  double low = daybook_plot_frame_y (frame, from), high = daybook_plot_frame_y (frame, from + daybook_plot_value (frame->plot, category, series));

  box->x = centre_of (frame, category) - width * count_beside (frame) / 2 + (stacked ? 0 : width * series);
  box->y = fmin (low, high);
  box->width = width;
  box->height = fabs (low - high);
}

gboolean
daybook_plot_frame_box (const DaybookPlotFrame *frame,
                        guint                   category,
                        guint                   series,
                        DaybookPlotBox         *box)
{
  double value = daybook_plot_value (frame->plot, category, series);

  if (isnan (value))
    return FALSE;

  switch (daybook_plot_get_kind (frame->plot))
    {
    case DAYBOOK_PLOT_HEAT:
      find_cell (frame, category, series, box);
      break;
    case DAYBOOK_PLOT_LINES:
      *box = (DaybookPlotBox) { centre_of (frame, category), daybook_plot_frame_y (frame, value), 0, 0 };
      break;
    case DAYBOOK_PLOT_BARS:
    case DAYBOOK_PLOT_STACKED:
    case DAYBOOK_PLOT_PARETO:
    default:
      find_bar (frame, category, series, box);
      break;
    }
  return TRUE;
}

void
daybook_plot_frame_share (const DaybookPlotFrame *frame,
                          guint                   category,
                          double                 *x,
                          double                 *y)
{
  *x = centre_of (frame, category);
  *y = frame->field.y + frame->field.height * (1 - daybook_plot_so_far (frame->plot, category) / 100);
}

/* --- Finding ------------------------------------------------------------------------------- */

/* How far a figure is from there: within its bar not at all. */
static double
distance_of (const DaybookPlotBox *box,
             double                x,
             double                y)
{
  double across = fmax (0, fmax (box->x - x, x - box->x - box->width));
  double down = fmax (0, fmax (box->y - y, y - box->y - box->height));

  return hypot (across, down);
}

static gboolean
is_in_field (const DaybookPlotFrame *frame,
             double                  x,
             double                  y)
{
  return x >= frame->field.x && y >= frame->field.y && x < frame->field.x + frame->field.width && y < frame->field.y + frame->field.height;
}

gboolean
daybook_plot_frame_find (const DaybookPlotFrame *frame,
                         double                  x,
                         double                  y,
                         guint                  *category,
                         guint                  *series)
{
  double nearest = INFINITY;
  DaybookPlotBox box;

  if (!is_in_field (frame, x, y))
    return FALSE;

  *category = MIN ((guint) ((x - frame->field.x) / slot_of (frame)), daybook_plot_n_categories (frame->plot) - 1);
  for (guint s = 0; s < daybook_plot_n_series (frame->plot); s++)
    {
      double distance = daybook_plot_frame_box (frame, *category, s, &box) ? distance_of (&box, x, y) : INFINITY;

      if (distance < nearest)
        {
          nearest = distance;
          *series = s;
        }
    }
  return isfinite (nearest);
}
