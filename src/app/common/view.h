/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/query.h"
#include "exchange/shipped-views.h"

G_BEGIN_DECLS

/* A query with a name (UX 8): one that Daybook brings, or one that the shop saved.
 * Its count is live. */
#define DAYBOOK_TYPE_VIEW (daybook_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookView, daybook_view, DAYBOOK, VIEW, GObject)

#define DAYBOOK_COUNT_UNKNOWN (-1)

DaybookView  *daybook_view_new_shipped (const DaybookShippedView *shipped,
                                        DaybookStore             *store);
/* Of a row of daybook_views. */
DaybookView  *daybook_view_new_saved   (const DaybookRow *row);

/* "unpaid" for a shipped one, the row's UUID for a saved one. */
const char   *daybook_view_get_key     (DaybookView        *self);
const char   *daybook_view_get_name    (DaybookView        *self);
const char   *daybook_view_get_icon    (DaybookView        *self);
/* Why it is good news that the view is empty, or NULL. */
const char   *daybook_view_get_hint    (DaybookView        *self);
/* What stands above that; NULL: that all is done. */
const char   *daybook_view_get_empty   (DaybookView        *self);
/* The row of a saved view; NULL of a shipped one. */
const DaybookId *daybook_view_get_row  (DaybookView        *self);
/* Errors: FORMAT, for a view written by a newer Daybook. */
DaybookQuery *daybook_view_make_query  (DaybookView        *self,
                                        const DaybookTable *table,
                                        GError            **error);
void          daybook_view_set_count   (DaybookView        *self,
                                        gint64              count);
/* Whether the two have the same key, name, icon and query. */
gboolean      daybook_view_is_same     (DaybookView        *self,
                                        DaybookView        *other);

/* Property `count` notifies. */

G_END_DECLS
