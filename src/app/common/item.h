/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One row of a list: its key, and the row itself as soon as somebody looks. */
#define DAYBOOK_TYPE_ITEM (daybook_item_get_type ())
G_DECLARE_FINAL_TYPE (DaybookItem, daybook_item, DAYBOOK, ITEM, GObject)

/* Reads the row of `key`; NULL when it is gone. (transfer full) */
typedef DaybookRow *(*DaybookItemFetch) (gpointer  source,
                                         gint64    key);
/* Told when the item is no more. */
typedef void        (*DaybookItemGone)  (gpointer  source,
                                         gint64    key);

/* `source` outlives the item or lets go of it with daybook_item_forget_source(). */
DaybookItem *daybook_item_new           (gint64            key,
                                         gpointer          source,
                                         DaybookItemFetch  fetch,
                                         DaybookItemGone   gone);
void         daybook_item_forget_source (DaybookItem      *self);
gint64       daybook_item_get_key       (DaybookItem      *self);
/* Reads it when needed: bounded, on the main thread. NULL when the row has
 * gone since the list was made. (transfer none) */
DaybookRow  *daybook_item_get_row       (DaybookItem      *self);
/* The book has changed. A row that is being shown is read anew now, and `row`
 * notifies if it differs; another one when somebody looks. */
void         daybook_item_invalidate    (DaybookItem      *self);

/* Property `row` (DaybookRow, boxed) notifies. */

G_END_DECLS
