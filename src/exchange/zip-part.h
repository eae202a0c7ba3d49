/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* One file inside a ZIP archive, read as a stream. Archives are opened anew for
 * each part: the directory at their end leads straight to it. */
typedef struct _DaybookZipPart DaybookZipPart;

/* Opens `name`, which is compared without case. NULL without an error when the
 * archive has no such part.
 * Errors: FORMAT (damaged, encrypted). */
DaybookZipPart *daybook_zip_part_open  (const char      *path,
                                        const char      *name,
                                        GError         **error);
void            daybook_zip_part_free  (DaybookZipPart  *self);
/* 0 at the end, -1 on error: FORMAT (damaged; unpacks to far more than any
 * table would). */
gssize          daybook_zip_part_read  (DaybookZipPart  *self,
                                        void            *buffer,
                                        gsize            size,
                                        GError         **error);
/* Bytes of the archive that were read so far. */
guint64         daybook_zip_part_done  (DaybookZipPart  *self);
/* The names in the archive, at most some thousands. (element-type utf8) */
GPtrArray      *daybook_zip_part_names (const char      *path,
                                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookZipPart, daybook_zip_part_free)

G_END_DECLS
