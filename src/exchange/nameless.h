/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* A file without a name in a folder (NULL: this machine's for temporary files):
 * nobody else sees it, and nothing is left of it, however the process ends.
 * Returns a descriptor to write and read, -1 with an error: FULL, REFUSED. */
int      daybook_nameless_open  (const char    *folder,
                                 GError       **error);
/* Makes it empty, to be written anew. Errors: FAILED. */
gboolean daybook_nameless_empty (int            fd,
                                 GError       **error);
/* Errors: FULL, FAILED. */
gboolean daybook_nameless_write (int            fd,
                                 gconstpointer  data,
                                 gsize          size,
                                 GError       **error);

G_END_DECLS
