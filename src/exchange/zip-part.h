/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* One file inside a ZIP archive, read as a stream. Archives are opened anew for
 * each part: the directory at their end leads straight to it. */
typedef struct _DaybookZipPart DaybookZipPart;

/* What the archive says of a file in it. */
typedef struct
{
  char    *name;      /* with its folders; for people, whatever it is written in */
  gboolean is_file;   /* no folder and no link */
  gboolean encrypted;
} DaybookZipEntry;

/* The files in the archive, at most some thousands: (element-type DaybookZipEntry).
 * Errors: FORMAT (damaged). */
GPtrArray      *daybook_zip_entries       (const char      *path,
                                           GError         **error);

/* Opens `name`, which is compared without case. NULL without an error when the
 * archive has no such part.
 * Errors: FORMAT (damaged, encrypted). */
DaybookZipPart *daybook_zip_part_open     (const char      *path,
                                           const char      *name,
                                           GError         **error);
/* The bytes that programs make of a passphrase, the likeliest first: those of Windows
 * take it in the encoding of the machine. Which they were is to be tried by unpacking: the
 * old cipher tells a wrong one by a single byte, and takes one in 256 for right. */
GStrv           daybook_zip_passphrases   (const char      *passphrase);
/* Opens the file of that index among the entries, with one of these forms or NULL.
 * Errors: FORMAT (damaged); PASSPHRASE when it needs one and none is given. */
DaybookZipPart *daybook_zip_part_open_nth (const char      *path,
                                           guint            index,
                                           const char      *passphrase,
                                           GError         **error);
void            daybook_zip_part_free     (DaybookZipPart  *self);
/* 0 at the end, -1 on error: FORMAT (damaged; unpacks to far more than any
 * table would), PASSPHRASE (it does not fit). */
gssize          daybook_zip_part_read     (DaybookZipPart  *self,
                                           void            *buffer,
                                           gsize            size,
                                           GError         **error);
/* Bytes of the archive that were read so far. */
guint64         daybook_zip_part_done     (DaybookZipPart  *self);
/* Whether an archive of `packed` bytes may give so many. Errors: FORMAT. */
gboolean        daybook_zip_check_ratio   (guint64          packed,
                                           guint64          unpacked,
                                           GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookZipPart, daybook_zip_part_free)

G_END_DECLS
