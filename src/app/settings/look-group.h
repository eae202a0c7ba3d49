/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Light, dark, or as the desktop says. The choice is this device's. */
#define DAYBOOK_TYPE_LOOK_GROUP (daybook_look_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookLookGroup, daybook_look_group, DAYBOOK, LOOK_GROUP, AdwPreferencesGroup)

/* Makes the program look as chosen, now and whenever `prefs` changes. Once, at
 * the start; `prefs` may be NULL where the schema is not installed. */
void daybook_look_follow (GSettings *prefs);

G_END_DECLS
