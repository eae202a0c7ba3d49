/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo.h"

#include "store/history.h"
#include "store/long-act.h"
#include "store/right-guard.h"
#include "store/settle.h"

#include <glib/gi18n-lib.h>

/* What a person asked to be taken back. */
typedef enum
{
  NAMED_ACT,
  NEWEST_ACT,
  NEWEST_UNDO,
} Wanted;

typedef struct
{
  Wanted       wanted;
  DaybookId    act;
  DaybookId    agent;
  DaybookUndo *undo;      /* made by the first step */
  gboolean     locked;    /* holds the lock of long acts */
  gboolean     reverting; /* what was undone is being put back */
  GError      *fault;     /* why; NULL: it was cancelled */
} Request;

static void
free_data (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->undo, daybook_undo_free);
  g_clear_error (&request->fault);
  g_free (request);
}

/* --- Finding the act ---------------------------------------------------- */

static gint64
key_of (DaybookDatabase  *db,
        const DaybookId  *act,
        GError          **error)
{
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT key FROM acts WHERE id = :id", error);

  if (statement == NULL)
    return 0;

  daybook_bind_id (statement, ":id", act);
  if (daybook_statement_next (statement, &local))
    return sqlite3_column_int64 (statement, 0);

  if (local != NULL)
    g_propagate_error (error, local);
  else
    daybook_history_set_no_act (error);
  return 0;
}

/* A long act that goes on, here or in another process. */
static gboolean
is_running (DaybookDatabase  *db,
            gint64            key,
            GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM acts WHERE key = :key AND state <> 0", error);

  if (statement == NULL)
    return TRUE;

  daybook_bind_int (statement, ":key", key);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY,
                       _("This act is still going on. Wait for its end, or stop it where it was begun."));
  return TRUE;
}

/* What somebody has seen stays seen, and what was erased is nowhere. */
static gboolean
is_for_good (DaybookDatabase  *db,
             gint64            key,
             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT kind FROM acts WHERE key = :key AND kind IN (:reveal, :erase)", error);

  if (statement == NULL)
    return TRUE;

  daybook_bind_int (statement, ":key", key);
  daybook_bind_int (statement, ":reveal", DAYBOOK_ACT_REVEAL);
  daybook_bind_int (statement, ":erase", DAYBOOK_ACT_ERASE);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                       sqlite3_column_int (statement, 0) == DAYBOOK_ACT_ERASE ? _("Who was erased does not come back.")
                                                                              : _("What was shown in full stays in the log."));
  return TRUE;
}

/* What made the shop and its first owner is what everything else stands on. */
static gboolean
is_opening (DaybookDatabase  *db,
            gint64            key,
            GError          **error)
{
  if (!daybook_history_is_opening (db, key))
    return FALSE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                       _("This act opened the book: it made the shop and its owner, and cannot be undone."));
  return TRUE;
}

/* What no undo takes back, with the reason. */
static gboolean
stays (DaybookDatabase  *db,
       gint64            key,
       GError          **error)
{
  GError *local = NULL;
  gboolean stays = is_for_good (db, key, &local) || (local == NULL && is_opening (db, key, &local));

  if (local != NULL)
    g_propagate_error (error, local);
  return stays || local != NULL;
}

static gint64
find_named (DaybookDatabase  *db,
            const DaybookId  *act,
            GError          **error)
{
  gint64 key = key_of (db, act, error);
  gboolean undone = FALSE;

  if (key == 0)
    return 0;

  gint64 last = daybook_history_last (db, key, &undone);
  if (!undone)
    {
      GError *local = NULL;

      if (!is_running (db, last, &local) && local == NULL && !stays (db, key, &local))
        return key;
      g_propagate_error (error, local);
      return 0;
    }

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("This act is undone already. Redo brings it back."));
  return 0;
}

/* The newest act of the person on this laptop that is in force: for undo among
 * those that are no undo themselves, no look and no erasure, for redo among the undos. */
static gint64
find_newest (DaybookDatabase  *db,
             const DaybookId  *agent,
             Wanted            wanted,
             GError          **error)
{
  const char *sql = wanted == NEWEST_UNDO
    ? "SELECT key FROM acts WHERE device = 1 AND agent = :agent AND state = 0 AND kind = 2 ORDER BY key DESC"
    : "SELECT key FROM acts WHERE device = 1 AND agent = :agent AND state = 0 AND kind NOT IN (2, 3, 6, 7) ORDER BY key DESC";
  GError *local = NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return 0;

  daybook_bind_id (statement, ":agent", agent);
  while (daybook_statement_next (statement, &local))
    {
      gboolean undone;
      gint64 key = sqlite3_column_int64 (statement, 0);

      daybook_history_last (db, key, &undone);
      if (!undone)
        return key;
    }

  if (local != NULL)
    g_propagate_error (error, local);
  else
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                         wanted == NEWEST_UNDO ? _("There is nothing to redo.") : _("There is nothing to undo."));
  return 0;
}

/* --- Running ------------------------------------------------------------ */

/* What takes several transactions must not look cut off to another process. */
static gboolean
lock_if_long (Request       *request,
              DaybookStore  *store,
              GError       **error)
{
  gint64 done, total;

  daybook_undo_get_progress (request->undo, &done, &total);
  if (total < DAYBOOK_UNDO_OPS_PER_STEP)
    return TRUE;

  request->locked = daybook_long_act_lock (store, error);
  return request->locked;
}

