/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* How many of a product there are (core/shop.h: on_hand, counted): what the lists of stock say of
 * its SKU, over all places. It follows from them, and is worked out anew whenever one changes. */

/* Whether there are any: else a product need not be asked about. */
gboolean daybook_stock_any          (DaybookDatabase      *db);
/* The products of an SKU. @shop: a key. */
gboolean daybook_stock_tell         (DaybookTransaction   *transaction,
                                     gint64                shop,
                                     const char           *sku,
                                     GError              **error);
/* The same of the row of a list of stock (a key). */
gboolean daybook_stock_tell_row     (DaybookTransaction   *transaction,
                                     gint64                row,
                                     GError              **error);

G_END_DECLS
