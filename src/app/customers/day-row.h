/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/round-row.h"
#include "app/customers/day-object.h"

G_BEGIN_DECLS

/* A customer's day to remember: whose, which, when, and by which calendar. */
#define DAYBOOK_TYPE_DAY_ROW (daybook_day_row_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDayRow, daybook_day_row, DAYBOOK, DAY_ROW, DaybookRoundRow)

/* The steps of its signal. */
typedef enum
{
  DAYBOOK_DAY_GREET,
  DAYBOOK_DAY_DONE,
} DaybookDayStep;

GtkWidget *daybook_day_row_new  (DaybookDesk      *desk);
/* NULL: none. */
void       daybook_day_row_show (DaybookDayRow    *self,
                                 DaybookDayObject *object);

G_END_DECLS
