/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Keeps search.db in step with the book, in a thread of its own: it reads the
 * history from where it stopped and indexes anew each row that an operation
 * touched. So no edit and no import waits for the index, a crash loses nothing
 * of it, and what another process wrote is indexed too. */
typedef struct _DaybookSearchIndex DaybookSearchIndex;

/* Makes search.db when it is missing or of another book or version, and starts
 * the thread. `store` is not owned: it outlives the index. */
DaybookSearchIndex *daybook_search_index_new      (DaybookStore        *store,
                                                   GError             **error);
/* Stops the thread after the step at hand; what is left is indexed by the next
 * process that opens the book. */
void                daybook_search_index_free     (DaybookSearchIndex  *self);
/* Something was committed. Any thread. */
void                daybook_search_index_wake     (DaybookSearchIndex  *self);
/* Waits until everything committed so far can be found. Any thread but the
 * index's own. */
void                daybook_search_index_settle   (DaybookSearchIndex  *self);
/* Makes the index anew and waits for it; progress comes in the index's thread. */
gboolean            daybook_search_index_rebuild  (DaybookSearchIndex  *self,
                                                   GFileProgressCallback progress,
                                                   gpointer             progress_data,
                                                   GCancellable        *cancellable,
                                                   GError             **error);

G_END_DECLS
