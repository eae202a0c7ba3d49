/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/view-page.h"

G_BEGIN_DECLS

/* The shop's activity lists (CU-04, CU-06), open and closed. */
#define DAYBOOK_TYPE_ACTIVITIES_PAGE (daybook_activities_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookActivitiesPage, daybook_activities_page, DAYBOOK, ACTIVITIES_PAGE, DaybookViewPage)

DaybookPage     *daybook_activities_page_new  (DaybookStore *store);
DaybookViewList *daybook_activity_views_for   (DaybookStore *store);

/* Commands: those of a view page; `done`: copies and goes on; `decline`: goes on without. */

G_END_DECLS
