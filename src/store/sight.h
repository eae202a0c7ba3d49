/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* What a newer file says of an order as the book has it already changes no field, and
 * where nothing changes not even the order's own time: a day's export would write an
 * operation for each of its orders. That it was said, and of what, is noted here, on this
 * laptop, so that a file from in between takes nothing back. A note counts until its import
 * is undone. */

/* What is noted of an order: its fields by their number, its lines by
 * daybook_record_lines_bit(). */
#define DAYBOOK_SIGHT_N 64
/* Besides: what was paid, or what went back, the file had only guessed. */
#define DAYBOOK_SIGHT_GUESSED_PAID 58
#define DAYBOOK_SIGHT_GUESSED_REFUND 59

/* By which file something is known, and from when. */
typedef struct
{
  gint64 act;   /* key of the import */
  gint64 as_of; /* UTC seconds */
} DaybookSight;

/* The time, UTC seconds, from when the book knows `order` (a key); its own or that
 * of its last sight in force, whichever is later. -1 with the error set. */
gint64   daybook_sight_known (DaybookDatabase     *db,
                              gint64               order,
                              GError             **error);
/* Brings what is known of the order (DAYBOOK_SIGHT_N of them) forward to the sights in
 * force that told of it. */
gboolean daybook_sight_raise (DaybookDatabase     *db,
                              gint64               order,
                              DaybookSight        *seen,
                              GError             **error);
/* Notes under the transaction's act, whose file is as of `as_of`, that the order
 * was seen; nothing when the book knows it from a later file. `told`: see
 * daybook_record_tells(). */
gboolean daybook_sight_note  (DaybookTransaction  *transaction,
                              gint64               order,
                              guint64              told,
                              gint64               as_of,
                              GError             **error);
/* Notes that the file of an import (the key of its act) told of the order; the latest few
 * notes of each thing told are kept. */
gboolean daybook_sight_add   (DaybookDatabase     *db,
                              gint64               order,
                              gint64               act,
                              guint64              told,
                              GError             **error);
/* Of what was taken back nothing is confirmed by the files in force that came after the act
 * (a key): they told of the order as it was then. `told`: of that only. */
gboolean daybook_sight_withdraw (DaybookDatabase  *db,
                              gint64               order,
                              gint64               act,
                              guint64              told,
                              GError             **error);
/* Of an order that is made anew. */
gboolean daybook_sight_forget (DaybookDatabase    *db,
                              gint64               order,
                              GError             **error);

G_END_DECLS
