/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* daybook_backup_make() under a name that is free and in a folder that is there. */
char *daybook_backup_make_at (DaybookStore  *store,
                              const char    *path,
                              const char    *passphrase,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
