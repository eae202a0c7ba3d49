/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A channel or a sub-account of a platform, and who answers there (core/presence.h). */
#define DAYBOOK_TYPE_ANSWER_ROW (daybook_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAnswerRow, daybook_answer_row, DAYBOOK, ANSWER_ROW, AdwExpanderRow)

/* `table`: daybook_channel_people or daybook_sub_accounts. */
GtkWidget       *daybook_answer_row_new    (DaybookDesk        *desk,
                                            const DaybookTable *table);
void             daybook_answer_row_show   (DaybookAnswerRow   *self,
                                            const DaybookRow   *row);
const DaybookId *daybook_answer_row_get_id (DaybookAnswerRow   *self);
/* What the row is of: "Phone", "Taobao 山居茶舍:小陈". (transfer full) */
char            *daybook_answer_title      (const DaybookRow   *row);

G_END_DECLS
