/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rules by which things are due: which are in use, how long before something is near, how much of the time a
 * grade leaves. With the property `follow-ups`, those on orders and goods: how many things each would have on today's
 * list, and for which platforms it is off and why. */
#define DAYBOOK_TYPE_RULES_GROUP (daybook_rules_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRulesGroup, daybook_rules_group, DAYBOOK, RULES_GROUP, AdwPreferencesGroup)

void daybook_rules_group_set_store (DaybookRulesGroup *self,
                                   DaybookStore      *store);

G_END_DECLS
