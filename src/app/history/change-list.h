/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an act did, field by field, under the titles of the rows it touched. */

/* Fills `list` with an entry for each row; what was there goes.
 * (element-type DaybookActChange) */
void  daybook_change_list_fill   (GtkListBox             *list,
                                  DaybookStore           *store,
                                  GPtrArray              *changes);

G_END_DECLS
