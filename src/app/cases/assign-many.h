/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"
#include "store/case-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives several cases to one person, as handler or as owner; whoever is to handle them is told what
 * is required, and by when (AS-04, AS-06). */
#define DAYBOOK_TYPE_ASSIGN_MANY (daybook_assign_many_get_type ())
G_DECLARE_FINAL_TYPE (DaybookAssignMany, daybook_assign_many, DAYBOOK, ASSIGN_MANY, AdwBin)

/* Once. */
void daybook_assign_many_set_up       (DaybookAssignMany *self,
                                       DaybookDesk       *desk,
                                       DaybookRegister   *definition);
/* Begins anew, with the focus in it. */
void daybook_assign_many_begin        (DaybookAssignMany *self);
/* Who was chosen, and what was written. */
void daybook_assign_many_give_answers (DaybookAssignMany *self,
                                       DaybookCaseAct    *act);

/* Signals: `done`: a person has chosen. `ended`: they think better of it. */

G_END_DECLS
