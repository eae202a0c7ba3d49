/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/text-cell.h"

#include "app/common/found-marks.h"
#include "app/compat/colour.h"
#include "core/row-excerpt.h"

/* Of an excerpt below, more than a wide list has room for; how much smaller and paler it is than the text, and how far from it. */
#define EXCERPT_CHARS 120
#define EXCERPT_SCALE 0.85
#define EXCERPT_ALPHA 0x9000
#define EXCERPT_GAP 2

struct _DaybookTextCell
{
  GtkWidget       parent_instance;

  char           *text;
  PangoAttrList  *attributes; /* or NULL */
  PangoLayout    *layout;     /* once it was drawn */
  PangoLayout    *below;      /* ... of the excerpt; or NULL */
  DaybookRow     *row;        /* of which that is, or NULL */
  DaybookSought  *sought;     /* the column's, or NULL */
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

static GPtrArray *
get_terms (DaybookTextCell *self)
{
  return self->sought != NULL ? daybook_sought_get_terms (self->sought) : NULL;
}

static gboolean
has_excerpt (DaybookTextCell *self)
{
  return self->row != NULL && get_terms (self) != NULL;
}

static int
excerpt_height (const Sizes *sizes)
{
  return (int) (sizes->line * EXCERPT_SCALE + 0.5) + EXCERPT_GAP;
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

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = sizes->line + (has_excerpt (self) ? excerpt_height (sizes) : 0);
  else
    *minimum = *natural = self->width_chars * sizes->character;
}

/* A title is found by its sound too. */
static void
mark_found (DaybookTextCell *self,
            PangoAttrList   *attributes)
{
  g_autoptr(GArray) matches = self->row != NULL ? daybook_row_title_matches (self->row, get_terms (self))
                                                : daybook_search_matches (self->text, DAYBOOK_FOUND_IN_TEXT, get_terms (self));

  daybook_found_marks_add (attributes, GTK_WIDGET (self), matches, DAYBOOK_MARK_BOLD);
}

/* Figures of one width stand under each other. */
static PangoAttrList *
make_attributes (DaybookTextCell *self)
{
  PangoAttrList *attributes = self->attributes != NULL ? pango_attr_list_copy (self->attributes)
                                                       : pango_attr_list_new ();

  if (self->kind != DAYBOOK_TEXT_PLAIN)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (get_terms (self) != NULL)
    mark_found (self, attributes);
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

static PangoLayout *
make_excerpt (DaybookTextCell      *self,
              const DaybookExcerpt *excerpt)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), excerpt->text);

  pango_attr_list_insert (attributes, pango_attr_scale_new (EXCERPT_SCALE));
  pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (EXCERPT_ALPHA));
  daybook_found_marks_add (attributes, GTK_WIDGET (self), excerpt->matches, DAYBOOK_MARK_BOLD);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* Of some rows of a long list only: those that are seen. To a screen reader it describes the row. */
static PangoLayout *
obtain_excerpt (DaybookTextCell *self)
{
  g_autoptr(DaybookExcerpt) excerpt = NULL;

  if (self->below != NULL || !has_excerpt (self))
    return self->below;

  excerpt = daybook_row_excerpt (self->row, get_terms (self), EXCERPT_CHARS);
  if (excerpt == NULL)
    return NULL;

  self->below = make_excerpt (self, excerpt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, excerpt->text, -1);
  return self->below;
}

static void
forget_excerpt (DaybookTextCell *self)
{
  if (self->below != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_clear_object (&self->below);
}

/* On one line with its neighbours, whatever font a script takes. */
static graphene_point_t
place_of (DaybookTextCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const Sizes *sizes = measure_font (gtk_widget_get_pango_context (widget));
  int lines = sizes->line + (has_excerpt (self) ? excerpt_height (sizes) : 0);
  int baseline = (gtk_widget_get_height (widget) - lines) / 2 + sizes->ascent;
  PangoRectangle extents;
  int x;

  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  x = self->kind == DAYBOOK_TEXT_FIGURE ? gtk_widget_get_width (widget) - extents.width : 0;
  return GRAPHENE_POINT_INIT ((float) (x - extents.x),
                              (float) (baseline - PANGO_PIXELS (pango_layout_get_baseline (self->layout))));
}

static void
draw (DaybookTextCell  *self,
      GtkSnapshot      *snapshot,
      PangoLayout      *layout,
      graphene_point_t  place)
{
  GdkRGBA colour;

  daybook_widget_colour (GTK_WIDGET (self), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_excerpt (DaybookTextCell *self,
              GtkSnapshot     *snapshot,
              int              width)
{
  const Sizes *sizes = measure_font (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  int top = (gtk_widget_get_height (GTK_WIDGET (self)) - sizes->line - excerpt_height (sizes)) / 2;

  if (obtain_excerpt (self) == NULL)
    return;

  pango_layout_set_width (self->below, width * PANGO_SCALE);
  draw (self, snapshot, self->below, GRAPHENE_POINT_INIT (0, (float) (top + sizes->line + EXCERPT_GAP)));
}

static void
daybook_text_cell_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  DaybookTextCell *self = DAYBOOK_TEXT_CELL (widget);
  int width = gtk_widget_get_width (widget);

  if (*self->text == '\0' || width <= 0)
    return;

  pango_layout_set_width (obtain_layout (self), width * PANGO_SCALE);
  draw (self, snapshot, self->layout, place_of (self));
  if (has_excerpt (self))
    draw_excerpt (self, snapshot, width);
}

static void
daybook_text_cell_finalize (GObject *object)
{
  DaybookTextCell *self = DAYBOOK_TEXT_CELL (object);

  g_free (self->text);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_object (&self->layout);
  g_clear_object (&self->below);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_object (&self->sought);

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

/* Its height is another one if there was nothing before, or is not now. */
static void
on_sought (DaybookTextCell *self)
{
  g_clear_object (&self->layout);
  forget_excerpt (self);
  if (self->row != NULL)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
daybook_text_cell_follow (DaybookTextCell *self,
                          DaybookSought   *sought)
{
  g_return_if_fail (self->sought == NULL);

  self->sought = g_object_ref (sought);
  g_signal_connect_object (sought, "changed", G_CALLBACK (on_sought), self, G_CONNECT_SWAPPED);
}

void
daybook_text_cell_set_row (DaybookTextCell *self,
                           DaybookRow      *row)
{
  gboolean had = has_excerpt (self);

  if (row == self->row)
    return;

  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = row != NULL ? daybook_row_ref (row) : NULL;
  if (get_terms (self) == NULL)
    return;

  g_clear_object (&self->layout);
  forget_excerpt (self);
  if (had != has_excerpt (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
daybook_text_cell_is_cut (DaybookTextCell *self)
{
  return self->layout != NULL && pango_layout_is_ellipsized (self->layout);
}
