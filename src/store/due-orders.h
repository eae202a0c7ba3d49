/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due-order.h"
#include "store/database.h"

G_BEGIN_DECLS

/* What is due of orders, of a shop's days and of its goods, out of the book. Each appends DaybookDue to
 * `items`; the row is a key. Writer's thread, but where it is said otherwise. */

/* Parcels are looked up on one of so many days after they left. */
#define DAYBOOK_TRACE_DAYS 3

gboolean daybook_due_reckon_order   (DaybookDatabase        *db,
                                     const DaybookDueTerms  *terms,
                                     gint64                  order,
                                     GArray                 *items,
                                     GError                **error);
/* The same, and nothing is noted: also of a reader's connection, and by rules that are not in force. */
gboolean daybook_due_peek_order     (DaybookDatabase        *db,
                                     const DaybookDueTerms  *terms,
                                     gint64                  order,
                                     GArray                 *items,
                                     GError                **error);
/* Parcels that nobody has looked up, a month with orders without a name, an old export. */
gboolean daybook_due_reckon_shop    (DaybookDatabase        *db,
                                     const DaybookDueTerms  *terms,
                                     gint64                  shop,
                                     GArray                 *items,
                                     GError                **error);
gboolean daybook_due_reckon_product (DaybookDatabase        *db,
                                     const DaybookDueTerms  *terms,
                                     gint64                  product,
                                     GArray                 *items,
                                     GError                **error);
/* An import has come to its end (its row's key), or was taken back: what is due of the orders that its file only
 * repeated is known as of its time. */
gboolean daybook_due_reckon_import  (DaybookDatabase        *db,
                                     gint64                  import,
                                     GError                **error);
/* What the open orders of a book show of its platforms' exports is noted. */
gboolean daybook_due_note_facts     (DaybookDatabase        *db,
                                     GError                **error);

G_END_DECLS
