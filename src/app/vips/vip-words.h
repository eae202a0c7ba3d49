/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/vips/vip-list.h"

G_BEGIN_DECLS

/* What the page of VIPs says above its list, and in its place. */

/* How many there are of the view, or what each grade gives; `n`: how many are shown. (transfer full) */
char       *daybook_vip_words_count (DaybookReader        *reader,
                                     const DaybookVipList *list,
                                     DaybookVipsView       view,
                                     guint                 n);
/* What an empty view means: a title and a sentence. */
void        daybook_vip_words_empty (const DaybookVipList *list,
                                     DaybookVipsView       view,
                                     const char          **title,
                                     const char          **description);
/* Whether the shop uses any grade. */
gboolean    daybook_vip_words_used  (const DaybookVipList *list);

G_END_DECLS
