/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* A register's definition in a file: how shops pass one on to each other. Any thread. */

/* The text of the file, which may be anything: what is wrong in it is found when it is read as a
 * definition. (transfer full)
 * Errors, with a sentence that names the file: FAILED: it cannot be read; FORMAT: it is too large, or no text. */
char     *daybook_register_file_read  (const char  *path,
                                       GError     **error);
/* Errors: as daybook_new_file_create() and its siblings. */
gboolean  daybook_register_file_write (const char  *path,
                                       const char  *text,
                                       GError     **error);

G_END_DECLS
