/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/customer-group.h"
#include "store/database.h"
#include "store/mask-function.h"

G_BEGIN_DECLS

/* Customers of whom nobody has heard for long (core/retention.h): what shows who they are is kept with stars in it, as
 * lists show it. Their accounts on platforms stay, by which they are known when they come again; so do grades, figures,
 * and what people wrote. */

/* SQL: whoever is the same person as customer `c`. */
#define DAYBOOK_IDLE_THEM DAYBOOK_CUSTOMER_GROUP ("c.rowid")
/* SQL: whether customer `c` has nothing since :bound (UTC seconds), nothing open, and no grade. */
#define DAYBOOK_IDLE \
  "c.deleted = 0 AND c.grade = 0 AND c.first_seen < :bound" \
  " AND NOT EXISTS (SELECT 1 FROM customers m WHERE m.rowid IN " DAYBOOK_IDLE_THEM " AND (m.grade <> 0 OR m.first_seen >= :bound))" \
  " AND NOT EXISTS (SELECT 1 FROM orders WHERE customer IN " DAYBOOK_IDLE_THEM " AND created >= :bound)" \
  " AND NOT EXISTS (SELECT 1 FROM events WHERE customer IN " DAYBOOK_IDLE_THEM " AND at >= :bound)" \
  " AND NOT EXISTS (SELECT 1 FROM uses WHERE customer IN " DAYBOOK_IDLE_THEM " AND at >= :bound)" \
  " AND NOT EXISTS (SELECT 1 FROM surveys WHERE customer IN " DAYBOOK_IDLE_THEM " AND at >= :bound)" \
  " AND NOT EXISTS (SELECT 1 FROM cases WHERE customer IN " DAYBOOK_IDLE_THEM " AND deleted = 0 AND ifnull (closed_at, :bound) >= :bound)" \
  " AND NOT EXISTS (SELECT 1 FROM tasks WHERE customer IN " DAYBOOK_IDLE_THEM " AND deleted = 0 AND ifnull (done_at, :bound) >= :bound)"
/* SQL: whether there is anything of customer `c` in full. The numbers are those of DaybookMask. */
#define DAYBOOK_IDLE_SHOWS \
  "(c.name <> " DAYBOOK_MASK_FUNCTION " (1, c.name)" \
  " OR EXISTS (SELECT 1 FROM contacts WHERE customer = c.rowid AND masked = 0)" \
  " OR EXISTS (SELECT 1 FROM orders WHERE customer = c.rowid AND (receiver <> " DAYBOOK_MASK_FUNCTION " (1, receiver)" \
  " OR phone <> " DAYBOOK_MASK_FUNCTION " (2, phone) OR address <> " DAYBOOK_MASK_FUNCTION " (3, address)" \
  " OR email <> " DAYBOOK_MASK_FUNCTION " (4, email)))" \
  " OR EXISTS (SELECT 1 FROM cases WHERE customer = c.rowid AND (name <> " DAYBOOK_MASK_FUNCTION " (1, name)" \
  " OR contact <> " DAYBOOK_MASK_FUNCTION " (5, contact)))" \
  " OR EXISTS (SELECT 1 FROM events WHERE customer = c.rowid AND contact <> " DAYBOOK_MASK_FUNCTION " (5, contact))" \
  " OR EXISTS (SELECT 1 FROM memberships WHERE customer = c.rowid AND (name <> " DAYBOOK_MASK_FUNCTION " (1, name)" \
  " OR phone <> " DAYBOOK_MASK_FUNCTION " (2, phone) OR address <> " DAYBOOK_MASK_FUNCTION " (3, address)" \
  " OR email <> " DAYBOOK_MASK_FUNCTION " (4, email))))"

/* Masks all of one customer in place, in the history too: nothing brings it back but a file that says it again. Within a
 * transaction; the connection has the function of store/mask-function.h. */
gboolean daybook_idle_customer_mask (DaybookDatabase  *db,
                                     gint64            customer,
                                     GError          **error);

G_END_DECLS
