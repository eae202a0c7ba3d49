/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One import of the past: file, platform, when, what came of it; opened, its
 * sums and a button that undoes it.
 *
 * Signal: undo-requested () */
#define DAYBOOK_TYPE_IMPORT_ROW (daybook_import_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookImportRow, daybook_import_row, DAYBOOK, IMPORT_ROW, AdwExpanderRow)

/* `row` is of daybook_imports; a reference is taken. */
GtkWidget       *daybook_import_row_new     (DaybookStore     *store,
                                             DaybookRow       *row);
/* What the book says of it now; opened it stays open. */
void             daybook_import_row_show    (DaybookImportRow *self,
                                             DaybookRow       *row);
DaybookRow      *daybook_import_row_get_row (DaybookImportRow *self);
/* The act of the import; the null id when the book does not know it. */
const DaybookId *daybook_import_row_get_act (DaybookImportRow *self);

G_END_DECLS
