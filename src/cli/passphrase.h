/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A passphrase never stands on a command line, where other programs could read
 * it: it comes through the file descriptor whose number is in
 * DAYBOOK_PASSPHRASE_FD, or from the terminal. */

/* What the descriptor gives up to its first line break or end; NULL without an
 * error when there is none. (transfer full): daybook_passphrase_free().
 * Errors: FORMAT (not a descriptor, empty). */
char *daybook_passphrase_read (GError     **error);
/* Asks on the terminal, without an echo, until it is cancelled (NULL: never).
 * Errors: REFUSED (no terminal to ask on), CANCELLED, FORMAT (empty). */
char *daybook_passphrase_ask  (const char    *question,
                               GCancellable  *cancellable,
                               GError       **error);
/* Overwrites it before it is freed. */
void  daybook_passphrase_free (char        *passphrase);

G_END_DECLS
