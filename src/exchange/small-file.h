/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The content of a small file that a person names: a regular file, and no more of it than
 * `most` bytes and one, so that a caller sees that it is larger. A pipe or a device would
 * never end. (transfer full)
 * Errors: G_FILE_ERROR, with a reason for the middle of a sentence. */
char *daybook_small_file_read (const char  *path,
                               gsize        most,
                               gsize       *length,
                               GError     **error);

G_END_DECLS
