/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of the sidebar: places, and above those of each section a heading that folds them. */

GtkWidget       *daybook_place_row_new          (DaybookPlace    *place);
/* A section without a title has none. */
GtkWidget       *daybook_place_heading_new      (DaybookSection   section);
gboolean         daybook_section_has_heading    (DaybookSection   section);
/* What the settings of this device call it. */
const char      *daybook_section_get_key        (DaybookSection   section);

/* NULL: the row is a heading. (transfer none) */
DaybookPlace    *daybook_place_row_get_place    (GtkListBoxRow   *row);
DaybookSection   daybook_place_row_get_section  (GtkListBoxRow   *row);
/* Shows at a heading whether what is below it can be seen. */
void             daybook_place_heading_set_folded (GtkListBoxRow *row,
                                                 gboolean         folded);

G_END_DECLS
