/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* One of several laptops of a shop (DESIGN §8): what leaves a book for the
 * server's log, and what comes back from it. What people see = confirmed state +
 * own outbox. All calls block; they run in the writer's thread. */

/* One entry of the server's ordered log. */
typedef struct
{
  gint64      seq;      /* 1, 2, 3 ... without gaps */
  gint64      stamp;    /* the act's, as the server counts it */
  const char *verdicts; /* a letter of core/merge.h for each cell of the operation, in its order */
  const char *op;       /* the line its author sent (store/operation.h) */
} DaybookLogEntry;

/* Makes the book the first of its shop: all that is in it counts as confirmed, so
 * that a copy of it is the snapshot with which another laptop begins. From now on
 * creates carry what they made. The log goes on after daybook_replica_get_cursor().
 * Errors: REFUSED (paired already), BUSY (an import or undo is not finished). */
gboolean   daybook_replica_pair       (DaybookStore           *store,
                                       GError                **error);
/* Makes the book, a copy of another laptop's, a laptop of its own, with `letter` in
 * the numbers for people. Its operations are numbered from 1.
 * Errors: REFUSED (the copied book is not paired, or had something to send). */
gboolean   daybook_replica_become     (DaybookStore           *store,
                                       const char             *letter,
                                       GError                **error);

/* The place in the log up to which it is applied; -1 on error. */
gint64     daybook_replica_get_cursor (DaybookStore           *store,
                                       GError                **error);
/* What waits for the server, oldest first: at least `limit` lines if there are so
 * many; one person's act is never split. The same operation is the same line every
 * time. (element-type utf8) */
GPtrArray *daybook_replica_outbox     (DaybookStore           *store,
                                       guint                   limit,
                                       GError                **error);

/* Applies entries of the log, the operations of one act in one transaction, its
 * cursor with them. Entries up to the cursor are skipped, so that a delivery may
 * come twice. Entries of other laptops change the confirmed state, which is seen
 * where nothing of the outbox covers it; entries of this laptop leave the outbox.
 * What this version does not know waits and is tried again with each call.
 * Errors: CONFLICT (a gap in the delivery, or an entry that this book never sent:
 * nothing of it and of what follows is applied), FORMAT, and as daybook_store_commit(). */
gboolean   daybook_replica_apply      (DaybookStore           *store,
                                       const DaybookLogEntry  *entries,
                                       guint                   n_entries,
                                       GError                **error);

G_END_DECLS
