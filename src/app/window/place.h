/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/page-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One entry of the sidebar: a page of the table, or a view of its list. */
#define DAYBOOK_TYPE_PLACE (daybook_place_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPlace, daybook_place, DAYBOOK, PLACE, GObject)

/* `view` names a view that the page knows, or is NULL for the page itself. */
DaybookPlace   *daybook_place_new          (const DaybookPageEntry *entry,
                                            const char             *view,
                                            const char             *title,
                                            const char             *icon);
const DaybookPageEntry *daybook_place_get_entry (DaybookPlace      *self);
const char     *daybook_place_get_view     (DaybookPlace           *self);
/* Whether it shows a view that the shop saved, and so may change. */
gboolean        daybook_place_is_own_view (DaybookPlace           *self);
const char     *daybook_place_get_title    (DaybookPlace           *self);
const char     *daybook_place_get_icon     (DaybookPlace           *self);
/* How many rows it shows, or DAYBOOK_COUNT_UNKNOWN. */
gint64          daybook_place_get_count    (DaybookPlace           *self);
void            daybook_place_set_count    (DaybookPlace           *self,
                                            gint64                  count);

/* Property `count` notifies. */

G_END_DECLS
