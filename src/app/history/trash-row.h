/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One deleted row: its title, who deleted it and when. */
#define DAYBOOK_TYPE_TRASH_ROW (daybook_trash_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTrashRow, daybook_trash_row, DAYBOOK, TRASH_ROW, AdwBin)

GtkWidget *daybook_trash_row_new   (void);
/* `row` NULL: it has gone since. */
void       daybook_trash_row_show  (DaybookTrashRow *self,
                                    DaybookStore    *store,
                                    DaybookRow      *row);
/* Whether the row is among those to be restored. */
void       daybook_trash_row_set_chosen (DaybookTrashRow *self,
                                    gboolean         chosen);

G_END_DECLS
