/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* "Where is my data": the file, its size, whether it is sound, its search index. */
#define DAYBOOK_TYPE_DATA_GROUP (daybook_data_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDataGroup, daybook_data_group, DAYBOOK, DATA_GROUP, AdwPreferencesGroup)

void daybook_data_group_set_store (DaybookDataGroup *self,
                                   DaybookStore     *store);

G_END_DECLS
