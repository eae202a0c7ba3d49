/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/bulk-bar.h"

G_BEGIN_DECLS

/* What can be done to the selected phrases at once. */
#define DAYBOOK_TYPE_PHRASE_BULK (daybook_phrase_bulk_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhraseBulk, daybook_phrase_bulk, DAYBOOK, PHRASE_BULK, DaybookBulkBar)

GtkWidget *daybook_phrase_bulk_new (DaybookDesk *desk);

/* Signal `set` (guint field, gint64 value): of each of them; of DAYBOOK_PHRASE_AGENT: 0 is nobody's own, 1 the person's at
 * the desk. */

G_END_DECLS
