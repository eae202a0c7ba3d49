/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* How many things are due, for the sidebar: property `count` (gint64). It follows the book and the clock. */
#define DAYBOOK_TYPE_TODAY_COUNT (daybook_today_count_get_type ())
G_DECLARE_FINAL_TYPE (DaybookTodayCount, daybook_today_count, DAYBOOK, TODAY_COUNT, GObject)

/* That of the store: made at the first call, and kept as long as the store. (transfer none) */
gpointer daybook_today_count_of (DaybookStore *store);

G_END_DECLS
