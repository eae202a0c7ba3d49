/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/page.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What was deleted, by kind; one or many can be brought back. */
#define DAYBOOK_TYPE_TRASH_PAGE (daybook_trash_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTrashPage, daybook_trash_page, DAYBOOK, TRASH_PAGE, DaybookPage)

DaybookPage *daybook_trash_page_new (DaybookStore *store);

G_END_DECLS
