/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/prose.h"

#include "app/common/found-marks.h"
#include "app/compat/colour.h"
#include "core/excerpt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DaybookProse
{
  GtkWidget          parent_instance;

  char              *markup;
  char              *text;
  PangoAttrList     *plain;   /* what the markup says; of a text with links what the label does not say itself */
  PangoAttrList     *shown;   /* that, and the marks */
  PangoLayout       *layout;  /* of the text, once it was measured; NULL */
  GtkLabel          *label;   /* in its place, or NULL */
  GArray            *broken;  /* DaybookSpan: of the text */
  guint              level;   /* of a heading */
  DaybookProseWidth  width;
  float              align;
  gboolean           has_links;
};

G_DEFINE_FINAL_TYPE (DaybookProse, daybook_prose, GTK_TYPE_WIDGET)

enum
{
  WIDEST = 280,    /* pixels, of one that FITS or is FIXED */
  NARROWEST = 36,  /* of one that can be narrow */
  USUAL = 560,     /* what one of many characters would like to have */
  MANY_CHARS = 80,
};

#define LINE_HEIGHT 1.35

/* --- Measuring and drawing -------------------------------------------------------------- */

static PangoLayout *
obtain_layout (DaybookProse *self)
{
  static const PangoAlignment ALIGNMENTS[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };

  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_attributes (self->layout, self->shown);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (self->layout, ALIGNMENTS[(int) (self->align * 2)]);
    }
  return self->layout;
}

static int
measure_natural_width (DaybookProse *self)
{
  PangoLayout *layout;
  int width;

  if (self->width == DAYBOOK_PROSE_FILLS && strlen (self->text) > MANY_CHARS)
    return USUAL;

  layout = obtain_layout (self);
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return self->width == DAYBOOK_PROSE_FILLS ? width : MIN (width, WIDEST);
}

static int
measure_height (DaybookProse *self,
                int           width)
{
  PangoLayout *layout = obtain_layout (self);
  int height;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static GtkSizeRequestMode
daybook_prose_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
daybook_prose_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  DaybookProse *self = DAYBOOK_PROSE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = measure_natural_width (self);
      *minimum = self->width == DAYBOOK_PROSE_FIXED ? *natural : MIN (*natural, NARROWEST);
    }
  else
    {
      *minimum = *natural = measure_height (self, for_size >= 0 ? for_size : measure_natural_width (self));
      *minimum_baseline = *natural_baseline = PANGO_PIXELS (pango_layout_get_baseline (self->layout));
    }
}

/* The label is given the room that the text needs, which is its own. */
static void
daybook_prose_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  DaybookProse *self = DAYBOOK_PROSE (widget);
  int needed;

  if (self->label == NULL)
    return;

  gtk_widget_measure (GTK_WIDGET (self->label), GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->label), MAX (width, needed), height, -1, NULL);
}

static void
daybook_prose_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  DaybookProse *self = DAYBOOK_PROSE (widget);
  PangoLayout *layout;
  GdkRGBA colour;

  if (self->label != NULL)
    {
      gtk_widget_snapshot_child (widget, GTK_WIDGET (self->label), snapshot);
      return;
    }

  layout = obtain_layout (self);
  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  daybook_widget_colour (widget, &colour);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
}

/* --- Links ------------------------------------------------------------------------------ */

static gboolean
on_link_activated (DaybookProse *self,
                   const char   *target)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "prose.follow", "s", target);
  return TRUE;
}

static gboolean
find_byte (GtkLabel *label,
           int       x,
           int       y,
           int      *byte)
{
  int left;
  int top;
  int trailing;

  gtk_label_get_layout_offsets (label, &left, &top);
  return pango_layout_xy_to_index (gtk_label_get_layout (label), (x - left) * PANGO_SCALE, (y - top) * PANGO_SCALE,
                                   byte, &trailing);
}

