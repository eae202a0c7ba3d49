/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/text-cell.h"

#include "app/compat/colour.h"

struct _DaybookTextCell
{
  GtkWidget       parent_instance;

  char           *text;
  PangoAttrList  *attributes; /* or NULL */
  PangoLayout    *layout;     /* once it was drawn */
  DaybookTextKind kind;
  int             width_chars;
};

G_DEFINE_FINAL_TYPE (DaybookTextCell, daybook_text_cell, GTK_TYPE_WIDGET)

/* In pixels, of the font that all cells have. */
typedef struct
{
  PangoFontDescription *font;
  PangoLanguage        *language;
  double                resolution;
  int                   ascent;
  int                   line;
  int                   character;
} Sizes;

/* Looking them up takes as long as shaping a text: once for all cells. */
static const Sizes *
measure_font (PangoContext *context)
{
  static Sizes sizes;
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);
  PangoFontMetrics *metrics;

  if (sizes.font != NULL && pango_font_description_equal (sizes.font, font)
      && sizes.language == pango_context_get_language (context) && G_APPROX_VALUE (sizes.resolution, resolution, 0.01))
    return &sizes;

  g_clear_pointer (&sizes.font, pango_font_description_free);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  sizes.font = pango_font_description_copy (font);
  sizes.language = pango_context_get_language (context);
  sizes.resolution = resolution;
  sizes.ascent = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics));
  sizes.line = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  sizes.character = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                            pango_font_metrics_get_approximate_digit_width (metrics)));
  pango_font_metrics_unref (metrics);
  return &sizes;
}

static void
daybook_text_cell_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  DaybookTextCell *self = DAYBOOK_TEXT_CELL (widget);
  const Sizes *sizes = measure_font (gtk_widget_get_pango_context (widget));

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? sizes->line : self->width_chars * sizes->character;
}

/* Figures of one width stand under each other. */
static PangoAttrList *
make_attributes (DaybookTextCell *self)
{
  PangoAttrList *attributes = self->attributes != NULL ? pango_attr_list_copy (self->attributes)
                                                       : pango_attr_list_new ();

  if (self->kind != DAYBOOK_TEXT_PLAIN)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  return attributes;
}

static PangoLayout *
obtain_layout (DaybookTextCell *self)
{
  g_autoptr(PangoAttrList) attributes = NULL;

  if (self->layout != NULL)
    return self->layout;

  attributes = make_attributes (self);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout,
                              self->kind == DAYBOOK_TEXT_NUMBER ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);
  return self->layout;
}

/* On one line with its neighbours, whatever font a script takes. */
static graphene_point_t
place_of (DaybookTextCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const Sizes *sizes = measure_font (gtk_widget_get_pango_context (widget));
  int baseline = (gtk_widget_get_height (widget) - sizes->line) / 2 + sizes->ascent;
  PangoRectangle extents;
  int x;

  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  x = self->kind == DAYBOOK_TEXT_FIGURE ? gtk_widget_get_width (widget) - extents.width : 0;
  return GRAPHENE_POINT_INIT ((float) (x - extents.x),
                              (float) (baseline - PANGO_PIXELS (pango_layout_get_baseline (self->layout))));
}

static void
daybook_text_cell_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  DaybookTextCell *self = DAYBOOK_TEXT_CELL (widget);
  int width = gtk_widget_get_width (widget);
  graphene_point_t place;
  GdkRGBA colour;

  if (*self->text == '\0' || width <= 0)
    return;

  pango_layout_set_width (obtain_layout (self), width * PANGO_SCALE);
  place = place_of (self);
  daybook_widget_colour (widget, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
daybook_text_cell_finalize (GObject *object)
{
  DaybookTextCell *self = DAYBOOK_TEXT_CELL (object);

  g_free (self->text);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (daybook_text_cell_parent_class)->finalize (object);
}

static void
daybook_text_cell_class_init (DaybookTextCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = daybook_text_cell_finalize;
  widget_class->measure = daybook_text_cell_measure;
  widget_class->snapshot = daybook_text_cell_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_css_name (widget_class, "label");
}

static void
daybook_text_cell_init (DaybookTextCell *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
daybook_text_cell_new (DaybookTextKind kind,
                       int             width_chars)
{
  DaybookTextCell *self = g_object_new (DAYBOOK_TYPE_TEXT_CELL, NULL);

  self->kind = kind;
  self->width_chars = width_chars;
  return GTK_WIDGET (self);
}

void
daybook_text_cell_set_text (DaybookTextCell *self,
                            const char      *text,
                            PangoAttrList   *attributes)
{
  if (g_str_equal (self->text, text) && pango_attr_list_equal (self->attributes, attributes))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  self->attributes = attributes != NULL ? pango_attr_list_ref (attributes) : NULL;
  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
daybook_text_cell_is_cut (DaybookTextCell *self)
{
  return self->layout != NULL && pango_layout_is_ellipsized (self->layout);
}
