/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The switch of the notifications of what is due (src/reminder/). */
#define DAYBOOK_TYPE_REMINDER_GROUP (daybook_reminder_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookReminderGroup, daybook_reminder_group, DAYBOOK, REMINDER_GROUP, AdwPreferencesGroup)

/* Once. */
void daybook_reminder_group_set_store (DaybookReminderGroup *self,
                                       DaybookStore         *store);

G_END_DECLS
