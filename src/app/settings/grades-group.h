/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the shop's VIP grades ask and give (CU-04, OR-12). A grade is off until it is switched on; how many customers would have
 * another one by it is counted as it is typed. */
#define DAYBOOK_TYPE_GRADES_GROUP (daybook_grades_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookGradesGroup, daybook_grades_group, DAYBOOK, GRADES_GROUP, AdwPreferencesGroup)

void daybook_grades_group_set_store (DaybookGradesGroup *self,
                                     DaybookStore       *store);

G_END_DECLS
