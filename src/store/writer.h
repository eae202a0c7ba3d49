/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The thread that owns the writing connection. Work comes as requests; a long
 * one (an import, an undo) is cut into steps of one short transaction each,
 * and between two steps what people do goes first. */
typedef struct _DaybookWriter DaybookWriter;
typedef struct _DaybookRequest DaybookRequest;
typedef struct _DaybookSettler DaybookSettler;

typedef enum
{
  DAYBOOK_STEP_DONE,  /* outcome or error is set */
  DAYBOOK_STEP_AGAIN, /* another transaction is to follow */
} DaybookStep;

typedef enum
{
  DAYBOOK_PRIORITY_PERSON, /* somebody waits for it */
  DAYBOOK_PRIORITY_LONG,
  DAYBOOK_N_PRIORITIES,
} DaybookPriority;

/* One step, in the writer's thread. */
typedef DaybookStep (*DaybookStepFunc) (DaybookWriter  *writer,
                                        DaybookRequest *request,
                                        gpointer        data);

struct _DaybookRequest
{
  DaybookStepFunc       step;
  gpointer              data;
  GDestroyNotify        free_data;
  DaybookPriority       priority;
  GCancellable         *cancellable; /* or NULL */
  GFileProgressCallback progress;    /* called on the main context, or `direct` */
  gpointer              progress_data;
  gboolean              direct;      /* blocking: progress comes in the writer's thread */
  DaybookOutcome       *outcome;     /* set by the last step */
  GError               *error;       /* or this */
};

/* Takes over `db`. `store` is not owned: it outlives the writer. */
DaybookWriter   *daybook_writer_new      (DaybookStore         *store,
                                          DaybookDatabase      *db);
/* Runs what is queued, then ends the thread and closes the connection. */
void             daybook_writer_free     (DaybookWriter        *self);

DaybookRequest  *daybook_request_new     (DaybookStepFunc       step,
                                          gpointer              data,
                                          GDestroyNotify        free_data,
                                          DaybookPriority       priority,
                                          GCancellable         *cancellable);
/* Runs a request and waits for its end. Takes over `request`. */
DaybookOutcome  *daybook_writer_run      (DaybookWriter        *self,
                                          DaybookRequest       *request,
                                          GError              **error);
/* Runs a request; `callback` is called on the main context of the caller.
 * Takes over `request`. */
void             daybook_writer_run_async (DaybookWriter       *self,
                                          DaybookRequest       *request,
                                          gpointer              source,
                                          gpointer              tag,
                                          GAsyncReadyCallback   callback,
                                          gpointer              callback_data);

/* Runs a request that nobody waits for; its error goes to the log. Takes over
 * `request`. */
void             daybook_writer_run_detached (DaybookWriter    *self,
                                          DaybookRequest       *request);

/* From now on what is due is reckoned anew when its rules change (store/due-rebuild.h), and at once where
 * it has to be: not before whoever opens the book is through with the writer's database. */
void             daybook_writer_follow_rules (DaybookWriter    *self);

/* For steps, in the writer's thread. */
/* Whether a person's request waits for the end of the step at hand. */
gboolean         daybook_writer_is_wanted (DaybookWriter       *self);
/* Whether the book is being closed: what can go on another time ends. */
gboolean         daybook_writer_is_closing (DaybookWriter      *self);
/* Whether another program waits for its transaction to end (store/turn.h). */
gboolean         daybook_writer_is_awaited (DaybookWriter      *self);
DaybookDatabase *daybook_writer_database (DaybookWriter        *self);
DaybookStore    *daybook_writer_store    (DaybookWriter        *self);
DaybookSettler  *daybook_writer_settler  (DaybookWriter        *self);
gboolean         daybook_request_is_cancelled (DaybookRequest  *request);
void             daybook_request_report  (DaybookRequest       *request,
                                          gint64                done,
                                          gint64                total);
/* The writer that serves a store. */
DaybookWriter   *daybook_store_get_writer (DaybookStore        *store);
/* Milliseconds for stamps: the fixed clock's, or the system's. */
gint64           daybook_store_get_now_ms (DaybookStore        *store);

G_END_DECLS
