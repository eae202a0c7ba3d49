/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Backups: the last one, one more now, and going back to one. */
#define DAYBOOK_TYPE_BACKUP_GROUP (daybook_backup_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookBackupGroup, daybook_backup_group, DAYBOOK, BACKUP_GROUP, AdwPreferencesGroup)

void daybook_backup_group_set_store (DaybookBackupGroup *self,
                                     DaybookStore       *store);

G_END_DECLS
