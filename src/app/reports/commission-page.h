/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Whose orders a month's are, and which bear no name (OR-03, OR-04). */
#define DAYBOOK_TYPE_COMMISSION_PAGE (daybook_commission_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCommissionPage, daybook_commission_page, DAYBOOK, COMMISSION_PAGE, DaybookPage)

DaybookPage *daybook_commission_page_new (DaybookStore *store);

G_END_DECLS
