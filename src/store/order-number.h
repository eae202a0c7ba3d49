/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* The orders of one number, by the platforms that the shops have imported from: a GArray of
 * keys (gint64), those in the trash included. An order's number has no index of its own: its id
 * is derived from it. `shop`: a key; 0: any shop. */
GArray *daybook_orders_of_number (DaybookDatabase  *db,
                                  gint64            shop,
                                  const char       *number,
                                  GError          **error);

G_END_DECLS
