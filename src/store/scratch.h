/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that is being made and is not to be seen half: a backup before it has
 * its name, a decrypted copy. It is empty and 0600 at first, locked while this
 * process works with it, and deleted with what SQLite writes beside it when it
 * goes out of scope. What a killed process leaves is swept at the next start. */
typedef struct
{
  char     *path;
  int       lock;   /* the file once more */
  gboolean  placed; /* it has its name: the other one may be somebody else's by now */
} DaybookScratch;

/* Makes `name`.part. Errors: FULL, REFUSED (the folder), BUSY. */
DaybookScratch *daybook_scratch_new   (const char      *name,
                                       GError         **error);
void            daybook_scratch_free  (DaybookScratch  *self);
/* Syncs the file and gives it its name, in place of what has it. */
gboolean        daybook_scratch_place (DaybookScratch  *self,
                                       const char      *name,
                                       GError         **error);
/* Deletes what processes that are gone have left in a folder. */
void            daybook_scratch_sweep (const char      *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookScratch, daybook_scratch_free)

G_END_DECLS
