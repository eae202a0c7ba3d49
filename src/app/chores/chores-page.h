/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What comes again: the shop's chores, and the checklists that the handbook has for it, to be switched on. */
#define DAYBOOK_TYPE_CHORES_PAGE (daybook_chores_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookChoresPage, daybook_chores_page, DAYBOOK, CHORES_PAGE, DaybookPage)

DaybookPage *daybook_chores_page_new (DaybookStore *store);

G_END_DECLS
