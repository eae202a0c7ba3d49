/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* A book's file that is damaged is kept as it is, with its log: what cannot be
 * read today may be read by somebody tomorrow. */

/* A name that is free in the book's folder: daybook-damaged-2026-11-22T091200.db.
 * `now`: UTC seconds. (transfer full) */
char    *daybook_aside_path      (const char  *folder,
                                  gint64       now,
                                  GTimeZone   *zone);
/* Copies the file and its log as the open connection has them, which is in a
 * write transaction, so that they are of one moment. Errors: FULL, FAILED. */
gboolean daybook_aside_copy      (DaybookDatabase  *db,
                                  const char       *aside,
                                  GError          **error);
/* Gives the file the other name too, and what was written beside it only that;
 * copies where the disk knows no second names. Then another file can take its
 * place by one renaming. Errors: FULL, FAILED. */
gboolean daybook_aside_keep      (const char  *path,
                                  const char  *aside,
                                  GError     **error);
/* Whether another process has the book open. This one must not: looking takes
 * its locks away. */
gboolean daybook_aside_is_in_use (const char  *path);

G_END_DECLS
