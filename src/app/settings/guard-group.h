/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The word guard in the preferences: its rules, each to be switched off, and the way to the words. */
#define DAYBOOK_TYPE_GUARD_GROUP (daybook_guard_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookGuardGroup, daybook_guard_group, DAYBOOK, GUARD_GROUP, AdwPreferencesGroup)

void daybook_guard_group_set_store (DaybookGuardGroup *self,
                                    DaybookStore      *store);

/* Signal `words`: the person wants to see the words. */

G_END_DECLS
