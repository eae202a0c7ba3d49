/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A thin floor between SQLite and the disk: an SQLite VFS over the default one that
 * touches nothing but the log. SQLite appends each page of a transaction to its log
 * in two writes, of the frame's 24 bytes and of the page. An import of a million
 * orders makes five million of them, which cost it more than the work they carry.
 * Here they are gathered, and written out some thirty pages at a time.
 *
 * What makes it safe:
 * - Only what is appended is gathered. Any other write (a page that the transaction
 *   had written out before, its checksums made anew) goes to the disk at once, and
 *   what was gathered goes before it. So the disk sees the same bytes in the same
 *   order.
 * - The frame that commits is told by its header. When its page comes, everything is
 *   written out before the write returns: SQLite makes the commit known to others
 *   after that, and hears of any failure, as its own, while it can still roll back.
 *   So nothing that is gathered is ever part of a commit; a process that is killed
 *   loses what it had not committed.
 * - A look at the log's bytes or size, a sync and a truncation come after what was
 *   gathered before them.
 * What cannot be written out is dropped, and the transaction that it was of fails with
 * this write or, where a read has met it, with its next one.
 *
 * A connection belongs to one thread at a time, and so does its log. */

/* The name to open databases by. Registered with the first call, over what is the
 * default then. Any thread. */
const char *daybook_log_vfs (void);

G_END_DECLS
