/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/row.h"
#include "store/database.h"

G_BEGIN_DECLS

/* What makes that a chore is due, or is not any more. */

/* Until when all of it is done (core/chore.h): by what people said, and by lists that are ticked off to the end,
 * on whichever laptops. */
gboolean daybook_chore_read_done (DaybookDatabase        *db,
                                  const DaybookDueTerms  *terms,
                                  const DaybookRow       *row,
                                  gint64                 *done,
                                  GError                **error);
/* The key of the chore whose list the tick is on; 0 without error: it is on none's. */
gint64   daybook_chore_of_tick   (DaybookDatabase        *db,
                                  gint64                  tick,
                                  GError                **error);

G_END_DECLS
