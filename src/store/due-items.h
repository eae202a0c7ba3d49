/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/row.h"
#include "store/database.h"

G_BEGIN_DECLS

/* What is due, derived and kept in the transaction that changes what it follows from (RECORDS §6). Writes
 * tell of the rows they touch (store/due-touched.h), and before a transaction is committed what is due of these is reckoned
 * anew. Rules, opening hours, registers and the shop's zone change it for all rows: that is left to a
 * rebuild (store/due-rebuild.h), which the transaction asks for. Writer's thread only. */

/* By which version of the program's own rules all was reckoned: another number, and all is anew. */
#define DAYBOOK_DUE_PROGRAM 5

/* Reckons what is due of all that was touched since the last time. Within a transaction. */
gboolean daybook_due_flush   (DaybookDatabase        *db,
                              GError                **error);
/* Reckons one row anew. `generation`: of the rules at hand. */
gboolean daybook_due_reckon  (DaybookDatabase        *db,
                              const DaybookDueTerms  *terms,
                              const DaybookTable     *table,
                              gint64                  rowid,
                              gint64                  generation,
                              GError                **error);

G_END_DECLS
