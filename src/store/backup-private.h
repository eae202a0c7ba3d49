/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Where the files of cases are that a backup tells of. */
typedef enum
{
  DAYBOOK_BACKUP_FILES_BESIDE, /* in the book's folder, as those of the book: the backup stays there too */
  DAYBOOK_BACKUP_FILES_WITHIN, /* in the backup: it may go anywhere */
} DaybookBackupFiles;

/* daybook_backup_make() under a name that is free and in a folder that is there. */
char *daybook_backup_make_at (DaybookStore       *store,
                              const char         *path,
                              DaybookBackupFiles  files,
                              const char         *passphrase,
                              GCancellable       *cancellable,
                              GError            **error);

G_END_DECLS
