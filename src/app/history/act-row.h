/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/history/act-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line of the history: kind, title, who, how much, when. */
#define DAYBOOK_TYPE_ACT_ROW (daybook_act_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookActRow, daybook_act_row, DAYBOOK, ACT_ROW, GtkListBoxRow)

/* Follows the item. */
GtkWidget      *daybook_act_row_new      (DaybookStore   *store,
                                          DaybookActItem *item);
DaybookActItem *daybook_act_row_get_item (DaybookActRow  *self);

G_END_DECLS
