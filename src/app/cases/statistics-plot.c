/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/statistics-plot.h"

#include "app/compat/colour.h"

#include <glib/gi18n-lib.h>

#define LINE_HEIGHT 30
#define BAR_HEIGHT 18
#define GAP 8
#define NUMBER_WIDTH 92 /* "1,234 · 100 %" */
#define MIN_WIDTH 280
#define DOT 3

/* One bar. */
typedef struct
{
  char  *label;
  guint  count;
  guint  so_far; /* with all before it */
} Bar;

struct _DaybookStatisticsPlot
{
  GtkWidget  parent_instance;

  GArray    *bars;
  guint      total; /* of the bars */
};

G_DEFINE_FINAL_TYPE (DaybookStatisticsPlot, daybook_statistics_plot, GTK_TYPE_WIDGET)

static void
clear_bar (gpointer data)
{
  g_free (((Bar *) data)->label);
}

/* "5 · 50 %": the share of this one and all before it. */
static char *
number_of (DaybookStatisticsPlot *self,
           const Bar             *bar)
{
  /* Translators: of a bar: how many, and how many percent all bars down to this one are together. */
  return g_strdup_printf (_("%u · %u %%"), bar->count, bar->so_far * 100 / MAX (1, self->total));
}

/* --- Drawing ------------------------------------------------------------------------ */

static void
append_text (GtkSnapshot   *snapshot,
             PangoLayout   *layout,
             const char    *text,
             float          x,
             float          y,
             float          width,
             const GdkRGBA *colour)
{
  int height;

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y + (LINE_HEIGHT - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Where the bars are, between their names and numbers. */
static graphene_rect_t
find_field (DaybookStatisticsPlot *self)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float names = MIN (200, width * 0.34f);

  return GRAPHENE_RECT_INIT (names + GAP, 0, MAX (40, width - names - NUMBER_WIDTH - 2 * GAP), (float) self->bars->len * LINE_HEIGHT);
}

static void
append_bars (DaybookStatisticsPlot *self,
             GtkSnapshot           *snapshot,
             const graphene_rect_t *field,
             const GdkRGBA         *text)
{
  g_autoptr(PangoLayout) names = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr(PangoLayout) numbers = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  GdkRGBA fill = { 0.5f, 0.5f, 0.5f, 1 };
  guint most = g_array_index (self->bars, Bar, 0).count;

  for (guint i = 0; i < self->bars->len; i++)
    most = MAX (most, g_array_index (self->bars, Bar, i).count);
  daybook_widget_named_colour (GTK_WIDGET (self), "accent_bg_color", &fill);
  pango_layout_set_ellipsize (names, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (names, PANGO_ALIGN_RIGHT);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      g_autofree char *number = number_of (self, bar);
      float y = (float) i * LINE_HEIGHT;
      float width = MAX (2, field->size.width * (float) bar->count / (float) most);

      append_text (snapshot, names, bar->label, 0, y, field->origin.x - GAP, text);
      gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (field->origin.x, y + (LINE_HEIGHT - BAR_HEIGHT) / 2.0f, width, BAR_HEIGHT));
      append_text (snapshot, numbers, number, field->origin.x + field->size.width + GAP, y, NUMBER_WIDTH, text);
    }
}

/* Light around dark, so that it is seen over bars and beside them. */
static void
stroke_line (DaybookStatisticsPlot *self,
             cairo_t               *cr,
             const graphene_rect_t *field)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      double share = (double) g_array_index (self->bars, Bar, i).so_far / MAX (1, self->total);
      double x = (double) field->origin.x + (double) field->size.width * share;
      double y = (i + 0.5) * LINE_HEIGHT;

      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);
}

static void
draw_dots (DaybookStatisticsPlot *self,
           cairo_t               *cr,
           const graphene_rect_t *field)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      double share = (double) g_array_index (self->bars, Bar, i).so_far / MAX (1, self->total);

      cairo_arc (cr, (double) field->origin.x + (double) field->size.width * share, (i + 0.5) * LINE_HEIGHT, DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
append_line (DaybookStatisticsPlot *self,
             GtkSnapshot           *snapshot,
             const graphene_rect_t *field,
             const GdkRGBA         *text)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (field->origin.x - DOT - 1, 0, field->size.width + 2 * DOT + 2, field->size.height));
  GdkRGBA ground = { 1, 1, 1, 1 };

  daybook_widget_named_colour (GTK_WIDGET (self), "window_bg_color", &ground);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_set_line_width (cr, 4);
  stroke_line (self, cr, field);
  gdk_cairo_set_source_rgba (cr, text);
  cairo_set_line_width (cr, 1.5);
  stroke_line (self, cr, field);
  draw_dots (self, cr, field);
  cairo_destroy (cr);
}

static void
daybook_statistics_plot_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  DaybookStatisticsPlot *self = DAYBOOK_STATISTICS_PLOT (widget);
  graphene_rect_t field = find_field (self);
  GdkRGBA text;

  if (self->bars->len == 0)
    return;

  daybook_widget_colour (widget, &text);
  append_bars (self, snapshot, &field, &text);
  append_line (self, snapshot, &field, &text);
}

static void
daybook_statistics_plot_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  DaybookStatisticsPlot *self = DAYBOOK_STATISTICS_PLOT (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : (int) self->bars->len * LINE_HEIGHT;
}

static void
daybook_statistics_plot_finalize (GObject *object)
{
  g_array_unref (DAYBOOK_STATISTICS_PLOT (object)->bars);
  G_OBJECT_CLASS (daybook_statistics_plot_parent_class)->finalize (object);
}

static void
daybook_statistics_plot_class_init (DaybookStatisticsPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daybook_statistics_plot_finalize;
  widget_class->snapshot = daybook_statistics_plot_snapshot;
  widget_class->measure = daybook_statistics_plot_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
daybook_statistics_plot_init (DaybookStatisticsPlot *self)
{
  self->bars = g_array_new (FALSE, TRUE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
}

/* All of it in words, for whoever does not see it: "Cause. The product: 5 · 50 %; …" */
static void
describe (DaybookStatisticsPlot *self,
          const char            *title)
{
  g_autoptr(GString) words = g_string_new (title);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      g_autofree char *number = number_of (self, bar);

      g_string_append_printf (words, "%s %s: %s", i == 0 ? "." : ";", bar->label, number);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

GtkWidget *
daybook_statistics_plot_new (const DaybookStatisticsPart *part)
{
  DaybookStatisticsPlot *self = g_object_new (DAYBOOK_TYPE_STATISTICS_PLOT, NULL);

  for (guint i = 0; i < part->rows->len; i++)
    {
      const DaybookStatisticsRow *row = g_ptr_array_index (part->rows, i);
      Bar bar = { NULL, row->total, 0 };

      if (*row->key == '\0')
        continue;
      self->total += row->total;
      bar.label = g_strdup (row->label);
      bar.so_far = self->total;
      g_array_append_val (self->bars, bar);
    }
  describe (self, part->label);
  return GTK_WIDGET (self);
}
