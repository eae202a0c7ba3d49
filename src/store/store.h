/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The shop's book: one folder with one SQLite file, `daybook.db`. A store has
 * one thread that owns the writing connection; everything that changes data
 * passes through daybook_store_commit() or its siblings. Reading is done with
 * a DaybookReader (store/reader.h). */
#define DAYBOOK_TYPE_STORE (daybook_store_get_type ())
G_DECLARE_FINAL_TYPE (DaybookStore, daybook_store, DAYBOOK, STORE, GObject)

typedef struct _DaybookReader DaybookReader;

typedef enum
{
  DAYBOOK_STORE_CREATE,   /* makes the folder and the book when they are missing */
  DAYBOOK_STORE_EXISTING, /* NOT_FOUND when there is no book */
  DAYBOOK_STORE_BESIDE,   /* the same, for a small program that stays beside the others: it searches nothing, the
                           * search index and what was cut off are left to them, and little memory is used */
} DaybookStoreMode;

/* A field that an undo or a bulk change did not touch, and why. */
typedef struct
{
  const DaybookTable *table;
  DaybookId           row;
  char               *title; /* of the row, for people */
  guint               field;
  char               *by;     /* the agent who changed it since */
  gint64              at;     /* UTC seconds */
  char               *reason; /* a sentence, where it is another; or NULL */
} DaybookKept;

/* What came of a commit, undo, redo or merge. */
typedef struct
{
  DaybookId  act;        /* null when nothing changed: no act was written */
  char      *title;      /* of the act */
  guint64    n_changes;  /* operations written */
  GPtrArray *kept;       /* DaybookKept *, at most DAYBOOK_KEPT_MAX of them */
  guint64    n_kept;
} DaybookOutcome;

#define DAYBOOK_KEPT_MAX 1000

DaybookOutcome *daybook_outcome_new  (void);
void            daybook_outcome_free (DaybookOutcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookOutcome, daybook_outcome_free)

/* Opens the book in `folder`: checks the file, backs it up and migrates it when
 * it is older, finishes or undoes an import that was cut off (see
 * daybook_store_get_recovery()). Blocks.
 * Errors: NOT_FOUND, CORRUPT, NEWER, BUSY, REFUSED (folder not writable), FULL. */
DaybookStore   *daybook_store_open          (const char        *folder,
                                             DaybookStoreMode   mode,
                                             GError           **error);
/* The same with the clock fixed at `now` (UTC seconds; 0: the system's), so that
 * even the act that makes the book is stamped with it. */
DaybookStore   *daybook_store_open_at       (const char        *folder,
                                             DaybookStoreMode   mode,
                                             gint64             now,
                                             GError           **error);
/* The same as daybook_store_open_at() in a thread beside the main loop. What is told of
 * changes is read in the main loop by the reader that daybook_store_get_reader() gives:
 * until daybook_store_begin(), nothing is, and the reader belongs to this thread. */
DaybookStore   *daybook_store_open_in_thread (const char        *folder,
                                              DaybookStoreMode   mode,
                                              gint64             now,
                                              GError           **error);
/* The main loop's thread takes the store over. */
void            daybook_store_begin         (DaybookStore      *self);
/* Stops the writer after what is queued, and closes every connection. */
void            daybook_store_close         (DaybookStore      *self);

const char     *daybook_store_get_folder    (DaybookStore      *self);
const char     *daybook_store_get_path      (DaybookStore      *self);
/* A sentence about a long act that an earlier process left unfinished and that
 * opening has finished or undone, or NULL. */
const char     *daybook_store_get_recovery  (DaybookStore      *self);

/* The main shop: made, with its owner, when the book is. */
const DaybookId *daybook_store_get_shop     (DaybookStore      *self);
const char     *daybook_store_get_currency  (DaybookStore      *self);
/* (transfer none) */
GTimeZone      *daybook_store_get_zone      (DaybookStore      *self);
/* The person at the desk: the owner until somebody else is chosen, and again, before
 * `changed` is emitted, once that one is no longer among the people of the shop. */
