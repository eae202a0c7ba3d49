/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cases/refusals.h"
#include "app/common/list-page.h"

G_BEGIN_DECLS

/* Does what a person wants of several cases of a page: builds it beside the main loop, commits it
 * as one act, and lists what was left as it is. */
#define DAYBOOK_TYPE_MANY_ACTS (daybook_many_acts_get_type ())
G_DECLARE_FINAL_TYPE (DaybookManyActs, daybook_many_acts, DAYBOOK, MANY_ACTS, GObject)

/* `page`, with `refusals` in it, is borrowed: it owns this. */
DaybookManyActs *daybook_many_acts_new (DaybookListPage *page,
                                        DaybookRefusals *refusals);
/* Takes over `act`. */
void             daybook_many_acts_run (DaybookManyActs *self,
                                        DaybookCaseAct  *act);

G_END_DECLS
