/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

/* Acts of the person at the desk, and how the window tells what came of them:
 * a toast with Undo; a list where something could not be done. What takes longer than a
 * moment shows how far it is and can be stopped; what deletes much is asked once. */

/* As daybook_shell_commit(). */
void daybook_acts_commit   (DaybookWindow        *window,
                            DaybookEdit          *edit,
                            const char           *done);
/* As daybook_shell_tell(). */
void daybook_acts_tell     (DaybookWindow        *window,
                            const DaybookOutcome *outcome,
                            const char           *done);
/* Undoes the act, or with NULL the newest one of this person. */
void daybook_acts_undo     (DaybookWindow        *window,
                            const DaybookId      *act);
void daybook_acts_redo     (DaybookWindow        *window);

G_END_DECLS
