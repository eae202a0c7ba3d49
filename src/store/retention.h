/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/retention.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What the shop no longer keeps (core/retention.h): what it would be now, and that it goes. */

#define DAYBOOK_RETENTION_IDS 100

typedef struct
{
  guint   number; /* of days or years; 0: for ever */
  guint64 n_due;  /* rows that would go now */
  GArray *ids;    /* DaybookId: of whose rows they are, the first DAYBOOK_RETENTION_IDS of them */
} DaybookRetention;

/* `self` is to be cleared. Reads much where there is much. Errors: as a read. */
gboolean        daybook_reader_retention     (DaybookReader          *reader,
                                              DaybookKeep             keep,
                                              DaybookRetention       *self,
                                              GError                **error);
/* The same, as if that number were set: before it is. */
gboolean        daybook_reader_retention_at  (DaybookReader          *reader,
                                              DaybookKeep             keep,
                                              guint                   number,
                                              DaybookRetention       *self,
                                              GError                **error);
void            daybook_retention_clear      (DaybookRetention       *self);

/* Lets everything go that is due at `now` (UTC seconds), in short transactions, between which others write: rows of files and of the log for
 * good, what shows who an idle customer is behind stars, numbers into the trash by an act of the program (DAYBOOK_ACT_RULE); the history says how much. Cancelled, it
 * stops where it is: the rest goes the next time. NULL without error: nothing was due. Blocks; any thread. Progress comes
 * in the writer's thread. (transfer full) Errors: CANCELLED; as daybook_store_commit(). */
DaybookOutcome *daybook_retention_run        (DaybookStore           *store,
                                              gint64                  now,
                                              GFileProgressCallback   progress,
                                              gpointer                progress_data,
                                              GCancellable           *cancellable,
                                              GError                **error);
/* The same once a day, on each laptop. */
gboolean        daybook_retention_run_daily  (DaybookStore           *store,
                                              GError                **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookRetention, daybook_retention_clear)

G_END_DECLS
