/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/compat/colour.h"

void
daybook_widget_colour (GtkWidget *widget,
                       GdkRGBA   *colour)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
}
