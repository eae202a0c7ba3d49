/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/plot-pen.h"

#define HATCH 0.5   /* of a letter, between two strokes */
#define POINT 0.33  /* of a letter */
#define DIMMED 0.62

/* What a series looks like: how much accent is in its ground, and what is drawn over it. */
typedef enum
{
  HATCH_NONE,
  HATCH_RISING,
  HATCH_FALLING,
  HATCH_BOTH,
  HATCH_LEVEL,
} Hatch;

typedef struct
{
  double depth; /* 0: the ground, 1: the accent */
  Hatch  hatch;
  double dash[2];
} Style;

/* Told apart in greyscale too: dark and light take turns, and each has its own hatch and dashes. */
static const Style STYLES[] = {
  { 1.00, HATCH_NONE, { 0, 0 } },
  { 0.25, HATCH_RISING, { 6, 3 } },
  { 0.60, HATCH_NONE, { 2, 2 } },
  { 0.12, HATCH_BOTH, { 9, 3 } },
  { 0.80, HATCH_FALLING, { 4, 2 } },
  { 0.00, HATCH_LEVEL, { 1, 3 } },
};

static const Style *
style_of (guint series)
{
  return &STYLES[series % G_N_ELEMENTS (STYLES)];
}

static DaybookPlotColour
mix (const DaybookPlotColour *from,
     const DaybookPlotColour *to,
     double                   share)
{
  return (DaybookPlotColour) { from->red + (to->red - from->red) * share, from->green + (to->green - from->green) * share,
                               from->blue + (to->blue - from->blue) * share };
}

static void
set_colour (DaybookPlotPen          *pen,
            const DaybookPlotColour *colour)
{
  cairo_set_source_rgb (pen->cairo, colour->red, colour->green, colour->blue);
}

/* Of the text, as strong as that: on any ground, in files too, nothing is seen through. */
static void
set_ink (DaybookPlotPen *pen,
         double          strength)
{
  DaybookPlotColour ink = mix (&pen->look->ground, &pen->look->text, strength);

  set_colour (pen, &ink);
}

/* --- Text ----------------------------------------------------------------------------------- */

