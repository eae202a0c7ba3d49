/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/view.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The views of one kind of rows: first those that Daybook brings, then those that
 * the shop saved, by position and name. A GListModel of DaybookView that follows the
 * book; a view stays the same object as long as nothing but its count changes. */
#define DAYBOOK_TYPE_VIEW_LIST (daybook_view_list_get_type ())
G_DECLARE_FINAL_TYPE (DaybookViewList, daybook_view_list, DAYBOOK, VIEW_LIST, GObject)

/* `shipped` ends with an entry without a key, and lives forever. */
DaybookViewList *daybook_view_list_new  (DaybookStore             *store,
                                         const DaybookTable       *table,
                                         const DaybookShippedView *shipped);
/* NULL when there is none with this key. (transfer none) */
DaybookView     *daybook_view_list_find (DaybookViewList          *self,
                                         const char               *key);

G_END_DECLS
