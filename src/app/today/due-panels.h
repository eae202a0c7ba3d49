/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cases/case-panel.h"
#include "app/today/due-object.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands beside the list of Today: the panel of whatever something is due of, each made when it is needed.
 * Signal `edit` (DaybookEdit): what a person wants. Signal `dropped`: what is shown is gone. */
#define DAYBOOK_TYPE_DUE_PANELS (daybook_due_panels_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDuePanels, daybook_due_panels, DAYBOOK, DUE_PANELS, AdwBin)

/* Once. */
void              daybook_due_panels_set_desk (DaybookDuePanels *self,
                                               DaybookDesk      *desk);
/* Shows what it is of; a task of a case is done in the case. */
void              daybook_due_panels_show     (DaybookDuePanels *self,
                                               DaybookDueObject *object);
/* The panel of the case that is shown; NULL: it is no case. (transfer none) */
DaybookCasePanel *daybook_due_panels_get_case (DaybookDuePanels *self);

G_END_DECLS
