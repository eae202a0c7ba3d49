/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/row.h"
#include "store/database.h"

G_BEGIN_DECLS

/* What makes that a chore is due, or is not any more. */

/* Adds to `items` (DaybookDue) the one time that is open (core/chore.h): until when all is done follows from what
 * people said, and from lists that are ticked off to the end, on whichever laptops. */
gboolean daybook_chore_reckon    (DaybookDatabase        *db,
                                  const DaybookDueTerms  *terms,
                                  const DaybookRow       *row,
                                  GArray                 *items,
                                  GError                **error);
/* The key of the chore whose list the tick is on; 0 without error: it is on none's. */
gint64   daybook_chore_of_tick   (DaybookDatabase        *db,
                                  gint64                  tick,
                                  GError                **error);

G_END_DECLS
