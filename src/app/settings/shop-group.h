/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The shop's name, time zone and currency. */
#define DAYBOOK_TYPE_SHOP_GROUP (daybook_shop_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookShopGroup, daybook_shop_group, DAYBOOK, SHOP_GROUP, AdwPreferencesGroup)

void daybook_shop_group_set_store (DaybookShopGroup *self,
                                   DaybookStore     *store);

G_END_DECLS
