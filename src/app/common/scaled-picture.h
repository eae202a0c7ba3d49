/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture in its own size, smaller where there is no room, never larger: a page as narrow as a phone keeps its width.
 * A GtkPicture asks for a height that fits another width than it gets. */
#define DAYBOOK_TYPE_SCALED_PICTURE (daybook_scaled_picture_get_type ())
G_DECLARE_FINAL_TYPE (DaybookScaledPicture, daybook_scaled_picture, DAYBOOK, SCALED_PICTURE, GtkWidget)

/* At most so many pixels wide and high. `said` is what a screen reader says of it. */
GtkWidget *daybook_scaled_picture_new (GdkPaintable *paintable,
                                       int           widest,
                                       int           highest,
                                       const char   *said);

G_END_DECLS
