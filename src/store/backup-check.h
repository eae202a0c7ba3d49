/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* Rows of every shared table and of the history, as one line to compare. */
char    *daybook_backup_count_rows   (DaybookDatabase  *db,
                                      GError          **error);
/* Opens a copy of a book as what it is to be. `expected`: the rows that it should
 * have, or NULL. Errors: CORRUPT. */
gboolean daybook_backup_check_copy   (const char       *path,
                                      const char       *expected,
                                      GError          **error);
/* Whether a file looks like a backup, or is empty: another takes its place. */
gboolean daybook_backup_is_one       (const char       *path);
/* Brings the log beside a copy of a book into it; then it is one file. */
gboolean daybook_backup_fold_log     (const char       *path,
                                      GError          **error);
/* Opens what somebody wants to go back to; nothing has been touched for it yet.
 * Errors: FORMAT (no backup, or a damaged one), NEWER. */
gboolean daybook_backup_check_source (const char       *path,
                                      GError          **error);

G_END_DECLS