static PangoLayout *
new_layout (DaybookPlotPen *pen,
            const char     *text,
            double          size,
            PangoWeight     weight)
{
  PangoLayout *layout = pango_layout_new (pen->fonts);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
daybook_plot_pen_width (DaybookPlotPen *pen,
                        const char     *text)
{
  g_autoptr(PangoLayout) layout = new_layout (pen, text, pen->look->size, PANGO_WEIGHT_NORMAL);

  return daybook_layout_width (layout);
}

static void
show_layout (DaybookPlotPen       *pen,
             PangoLayout          *layout,
             const DaybookPlotBox *box,
             PangoAlignment        side)
{
  double height;

  pango_layout_set_width (layout, (int) (fmax (1, box->width) * PANGO_SCALE));
  pango_layout_set_height (layout, (int) (box->height * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, side);
  height = daybook_layout_height (layout);
  cairo_move_to (pen->cairo, box->x, box->y + fmax (0, (box->height - height) / 2));
  pango_cairo_show_layout (pen->cairo, layout);
  cairo_new_path (pen->cairo);
}

static void
put (DaybookPlotPen       *pen,
     const char           *text,
     const DaybookPlotBox *box,
     PangoAlignment        side,
     double                strength)
{
  g_autoptr(PangoLayout) layout = NULL;

  if (pen->cairo == NULL)
    return;

  layout = new_layout (pen, text, pen->look->size, PANGO_WEIGHT_NORMAL);
  set_ink (pen, strength);
  show_layout (pen, layout, box, side);
}

void
daybook_plot_pen_text (DaybookPlotPen       *pen,
                       const char           *text,
                       const DaybookPlotBox *box,
                       PangoAlignment        side)
{
  put (pen, text, box, side, 0.85);
}

void
daybook_plot_pen_note (DaybookPlotPen       *pen,
                       const char           *text,
                       const DaybookPlotBox *box,
                       PangoAlignment        side)
{
  put (pen, text, box, side, DIMMED);
}

void
daybook_plot_pen_title (DaybookPlotPen       *pen,
                        const char           *text,
                        const DaybookPlotBox *box)
{
  g_autoptr(PangoLayout) layout = NULL;

  if (pen->cairo == NULL)
    return;

  layout = new_layout (pen, text, pen->look->size * 1.25, PANGO_WEIGHT_BOLD);
  set_ink (pen, 1);
  show_layout (pen, layout, box, PANGO_ALIGN_LEFT);
}

/* --- Bars ------------------------------------------------------------------------------------- */

void
daybook_plot_pen_rule (DaybookPlotPen *pen,
                       double          x,
                       double          y,
                       double          width,
                       double          strength)
{
  set_ink (pen, strength);
  cairo_set_line_width (pen->cairo, pen->look->size / 12);
  cairo_move_to (pen->cairo, x, y);
  cairo_line_to (pen->cairo, x + width, y);
  cairo_stroke (pen->cairo);
}

static void
outline (DaybookPlotPen       *pen,
         const DaybookPlotBox *box)
{
  cairo_rectangle (pen->cairo, box->x, box->y, box->width, box->height);
}

/* Strokes aslant over all of the box and beyond it. */
static void
add_slants (DaybookPlotPen       *pen,
            const DaybookPlotBox *box,
            double                rise)
{
  double step = pen->look->size * HATCH;

  for (double x = box->x - box->height; x < box->x + box->width + box->height; x += step)
    {
      cairo_move_to (pen->cairo, x, rise > 0 ? box->y + box->height : box->y);
      cairo_line_to (pen->cairo, x + box->height, rise > 0 ? box->y : box->y + box->height);
    }
}

static void
add_levels (DaybookPlotPen       *pen,
            const DaybookPlotBox *box)
{
  double step = pen->look->size * HATCH;

  for (double y = box->y + box->height; y > box->y; y -= step)
    {
      cairo_move_to (pen->cairo, box->x, y);
      cairo_line_to (pen->cairo, box->x + box->width, y);
    }
}

static void
stroke_hatch (DaybookPlotPen       *pen,
              Hatch                 hatch,
              const DaybookPlotBox *box)
{
  cairo_save (pen->cairo);
  outline (pen, box);
  cairo_clip (pen->cairo);
  if (hatch == HATCH_RISING || hatch == HATCH_BOTH)
    add_slants (pen, box, 1);
  if (hatch == HATCH_FALLING || hatch == HATCH_BOTH)
    add_slants (pen, box, -1);
  if (hatch == HATCH_LEVEL)
    add_levels (pen, box);
  set_colour (pen, hatch == HATCH_FALLING ? &pen->look->ground : &pen->look->accent);
  cairo_set_line_width (pen->cairo, pen->look->size / 11);
  cairo_stroke (pen->cairo);
  cairo_restore (pen->cairo);
}

void
daybook_plot_pen_bar (DaybookPlotPen       *pen,
                      guint                 series,
                      const DaybookPlotBox *box)
{
  const Style *style = style_of (series);
  DaybookPlotColour ground = mix (&pen->look->ground, &pen->look->accent, style->depth);

  if (box->height <= 0)
    return;

  outline (pen, box);
  set_colour (pen, &ground);
  cairo_fill (pen->cairo);
  if (style->hatch != HATCH_NONE)
    stroke_hatch (pen, style->hatch, box);
  outline (pen, box);
  set_colour (pen, &pen->look->accent);
  cairo_set_line_width (pen->cairo, pen->look->size / 14);
  cairo_stroke (pen->cairo);
}

/* --- Lines -------------------------------------------------------------------------------------- */

static DaybookPlotColour
line_colour (DaybookPlotPen *pen,
             guint           series)
{
  return series == DAYBOOK_PLOT_PEN_OVER ? pen->look->text : mix (&pen->look->text, &pen->look->accent, series % 2 == 0 ? 1 : 0.35);
}

void
daybook_plot_pen_line_begin (DaybookPlotPen *pen,
                             guint           series)
{
  DaybookPlotColour colour = line_colour (pen, series);
  const Style *style = series == DAYBOOK_PLOT_PEN_OVER ? &STYLES[0] : style_of (series);
  double dash[2] = { style->dash[0] * pen->look->size / 11, style->dash[1] * pen->look->size / 11 };

  cairo_save (pen->cairo);
  set_colour (pen, &colour);
  cairo_set_line_width (pen->cairo, pen->look->size / 7);
  cairo_set_line_join (pen->cairo, CAIRO_LINE_JOIN_ROUND);
  if (dash[0] > 0)
    cairo_set_dash (pen->cairo, dash, 2, 0);
  pen->draws_on = FALSE;
}

void
daybook_plot_pen_line_to (DaybookPlotPen *pen,
                          double          x,
                          double          y)
{
  if (pen->draws_on)
    cairo_line_to (pen->cairo, x, y);
  else
    cairo_move_to (pen->cairo, x, y);
  pen->draws_on = TRUE;
}

void
daybook_plot_pen_line_break (DaybookPlotPen *pen)
{
  pen->draws_on = FALSE;
}

void
daybook_plot_pen_line_end (DaybookPlotPen *pen)
{
  cairo_stroke (pen->cairo);
  cairo_restore (pen->cairo);
}

/* A circle, a square, a triangle, a diamond. */
static void
add_shape (DaybookPlotPen *pen,
           guint           series,
           double          x,
           double          y)
{
  double r = pen->look->size * POINT;

  cairo_new_path (pen->cairo);
  switch (series == DAYBOOK_PLOT_PEN_OVER ? 0 : series % 4)
    {
    case 0:
      cairo_arc (pen->cairo, x, y, r, 0, 2 * G_PI);
      break;
    case 1:
      cairo_rectangle (pen->cairo, x - r, y - r, 2 * r, 2 * r);
      break;
    case 2:
      cairo_move_to (pen->cairo, x, y - r * 1.2);
      cairo_line_to (pen->cairo, x + r * 1.2, y + r);
      cairo_line_to (pen->cairo, x - r * 1.2, y + r);
      break;
    default:
      cairo_move_to (pen->cairo, x, y - r * 1.3);
      cairo_line_to (pen->cairo, x + r * 1.3, y);
      cairo_line_to (pen->cairo, x, y + r * 1.3);
      cairo_line_to (pen->cairo, x - r * 1.3, y);
      break;
    }
  cairo_close_path (pen->cairo);
}

/* Full and hollow take turns; around it something of the ground, that it is seen over bars. */
void
daybook_plot_pen_point (DaybookPlotPen *pen,
                        guint           series,
                        double          x,
                        double          y)
{
  DaybookPlotColour colour = line_colour (pen, series);
  gboolean full = series == DAYBOOK_PLOT_PEN_OVER || series % 2 == 0;

  add_shape (pen, series, x, y);
  set_colour (pen, &pen->look->ground);
  cairo_set_line_width (pen->cairo, pen->look->size / 4);
  cairo_stroke_preserve (pen->cairo);
  set_colour (pen, full ? &colour : &pen->look->ground);
  cairo_fill_preserve (pen->cairo);
  set_colour (pen, &colour);
  cairo_set_line_width (pen->cairo, pen->look->size / 9);
  cairo_stroke (pen->cairo);
}

void
daybook_plot_pen_swatch (DaybookPlotPen       *pen,
                         guint                 series,
                         const DaybookPlotBox *box)
{
  double y = box->y + box->height / 2;

  if (pen->cairo == NULL)
    return;
  if (daybook_plot_get_kind (pen->plot) != DAYBOOK_PLOT_LINES)
    {
      daybook_plot_pen_bar (pen, series, box);
      return;
    }

  daybook_plot_pen_line_begin (pen, series);
  daybook_plot_pen_line_to (pen, box->x, y);
  daybook_plot_pen_line_to (pen, box->x + box->width, y);
  daybook_plot_pen_line_end (pen);
  daybook_plot_pen_point (pen, series, box->x + box->width / 2, y);
}

/* --- Cells --------------------------------------------------------------------------------------- */

static double
luminance (const DaybookPlotColour *colour)
{
  return 0.299 * colour->red + 0.587 * colour->green + 0.114 * colour->blue;
}

/* Whichever of the two is read better upon it. */
static const DaybookPlotColour *
ink_upon (const DaybookPlotLook   *look,
          const DaybookPlotColour *colour)
{
  double to_text = fabs (luminance (colour) - luminance (&look->text));
  double to_ground = fabs (luminance (colour) - luminance (&look->ground));

  return to_text >= to_ground ? &look->text : &look->ground;
}

void
daybook_plot_pen_cell (DaybookPlotPen       *pen,
                       double                value,
                       double                most,
                       const DaybookPlotBox *box)
{
  double depth = most > 0 && value > 0 ? 0.08 + 0.87 * value / most : 0.03;
  DaybookPlotColour ground = mix (&pen->look->ground, &pen->look->accent, depth);
  g_autofree char *exact = daybook_plot_format (pen->plot, value);
  g_autofree char *brief = daybook_plot_format_tick (pen->plot, value);
  const char *text = daybook_plot_pen_width (pen, exact) < box->width - 2 ? exact : brief;
  g_autoptr(PangoLayout) layout = NULL;

  outline (pen, box);
  set_colour (pen, &ground);
  cairo_fill (pen->cairo);
  if (daybook_plot_pen_width (pen, text) > box->width)
    return;

  layout = new_layout (pen, text, pen->look->size, PANGO_WEIGHT_NORMAL);
  set_colour (pen, ink_upon (pen->look, &ground));
  show_layout (pen, layout, box, PANGO_ALIGN_CENTER);
}

void
daybook_plot_pen_ring (DaybookPlotPen       *pen,
                       const DaybookPlotBox *box)
{
  double room = fmax (2, box->width > 0 ? 2 : pen->look->size * 0.6);

  outline (pen, &(DaybookPlotBox) { box->x - room, box->y - room, box->width + 2 * room, box->height + 2 * room });
  set_ink (pen, 1);
  cairo_set_line_width (pen->cairo, pen->look->size / 6);
  cairo_stroke (pen->cairo);
}
