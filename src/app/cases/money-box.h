/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/edit.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a case comes to in money: the balance with its arithmetic, what was moved and what is left,
 * what the platform says of it, and the warnings where the same goods are replaced and paid back.
 * In registers in which no money plays a part, and while there is nothing to say, it is not seen. */
#define DAYBOOK_TYPE_MONEY_BOX (daybook_money_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMoneyBox, daybook_money_box, DAYBOOK, MONEY_BOX, AdwBin)

/* What the case is to the book. */
typedef enum
{
  DAYBOOK_CASE_IN_BOOK,
  DAYBOOK_CASE_NOT_SAVED, /* a new one: nothing can be written into it yet */
} DaybookCaseKept;

void daybook_money_box_show (DaybookMoneyBox  *self,
                             DaybookDesk      *desk,
                             DaybookRegister  *definition,
                             const DaybookRow *row,
                             DaybookCaseKept   kept);

/* Signals: `edited` (DaybookEdit *edit): to be committed. `changed` (guint field, DaybookValue
 * *value): a field was given another value. */

G_END_DECLS
