/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/result-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which rows of a result model are selected: any number, as places only.
 * GtkMultiSelection of GTK 4.8 keeps every selected item and looks through all
 * new ones for them, which at a million rows takes seconds. Rows that come where
 * selected ones went are not selected: who wants them to be knows their keys. */
#define DAYBOOK_TYPE_KEY_SELECTION (daybook_key_selection_get_type ())
G_DECLARE_FINAL_TYPE (DaybookKeySelection, daybook_key_selection, DAYBOOK, KEY_SELECTION, GObject)

/* Consumes `model`. Is a GListModel of its items, and a GtkSelectionModel. */
DaybookKeySelection *daybook_key_selection_new       (DaybookResultModel  *model);
DaybookResultModel  *daybook_key_selection_get_model (DaybookKeySelection *self);
/* The keys of the selected rows, in the order of the list: a GArray of gint64. */
GArray              *daybook_key_selection_get_keys  (DaybookKeySelection *self);

G_END_DECLS