static gboolean
begin (Request        *request,
       DaybookWriter  *writer,
       GError        **error)
{
  DaybookStore *store = daybook_writer_store (writer);
  DaybookDatabase *db = daybook_writer_database (writer);
  gint64 now = daybook_store_get_now (store);
  gint64 act = request->wanted == NAMED_ACT
    ? find_named (db, &request->act, error)
    : find_newest (db, &request->agent, request->wanted, error);

  request->undo = act != 0 && daybook_right_guard_undo (db, act, &request->agent, now, error)
    ? daybook_undo_new (store, db, act, &request->agent, error) : NULL;
  return request->undo != NULL && lock_if_long (request, store, error);
}

/* Cancelled or failed half-way: what was undone is put back by undoing the undo. */
static gboolean
turn_back (Request        *request,
           DaybookWriter  *writer,
           GError        **error)
{
  gint64 key = daybook_undo_get_key (request->undo);
  DaybookUndo *back = key == 0 ? NULL
    : daybook_undo_new (daybook_writer_store (writer), daybook_writer_database (writer), key, &request->agent, error);

  if (back == NULL)
    return FALSE;

  daybook_undo_free (request->undo);
  request->undo = back;
  request->reverting = TRUE;
  return TRUE;
}

static DaybookStep
end (Request        *request,
     DaybookRequest *base,
     DaybookWriter  *writer)
{
  if (request->locked)
    daybook_store_unlock_long (daybook_writer_store (writer));

  if (base->error != NULL && (request->reverting || daybook_undo_get_key (request->undo) != 0))
    daybook_long_act_leave_half (base, writer,
      _("The undo was cut off half-way by the disk. Make room on the disk: it is finished then, or at the next start."));
  else if (request->fault != NULL)
    base->error = g_steal_pointer (&request->fault);
  else if (base->error == NULL && request->reverting)
    g_set_error_literal (&base->error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Stopped. Everything is as it was."));
  else if (base->error == NULL)
    base->outcome = daybook_undo_steal_outcome (request->undo);

  return DAYBOOK_STEP_DONE;
}

/* Whether it failed with a part committed, and is being put back. */
static gboolean
fail_half_way (Request        *request,
               DaybookRequest *base,
               DaybookWriter  *writer)
{
  if (base->error == NULL || request->reverting || daybook_undo_get_key (request->undo) == 0
      || !turn_back (request, writer, NULL))
    return FALSE;

  request->fault = g_steal_pointer (&base->error);
  return TRUE;
}

static DaybookStep
run (DaybookWriter  *writer,
     DaybookRequest *base,
     gpointer        data)
{
  Request *request = data;
  gint64 done, total;

  /* What an earlier act left half-done goes first. */
  if (request->undo == NULL
      && daybook_settler_step (daybook_writer_settler (writer), writer, &base->error) == DAYBOOK_STEP_AGAIN)
    return DAYBOOK_STEP_AGAIN;
  if (base->error != NULL || (request->undo == NULL && !begin (request, writer, &base->error)))
    return DAYBOOK_STEP_DONE;

  if (!request->reverting && daybook_request_is_cancelled (base) && !turn_back (request, writer, &base->error))
    {
      request->reverting = TRUE;
      return end (request, base, writer);
    }

  if (daybook_undo_step (request->undo, writer, &base->error) == DAYBOOK_STEP_DONE)
    return fail_half_way (request, base, writer) ? DAYBOOK_STEP_AGAIN : end (request, base, writer);

  daybook_undo_get_progress (request->undo, &done, &total);
  daybook_request_report (base, done, total);
  return DAYBOOK_STEP_AGAIN;
}

static DaybookRequest *
make_request (DaybookStore    *store,
              Wanted           wanted,
              const DaybookId *act,
              GCancellable    *cancellable)
{
  Request *request = g_new0 (Request, 1);

  request->wanted = wanted;
  request->agent = *daybook_store_get_agent (store);
  if (act != NULL)
    request->act = *act;

  return daybook_request_new (run, request, free_data, DAYBOOK_PRIORITY_LONG, cancellable);
}

DaybookOutcome *
daybook_store_undo (DaybookStore     *self,
                    const DaybookId  *act,
                    GError          **error)
{
  DaybookRequest *request = make_request (self, act != NULL ? NAMED_ACT : NEWEST_ACT, act, NULL);

  return daybook_writer_run (daybook_store_get_writer (self), request, error);
}

void
daybook_store_undo_async (DaybookStore          *self,
                          const DaybookId       *act,
                          GFileProgressCallback  progress,
                          gpointer               progress_data,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               data)
{
  DaybookRequest *request = make_request (self, act != NULL ? NAMED_ACT : NEWEST_ACT, act, cancellable);

  request->progress = progress;
  request->progress_data = progress_data;
  daybook_writer_run_async (daybook_store_get_writer (self), request, self, daybook_store_undo_async, callback, data);
}

DaybookOutcome *
daybook_store_undo_finish (DaybookStore  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

DaybookOutcome *
daybook_store_redo (DaybookStore  *self,
                    GError       **error)
{
  return daybook_writer_run (daybook_store_get_writer (self), make_request (self, NEWEST_UNDO, NULL, NULL), error);
}

void
daybook_store_redo_async (DaybookStore          *self,
                          GFileProgressCallback  progress,
                          gpointer               progress_data,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               data)
{
  DaybookRequest *request = make_request (self, NEWEST_UNDO, NULL, cancellable);

  request->progress = progress;
  request->progress_data = progress_data;
  daybook_writer_run_async (daybook_store_get_writer (self), request, self, daybook_store_redo_async, callback, data);
}
