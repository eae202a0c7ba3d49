/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/recurrence.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Says how often something comes again: which days, at what time, and what of days on which the shop is shut;
 * below it, in words, what that comes to. */
#define DAYBOOK_TYPE_RECURRENCE_FORM (daybook_recurrence_form_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRecurrenceForm, daybook_recurrence_form, DAYBOOK, RECURRENCE_FORM, AdwBin)

/* Shows one; `text` as it is kept. What a person is changing stays, unless it is another thing's. */
void  daybook_recurrence_form_show (DaybookRecurrenceForm *self,
                                    const char            *text);
/* What is chosen, as it is kept; NULL: it says nothing that could be. (transfer full) */
char *daybook_recurrence_form_get  (DaybookRecurrenceForm *self);

/* Signal `chosen` (const char *text): a person wants that. */

G_END_DECLS
