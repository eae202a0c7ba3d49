/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/view-page.h"

G_BEGIN_DECLS

/* Every task, be it due today or not: those with a time, memos, and what was done. */
#define DAYBOOK_TYPE_TASKS_PAGE (daybook_tasks_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTasksPage, daybook_tasks_page, DAYBOOK, TASKS_PAGE, DaybookViewPage)

DaybookPage     *daybook_tasks_page_new (DaybookStore *store);
/* (transfer full) */
DaybookViewList *daybook_task_views_for (DaybookStore *store);

/* Commands: those of a list page; `done`, `trash`. */

G_END_DECLS
