/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Who has looked at personal data in full, what is unusual first (DESIGN §9). */
#define DAYBOOK_TYPE_LOOKS_PAGE (daybook_looks_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookLooksPage, daybook_looks_page, DAYBOOK, LOOKS_PAGE, DaybookPage)

DaybookPage *daybook_looks_page_new      (DaybookStore *store);
/* Whether whoever is at the desk has such a page: more than one works here, and they see to the others. */
gboolean     daybook_looks_page_is_shown (DaybookStore *store);

G_END_DECLS
