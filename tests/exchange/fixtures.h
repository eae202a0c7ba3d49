/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/table.h"

G_BEGIN_DECLS

/* A folder of the test's own; removed with what is in it. */
char *fixture_folder       (void);
void  fixture_folder_free  (char        *folder);
/* Writes a file into the folder and returns its path. */
char *fixture_write        (const char  *folder,
                            const char  *name,
                            const void  *bytes,
                            gssize       length);
/* The same, of UTF-8 text put into another encoding. */
char *fixture_write_in     (const char  *folder,
                            const char  *name,
                            const char  *text,
                            const char  *encoding);
/* Adds a row below a header of that text to a table: pairs of a heading and what stands under
 * it (under the first of that name), up to NULL; the other cells are blank. */
void  fixture_add_row      (GString     *table,
                            const char  *header,
                            ...) G_GNUC_NULL_TERMINATED;
/* Writes a ZIP of the given names and texts; the list ends with NULL. */
void  fixture_write_zip    (const char  *path,
                            const char  *name,
                            ...) G_GNUC_NULL_TERMINATED;
/* What is in an archive; a folder's name ends in a slash. */
typedef struct
{
  const char   *name;
  gconstpointer bytes;
  gsize         length;
} FixtureMember;

/* The same of any bytes, locked where `encryption` is "zipcrypt" or "aes256". */
void  fixture_write_archive (const char          *path,
                            const FixtureMember  *members,
                            gsize                 n_members,
                            const char           *encryption,
                            const char           *passphrase);
/* A file of the shared samples, or NULL (and the test marked as skipped) when
 * they are not there. */
char *fixture_sample       (const char  *name);
/* Every row as text: cells between |, rows between line feeds, the row's number first. */
char *fixture_dump         (const char  *path,
                            guint        sheet,
                            GError     **error);

char *fixture_dump_sheet   (DaybookTableReader  *reader,
                            guint                sheet,
                            GError             **error);

G_END_DECLS
