/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What the platform's list of after-sales says of an order's refund (PLATFORMS §1.2, quirk 10):
 * the order's own file may not tell of it, or tell later. Both tell of the same money, so that
 * the larger of the two stands, and nothing is counted twice. */

/* Whether the book has any after-sales at all. */
gboolean daybook_aftersale_any        (DaybookDatabase     *db);
/* Brings an order (a key) up to what its after-sales say. `as_of`: of the file that told last,
 * UTC seconds. */
gboolean daybook_aftersale_tell       (DaybookTransaction  *transaction,
                                       gint64               order,
                                       gint64               as_of,
                                       GError             **error);
/* The same of the order of that number of the shop (a key), where it is in the book. */
gboolean daybook_aftersale_tell_number (DaybookTransaction  *transaction,
                                       gint64               shop,
                                       const char          *number,
                                       gint64               as_of,
                                       GError             **error);

G_END_DECLS
