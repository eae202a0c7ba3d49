/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/view-list.h"

G_BEGIN_DECLS

/* The one list of the table's views over a store, which the sidebar and the page share: made at
 * the first call, and anew when nobody holds it any more. (transfer full) */
DaybookViewList *daybook_shared_views (DaybookStore             *store,
                                       const DaybookTable       *table,
                                       const DaybookShippedView *shipped);

G_END_DECLS
