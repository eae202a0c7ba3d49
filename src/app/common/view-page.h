/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/list-page.h"
#include "app/common/list-views.h"
#include "core/edit.h"
#include "exchange/shipped-views.h"

G_BEGIN_DECLS

/* A list page with views (common/list-views.h), whose rows people write themselves: what is at hand goes to the
 * trash with the key for that, whatever else the page does. */
#define DAYBOOK_TYPE_VIEW_PAGE (daybook_view_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookViewPage, daybook_view_page, DAYBOOK, VIEW_PAGE, DaybookListPage)

struct _DaybookViewPageClass
{
  DaybookListPageClass parent_class;

  /* Commits an act that takes rows away, with what there is to say of it. (element-type DaybookRow) By default: as
   * daybook_view_page_commit(). */
  void (*remove_rows) (DaybookViewPage *self, DaybookEdit *edit, GPtrArray *rows);
};

/* What one such page shows; static. */
typedef struct
{
  const DaybookTable       *table;
  const int                *columns; /* to show at first, ended by -1 */
  const DaybookShippedView *views;
  const char               *first;   /* key of the view that is shown where no other is meant */
  const char               *all;     /* ... and of that under whose name the rows of an act are shown */
  const char               *nothing; /* msgid: a sentence for a search that finds nothing */
  /* So many of them in words: "3 tasks". (transfer full) */
  char                   *(*count)  (guint n);
} DaybookViewPageSpec;

/* Once, in the constructor of a derived class. */
void              daybook_view_page_set_up     (DaybookViewPage           *self,
                                                DaybookStore              *store,
                                                const DaybookViewPageSpec *spec);
/* The views of the page, for the sidebar too. (transfer full) */
DaybookViewList  *daybook_view_page_views_for  (DaybookStore              *store,
                                                const DaybookViewPageSpec *spec);
/* Commits an edit, also when the window is closed meanwhile; the shell says so, with Undo. */
void              daybook_view_page_commit     (DaybookViewPage           *self,
                                                DaybookEdit               *edit);
/* The rows that a key acts on, as they are in the book. (element-type DaybookRow) (transfer full) */
GPtrArray        *daybook_view_page_rows       (DaybookViewPage           *self);
gboolean          daybook_view_page_has_rows   (DaybookViewPage           *self);
/* "Buy tape", "3 tasks". (transfer full) */
char             *daybook_view_page_name_rows  (DaybookViewPage           *self,
                                                GPtrArray                 *rows);

/* Commands: those of a list page and of its views; `trash`. A derived class that has more chains up, and so it does in
 * `query_changed` and `back`. */

G_END_DECLS
