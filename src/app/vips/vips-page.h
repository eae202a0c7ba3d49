/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "app/common/view-list.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The shop's VIPs (CU-04, CU-11): who is to have another grade and why, all who have one, and who is to hear from the shop
 * again. */
#define DAYBOOK_TYPE_VIPS_PAGE (daybook_vips_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookVipsPage, daybook_vips_page, DAYBOOK, VIPS_PAGE, DaybookPage)

DaybookPage *daybook_vips_page_new      (DaybookStore    *store);
/* The customer in the panel, or at hand; NULL: none. (transfer full) */
DaybookRow  *daybook_vips_page_get_open (DaybookVipsPage *self);

/* Commands: `open`, `next`, `previous`, `select-all`; `done`: the proposed grade, or contacted; `decline`; `called`. */

G_END_DECLS
