/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/remembered-day.h"
#include "store/due-list.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A customer's day to remember in a list of those to come. */
#define DAYBOOK_TYPE_DAY_OBJECT (daybook_day_object_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDayObject, daybook_day_object, DAYBOOK, DAY_OBJECT, GObject)

/* NULL: it does not come, or is gone. `item` is taken over. */
DaybookDayObject        *daybook_day_object_new      (DaybookReader    *reader,
                                                      DaybookDueItem   *item);
/* Tells it from the others of a list. */
gint64                   daybook_day_object_get_key  (DaybookDayObject *self);
/* Takes what is known of the day by now. */
void                     daybook_day_object_take     (DaybookDayObject *self,
                                                      DaybookDayObject *newer);
/* What is due. (transfer none), as the following */
DaybookDueItem          *daybook_day_object_get_item (DaybookDayObject *self);
DaybookRow              *daybook_day_object_get_day  (DaybookDayObject *self);
const DaybookYearlyTime *daybook_day_object_get_time (DaybookDayObject *self);
/* Whose it is; NULL: nobody's. */
const DaybookId         *daybook_day_object_get_who  (DaybookDayObject *self);

G_END_DECLS
