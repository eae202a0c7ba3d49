/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whoever waits for another process's transaction to end says so, so that a long act
 * pauses between its transactions for the others and for nobody else. The sign is a
 * shared lock on one byte of the book's lock file (an open file description's, see
 * fcntl(2)): it goes with a process that is killed. `file`: that file's descriptor.
 * Where the system or the disk has no such locks, somebody is always said to wait. */
void     daybook_turn_ask      (int file);
void     daybook_turn_leave    (int file);
gboolean daybook_turn_is_asked (int file);

G_END_DECLS
