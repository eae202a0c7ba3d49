/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"

#include "exchange/plot-draw.h"
#include "exchange/plot-file.h"
#include "exchange/survey-plot.h"

#include <string.h>

/* Plots: where figures stand, what is said of them, and that what is drawn is where the arithmetic says. */

#define WIDTH 400
#define HEIGHT 300

static DaybookPlot *
make_plot (DaybookPlotKind kind)
{
  static const double FIRST[] = { 4, 0, 6 };
  DaybookPlot *plot = daybook_plot_new (kind, "Repeat buyers");

  daybook_plot_set_axes (plot, "Month", "Customers");
  daybook_plot_add_category (plot, "2026-09");
  daybook_plot_add_category (plot, "2026-10");
  daybook_plot_add_category (plot, "2026-11");
  daybook_plot_add_series (plot, "First", FIRST);
  return plot;
}

static DaybookPlot *
make_double_plot (DaybookPlotKind kind)
{
  const double second[] = { 2, 3, DAYBOOK_PLOT_NONE };
  DaybookPlot *plot = make_plot (kind);

  daybook_plot_add_series (plot, "Again", second);
  return plot;
}

static DaybookPlotFrame
frame_of (DaybookPlot *plot)
{
  DaybookPlotFrame frame = { plot, { 40, 20, 300, 200 }, daybook_plot_ticks_of (plot, 200) };

  return frame;
}

static void
assert_near (double is,
             double should)
{
  g_assert_cmpfloat_with_epsilon (is, should, 1e-6);
}

/* --- Ticks ------------------------------------------------------------------------------- */

static void
assert_ticks (double   least,
              double   most,
              guint    wanted,
              gboolean whole,
              double   first,
              double   step,
              guint    n)
{
  DaybookPlotTicks ticks = daybook_plot_ticks (least, most, wanted, whole, 1);

  assert_near (ticks.least, first);
  assert_near (ticks.step, step);
  g_assert_cmpuint (ticks.n, ==, n);
}

static void
test_ticks (void)
{
  assert_ticks (0, 10, 5, TRUE, 0, 2, 6);
  assert_ticks (3, 97, 5, TRUE, 0, 20, 6);
  assert_ticks (0, 1, 5, TRUE, 0, 1, 2);
  assert_ticks (0, 1, 5, FALSE, 0, 0.2, 6);
  assert_ticks (-5, 10, 5, TRUE, -5, 5, 4);
  assert_ticks (0, 0, 5, TRUE, 0, 1, 2);
  assert_ticks (0, 1234567, 4, TRUE, 0, 500000, 4);
}

/* Money is read in whole ones, however it is kept. */
static void
test_money_ticks (void)
{
  static const double VALUES[] = { 123456, 99, 0 };
  g_autoptr(DaybookPlot) plot = make_plot (DAYBOOK_PLOT_BARS);
  g_autofree char *tick = NULL, *value = NULL;
  DaybookPlotTicks ticks;

  daybook_plot_set_unit (plot, DAYBOOK_PLOT_MONEY, "CNY");
  daybook_plot_add_series (plot, "Paid", VALUES);
  ticks = daybook_plot_ticks_of (plot, 150);
  assert_near (ticks.step, 50000);
  tick = daybook_plot_format_tick (plot, ticks.step * 2);
  g_assert_cmpstr (tick, ==, "1000");
  value = daybook_plot_format (plot, 123456);
  g_assert_cmpstr (value, ==, "¥1,234.56");
}

/* --- Boxes ---------------------------------------------------------------------------------- */

static void
test_bars (void)
{
  g_autoptr(DaybookPlot) plot = make_double_plot (DAYBOOK_PLOT_BARS);
  DaybookPlotFrame frame = frame_of (plot);
  double top = frame.ticks.step * (frame.ticks.n - 1);
  DaybookPlotBox first, again, none;

  g_assert_true (daybook_plot_frame_box (&frame, 0, 0, &first));
  assert_near (first.height, 200 * 4 / top);
  assert_near (first.y + first.height, 220);
  g_assert_true (daybook_plot_frame_box (&frame, 0, 1, &again));
  assert_near (again.x, first.x + first.width);
  assert_near (again.height, first.height / 2);
  g_assert_false (daybook_plot_frame_box (&frame, 2, 1, &none));
}

