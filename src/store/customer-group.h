/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* Customers that were merged are one person with several rows: what belongs to each stays with it, so that they can be
 * taken apart again, and is read together. One of them, the root, is on the card. */

/* SQL: the keys of everyone who is the same person as the customer whose key `start` gives; that one alone, mostly. */
#define DAYBOOK_CUSTOMER_GROUP(start) \
  "(WITH RECURSIVE same (row) AS (VALUES ((" start "))" \
  " UNION SELECT m.merged_into FROM same s JOIN customers m ON m.rowid = s.row WHERE m.merged_into IS NOT NULL" \
  " UNION SELECT m.rowid FROM same s JOIN customers m ON m.merged_into = s.row)" \
  " SELECT row FROM same)"

/* SQL: whether the row of alias `t` has a card of its own. Two laptops may have merged two customers into each other, each
 * the other way: then the one with the smallest id has it, on both of them. */
#define DAYBOOK_CUSTOMER_IS_ROOT(t) \
  "(" t ".merged_into IS NULL OR (EXISTS (SELECT 1 FROM customers p WHERE p.rowid = " t ".merged_into AND p.merged_into IS NOT NULL)" \
  " AND " t ".id = (WITH RECURSIVE up (row) AS (VALUES (" t ".merged_into)" \
  " UNION SELECT m.merged_into FROM up u JOIN customers m ON m.rowid = u.row WHERE m.merged_into IS NOT NULL)" \
  " SELECT min (m.id) FROM up u JOIN customers m ON m.rowid = u.row)))"

/* SQL: the key of the one on whose card the customer is whose key `start` gives; NULL: nobody. Nearly everybody is on
 * their own, and an import asks for each of its orders. */
#define DAYBOOK_CUSTOMER_ROOT(start) \
  "(SELECT CASE WHEN own.merged_into IS NULL THEN own.rowid ELSE (" \
  "WITH RECURSIVE above (row) AS (VALUES (own.merged_into)" \
  " UNION SELECT m.merged_into FROM above b JOIN customers m ON m.rowid = b.row WHERE m.merged_into IS NOT NULL)" \
  " SELECT r.rowid FROM above b JOIN customers r ON r.rowid = b.row WHERE " DAYBOOK_CUSTOMER_IS_ROOT ("r") ")" \
  " END FROM customers own WHERE own.rowid = (" start "))"

/* Whose card the customer is on: their own key, if they were not merged. 0 with an error. */
gint64    daybook_customer_root  (DaybookDatabase  *db,
                                  gint64            customer,
                                  GError          **error);
/* The keys of everyone who is the same person, the root first. (element-type gint64) */
GArray   *daybook_customer_group (DaybookDatabase  *db,
                                  gint64            customer,
                                  GError          **error);

/* Of a whole book, for passes over it: key → key (gint64 *) of the root, of everyone who was merged and of those roots
 * themselves; whoever is not in it is nobody but themselves. */
GHashTable *daybook_customer_roots (DaybookDatabase *db,
                                  GError          **error);

/* Whether the customer may be merged into the other: not when that one was merged, be it by way of others, into them.
 * Errors: CONSTRAINT. */
gboolean  daybook_customer_check_merge (DaybookDatabase  *db,
                                        gint64            customer,
                                        gint64            into,
                                        GError          **error);

G_END_DECLS
