/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/today/due-object.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One line of Today: how late it is, what is to be done, of what, for whom, and whose it is; above it the
 * heading of its section, where that begins. */
#define DAYBOOK_TYPE_DUE_ROW (daybook_due_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDueRow, daybook_due_row, DAYBOOK, DUE_ROW, GtkBox)

GtkWidget *daybook_due_row_new        (DaybookDesk      *desk);
/* NULL: none, before it shows another one. */
void       daybook_due_row_set_object (DaybookDueRow    *self,
                                       DaybookDueObject *object);

G_END_DECLS
