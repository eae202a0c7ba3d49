/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/found-marks.h"

#include "app/compat/colour.h"
#include "core/excerpt.h"

static void
change (PangoAttrList     *attributes,
        const DaybookSpan *span,
        PangoAttribute    *attribute)
{
  attribute->start_index = (guint) span->start;
  attribute->end_index = (guint) span->end;
  pango_attr_list_change (attributes, attribute);
}

static void
mark (PangoAttrList     *attributes,
      const DaybookSpan *span,
      const GdkRGBA     *colour,
      DaybookMarks       marks)
{
  change (attributes, span, pango_attr_background_new ((guint16) (colour->red * 65535), (guint16) (colour->green * 65535),
                                                       (guint16) (colour->blue * 65535)));
  change (attributes, span, pango_attr_background_alpha_new ((guint16) (colour->alpha * 65535)));
  if (marks != DAYBOOK_MARK_BOLD)
    return;

  change (attributes, span, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  /* In a line that is dim, they are not. */
  change (attributes, span, pango_attr_foreground_alpha_new (G_MAXUINT16));
}

void
daybook_found_marks_add (PangoAttrList *attributes,
                         GtkWidget     *widget,
                         GArray        *matches,
                         DaybookMarks   marks)
{
  GdkRGBA colour = { 0.96f, 0.76f, 0.07f, 0.45f };

  if (matches == NULL || matches->len == 0)
    return;

  daybook_widget_named_colour (widget, "found_words", &colour);
  for (guint i = 0; i < matches->len; i++)
    mark (attributes, &g_array_index (matches, DaybookSpan, i), &colour, marks);
}

void
daybook_found_marks_set (GtkLabel   *label,
                         const char *text,
                         GArray     *matches)
{
  g_autoptr(PangoAttrList) attributes = matches != NULL && matches->len > 0 ? pango_attr_list_new () : NULL;

  if (attributes != NULL)
    daybook_found_marks_add (attributes, GTK_WIDGET (label), matches, DAYBOOK_MARK_BOLD);
  gtk_label_set_label (label, text);
  if (attributes != NULL || gtk_label_get_attributes (label) != NULL)
    gtk_label_set_attributes (label, attributes);
}
