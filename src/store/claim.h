/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long, in microseconds, who wants a file waits for another process: who
 * sweeps has it only for the moment until it is gone. */
#define DAYBOOK_CLAIM_WAIT_US G_USEC_PER_SEC

/* Opens a file, makes it if need be (0600), and locks it, so that other processes
 * see that somebody works with it (flock: SQLite's locks are of another kind and do
 * not meet it). Only who has it so may delete it. `wait_us`: 0 to take what is there,
 * or leave it, and make nothing. Returns the descriptor, or -1 with errno;
 * EWOULDBLOCK: another process has it. */
int daybook_claim_file (const char *path,
                        gint64      wait_us);

G_END_DECLS
