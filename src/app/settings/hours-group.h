/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* When the shop is open on each day of the week, and what that does to a limit (SH-04). */
#define DAYBOOK_TYPE_HOURS_GROUP (daybook_hours_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookHoursGroup, daybook_hours_group, DAYBOOK, HOURS_GROUP, AdwPreferencesGroup)

void daybook_hours_group_set_store (DaybookHoursGroup *self,
                                   DaybookStore      *store);

G_END_DECLS
