/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* A file that Daybook gives away: it is written under a temporary name in the folder
 * it is meant for, and gets its own name, and the place of an older file of that name,
 * only when all of it is on the disk. Nobody else may read it. */
typedef struct _DaybookNewFile DaybookNewFile;

/* Errors, here and below, each with a sentence that names the file: NOT_FOUND (no such
 * folder), REFUSED (nothing may be written there, or a folder has the name), FULL. */
DaybookNewFile *daybook_new_file_create     (const char      *path,
                                             GError         **error);
/* What was not kept is gone. */
void            daybook_new_file_free       (DaybookNewFile  *self);
/* The name that it has so far, for those who write by name. (transfer none) */
const char     *daybook_new_file_get_path   (DaybookNewFile  *self);
/* Writes on. What fails here is told by the next of the two below. */
void            daybook_new_file_write      (DaybookNewFile  *self,
                                             const char      *text,
                                             gsize            length);
/* Hands what was written so far to the system, which may have no room for it. */
gboolean        daybook_new_file_flush      (DaybookNewFile  *self,
                                             GError         **error);
/* Brings it to the disk and under its own name. */
gboolean        daybook_new_file_keep       (DaybookNewFile  *self,
                                             GError         **error);
/* Says that writing has failed for this reason, an errno. Always FALSE. */
gboolean        daybook_new_file_blame      (DaybookNewFile  *self,
                                             int              code,
                                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookNewFile, daybook_new_file_free)

G_END_DECLS
