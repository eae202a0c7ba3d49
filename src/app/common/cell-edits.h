/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/columns.h"
#include "app/common/item.h"
#include "app/common/result-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which cells of a list can be edited where they stand, and when a person wants to:
 * with a click on a cell of the row that is selected, a double click on that of any
 * other. The cell under the pointer shows that it can. The editor is made by whoever
 * hears of it, when it is wanted: no cell has one. */
#define DAYBOOK_TYPE_CELL_EDITS (daybook_cell_edits_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCellEdits, daybook_cell_edits, DAYBOOK, CELL_EDITS, GObject)

/* Whether people may write it in a list: ours, and not masked. */
gboolean          daybook_field_is_editable (const DaybookField *field);

/* `overlay` lies around the view; both outlive this. `fields` are those with an
 * editor, ended by -1, and kept; those that nobody may edit are left out. */
DaybookCellEdits *daybook_cell_edits_new    (GtkOverlay         *overlay,
                                             GtkColumnView      *view,
                                             DaybookColumns     *columns,
                                             DaybookResultModel *model,
                                             const int          *fields);
/* Emits `wanted` for a row, once its cell is in sight. FALSE when the list does not
 * show it. */
gboolean          daybook_cell_edits_begin  (DaybookCellEdits   *self,
                                             gint64              key,
                                             guint               field);
/* The edit is over: the list goes back to where it was before it went sideways. */
void              daybook_cell_edits_end    (DaybookCellEdits   *self);
/* Lays a widget over the cell that was wanted last, where it goes with the row; it
 * stays for the next time. Taken over. */
void              daybook_cell_edits_cover  (DaybookCellEdits   *self,
                                             GtkWidget          *editor);

/* Signal `wanted` (guint field, DaybookItem *item, GtkWidget *cell). */

G_END_DECLS
