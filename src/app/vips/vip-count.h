/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* How many customers wait on the page of VIPs, for the sidebar: property `count` (gint64): those for whom another grade is
 * proposed, and those who are over their time of contact. It follows the book, the slower the longer looking takes. */
#define DAYBOOK_TYPE_VIP_COUNT (daybook_vip_count_get_type ())
G_DECLARE_FINAL_TYPE (DaybookVipCount, daybook_vip_count, DAYBOOK, VIP_COUNT, GObject)

/* That of the store: made at the first call, and kept as long as the store. (transfer none) */
gpointer daybook_vip_count_of (DaybookStore *store);

G_END_DECLS
