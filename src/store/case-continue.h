/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/register.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* A case whose outcome turns out another goes on in another register (UX 15): what is known moves
 * into a new case, the two are linked, and the old one ends where its register says so. */

/* Whether that is possible from where the case stands. */
gboolean daybook_case_can_continue (DaybookRegister   *definition,
                                    const DaybookRow  *row);
/* Whether the register names the other one among its outcomes. */
gboolean daybook_case_leads_to     (DaybookRegister   *definition,
                                    const char        *into);
/* Adds it to the edit; `id` gets the new case. `why`: words for the result of the old one, or
 * NULL.
 * Errors: CONSTRAINT: its register does not lead there, or not from this stage; as the reader. */
gboolean daybook_case_continue     (DaybookReader     *reader,
                                    DaybookEdit       *edit,
                                    const DaybookRow  *row,
                                    DaybookRegister   *into,
                                    const char        *why,
                                    gint64             now,
                                    DaybookId         *id,
                                    GError           **error);

G_END_DECLS
