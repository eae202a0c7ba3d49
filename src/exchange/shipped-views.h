/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A view that Daybook brings. */
typedef struct
{
  const char *key;
  const char *name;  /* msgid */
  const char *icon;
  const char *where; /* EXPR */
  const char *hint;  /* msgid: the handbook's rule, for when it is empty */
  /* NULL, or what makes of `where` the EXPR for this book: only rows of which the files
   * say what it asks for (RECORDS §6). Called at each change. (transfer full) */
  char     *(*narrow) (DaybookStore *store,
                       const char   *where);
  gboolean    at_need; /* the window lists it where the book has such rows: an index of the schema tells */
  const char *sort;    /* “[-]field”; NULL: the newest first */
  const char *empty;   /* msgid: what stands above the hint; NULL: that all is done */
} DaybookShippedView;

/* The views of orders: the handbook's daily lists (OR-01, OR-03). Ends with an entry
 * without a key. */
extern const DaybookShippedView daybook_shipped_views[];

/* The key of the view of all orders. */
#define DAYBOOK_ORDER_VIEW_ALL "all"

/* The one of this key, or of this name as the window shows it or in English, without
 * case; NULL when there is none. */
const DaybookShippedView *daybook_shipped_view_find  (const char               *name);
/* The EXPR of what it shows in this book. (transfer full) */
char                     *daybook_shipped_view_where (const DaybookShippedView *view,
                                                      DaybookStore             *store);

G_END_DECLS