/* What leads nowhere is no link that could have a tooltip of its own. */
static gboolean
on_tooltip_asked (DaybookProse *self,
                  int           x,
                  int           y,
                  gboolean      by_keyboard,
                  GtkTooltip   *tooltip)
{
  int byte;

  if (by_keyboard || !find_byte (self->label, x, y, &byte))
    return FALSE;

  for (guint i = 0; i < self->broken->len; i++)
    {
      const DaybookSpan *span = &g_array_index (self->broken, DaybookSpan, i);

      if ((gsize) byte >= span->start && (gsize) byte < span->end)
        {
          gtk_tooltip_set_text (tooltip, _("This link leads nowhere"));
          return TRUE;
        }
    }
  return FALSE;
}

/* --- The label ---------------------------------------------------------------------------- */

/* Only one that can be gone to is told of: of the others this widget is. */
static GtkLabel *
make_label (DaybookProse *self)
{
  static const GtkJustification JUSTIFICATIONS[] = { GTK_JUSTIFY_LEFT, GTK_JUSTIFY_CENTER, GTK_JUSTIFY_RIGHT };
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL,
                                  "accessible-role", self->has_links ? GTK_ACCESSIBLE_ROLE_LABEL : GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "selectable", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                  "xalign", self->align, "yalign", 0.0f,
                                  "justify", JUSTIFICATIONS[(int) (self->align * 2)], NULL);

  g_signal_connect_swapped (label, "activate-link", G_CALLBACK (on_link_activated), self);
  g_signal_connect_swapped (label, "query-tooltip", G_CALLBACK (on_tooltip_asked), self);
  gtk_widget_set_parent (GTK_WIDGET (label), GTK_WIDGET (self));
  return label;
}

static void
drop_label (DaybookProse *self)
{
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
}

static void
fill_label (DaybookProse *self)
{
  gtk_label_set_markup (self->label, self->markup);
  gtk_label_set_attributes (self->label, self->shown);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->label), self->has_links || self->broken->len > 0);
}

void
daybook_prose_wake (DaybookProse *self)
{
  if (self->label != NULL)
    return;

  self->label = make_label (self);
  fill_label (self);
}

static void
on_pointer_moved (GtkWidget *container,
                  double     x,
                  double     y)
{
  GtkWidget *over = gtk_widget_pick (container, x, y, GTK_PICK_DEFAULT);
  GtkWidget *prose = over != NULL ? gtk_widget_get_ancestor (over, DAYBOOK_TYPE_PROSE) : NULL;

  if (prose != NULL)
    daybook_prose_wake (DAYBOOK_PROSE (prose));
}

void
daybook_prose_watch (GtkWidget *container)
{
  GtkEventController *pointer = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (pointer, "enter", G_CALLBACK (on_pointer_moved), container);
  g_signal_connect_swapped (pointer, "motion", G_CALLBACK (on_pointer_moved), container);
  gtk_widget_add_controller (container, pointer);
}

/* --- The text ------------------------------------------------------------------------------ */

/* Pango's markup has no links, which are the label's. */
static char *
without_links (const char *markup)
{
  static GRegex *tags;

  if (tags == NULL)
    tags = g_regex_new ("<a href=\"[^>]*>|</a>", G_REGEX_OPTIMIZE, 0, NULL);
  return g_regex_replace_literal (tags, markup, -1, 0, "", 0, NULL);
}

