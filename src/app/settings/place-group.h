/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How safe the book is on this computer: what a PIN is good for, whether the disk is encrypted, who may read the files. */
#define DAYBOOK_TYPE_PLACE_GROUP (daybook_place_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPlaceGroup, daybook_place_group, DAYBOOK, PLACE_GROUP, AdwPreferencesGroup)

void daybook_place_group_set_store (DaybookPlaceGroup *self,
                                    DaybookStore      *store);

G_END_DECLS