static void
test_stacked (void)
{
  g_autoptr(DaybookPlot) plot = make_double_plot (DAYBOOK_PLOT_STACKED);
  DaybookPlotFrame frame = frame_of (plot);
  DaybookPlotBox first, again;

  daybook_plot_frame_box (&frame, 0, 0, &first);
  daybook_plot_frame_box (&frame, 0, 1, &again);
  assert_near (again.x, first.x);
  assert_near (again.y + again.height, first.y);
  assert_near (again.height * 2, first.height);
}

static void
test_cells (void)
{
  g_autoptr(DaybookPlot) plot = make_double_plot (DAYBOOK_PLOT_HEAT);
  DaybookPlotFrame frame = frame_of (plot);
  DaybookPlotBox upper, lower;

  daybook_plot_frame_box (&frame, 1, 0, &upper);
  daybook_plot_frame_box (&frame, 1, 1, &lower);
  assert_near (lower.y - upper.y, 100);
  assert_near (upper.x, 141);
}

static void
test_shares (void)
{
  g_autoptr(DaybookPlot) plot = make_plot (DAYBOOK_PLOT_PARETO);
  DaybookPlotFrame frame = frame_of (plot);
  double x, y;

  assert_near (daybook_plot_so_far (plot, 0), 40);
  assert_near (daybook_plot_so_far (plot, 2), 100);
  daybook_plot_frame_share (&frame, 0, &x, &y);
  assert_near (x, 90);
  assert_near (y, 140);
}

/* Wherever a bar is drawn, the pointer finds it; between the fields of two categories the nearer is meant. */
static void
test_find (void)
{
  static const DaybookPlotKind KINDS[] = { DAYBOOK_PLOT_BARS, DAYBOOK_PLOT_STACKED, DAYBOOK_PLOT_LINES, DAYBOOK_PLOT_HEAT };

  for (guint k = 0; k < G_N_ELEMENTS (KINDS); k++)
    {
      g_autoptr(DaybookPlot) plot = make_double_plot (KINDS[k]);
      DaybookPlotFrame frame = frame_of (plot);
      guint category = 9, series = 9;
      DaybookPlotBox box;

      daybook_plot_frame_box (&frame, 1, 1, &box);
      g_assert_true (daybook_plot_frame_find (&frame, box.x + box.width / 2, box.y + box.height / 2, &category, &series));
      g_assert_cmpuint (category, ==, 1);
      g_assert_cmpuint (series, ==, 1);
      g_assert_false (daybook_plot_frame_find (&frame, 10, 100, &category, &series));
    }
}

/* --- Words ------------------------------------------------------------------------------------ */

static void
test_words (void)
{
  g_autoptr(DaybookPlot) plot = make_double_plot (DAYBOOK_PLOT_LINES);
  g_autoptr(DaybookPlot) heat = make_double_plot (DAYBOOK_PLOT_HEAT);
  g_autoptr(DaybookPlot) pareto = make_plot (DAYBOOK_PLOT_PARETO);
  g_autofree char *words = daybook_plot_describe (plot), *cell = daybook_plot_read (heat, 0, 1), *cause = daybook_plot_read (pareto, 0, 0);

  g_assert_cmpstr (words, ==, "Repeat buyers. 2026-09, First: 4; 2026-10, First: 0; 2026-11, First: 6; 2026-09, Again: 2; 2026-10, Again: 3");
  g_assert_cmpstr (cell, ==, "Again, 2026-09: 2");
  g_assert_cmpstr (cause, ==, "2026-09: 4 · 40 % so far");
}

static void
assert_row (GPtrArray  *table,
            guint       row,
            const char *cells)
{
  g_autofree char *joined = g_strjoinv ("|", g_ptr_array_index (table, row));

  g_assert_cmpstr (joined, ==, cells);
}

