/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How agents sign in the platform's notes (OR-14): the shop's pattern, and a note
 * to try it on. */
#define DAYBOOK_TYPE_PATTERN_GROUP (daybook_pattern_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPatternGroup, daybook_pattern_group, DAYBOOK, PATTERN_GROUP, AdwPreferencesGroup)

void daybook_pattern_group_set_store (DaybookPatternGroup *self,
                                      DaybookStore        *store);

G_END_DECLS
