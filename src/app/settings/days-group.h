/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Days that are otherwise than their week: holidays, and long ones. */
#define DAYBOOK_TYPE_DAYS_GROUP (daybook_days_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDaysGroup, daybook_days_group, DAYBOOK, DAYS_GROUP, AdwPreferencesGroup)

void daybook_days_group_set_store (DaybookDaysGroup *self,
                                   DaybookStore      *store);

G_END_DECLS
