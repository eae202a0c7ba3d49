/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One case of a register, worked on where it stands: where it is among its stages and where it may
 * go, its fields, its goods, what is written into it, and what has happened. Or a new one,
 * which is in the book once it is saved. */
#define DAYBOOK_TYPE_CASE_PANEL (daybook_case_panel_get_type ())
G_DECLARE_FINAL_TYPE (DaybookCasePanel, daybook_case_panel, DAYBOOK, CASE_PANEL, AdwBin)

/* Once, before the first case. */
void     daybook_case_panel_set_up    (DaybookCasePanel *self,
                                       DaybookDesk      *desk,
                                       DaybookRegister  *definition);
/* Shows a case, or the same one again after it has changed. NULL: it is gone. A new one that is
 * not saved yet stays. */
void     daybook_case_panel_show      (DaybookCasePanel *self,
                                       const DaybookRow *row);
/* Begins a new case, of an order, a line of one, a customer, or of none (NULL). */
void     daybook_case_panel_begin_new (DaybookCasePanel *self,
                                       const DaybookRow *from);
/* Whether a new one is in it, which is not in the book. */
gboolean daybook_case_panel_is_new    (DaybookCasePanel *self);
/* Whether a new case, a note, or what a move asks was begun, and is nowhere else. */
gboolean daybook_case_panel_is_writing (DaybookCasePanel *self);
/* FALSE when no new case was begun, and no form is open. */
gboolean daybook_case_panel_end       (DaybookCasePanel *self);
/* Opens the form for assigning the case to somebody. */
void     daybook_case_panel_assign    (DaybookCasePanel *self);
/* Asks which priority the case shall have. */
void     daybook_case_panel_prioritise (DaybookCasePanel *self);
/* Asks what the stage demands of the case that is shown, with the focus in it; where it demands
 * nothing, the case is moved. */
void     daybook_case_panel_move      (DaybookCasePanel *self,
                                       guint             stage);
/* Puts the focus where something is written into the case. */
void     daybook_case_panel_write     (DaybookCasePanel *self);
/* Opens the picker of phrases for a field that customers read, or lets the one that is open put what is chosen into it.
 * FALSE: there is none. */
gboolean daybook_case_panel_take      (DaybookCasePanel *self);

/* Puts the focus on the goods, to be counted. FALSE: the case has none. */
gboolean daybook_case_panel_count     (DaybookCasePanel *self);

/* Signals: `edit` (DaybookEdit *edit): to be committed; the handler does not keep it.
 * `made` (DaybookId *id), after it: a new case. `dropped`: a new one is not wanted. */

G_END_DECLS
