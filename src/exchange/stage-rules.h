/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/order-code.h"

G_BEGIN_DECLS

/* A profile's rules about where an order stands, applied to one order after the
 * other. Remembers how the few words of a file's status fold. */
typedef struct _DaybookStageRules DaybookStageRules;

/* `profile` must outlive the rules. */
DaybookStageRules *daybook_stage_rules_new   (const DaybookProfile     *profile);
void               daybook_stage_rules_free  (DaybookStageRules        *self);
/* The stage of the first rule that fits; UNKNOWN when none does. `others`: bit s, a
 * rule before might give stage s, had the file the columns that it asks for; 0: it is no
 * guess. */
DaybookStage       daybook_stage_rules_apply (DaybookStageRules        *self,
                                              const DaybookOrderRecord *record,
                                              const DaybookOrderExtras *extras,
                                              guint                    *others);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookStageRules, daybook_stage_rules_free)

G_END_DECLS
