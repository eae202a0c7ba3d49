/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The folder of this device that is watched for new exports (app/watch/watch-folder.h). */
#define DAYBOOK_TYPE_WATCH_GROUP (daybook_watch_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWatchGroup, daybook_watch_group, DAYBOOK, WATCH_GROUP, AdwPreferencesGroup)

void daybook_watch_group_set_store (DaybookWatchGroup *self,
                                    DaybookStore      *store);

G_END_DECLS
