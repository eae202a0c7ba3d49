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
  DAYBOOK_SECTION_TODAY, /* above all others, without a heading */
  DAYBOOK_SECTION_DESK, /* what is done at the desk, whatever comes */
  DAYBOOK_SECTION_ORDERS,
  DAYBOOK_SECTION_REGISTERS,
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
  DaybookPage      *(*make) (DaybookStore *store); /* NULL: of a register */
  /* NULL: the page is one place. Else each view of the list is one. (transfer full) */
  DaybookViewList  *(*views) (DaybookStore *store);
  gboolean            at_need; /* it has a place only where the book has such rows */
  /* NULL: there is nothing to count. Else the object whose property `count` (gint64) stands
   * behind the page's name; the store's own. */
  gpointer          (*counted) (DaybookStore *store);
  gboolean          (*is_shown) (DaybookStore *store); /* NULL: always; else whether it has a place for whoever sits there */
  const char         *part;    /* of a register its key, or NULL */
  gpointer            definition; /* DaybookRegister: of a register, as it is in force; lives for good */
} DaybookPageEntry;

/* The table of pages, in the sidebar's order; it ends with an entry without an id. Those of
 * registers are not among them: a shop has its own. */
const DaybookPageEntry *daybook_page_table        (void);
/* (element-type DaybookPageEntry): one for each register that the shop shows, in their order.
 * An entry lives for good and stays the same; its definition is another one when the register was
 * changed. (transfer container) */
GPtrArray              *daybook_page_table_registers (DaybookStore    *store);
/* Of the table or a register that was shown before; NULL when there is none. */
const DaybookPageEntry *daybook_page_table_find   (const char         *id);
/* Where the row is opened; of a case, its register, shown or not. NULL when there is none. */
const DaybookPageEntry *daybook_page_table_of_row (DaybookStore       *store,
                                                   const DaybookTable *table,
                                                   const DaybookId    *id);
/* Of the register of that key, shown or not. NULL when there is none. */
const DaybookPageEntry *daybook_page_table_of_register (DaybookStore   *store,
                                                   const char         *key);
const DaybookPageEntry *daybook_page_table_of_kind (const DaybookTable *table);
/* The page, new, and the list of its views or NULL. (transfer full) */
DaybookPage            *daybook_page_entry_make   (const DaybookPageEntry *entry,
                                                   DaybookStore       *store);
DaybookViewList        *daybook_page_entry_views  (const DaybookPageEntry *entry,
                                                   DaybookStore       *store);
/* Whether whoever sits there may turn to it. */
gboolean                daybook_page_entry_is_shown (const DaybookPageEntry *entry,
                                                   DaybookStore       *store);

G_END_DECLS
