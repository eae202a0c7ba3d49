/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due-case.h"
#include "store/database.h"

G_BEGIN_DECLS

/* What happened to a case, as its clocks ask: from its events, its customer and the history. `row` is in
 * its register's table. Moments that are undone never were. */
gboolean daybook_case_course_read  (DaybookDatabase   *db,
                                   DaybookRegister   *definition,
                                   const DaybookRow  *row,
                                   const DaybookRules *rules,
                                   DaybookCaseCourse  *course,
                                   GError           **error);
void     daybook_case_course_clear (DaybookCaseCourse  *course);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookCaseCourse, daybook_case_course_clear)

G_END_DECLS
