/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* Copies the book's log into the book while a long act goes on, in a thread of its
 * own: with the writer at it, whoever saves a note would wait for some hundred
 * megabytes. The log begins anew only where all of it is copied and nobody reads in it,
 * so the long act pauses until then; who saves a note does not. */
typedef struct _DaybookCheckpointer DaybookCheckpointer;

/* Takes the writer's checkpoints over until it is freed; both in the writer's
 * thread. NULL when that is not possible: then everything is as it was. */
DaybookCheckpointer *daybook_checkpointer_new  (const char          *path,
                                                DaybookDatabase     *writer);
void                 daybook_checkpointer_free (DaybookCheckpointer *self);
/* Whether the long act may write on; waits for it, but not for long. */
gboolean             daybook_checkpointer_ready (DaybookCheckpointer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCheckpointer, daybook_checkpointer_free)

G_END_DECLS
