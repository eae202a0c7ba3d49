/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What the shop plans, by the day (CU-12, CU-14, CU-15). */
DaybookPage *daybook_campaigns_page_new (DaybookStore *store);

G_END_DECLS
