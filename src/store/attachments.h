/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the files of cases hold (core/attachment.h): beside the book by content, in
 * attachments/ab/abcd… what has the SHA-256 abcd…, the same once only. What no act has told of
 * yet waits in attachments/new: only from there is anything swept (store/attachment-book.h), so
 * that undo, the trash and backups find what they name. `folder` is the book's. Any thread. */

/* In bytes: what is larger was not put there by us. */
#define DAYBOOK_ATTACHMENT_MAX (64 * 1024 * 1024)

/* The hash comes from the book, and the book may come from somebody else: nothing but a hash becomes
 * a path. */
gboolean daybook_attachments_is_hash (const char  *text);
/* Puts it there, to be told of by an act within a day; 0600, and on the disk when this returns.
 * What is there already and sound stays as it is; what is damaged is replaced.
 * Errors: FULL, REFUSED (the folder), FAILED; CONSTRAINT (the hash is another's). */
gboolean daybook_attachments_keep    (const char  *folder,
                                      const char  *hash,
                                      GBytes      *content,
                                      GError     **error);
/* What is there, and is what the hash says. (transfer full)
 * Errors: NOT_FOUND; CORRUPT (it was changed); REFUSED, FAILED (the disk). */
GBytes  *daybook_attachments_read    (const char  *folder,
                                      const char  *hash,
                                      GError     **error);
/* Whether something is there under that name; what, only reading tells. */
gboolean daybook_attachments_has     (const char  *folder,
                                      const char  *hash);
/* An act has told of it: it stays for good. Errors: FULL, REFUSED, FAILED. */
gboolean daybook_attachments_settle  (const char  *folder,
                                      const char  *hash,
                                      GError     **error);
/* Takes the file away, its bytes before its name: of a person who is erased. Whether it was there. */
gboolean daybook_attachments_erase   (const char  *folder,
                                      const char  *hash);
/* The names of what waits, whatever it is. (element-type utf8) (transfer full) */
GPtrArray *daybook_attachments_list_new (const char *folder);
/* Deletes one of these if it has waited for more than a day. */
void     daybook_attachments_sweep   (const char  *folder,
                                      const char  *name);

G_END_DECLS
