/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/cell-edits.h"
#include "app/common/cell.h"
#include "app/common/desk.h"
#include "app/common/page.h"
#include "core/query.h"

G_BEGIN_DECLS

/* A page that shows a query as a list: columns to choose and sort by, filter
 * chips, search within, a bar for what is selected, and a panel that follows the
 * row the person is at.
 *
 * A derived class calls daybook_list_page_set_up() in its constructor. In its
 * template, beside the places of a DaybookPage, <child type="empty"> stands where
 * the book has no such rows at all, <child type="toolbar"> at the end of the
 * line above the list, and <child type="foot"> under it. */
#define DAYBOOK_TYPE_LIST_PAGE (daybook_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookListPage, daybook_list_page, DAYBOOK, LIST_PAGE, DaybookPage)

struct _DaybookListPageClass
{
  DaybookPageClass parent_class;

  /* All optional. */

  /* The panel's row is another one or has changed. NULL: it is gone. */
  void (*show_row)          (DaybookListPage  *self,
                             const DaybookRow *row);
  void (*selection_changed) (DaybookListPage  *self);
  /* Makes the bar for several selected rows, when they are selected first. */
  GtkWidget *(*make_bulk)   (DaybookListPage  *self);
  /* The query is another one: another filter, sort or search. */
  void (*query_changed)     (DaybookListPage  *self);
  /* How a row stands out among the others. */
  DaybookEmphasise emphasise;
};

/* Once. `columns` are the fields to show at first, ended by -1. */
void             daybook_list_page_set_up       (DaybookListPage    *self,
                                                 DaybookStore       *store,
                                                 const DaybookTable *table,
                                                 const int          *columns);
DaybookDesk     *daybook_list_page_get_desk     (DaybookListPage    *self);
DaybookStore    *daybook_list_page_get_store    (DaybookListPage    *self);

/* Asks the list another question, of which nothing is selected or open; copied. */
void             daybook_list_page_set_query    (DaybookListPage    *self,
                                                 const DaybookQuery *query);
const DaybookQuery *daybook_list_page_get_query (DaybookListPage    *self);
/* Names the list: in the line above it and, where there is no room, in the header. */
void             daybook_list_page_set_heading  (DaybookListPage    *self,
                                                 const char         *heading);

/* Puts a column that is no field of the table (common/derived-column.h) at a place
 * among those shown; taken over. */
void             daybook_list_page_insert_column (DaybookListPage   *self,
                                                 guint               position,
                                                 GtkColumnViewColumn *column);
/* Rows read otherwise, or stand out, though they have not changed themselves. */
void             daybook_list_page_redraw       (DaybookListPage    *self);
/* For a page whose list has cells that can be edited, once after the set-up;
 * `fields` as there. (transfer full) */
DaybookCellEdits *daybook_list_page_make_edits (DaybookListPage   *self,
                                                const int         *fields);
/* Puts a choice of how the rows are shown behind the heading; taken over. */
void             daybook_list_page_add_switch   (DaybookListPage    *self,
                                                 GtkWidget          *choice);
/* Puts a line under the filters. */
void             daybook_list_page_set_notice   (DaybookListPage    *self,
                                                 GtkWidget          *notice);
/* What stands where the filters leave no row. Plain texts. */
void             daybook_list_page_set_nothing  (DaybookListPage    *self,
                                                 const char         *icon,
                                                 const char         *title,
                                                 const char         *description);

guint            daybook_list_page_count_selected (DaybookListPage  *self);
/* Keys of the selected rows, in the list's order. (element-type gint64) */
GArray          *daybook_list_page_get_selected (DaybookListPage    *self);
/* Keys of the rows that a key acts on: of those selected, if several are, else of the row the
 * person is at. (element-type gint64) */
GArray          *daybook_list_page_get_at_hand (DaybookListPage     *self);
void             daybook_list_page_unselect     (DaybookListPage    *self);
/* Shows the rows in another way: `body`, taken over, stands in the place of the list; NULL: the list
 * again. */
void             daybook_list_page_set_body     (DaybookListPage    *self,
                                                 GtkWidget          *body);
/* Moves the focus to the list. */
void             daybook_list_page_focus        (DaybookListPage    *self);
/* The row that commands act on: that of the open panel, else the only one
 * selected. NULL when there is none. (transfer full) */
DaybookRow      *daybook_list_page_get_current  (DaybookListPage    *self);
/* Opens the row of `id` in the panel, whether or not the list shows it. */
void             daybook_list_page_open         (DaybookListPage    *self,
                                                 const DaybookId    *id);

/* Commands it performs itself: `open`, `next`, `previous`, `select-all`, `filter`,
 * `export`, `export-selected`, `print`, `print-list`, `save-list-pdf`. */

G_END_DECLS
