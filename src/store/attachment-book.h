/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* The files of cases and the pictures of articles (store/attachments.h) and the books that tell of them. `folder` is that of the
 * book at hand. Errors of all: as attachments.h; BUSY, CORRUPT, CANCELLED. */

/* The hashes that the book tells of, in the trash too; none of one of an older version.
 * (element-type utf8) (transfer full) */
GPtrArray *daybook_attachment_book_list  (DaybookDatabase  *db,
                                          GError          **error);
/* What acts have told of stays for good, and what none did for more than a day is deleted. */
gboolean   daybook_attachment_book_settle (DaybookDatabase *db,
                                          const char       *folder,
                                          GError          **error);

/* A backup that leaves the folder has the files within, in a table of its own that no book has.
 * What is missing in the folder is missing there. */
extern const char daybook_attachment_pack_sql[]; /* as SQLite keeps it */
gboolean   daybook_attachment_book_pack   (DaybookDatabase *copy,
                                          const char       *folder,
                                          GCancellable     *cancellable,
                                          GError          **error);
/* Puts them into the folder, for good, and takes the table away; does nothing where there is none.
 * FORMAT: one is not what its hash says. */
gboolean   daybook_attachment_book_unpack (DaybookDatabase *copy,
                                          const char       *folder,
                                          GError          **error);
/* Of a copy that has none within: what is missing in the folder comes from where the copy of a
 * book `file` came from: beside it, or beside the folder `backups` that it is in. */
gboolean   daybook_attachment_book_gather (DaybookDatabase *copy,
                                          const char       *file,
                                          const char       *folder,
                                          GError          **error);

G_END_DECLS
