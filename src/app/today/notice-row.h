/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One thing to be read, an announcement or an article: what it is, its first lines (Space or a click shows all of
 * them), who said it and when, the way to its article, and that it was read (Enter, E, or its button). */
#define DAYBOOK_TYPE_NOTICE_ROW (daybook_notice_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookNoticeRow, daybook_notice_row, DAYBOOK, NOTICE_ROW, GtkListBoxRow)

GtkWidget  *daybook_notice_row_new     (DaybookDesk      *desk,
                                        DaybookRow       *row);
/* The same one, as it is now. */
void        daybook_notice_row_show    (DaybookNoticeRow *self,
                                        DaybookRow       *row);
DaybookRow *daybook_notice_row_get_row (DaybookNoticeRow *self);

/* Signal `read`: the person at the desk has read it. */

G_END_DECLS
