/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What customers are worth: segments, who buys again, cohorts (CU-09, KP-09). */
#define DAYBOOK_TYPE_VALUE_PAGE (daybook_value_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookValuePage, daybook_value_page, DAYBOOK, VALUE_PAGE, DaybookPage)

DaybookPage *daybook_value_page_new (DaybookStore *store);

G_END_DECLS
