/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/case-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a stage asks before a case comes to it, in place: the fields that it demands and the case
 * has not, and at an end what closing asks (UX 16). */
#define DAYBOOK_TYPE_MOVE_FORM (daybook_move_form_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMoveForm, daybook_move_form, DAYBOOK, MOVE_FORM, AdwBin)

/* Opens for a move of `row` to `stage`. FALSE: there is nothing to ask, and it stays shut. */
gboolean daybook_move_form_begin (DaybookMoveForm        *self,
                                  DaybookDesk            *desk,
                                  DaybookRegister        *definition,
                                  const DaybookRow       *row,
                                  guint                   stage,
                                  const DaybookCaseFacts *facts);
/* FALSE when it was not open. */
gboolean daybook_move_form_end   (DaybookMoveForm        *self);

/* Signals: `done` (DaybookCaseDraft *draft): all is answered; the handler does not keep it.
 * `drafted` (DaybookCaseDraft *draft): something was filled in; NULL: the form is shut. */

G_END_DECLS
