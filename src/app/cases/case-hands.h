/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/event.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* In whose hands a case is, and what may be done about it now: assign it to somebody, return the result,
 * accept it or send it back, ask the customer through its owner, escalate it. */
#define DAYBOOK_TYPE_CASE_HANDS (daybook_case_hands_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCaseHands, daybook_case_hands, DAYBOOK, CASE_HANDS, AdwBin)

void daybook_case_hands_show (DaybookCaseHands *self,
                              DaybookDesk      *desk,
                              const DaybookRow *row);

/* Signals: `assign`, `returned`, `accepted`: a person wants that. `write` (int kind): something of that
 * DaybookEventKind. */

G_END_DECLS
