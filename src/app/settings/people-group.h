/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who works here: names, codes and roles. With one person nothing asks who it
 * is (RECORDS §9, one-person mode). */
#define DAYBOOK_TYPE_PEOPLE_GROUP (daybook_people_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPeopleGroup, daybook_people_group, DAYBOOK, PEOPLE_GROUP, AdwPreferencesGroup)

void daybook_people_group_set_store (DaybookPeopleGroup *self,
                                     DaybookStore       *store);

G_END_DECLS
