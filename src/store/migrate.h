/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

#define DAYBOOK_SCHEMA_VERSION 16

/* Brings the book to this program's schema, one numbered file per step, each in
 * its own transaction; an older file is copied to `path`.before-vN first. A new
 * file gets its device, its secret and nothing else.
 * Errors: NEWER, CORRUPT (another program's database), FULL, BUSY. */
gboolean daybook_migrate              (DaybookDatabase  *db,
                                       const char       *path,
                                       GError          **error);
/* NEWER when another process has migrated the book meanwhile. */
gboolean daybook_migrate_check        (DaybookDatabase  *db,
                                       GError          **error);

/* Whether the tables are just those that a book of its version has: one that somebody
 * has changed could not be worked with, or would do what it was not told to.
 * Errors: FORMAT. */
gboolean daybook_migrate_check_schema (DaybookDatabase  *db,
                                       GError          **error);
/* Whether it is a book's copy, of whatever version. Errors: FORMAT, CORRUPT. */
gboolean daybook_migrate_is_book      (DaybookDatabase  *db,
                                       GError          **error);

/* Whether the file is a book, or empty, of a version that is known. Opening one
 * for writing changes its header: another program's file is left alone.
 * Errors: CORRUPT, NEWER, REFUSED, BUSY. */
gboolean daybook_migrate_recognise (const char       *path,
                                    int               busy_ms,
                                    GError          **error);

G_END_DECLS
