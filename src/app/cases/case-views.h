/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/view-list.h"

G_BEGIN_DECLS

/* Keys of the views that every register has. */
#define DAYBOOK_CASE_VIEW_OPEN "open"
#define DAYBOOK_CASE_VIEW_MINE "mine"
#define DAYBOOK_CASE_VIEW_AGEING "ageing"
#define DAYBOOK_CASE_VIEW_ALL "all"
/* Of registers that know claims. */
#define DAYBOOK_CASE_VIEW_CLAIMS "claims"

/* The views of a register's cases, shared by the sidebar and the page; `table` is the
 * register's. (transfer full) */
DaybookViewList *daybook_case_views_for (DaybookStore       *store,
                                         const DaybookTable *table);

G_END_DECLS