static void
test_table (void)
{
  g_autoptr(DaybookPlot) plot = make_double_plot (DAYBOOK_PLOT_BARS);
  g_autoptr(DaybookPlot) heat = make_double_plot (DAYBOOK_PLOT_HEAT);
  g_autoptr(GPtrArray) table = daybook_plot_table (plot);
  g_autoptr(GPtrArray) turned = daybook_plot_table (heat);

  g_assert_cmpuint (table->len, ==, 4);
  assert_row (table, 0, "Month|First|Again");
  assert_row (table, 3, "2026-11|6|–");
  g_assert_cmpuint (turned->len, ==, 3);
  assert_row (turned, 0, "Customers|2026-09|2026-10|2026-11");
  assert_row (turned, 2, "Again|2|3|–");
}

static void
test_empty (void)
{
  g_autoptr(DaybookPlot) plot = daybook_plot_new (DAYBOOK_PLOT_BARS, "Nothing");

  g_assert_true (daybook_plot_is_empty (plot));
}

/* --- Drawing ------------------------------------------------------------------------------------ */

static guint
grey_at (cairo_surface_t *surface,
         double           x,
         double           y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  const guchar *dot = data + (int) y * cairo_image_surface_get_stride (surface) + (int) x * 4;

  return ((guint) dot[0] + dot[1] + dot[2]) / 3;
}

static cairo_surface_t *
draw (DaybookPlot      *plot,
      DaybookPlotFrame *frame)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  daybook_plot_draw (plot, cairo, context, &daybook_plot_look_paper, WIDTH, HEIGHT, NULL);
  daybook_plot_lay (plot, context, &daybook_plot_look_paper, WIDTH, HEIGHT, frame);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  g_object_unref (context);
  return surface;
}

/* A bar is dark within and the paper is white above it. */
static void
test_drawn (void)
{
  g_autoptr(DaybookPlot) plot = make_plot (DAYBOOK_PLOT_BARS);
  DaybookPlotFrame frame;
  DaybookPlotBox box;
  cairo_surface_t *surface = draw (plot, &frame);

  daybook_plot_frame_box (&frame, 0, 0, &box);
  g_assert_cmpuint (grey_at (surface, box.x + box.width / 2, box.y + box.height / 2), <, 140);
  g_assert_cmpuint (grey_at (surface, box.x + box.width / 2 + 1, box.y - 3), >, 200);
  cairo_surface_destroy (surface);
}

/* The more there is, the darker the cell. */
static void
test_shades (void)
{
  g_autoptr(DaybookPlot) plot = make_plot (DAYBOOK_PLOT_HEAT);
  DaybookPlotFrame frame;
  DaybookPlotBox four, none, six;
  cairo_surface_t *surface = draw (plot, &frame);

  daybook_plot_frame_box (&frame, 0, 0, &four);
  daybook_plot_frame_box (&frame, 1, 0, &none);
  daybook_plot_frame_box (&frame, 2, 0, &six);
  g_assert_cmpuint (grey_at (surface, six.x + 3, six.y + 3), <, grey_at (surface, four.x + 3, four.y + 3));
  g_assert_cmpuint (grey_at (surface, four.x + 3, four.y + 3), <, grey_at (surface, none.x + 3, none.y + 3));
  cairo_surface_destroy (surface);
}

/* Whatever there is of room, and whatever kind: nothing fails. */
static void
test_small (void)
{
  for (DaybookPlotKind kind = DAYBOOK_PLOT_BARS; kind <= DAYBOOK_PLOT_PARETO; kind++)
    {
      g_autoptr(DaybookPlot) plot = make_double_plot (kind);
      g_autoptr(DaybookPlot) bare = daybook_plot_new (kind, "");
      DaybookPlotFrame frame;

      cairo_surface_destroy (draw (bare, &frame));
      cairo_surface_destroy (draw (plot, &frame));
    }
}

/* --- Files --------------------------------------------------------------------------------------- */

