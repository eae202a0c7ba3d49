/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/writer.h"

G_BEGIN_DECLS

/* An edit of many rows as one act of many short transactions (RECORDS §7), as an import
 * is: other people's notes are written in between, whoever asked for it sees how far it
 * is and can stop it. Stopped, failed or cut off, it is taken back. */

/* An edit of no more changes than this is one transaction. */
#define DAYBOOK_EDIT_CHANGES_PER_STEP 2000

/* Whether an edit is to be cut: one of many changes, none of which is bound to another
 * by a rule or by being born with it. */
gboolean        daybook_long_edit_suits   (const DaybookEdit *edit);
/* Commits it. Takes a reference of its own to `edit`. */
DaybookRequest *daybook_long_edit_request (DaybookStore      *store,
                                           DaybookEdit       *edit,
                                           GCancellable      *cancellable);

G_END_DECLS
