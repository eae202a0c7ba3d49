/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which registers the shop shows: a switch each. Their cases stay where they are. */
#define DAYBOOK_TYPE_REGISTERS_GROUP (daybook_registers_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRegistersGroup, daybook_registers_group, DAYBOOK, REGISTERS_GROUP, AdwPreferencesGroup)

/* Once. */
void daybook_registers_group_set_store (DaybookRegistersGroup *self,
                                        DaybookStore          *store);

G_END_DECLS
