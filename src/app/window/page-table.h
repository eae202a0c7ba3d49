/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "app/common/view-list.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Where a page stands in the sidebar. */
typedef enum
{
  DAYBOOK_SECTION_NONE, /* not in the sidebar */
  DAYBOOK_SECTION_ORDERS,
  DAYBOOK_SECTION_PEOPLE, /* customers and products */
  DAYBOOK_SECTION_BOOK,   /* the book itself: history, trash, imports */
} DaybookSection;

/* One page of the window. */
typedef struct
{
  const char         *id;    /* of `--page` and win.show-page */
  const char         *title; /* msgid */
  const char         *icon;
  DaybookSection      section;
  const DaybookTable *table; /* whose rows it opens, or NULL */
  DaybookPage      *(*make) (DaybookStore *store);
  /* NULL: the page is one place. Else each view of the list is one. (transfer full) */
  DaybookViewList  *(*views) (DaybookStore *store);
  gboolean            at_need; /* it has a place only where the book has such rows */
  /* NULL: there is nothing to count. Else the object whose property `count` (gint64) stands
   * behind the page's name; the store's own. */
  gpointer          (*counted) (DaybookStore *store);
} DaybookPageEntry;

/* The table of pages, in the sidebar's order; it ends with an entry without an id. */
const DaybookPageEntry *daybook_page_table        (void);
/* NULL when there is none. */
const DaybookPageEntry *daybook_page_table_find   (const char         *id);
const DaybookPageEntry *daybook_page_table_of_kind (const DaybookTable *table);

G_END_DECLS