static void
assert_begins (const char *folder,
               const char *name,
               const char *beginning)
{
  g_autoptr(DaybookPlot) plot = make_double_plot (DAYBOOK_PLOT_STACKED);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_assert_true (daybook_plot_save (plot, path, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >=, strlen (beginning));
  g_assert_cmpmem (content, strlen (beginning), beginning, strlen (beginning));
}

static void
test_files (void)
{
  char *folder = fixture_folder ();
  g_autofree char *odd = g_build_filename (folder, "plot.gif", NULL);
  g_autoptr(DaybookPlot) plot = make_plot (DAYBOOK_PLOT_LINES);
  g_autoptr(GError) error = NULL;

  assert_begins (folder, "plot.png", "\x89PNG");
  assert_begins (folder, "plot.pdf", "%PDF");
  assert_begins (folder, "plot.SVG", "<?xml");
  assert_begins (folder, "plot.csv", "\xef\xbb\xbfMonth,First,Again\r\n2026-09,4,2\r\n2026-10,0,3\r\n2026-11,6,\r\n");
  g_assert_false (daybook_plot_save (plot, odd, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  fixture_folder_free (folder);
}

/* It goes below what stands on the page, and to the next where there is no room. */
static void
test_paper (void)
{
  g_autoptr(DaybookPlot) plot = make_plot (DAYBOOK_PLOT_LINES);
  DaybookPaper *paper = daybook_paper_new ("Mountain House Tea", "Value", "Printed 2026-11-22 10:20");

  for (guint i = 0; i < 4; i++)
    daybook_paper_plot (paper, plot);
  g_assert_cmpuint (daybook_paper_get_n_pages (paper), ==, 2);
  daybook_paper_free (paper);
}

/* --- Of surveys --------------------------------------------------------------------------------- */

static void
add_month (GPtrArray  *figures,
           const char *name,
           double      attitude)
{
  DaybookSurveyFigure *figure = g_new0 (DaybookSurveyFigure, 1);

  figure->name = g_strdup (name);
  figure->averages[1] = attitude;
  g_ptr_array_add (figures, figure);
}

/* Oldest first, over the end of a year; a month in which nobody was asked is a gap, and no zero. */
static void
test_surveys (void)
{
  g_autoptr(GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_survey_figure_free);
  g_assert_null (daybook_survey_plot (figures));
  add_month (figures, "2026-02", 4.5);
  add_month (figures, "2025-12", 2);
  g_autoptr(DaybookPlot) plot = daybook_survey_plot (figures);
  g_autofree char *read = daybook_plot_read (plot, 2, 1);

  g_assert_cmpuint (daybook_plot_n_categories (plot), ==, 3);
  g_assert_cmpuint (daybook_plot_n_series (plot), ==, DAYBOOK_SURVEY_N_QUESTIONS);
  g_assert_cmpstr (daybook_plot_category (plot, 1), ==, "2026-01");
  assert_near (daybook_plot_value (plot, 0, 1), 2);
  g_assert_true (isnan (daybook_plot_value (plot, 1, 1)));
  g_assert_true (isnan (daybook_plot_value (plot, 2, 0)));
  g_assert_nonnull (strstr (read, "4.50"));

  /* All five stars are in sight, whatever was given. */
  DaybookPlotTicks ticks = daybook_plot_ticks_of (plot, 60);
  assert_near (ticks.least + ticks.step * (ticks.n - 1), 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/ticks", test_ticks);
  g_test_add_func ("/plot/money-ticks", test_money_ticks);
  g_test_add_func ("/plot/bars", test_bars);
  g_test_add_func ("/plot/stacked", test_stacked);
  g_test_add_func ("/plot/cells", test_cells);
  g_test_add_func ("/plot/shares", test_shares);
  g_test_add_func ("/plot/find", test_find);
  g_test_add_func ("/plot/words", test_words);
  g_test_add_func ("/plot/table", test_table);
  g_test_add_func ("/plot/empty", test_empty);
  g_test_add_func ("/plot/drawn", test_drawn);
  g_test_add_func ("/plot/shades", test_shades);
  g_test_add_func ("/plot/small", test_small);
  g_test_add_func ("/plot/files", test_files);
  g_test_add_func ("/plot/paper", test_paper);
  g_test_add_func ("/plot/surveys", test_surveys);
  return g_test_run ();
}
