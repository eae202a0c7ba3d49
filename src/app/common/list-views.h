/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"
#include "app/common/view-list.h"

G_BEGIN_DECLS

/* The views of a list page: which is in sight, what an empty one says, and the commands
 * `save-view`, `rename-view` and `delete-view`. */
#define DAYBOOK_TYPE_LIST_VIEWS (daybook_list_views_get_type ())
G_DECLARE_FINAL_TYPE (DaybookListViews, daybook_list_views, DAYBOOK, LIST_VIEWS, GObject)

/* `page` is borrowed: it owns this. `views` is consumed. `first`: the key of the view that is shown
 * where no other is meant; `nothing`: a translated sentence for a search that finds nothing. */
DaybookListViews *daybook_list_views_new      (DaybookListPage  *page,
                                               DaybookViewList  *views,
                                               const char       *first,
                                               const char       *nothing);
/* How the page is called in a view; the view's own name unless this is given. `name` is
 * translated. */
void              daybook_list_views_set_heading (DaybookListViews *self,
                                               const char       *name);
/* NULL: the first one. */
void              daybook_list_views_turn_to  (DaybookListViews *self,
                                               const char       *key);
/* What is asked for alone, under the name of the view `key`; copied. */
void              daybook_list_views_show_query (DaybookListViews   *self,
                                               const char         *key,
                                               const DaybookQuery *query);
const char       *daybook_list_views_get_key  (DaybookListViews *self);
DaybookViewList  *daybook_list_views_get_list (DaybookListViews *self);
/* The list's query is another one. */
void              daybook_list_views_query_changed (DaybookListViews *self);
/* Closes the line in which a view is named; FALSE when it was not open. */
gboolean          daybook_list_views_end      (DaybookListViews *self);
/* Whether it is one of the three commands; `possible` says whether it can be done now. */
gboolean          daybook_list_views_can      (DaybookListViews *self,
                                               const char       *command,
                                               gboolean         *possible);
/* FALSE: it is none of them. */
gboolean          daybook_list_views_perform  (DaybookListViews *self,
                                               const char       *command);

G_END_DECLS
