/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plot-file.h"

#include "exchange/csv-text.h"
#include "exchange/new-file.h"
#include "exchange/page-fonts.h"
#include "exchange/plot-draw.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <glib/gi18n-lib.h>

/* In points; a picture of dots has so many of them to a point. */
#define WIDTH 540.0
#define MARGIN 14.0
#define DOTS 2.5

static const char *const SUFFIXES[DAYBOOK_PLOT_N_FORMATS] = { "png", "pdf", "svg", "csv" };

static cairo_status_t
on_bytes_written (void                *file,
                  const unsigned char *bytes,
                  unsigned int         length)
{
  daybook_new_file_write (file, (const char *) bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
new_surface (DaybookPlotFormat  format,
             DaybookNewFile    *file,
             double             width,
             double             height)
{
  switch (format)
    {
    case DAYBOOK_PLOT_PDF:
      return cairo_pdf_surface_create_for_stream (on_bytes_written, file, width, height);
    case DAYBOOK_PLOT_SVG:
      return cairo_svg_surface_create_for_stream (on_bytes_written, file, width, height);
    case DAYBOOK_PLOT_PNG:
    case DAYBOOK_PLOT_CSV:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * DOTS), (int) (height * DOTS));
    }
}

static void
draw (const DaybookPlot *plot,
      cairo_surface_t   *surface,
      DaybookPlotFormat  format,
      double             height)
{
  PangoContext *fonts = daybook_page_fonts_new ();
  cairo_t *cairo = cairo_create (surface);

  if (format == DAYBOOK_PLOT_PNG)
    cairo_scale (cairo, DOTS, DOTS);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_translate (cairo, MARGIN, MARGIN);
  daybook_plot_draw (plot, cairo, fonts, &daybook_plot_look_paper, WIDTH, height, NULL);
  cairo_destroy (cairo);
  g_object_unref (fonts);
}

static gboolean
write_picture (const DaybookPlot  *plot,
               DaybookPlotFormat   format,
               DaybookNewFile     *file,
               GError            **error)
{
  double height = daybook_plot_height (plot, &daybook_plot_look_paper, WIDTH);
  cairo_surface_t *surface = new_surface (format, file, WIDTH + 2 * MARGIN, height + 2 * MARGIN);
  cairo_status_t status;

  draw (plot, surface, format, height);
  if (format == DAYBOOK_PLOT_PNG)
    status = cairo_surface_write_to_png_stream (surface, on_bytes_written, file);
  else
    {
      cairo_surface_finish (surface);
      status = cairo_surface_status (surface);
    }
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS || daybook_new_file_blame (file, EIO, error);
}

/* Numbers stand as numbers, so that a spreadsheet reckons with them: no signs, no thousands. */
static void
append_value (const DaybookPlot *plot,
              GString           *text,
              double             value)
{
  double one = daybook_plot_one (plot);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (text, ',');
  if (!isnan (value))
    g_string_append (text, g_ascii_formatd (number, sizeof number, "%.10g", value / one));
}

static void
append_head (GString  *text,
             char    **head)
{
  for (guint i = 0; head[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      daybook_csv_append (text, head[i]);
    }
  g_string_append (text, DAYBOOK_CSV_LINE_END);
}

static void
append_row (const DaybookPlot *plot,
            GString           *text,
            guint              row)
{
  gboolean heat = daybook_plot_get_kind (plot) == DAYBOOK_PLOT_HEAT;
  guint n = heat ? daybook_plot_n_categories (plot) : daybook_plot_n_series (plot);

  daybook_csv_append (text, heat ? daybook_plot_series (plot, row) : daybook_plot_category (plot, row));
  for (guint i = 0; i < n; i++)
    append_value (plot, text, heat ? daybook_plot_value (plot, i, row) : daybook_plot_value (plot, row, i));
  if (daybook_plot_get_kind (plot) == DAYBOOK_PLOT_PARETO)
    g_string_append_printf (text, ",%.0f", daybook_plot_so_far (plot, row));
  g_string_append (text, DAYBOOK_CSV_LINE_END);
}

static void
write_figures (const DaybookPlot *plot,
               DaybookNewFile    *file)
{
  g_autoptr(GString) text = g_string_new (DAYBOOK_CSV_MARK);
  g_autoptr(GPtrArray) table = daybook_plot_table (plot);

  append_head (text, g_ptr_array_index (table, 0));
  for (guint row = 0; row + 1 < table->len; row++)
    append_row (plot, text, row);
  daybook_new_file_write (file, text->str, text->len);
}

const char *
daybook_plot_format_suffix (DaybookPlotFormat format)
{
  return SUFFIXES[format];
}

gboolean
daybook_plot_format_find (const char        *path,
                          DaybookPlotFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < DAYBOOK_PLOT_N_FORMATS; i++)
    {
      g_autofree char *end = g_strconcat (".", SUFFIXES[i], NULL);

      if (g_str_has_suffix (lower, end))
        {
          *format = (DaybookPlotFormat) i;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
daybook_plot_save (const DaybookPlot  *plot,
                   const char         *path,
                   GError            **error)
{
  g_autoptr(DaybookNewFile) file = NULL;
  DaybookPlotFormat format;

  if (!daybook_plot_format_find (path, &format))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("Give the file a name that ends with .png, .pdf, .svg or .csv."));
      return FALSE;
    }

  file = daybook_new_file_create (path, error);
  if (file == NULL)
    return FALSE;
  if (format == DAYBOOK_PLOT_CSV)
    write_figures (plot, file);
  else if (!write_picture (plot, format, file, error))
    return FALSE;
  return daybook_new_file_keep (file, error);
}
