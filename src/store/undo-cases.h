/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/database.h"

G_BEGIN_DECLS

/* What an undo may not do to cases: one that would break its register's rules by going back (goods
 * that another case has by now, money that goes back elsewhere, a stage without what it
 * demands) stays as it is, whole, with all that the act had done to it. Which those are shows
 * only once the rest has gone back: the step is then done again without them. */
typedef struct _DaybookUndoCases DaybookUndoCases;

DaybookUndoCases *daybook_undo_cases_new   (void);
void              daybook_undo_cases_free  (DaybookUndoCases   *self);

/* Before a transaction. */
void              daybook_undo_cases_begin (DaybookUndoCases   *self);
/* Before a row is taken back: `stays` when it is of a case that stays. */
gboolean          daybook_undo_cases_touch (DaybookUndoCases   *self,
                                            DaybookDatabase    *db,
                                            const DaybookTable *table,
                                            gint64              row,
                                            gboolean           *stays,
                                            GError            **error);
/* A case that stays, and why. */
typedef void (*DaybookUndoCasesStays)      (const DaybookRow   *row,
                                            const char         *sentence,
                                            gpointer            data);
/* After all rows: tells each case that has to stay from now on. `again` then: the transaction is
 * to be taken back, and the step done once more. */
gboolean          daybook_undo_cases_end   (DaybookUndoCases   *self,
                                            DaybookDatabase    *db,
                                            DaybookUndoCasesStays stays,
                                            gpointer            data,
                                            gboolean           *again,
                                            GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookUndoCases, daybook_undo_cases_free)

G_END_DECLS
