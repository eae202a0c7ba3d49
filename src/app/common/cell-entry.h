/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One line of text that is edited in the cell of a list it lies over: Enter saves it,
 * and so does turning to something else; Esc gives it up. */
#define DAYBOOK_TYPE_CELL_ENTRY (daybook_cell_entry_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCellEntry, daybook_cell_entry, DAYBOOK, CELL_ENTRY, AdwBin)

/* Hidden at first. `label` names it for a screen reader. */
GtkWidget *daybook_cell_entry_new   (const char       *label);
/* Shows the text and takes the focus. */
void       daybook_cell_entry_begin (DaybookCellEntry *self,
                                     const char       *text);
/* Saves and hides, when it is open. */
void       daybook_cell_entry_save  (DaybookCellEntry *self);

/* Signals: `edited` (const char *text), to be saved: only when it is another one;
 * `left`, by a key: the focus is still here. */

G_END_DECLS
