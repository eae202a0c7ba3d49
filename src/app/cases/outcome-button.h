/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The menu of what else may come of a case (UX 15): of a new one that is not saved, the register
 * to begin it in instead; of one in the book, the register in which it goes on, with all that is
 * known. Not seen where the register leads nowhere. */
#define DAYBOOK_TYPE_OUTCOME_BUTTON (daybook_outcome_button_get_type ())
G_DECLARE_FINAL_TYPE (DaybookOutcomeButton, daybook_outcome_button, DAYBOOK, OUTCOME_BUTTON, AdwBin)

/* A case in the book. */
void daybook_outcome_button_show     (DaybookOutcomeButton *self,
                                      DaybookDesk          *desk,
                                      DaybookRegister      *definition,
                                      const DaybookRow     *row);
/* A new one of an order, into which nothing was typed yet. */
void daybook_outcome_button_show_new (DaybookOutcomeButton *self,
                                      DaybookDesk          *desk,
                                      DaybookRegister      *definition,
                                      const DaybookId      *order);

/* Signal `continued` (DaybookEdit *edit, DaybookId *id): to be committed; `id` is the new case. */

G_END_DECLS
