/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children beside each other, and in further lines those for which there is no room.
 * What expands takes what its line has left; one that is wider than the box is made
 * as narrow. Children are put in by gtk_widget_insert_before() and taken out by
 * gtk_widget_unparent(). libadwaita has an AdwWrapBox since 1.7. */
#define DAYBOOK_TYPE_WRAP_BOX (daybook_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWrapBox, daybook_wrap_box, DAYBOOK, WRAP_BOX, GtkWidget)

G_END_DECLS
