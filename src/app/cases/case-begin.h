/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case-draft.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What a new case has of the row that it is begun from: an order, a line of one, a customer, or a box
 * on the table. */

/* The draft takes it over. `*line`: that of the order which the case is about, in a register of which
 * cases have goods; else NULL. (transfer full) */
void  daybook_case_begin_from  (DaybookReader     *reader,
                                DaybookRegister   *definition,
                                DaybookCaseDraft  *draft,
                                const DaybookRow  *from,
                                DaybookRow       **line);
/* Adds the line to the case in the edit, with all that was bought of it. */
void  daybook_case_begin_goods (DaybookEdit       *edit,
                                const DaybookRow  *line,
                                const DaybookId   *of,
                                gint64             now);
/* "About: White cup × 2". (transfer full) */
char *daybook_case_begin_describe (const DaybookRow *line);

G_END_DECLS
