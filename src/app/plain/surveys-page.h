/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "app/common/view-list.h"
#include "store/store.h"

G_BEGIN_DECLS

/* How customers found the service: each survey, and what they come to (RH-27, KP-03). */
DaybookPage     *daybook_surveys_page_new (DaybookStore *store);
/* Its views, for the sidebar. (transfer full) */
DaybookViewList *daybook_survey_views_for (DaybookStore *store);

G_END_DECLS
