/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The call-back plans of the shop, and those that Daybook brings, each with what it would do (CU-08, RH-25). */
#define DAYBOOK_TYPE_CALLS_GROUP (daybook_calls_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCallsGroup, daybook_calls_group, DAYBOOK, CALLS_GROUP, AdwPreferencesGroup)

void daybook_calls_group_set_store (DaybookCallsGroup *self,
                                    DaybookStore      *store);

G_END_DECLS
