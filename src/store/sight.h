/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"

G_BEGIN_DECLS

/* What a newer file says of an order as the book has it already changes no field,
 * not even the order's own time: a day's export would write an operation for each
 * of its orders. That it was said is noted here, on this laptop, so that a file from
 * in between takes nothing back. A note counts until its import is undone. */

/* The time, UTC seconds, from when the book knows `order` (a key); its own or that
 * of its last sight in force, whichever is later. -1 with the error set. */
gint64   daybook_sight_known (DaybookDatabase     *db,
                              gint64               order,
                              GError             **error);
/* Notes under the transaction's act, whose file is as of `as_of`, that the order
 * was seen; nothing when the book knows it from a later file. */
gboolean daybook_sight_note  (DaybookTransaction  *transaction,
                              gint64               order,
                              gint64               as_of,
                              GError             **error);
/* Notes that the file of an import (the key of its act) told of the order; the last few
 * notes of an order are kept. */
gboolean daybook_sight_add   (DaybookDatabase     *db,
                              gint64               order,
                              gint64               act,
                              GError             **error);
/* Of an order that is made anew. */
gboolean daybook_sight_forget (DaybookDatabase    *db,
                              gint64               order,
                              GError             **error);

G_END_DECLS