/* A screen reader is told what is read, and what strikes the eye. */
static void
describe (DaybookProse *self)
{
  const DaybookSpan *first = self->broken->len > 0 ? &g_array_index (self->broken, DaybookSpan, 0) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *description = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->has_links && self->level == 0 ? "" : self->text, -1);
  if (first == NULL)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  words = g_strndup (self->text + first->start, first->end - first->start);
  /* Translators: %s are the words of a link. */
  description = g_strdup_printf (_("The link “%s” leads nowhere"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
parse (DaybookProse *self)
{
  g_autofree char *markup = without_links (self->markup);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->plain, pango_attr_list_unref);
  if (!pango_parse_markup (markup, -1, 0, &self->plain, &self->text, NULL, &error))
    {
      g_warning ("A text cannot be shown as it should: %s", error->message);
      self->text = g_strdup (self->markup);
      self->plain = pango_attr_list_new ();
    }
  pango_attr_list_insert_before (self->plain, pango_attr_line_height_new (LINE_HEIGHT));
  /* A long address may be parted, but nothing may be put into it. */
  pango_attr_list_insert_before (self->plain, pango_attr_insert_hyphens_new (FALSE));
}

static void
show_attributes (DaybookProse  *self,
                 PangoAttrList *attributes)
{
  g_clear_pointer (&self->shown, pango_attr_list_unref);
  self->shown = pango_attr_list_ref (attributes);
  if (self->layout != NULL)
    pango_layout_set_attributes (self->layout, attributes);
  if (self->label != NULL)
    gtk_label_set_attributes (self->label, attributes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
daybook_prose_set (DaybookProse *self,
                   const char   *markup,
                   GArray       *broken)
{
  g_array_set_size (self->broken, 0);
  if (broken != NULL)
    g_array_append_vals (self->broken, broken->data, broken->len);
  if (g_strcmp0 (self->markup, markup) == 0)
    return;

  g_free (self->markup);
  self->markup = g_strdup (markup);
  if (self->has_links != (strstr (markup, "<a href=") != NULL))
    {
      drop_label (self);
      self->has_links = !self->has_links;
    }
  parse (self);
  g_clear_object (&self->layout);
  show_attributes (self, self->plain);
  if (self->label != NULL)
    fill_label (self);
  else if (self->has_links || self->broken->len > 0)
    daybook_prose_wake (self);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- Marks ------------------------------------------------------------------------------------ */

void
daybook_prose_mark (DaybookProse *self,
                    GPtrArray    *terms)
{
  g_autoptr(PangoAttrList) attributes = NULL;
  g_autoptr(GArray) matches = terms != NULL ? daybook_search_matches (self->text, DAYBOOK_FOUND_IN_TEXT, terms) : NULL;

  if (matches == NULL || matches->len == 0)
    {
      if (self->shown != self->plain)
        show_attributes (self, self->plain);
      return;
    }

  attributes = pango_attr_list_copy (self->plain);
  daybook_found_marks_add (attributes, GTK_WIDGET (self), matches, DAYBOOK_MARK_GROUND);
  show_attributes (self, attributes);
}

/* --- The widget ---------------------------------------------------------------------------------- */

static gboolean
daybook_prose_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  DaybookProse *self = DAYBOOK_PROSE (widget);

  return self->has_links && gtk_widget_child_focus (GTK_WIDGET (self->label), direction);
}

static void
daybook_prose_dispose (GObject *object)
{
  DaybookProse *self = DAYBOOK_PROSE (object);

  drop_label (self);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (daybook_prose_parent_class)->dispose (object);
}

static void
daybook_prose_finalize (GObject *object)
{
  DaybookProse *self = DAYBOOK_PROSE (object);

  g_free (self->markup);
  g_free (self->text);
  pango_attr_list_unref (self->plain);
  pango_attr_list_unref (self->shown);
  g_array_unref (self->broken);

  G_OBJECT_CLASS (daybook_prose_parent_class)->finalize (object);
}

static void
daybook_prose_class_init (DaybookProseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_prose_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_prose_finalize;
  widget_class->get_request_mode = daybook_prose_get_request_mode;
  widget_class->measure = daybook_prose_measure;
  widget_class->size_allocate = daybook_prose_size_allocate;
  widget_class->snapshot = daybook_prose_snapshot;
  widget_class->focus = daybook_prose_focus;
  gtk_widget_class_set_css_name (widget_class, "prose");
  /* Coming to a link by its key selects no more than the link. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
}

static void
daybook_prose_init (DaybookProse *self)
{
  self->broken = g_array_new (FALSE, FALSE, sizeof (DaybookSpan));
  self->text = g_strdup ("");
  self->plain = pango_attr_list_new ();
  self->shown = pango_attr_list_ref (self->plain);
}

GtkWidget *
daybook_prose_new (guint             level,
                   DaybookProseWidth width,
                   float             align)
{
  DaybookProse *self = g_object_new (DAYBOOK_TYPE_PROSE, "accessible-role",
                                     level > 0 ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  self->level = level;
  self->width = width;
  self->align = align;
  if (level > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level, -1);
  return GTK_WIDGET (self);
}
