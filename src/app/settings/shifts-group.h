/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The shifts that people work (core/shift.h): their names and hours. */
#define DAYBOOK_TYPE_SHIFTS_GROUP (daybook_shifts_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookShiftsGroup, daybook_shifts_group, DAYBOOK, SHIFTS_GROUP, AdwPreferencesGroup)

/* Once. */
void daybook_shifts_group_set_store (DaybookShiftsGroup *self,
                                     DaybookStore       *store);

G_END_DECLS
