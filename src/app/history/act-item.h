/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* One act as an element of a list. */
#define DAYBOOK_TYPE_ACT_ITEM (daybook_act_item_get_type ())
G_DECLARE_FINAL_TYPE (DaybookActItem, daybook_act_item, DAYBOOK, ACT_ITEM, GObject)

/* Takes over `act`. */
DaybookActItem   *daybook_act_item_new (DaybookAct     *act);
/* Takes what a newer reading of the same act says, and gives its own for it;
 * emits `changed` when something that people see is different. */
void              daybook_act_item_swap (DaybookActItem *self,
                                        DaybookActItem *newer);
const DaybookAct *daybook_act_item_get (DaybookActItem *self);

G_END_DECLS
