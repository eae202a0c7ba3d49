/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/transaction.h"
#include "store/writer.h"

G_BEGIN_DECLS

/* What the files of the store share about a book. */

/* Who is at the desk. Any thread. */
DaybookId daybook_store_copy_agent  (DaybookStore   *self);

/* Tells whoever shows rows that the book has changed. Any thread. */
void     daybook_store_notify       (DaybookStore   *self);

/* The same when the search index has caught up with more than one step. */
void     daybook_store_notify_search (DaybookStore  *self);

/* Whether it was opened to be searched in. Any thread. */
gboolean daybook_store_has_index    (DaybookStore   *self);

/* How much of what is due has been reckoned anew, in percent; -1: all of it. Any thread. */
void     daybook_store_note_rebuild (DaybookStore   *self,
                                     int             percent);

/* Only one process at a time runs long acts (imports, long undos), and only
 * when none does are cut-off ones looked for. FALSE: another process has it. */
gboolean daybook_store_lock_long    (DaybookStore   *self);
/* The same for whoever was asked to by a person: a program that has just been
 * started holds the lock for a moment, while it looks for what was left half-done. */
gboolean daybook_store_await_long   (DaybookStore   *self);
void     daybook_store_unlock_long  (DaybookStore   *self);
/* Whether any process runs one. Any thread. */
gboolean daybook_store_is_long_running (DaybookStore *self);
/* Whether this process runs one. Writer's thread. */
gboolean daybook_store_is_in_long   (DaybookStore   *self);

/* An act of `agent` (NULL: the program), with a fresh id. `title` is borrowed. */
void     daybook_act_spec_init      (DaybookActSpec *spec,
                                     DaybookStore   *store,
                                     DaybookActKind  kind,
                                     const char     *title,
                                     const DaybookId *agent);

/* What came of a transaction that is about to be, or was, committed. */
DaybookOutcome *daybook_outcome_of  (const DaybookActSpec *spec,
                                     guint64         n_changes);

/* Finishes or undoes long acts that were cut off; returns a sentence about it,
 * or NULL. Called when a book is opened. */
char    *daybook_store_recover      (DaybookStore   *self,
                                     GError        **error);

G_END_DECLS
