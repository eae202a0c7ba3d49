/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "store/due-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks until when something is put off: each choice says its exact time (UX 4), and any other can be
 * written. */
#define DAYBOOK_TYPE_SNOOZE_FORM (daybook_snooze_form_get_type ())
G_DECLARE_FINAL_TYPE (DaybookSnoozeForm, daybook_snooze_form, DAYBOOK, SNOOZE_FORM, AdwBin)

/* The choices as they are now, with the focus on the first one. */
void daybook_snooze_form_begin (DaybookSnoozeForm *self,
                                DaybookDesk       *desk);

/* Signal `chosen` (gint64 until, DaybookSnooze manner). */

G_END_DECLS
