/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What came due while nobody could be told, and that the clock was set, until a person has seen it. Not shown
 * while there is nothing of it. */
#define DAYBOOK_TYPE_MISSED_CARD (daybook_missed_card_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMissedCard, daybook_missed_card, DAYBOOK, MISSED_CARD, AdwBin)

/* Once. */
void daybook_missed_card_set_desk (DaybookMissedCard *self,
                                   DaybookDesk       *desk);

/* Signal `opened`: with the key (gint64) of the due item that was chosen. */

G_END_DECLS
