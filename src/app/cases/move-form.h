/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cases/told-field.h"
#include "app/common/desk.h"
#include "core/case-draft.h"
#include "store/case-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is asked before a case goes on, in place: of a stage the fields that it demands and the case has
 * not, and at an end what closing asks (UX 16); of an assignment and of a result what belongs to them. */
#define DAYBOOK_TYPE_MOVE_FORM (daybook_move_form_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMoveForm, daybook_move_form, DAYBOOK, MOVE_FORM, AdwBin)

/* Opens for a move of `row` to `stage`. FALSE: there is nothing to ask, and it stays shut. */
gboolean daybook_move_form_begin (DaybookMoveForm        *self,
                                  DaybookDesk            *desk,
                                  DaybookRegister        *definition,
                                  const DaybookRow       *row,
                                  guint                   stage,
                                  const DaybookCaseFacts *facts);
/* Opens for assigning the case: to whom, how urgent it is, what is required and by when (AS-04). `to`
 * is chosen already; or NULL. */
void     daybook_move_form_begin_assign  (DaybookMoveForm        *self,
                                          DaybookDesk            *desk,
                                          DaybookRegister        *definition,
                                          const DaybookRow       *row,
                                          const DaybookCaseFacts *facts,
                                          const DaybookId        *to);
/* Opens for what the handler found out, which goes back to the owner (AS-07). */
void     daybook_move_form_begin_result  (DaybookMoveForm        *self,
                                          DaybookDesk            *desk,
                                          DaybookRegister        *definition,
                                          const DaybookRow       *row,
                                          const DaybookCaseFacts *facts);
/* Opens for a move of `n` cases: `missing` (DaybookRequirement) and `asks` are what some of them
 * lack, asked once. What is left empty is no fault here: the cases that lack it will not go. */
void     daybook_move_form_begin_many (DaybookMoveForm   *self,
                                  DaybookDesk            *desk,
                                  DaybookRegister        *definition,
                                  guint                   stage,
                                  GPtrArray              *missing,
                                  DaybookAsks             asks,
                                  guint                   n);
/* What was filled in, for the cases that lack it. */
void     daybook_move_form_give_answers (DaybookMoveForm *self,
                                  DaybookCaseAct         *act);
/* While `done` is told: what was taken into a field that customers read, once. FALSE: nothing was. */
gboolean daybook_move_form_give_told (DaybookMoveForm    *self,
                                  DaybookTold            *told);
/* FALSE when it was not open. */
gboolean daybook_move_form_end   (DaybookMoveForm        *self);

/* Signals: `done` (DaybookCaseDraft *draft, char *act): all is answered; the handler does not keep it.
 * `act`: what the history calls it. Of several cases the draft stands for none of them.
 * `drafted` (DaybookCaseDraft *draft): something was filled in; NULL: the form is shut. */

G_END_DECLS