const DaybookId *daybook_store_get_agent    (DaybookStore      *self);
void            daybook_store_set_agent     (DaybookStore      *self,
                                             const DaybookId   *agent);

/* UTC seconds: the system's clock unless fixed (`--now`, tests; 0 frees it).
 * Fixing it gives what it was fixed at before, or 0. */
gint64          daybook_store_get_now       (DaybookStore      *self);
gint64          daybook_store_fix_now       (DaybookStore      *self,
                                             gint64             now);

/* Commits an edit: all of it or nothing, with its history, in one transaction; one of
 * many rows in many short ones, between which others write (store/long-edit.h).
 * Blocks until it is on the disk: for the command line and tests.
 * Errors: as daybook_edit_check(); CONSENT (it deletes much: ask, then give consent and
 * commit it again), NOT_FOUND (a row to set), REFUSED (nobody would own the shop any
 * more), BUSY, FULL, CORRUPT. */
DaybookOutcome *daybook_store_commit        (DaybookStore      *self,
                                             DaybookEdit       *edit,
                                             GError           **error);
/* The same for an edit of many rows, with progress, which comes in the writer's thread, and cancel. */
DaybookOutcome *daybook_store_commit_watched (DaybookStore     *self,
                                             DaybookEdit       *edit,
                                             GFileProgressCallback progress,
                                             gpointer           progress_data,
                                             GCancellable      *cancellable,
                                             GError           **error);
/* One of many rows reports progress (changes done, and all) on the main context and
 * stops on cancel with what was changed put back; others are through before. */
void            daybook_store_commit_async  (DaybookStore      *self,
                                             DaybookEdit       *edit,
                                             GFileProgressCallback progress,
                                             gpointer           progress_data,
                                             GCancellable      *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer           data);
DaybookOutcome *daybook_store_commit_finish (DaybookStore      *self,
                                             GAsyncResult      *result,
                                             GError           **error);

/* Undoes an act (RECORDS §3). `act` NULL: the newest act of the person at the
 * desk on this laptop that is not undone. Undoing an undo is a redo.
 * Errors: NOT_FOUND (nothing to undo), REFUSED (undone already; it opened the book,
 * or made the only owner). */
DaybookOutcome *daybook_store_undo          (DaybookStore      *self,
                                             const DaybookId   *act,
                                             GError           **error);
/* Long undos report progress (operations done, and all) on the main context and stop on cancel
 * with what was undone put back. */
void            daybook_store_undo_async    (DaybookStore      *self,
                                             const DaybookId   *act,
                                             GFileProgressCallback progress,
                                             gpointer           progress_data,
                                             GCancellable      *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer           data);
DaybookOutcome *daybook_store_undo_finish   (DaybookStore      *self,
                                             GAsyncResult      *result,
                                             GError           **error);
/* Undoes the newest undo of the person at the desk that is not redone yet. */
DaybookOutcome *daybook_store_redo          (DaybookStore      *self,
                                             GError           **error);
void            daybook_store_redo_async    (DaybookStore      *self,
                                             GFileProgressCallback progress,
                                             gpointer           progress_data,
                                             GCancellable      *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer           data);
#define daybook_store_redo_finish daybook_store_undo_finish

/* The reader of the main thread: owned by the store, for bounded, indexed reads
 * only. Another thread has a reader of its own (daybook_reader_new()). */
DaybookReader  *daybook_store_get_reader    (DaybookStore      *self);

/* Waits until all that is committed can be found by searching: the search index
 * follows the book in a thread of its own, some milliseconds behind, and longer after
 * an import. For the command line and tests; a window shows what it finds. */
void            daybook_store_settle        (DaybookStore      *self);

/* Rules have changed, and what is due is being reckoned anew: how much of it is, in percent; -1: all
 * of it. Any thread. `changed` is emitted as it goes on. */
int             daybook_store_get_due_percent (DaybookStore   *self);

/* Signal `changed`: emitted on the main context after this or another process
 * has changed the book; several changes may share one emission. Whoever shows
 * rows reads them anew. */

G_END_DECLS
