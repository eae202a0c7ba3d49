/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/colour.h"

void
daybook_widget_colour (GtkWidget *widget,
                       GdkRGBA   *colour)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
}

gboolean
daybook_widget_named_colour (GtkWidget  *widget,
                             const char *name,
                             GdkRGBA    *colour)
{
  return gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, colour);
}
