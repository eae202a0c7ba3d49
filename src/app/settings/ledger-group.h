/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether complaints are counted by agents, and what the first of a month comes to (RV-04). It is the
 * owner's: others do not see it. */
#define DAYBOOK_TYPE_LEDGER_GROUP (daybook_ledger_group_get_type ())
G_DECLARE_FINAL_TYPE (DaybookLedgerGroup, daybook_ledger_group, DAYBOOK, LEDGER_GROUP, AdwPreferencesGroup)

void daybook_ledger_group_set_store (DaybookLedgerGroup *self,
                                     DaybookStore       *store);

G_END_DECLS
