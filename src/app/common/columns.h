/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/cell.h"
#include "app/common/result-model.h"
#include "core/query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of a list: one for each field of the registry that is not
 * bookkeeping, of which a person chooses what to see. */
#define DAYBOOK_TYPE_COLUMNS (daybook_columns_get_type ())
G_DECLARE_FINAL_TYPE (DaybookColumns, daybook_columns, DAYBOOK, COLUMNS, GObject)

/* Fills the view of the list, the table's. Where its kind has texts (core/row-excerpt.h), what the list was searched for is
 * marked in them. `shown` are the fields to begin with, in their order, ended by
 * -1; the others can be added. What a person chose before goes before that. */
DaybookColumns *daybook_columns_new       (GtkColumnView      *view,
                                           DaybookDesk        *desk,
                                           DaybookResultModel *model,
                                           const DaybookTable *table,
                                           const int          *shown);
/* The actions `columns.FIELD` that show and hide one, and a menu of them. */
GActionGroup   *daybook_columns_get_actions (DaybookColumns   *self);
GMenuModel     *daybook_columns_get_menu  (DaybookColumns     *self);
const DaybookTable *daybook_columns_get_table (DaybookColumns *self);
/* Lets rows stand out in the columns of fields; before they are shown. */
void            daybook_columns_set_emphasis (DaybookColumns  *self,
                                           DaybookEmphasise    emphasise);
/* Whether a field has a column now. */
gboolean        daybook_columns_is_shown  (DaybookColumns     *self,
                                           guint               field);
/* What is in sight, in its order: fields, and columns of exchange/derived.h.
 * (element-type guint) (transfer full) */
GArray         *daybook_columns_get_shown (DaybookColumns     *self);
/* Marks the column the query is sorted by. */
void            daybook_columns_mark_sort (DaybookColumns     *self,
                                           const DaybookQuery *query);

/* Signal `sorted` (int field, int DaybookSortOrder): a person sorted by a header. */

G_END_DECLS
