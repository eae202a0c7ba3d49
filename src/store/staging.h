/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"
#include "core/record.h"
#include "store/problem-row.h"
#include "store/registers.h"
#include "store/store.h"

G_BEGIN_DECLS

/* An import between the file and the shop (RECORDS §5): rows are parsed into a
 * staging file of their own, counted against the book for the preview, and
 * merged from there in short transactions under one act. Nothing in the shop
 * changes before daybook_store_merge(). */
#define DAYBOOK_TYPE_STAGING (daybook_staging_get_type ())
G_DECLARE_FINAL_TYPE (DaybookStaging, daybook_staging, DAYBOOK, STAGING, GObject)

typedef struct
{
  DaybookId   shop;
  const char *platform; /* "tmall", "shopify", ... */
  const char *kind;     /* "orders", ... as on the command line */
  const DaybookTable *table; /* of its rows, when they are entries (core/entry.h); NULL: orders */
  const char *file;     /* base name */
  const char *encoding;
  gint64      as_of;    /* UTC seconds: what "newer" means for this file; 0 until it is set */
  guint64     form;     /* fingerprint of the header: which cells a raw row has */
  const char *header;   /* the header row, US between cells */
  gboolean    numbers_are_orders; /* the platform's own: an order of another day under the same number is another
                                   * shop's; not so where a person said what the columns mean */
  gboolean    no_cases; /* whatever the registers say */
} DaybookStagingSpec;

typedef struct
{
  guint64 rows;     /* of the file, without the header */
  guint64 orders;   /* distinct; or entries */
  guint64 n_new;
  guint64 n_updated;
  guint64 n_same;
  guint64 n_older;    /* of which the book says otherwise, from a later file: in the two above */
  guint64 n_problems; /* rows, not sentences */
} DaybookStagingCounts;

/* How an entry stands to those before it in its file. */
typedef enum
{
  DAYBOOK_STANDING_NEW,
  DAYBOOK_STANDING_AGAIN,     /* an earlier one says the same, as in exports put together */
  DAYBOOK_STANDING_OTHERWISE, /* an earlier one of this number says other things: nobody knows which is right */
} DaybookStanding;

/* Errors: as daybook_store_commit(). Rows may be added on any one thread. */
DaybookStaging *daybook_staging_new        (DaybookStore             *store,
                                            const DaybookStagingSpec *spec,
                                            GError                  **error);
/* Adds one order. A number met before in this file adds its lines to that
 * order; platform and shop need not be set in the record. */
gboolean        daybook_staging_add        (DaybookStaging           *self,
                                            const DaybookOrderRecord *record,
                                            GError                  **error);
/* Adds one entry, of the spec's table; shop, platform and time need not be set. Of one whose
 * number was met before only `standing` is told. */
gboolean        daybook_staging_add_entry  (DaybookStaging           *self,
                                            const DaybookEntry       *entry,
                                            DaybookStanding          *standing,
                                            GError                  **error);
/* Notes a row that will not be imported. Copies. */
gboolean        daybook_staging_add_problem (DaybookStaging          *self,
                                            const DaybookProblem     *problem,
                                            GError                  **error);
/* Where rows of a sheet are that will not be imported. */
typedef struct
{
  guint64 row;    /* of the sheet */
  guint64 n_rows; /* so many from there */
  char   *why;    /* all that is wrong, with the columns it is in */
} DaybookProblemPlace;

void            daybook_problem_place_free (DaybookProblemPlace      *self);
/* Those of one sheet, by their rows. (element-type DaybookProblemPlace) */
GPtrArray      *daybook_staging_problem_places (DaybookStaging       *self,
                                            guint                     sheet,
                                            GError                  **error);
/* Keeps such a row, or the header of their table. Copies. */
gboolean        daybook_staging_keep_row   (DaybookStaging           *self,
                                            const DaybookProblemRow  *row,
                                            GError                  **error);
/* Ends the adding; from now on counts and problems are whole. The file's time may be
 * corrected later too, before the merge. `sums` is the JSON of CLI.md. */
gboolean        daybook_staging_finish     (DaybookStaging           *self,
                                            guint64                   rows,
                                            const char               *sums,
                                            GError                  **error);
void            daybook_staging_set_as_of  (DaybookStaging           *self,
                                            gint64                    as_of);
const DaybookStagingCounts *daybook_staging_get_counts (DaybookStaging *self);
/* The registers of which merging opens cases, or once it is merged, has opened: with how many of
 * each. NULL: the file is none of which cases are born. (element-type DaybookBornOf) (transfer none) */
GPtrArray      *daybook_staging_get_born   (DaybookStaging           *self);
/* All of them. */
guint           daybook_staging_count_born (DaybookStaging           *self);
/* (element-type DaybookProblem), at most `limit` from the `from`th. */
GPtrArray      *daybook_staging_problems   (DaybookStaging           *self,
                                            guint                     from,
                                            guint                     limit,
                                            GError                  **error);
/* The rows that were kept, those of a table behind its header; at most `limit` from the
 * `from`th. (element-type DaybookProblemRow) */
GPtrArray      *daybook_staging_problem_rows (DaybookStaging         *self,
                                            guint                     from,
                                            guint                     limit,
                                            GError                  **error);
/* Deletes the staging file. A staging that was merged needs it too. */
void            daybook_staging_discard    (DaybookStaging           *self);

/* Merges what is staged, under one act, in short transactions (store/long-act.h), between
 * which people's edits go first. Progress (current and total orders) arrives on the main context. Cancel undoes what
 * was merged and gives CANCELLED. CONFLICT: an import came in since the staging was begun; the file is
 * to be read again. The outcome's n_changes counts operations. */
void            daybook_store_merge_async  (DaybookStore             *store,
                                            DaybookStaging           *staging,
                                            GFileProgressCallback     progress,
                                            gpointer                  progress_data,
                                            GCancellable             *cancellable,
                                            GAsyncReadyCallback       callback,
                                            gpointer                  data);
DaybookOutcome *daybook_store_merge_finish (DaybookStore             *store,
                                            GAsyncResult             *result,
                                            GError                  **error);
/* The same, blocking. */
DaybookOutcome *daybook_store_merge        (DaybookStore             *store,
                                            DaybookStaging           *staging,
                                            GFileProgressCallback     progress,
                                            gpointer                  progress_data,
                                            GCancellable             *cancellable,
                                            GError                  **error);

G_END_DECLS
