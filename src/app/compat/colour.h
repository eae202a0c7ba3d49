/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colour in which a widget draws its text: gtk_widget_get_color() since GTK 4.10. */
void daybook_widget_colour (GtkWidget *widget,
                            GdkRGBA   *colour);

/* A colour that the style sheets define with @define-color; FALSE: none of this name. */
gboolean daybook_widget_named_colour (GtkWidget  *widget,
                                      const char *name,
                                      GdkRGBA    *colour);

G_END_DECLS
