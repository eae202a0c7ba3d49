/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/first-look.h"
#include "exchange/mapping.h"
#include "store/staging.h"

G_BEGIN_DECLS

/* One file on its way into the book, for the window and the command line
 * alike: recognise, read, stage, preview; then merge; then, if wanted, undo. */
#define DAYBOOK_TYPE_IMPORT (daybook_import_get_type ())
G_DECLARE_FINAL_TYPE (DaybookImport, daybook_import, DAYBOOK, IMPORT, GObject)

DaybookImport  *daybook_import_new            (DaybookStore        *store,
                                               const char          *path);
/* Before preparing, all optional: what the person said. */
/* What it is called, where it has no file of its own and is as of now. */
void            daybook_import_set_name       (DaybookImport       *self,
                                               const char          *name);
void            daybook_import_set_platform   (DaybookImport       *self,
                                               const char          *platform);
void            daybook_import_set_shop       (DaybookImport       *self,
                                               const DaybookId     *shop);
/* For a table nobody knows; takes a reference. */
void            daybook_import_set_mapping    (DaybookImport       *self,
                                               DaybookMapping      *mapping);
/* For an archive that is locked with one. */
void            daybook_import_set_passphrase (DaybookImport       *self,
                                               const char          *passphrase);

/* What there is to say as soon as the file is known, while its rows are still read: told
 * once, on the main context, to prepare_async()'s `progress_data`. The look is valid
 * during the call. Nobody is told of a file that is refused. */
typedef void  (*DaybookFirstLookFunc)         (const DaybookFirstLook *look,
                                               gpointer             data);
void            daybook_import_set_first_look (DaybookImport       *self,
                                               DaybookFirstLookFunc func);

/* Reads the file into staging. Progress in bytes on the main context.
 * Errors: FORMAT with a sentence about what the file is and what to do;
 * PASSPHRASE when the file is locked and needs one, or another;
 * NOT_FOUND with daybook_import_get_unknown() set when the table is in no
 * profile and can be mapped by a person. */
void            daybook_import_prepare_async  (DaybookImport       *self,
                                               GFileProgressCallback progress,
                                               gpointer             progress_data,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             data);
gboolean        daybook_import_prepare_finish (DaybookImport       *self,
                                               GAsyncResult        *result,
                                               GError             **error);
/* The same, blocking, for the command line. */
gboolean        daybook_import_prepare        (DaybookImport       *self,
                                               GFileProgressCallback progress,
                                               gpointer             progress_data,
                                               GCancellable        *cancellable,
                                               GError             **error);

/* After preparing. */
const char     *daybook_import_get_file       (DaybookImport       *self); /* base name */
const char     *daybook_import_get_platform   (DaybookImport       *self);
const char     *daybook_import_get_kind       (DaybookImport       *self);
const char     *daybook_import_get_encoding   (DaybookImport       *self);
gint64          daybook_import_get_as_of      (DaybookImport       *self);
/* When the file was saved on this disk: no export is newer. UTC seconds; 0: unknown. */
gint64          daybook_import_get_saved      (DaybookImport       *self);
void            daybook_import_set_as_of      (DaybookImport       *self,
                                               gint64               as_of);
const DaybookStagingCounts *daybook_import_get_counts (DaybookImport *self);
DaybookStaging *daybook_import_get_staging    (DaybookImport       *self);
/* The control sums as one JSON object, as in CLI.md's `sums`. */
const char     *daybook_import_get_sums       (DaybookImport       *self);
/* What the file can tell, and what it feeds. (transfer none) */
const DaybookFeeds *daybook_import_get_feeds  (DaybookImport       *self);
/* A table that no profile knows: its headings and first rows. NULL otherwise. */
const DaybookUnknownTable *daybook_import_get_unknown (DaybookImport *self);

/* Remembers the mapping by the table's headings, so that the next such file is
 * known: an edit of its own. Call it before merging, so that the merge is the
 * newest act. TRUE and no act when nothing was mapped or nothing is new. Blocks.
 * Errors: as daybook_store_commit(). */
gboolean        daybook_import_remember_mapping (DaybookImport *self,
                                               GError        **error);

/* Merging: daybook_store_merge_async (store, daybook_import_get_staging (import), ...),
 * then daybook_staging_discard(). */

G_END_DECLS
