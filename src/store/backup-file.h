/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file encrypted with a passphrase: libsodium's secretstream
 * (XChaCha20-Poly1305) in pieces of 64 kB, the key by Argon2id. Format: magic,
 * salt, stream header, pieces; the last one is marked, so that a file that was cut short
 * is noticed. Errors of both: FULL or FAILED (disk), CANCELLED. */
gboolean daybook_file_encrypt (const char    *from,
                               const char    *to,
                               const char    *passphrase,
                               GCancellable  *cancellable,
                               GError       **error);
/* Also REFUSED (wrong passphrase), FORMAT (cut short or tampered with). */
gboolean daybook_file_decrypt (const char    *from,
                               const char    *to,
                               const char    *passphrase,
                               GCancellable  *cancellable,
                               GError       **error);
gboolean daybook_file_is_encrypted (const char *path);

/* Makes what was written survive a power cut: the file, then its folder. */
gboolean daybook_file_sync    (const char    *path,
                               GError       **error);

/* Takes a file away, its bytes before its name. Whether it was there. */
gboolean daybook_file_shred   (const char    *path);

/* Copies a file byte for byte. */
gboolean daybook_file_copy         (const char    *from,
                                    const char    *to,
                                    GError       **error);

G_END_DECLS
