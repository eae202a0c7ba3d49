/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store-private.h"

G_BEGIN_DECLS

/* An undo of no more operations than this is one transaction. */
#define DAYBOOK_UNDO_OPS_PER_STEP 2000

/* Taking back an act, in steps of one short transaction (RECORDS §3). */
typedef struct _DaybookUndo DaybookUndo;

/* `act`: the key of the act whose operations are taken back; `agent` NULL: the
 * program. Errors: NOT_FOUND. */
DaybookUndo *daybook_undo_new    (DaybookStore     *store,
                                  DaybookDatabase  *db,
                                  gint64            act,
                                  const DaybookId  *agent,
                                  GError          **error);
/* Goes on with an undo that was cut off: `key` is the undo's own act. */
DaybookUndo *daybook_undo_resume (DaybookStore     *store,
                                  DaybookDatabase  *db,
                                  gint64            key,
                                  GError          **error);
void         daybook_undo_free   (DaybookUndo      *self);

/* One transaction. DONE with error set when it failed. */
DaybookStep  daybook_undo_step   (DaybookUndo      *self,
                                  DaybookWriter    *writer,
                                  GError          **error);
/* After the last step. */
DaybookOutcome *daybook_undo_steal_outcome (DaybookUndo *self);
/* Operations looked at, and all of them. */
void         daybook_undo_get_progress (DaybookUndo *self,
                                  gint64           *done,
                                  gint64           *total);
/* The key of the undo's own act; 0 while nothing was changed. */
gint64       daybook_undo_get_key (DaybookUndo     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookUndo, daybook_undo_free)

G_END_DECLS
