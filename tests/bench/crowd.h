/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"
#include "store/store.h"

G_BEGIN_DECLS

/* A book of as many people as a large shop has after years, made by SQL alone: a file of them would take an import's
 * time. As on Olist and Taobao nearly all buy once, a few percent again, and few of these often. */

/* So many pairs are one person each, with the same full phone and the same full name; fewer where there are few people. */
#define CROWD_PAIRS 10000

typedef enum
{
  CROWD_ORDERS,   /* customers and their orders alone */
  CROWD_CONTACTS, /* and for each a name, an account, a phone and an address */
} CrowdKind;

/* Makes `n` orders of nearly as many customers where the book has none. */
void             crowd_fill      (DaybookStore    *store,
                                  gint64           n,
                                  CrowdKind        kind);
/* The number of pairs that it makes of `n` orders. */
gint64           crowd_pairs     (gint64           n);

/* SQLite alone: seconds of the processor to read all that a statement gives. */
double           crowd_read_raw  (DaybookStore    *store,
                                  const char      *sql);

G_END_DECLS
