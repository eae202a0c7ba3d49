/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How long the shop keeps what it no longer needs, with how much would go now. For the owner. */
#define DAYBOOK_TYPE_RETENTION_GROUP (daybook_retention_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRetentionGroup, daybook_retention_group, DAYBOOK, RETENTION_GROUP, AdwPreferencesGroup)

void daybook_retention_group_set_store (DaybookRetentionGroup *self,
                                        DaybookStore          *store);

G_END_DECLS
