/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/settle.h"

#include "store/undo.h"

struct _DaybookSettler
{
  gboolean     due;
  gboolean     queued;
  gboolean     locked; /* holds the lock of long acts */
  DaybookUndo *undo;   /* what is being settled */
};

DaybookSettler *
daybook_settler_new (void)
{
  return g_new0 (DaybookSettler, 1);
}

void
daybook_settler_free (DaybookSettler *self)
{
  g_clear_pointer (&self->undo, daybook_undo_free);
  g_free (self);
}

void
daybook_settler_leave (DaybookSettler *self)
{
  self->due = TRUE;
}

/* What runs now, here or elsewhere, looks half-done as well: it is waited for. */
static gboolean
lock (DaybookSettler *self,
      DaybookStore   *store)
{
  self->locked = !daybook_store_is_in_long (store) && daybook_store_lock_long (store);
  return self->locked;
}

static DaybookStep
stop (DaybookSettler *self,
      DaybookWriter  *writer)
{
  g_clear_pointer (&self->undo, daybook_undo_free);
  if (self->locked)
    daybook_store_unlock_long (daybook_writer_store (writer));
  self->locked = FALSE;
  return DAYBOOK_STEP_DONE;
}

/* The next act that is half-done; with the lock held none of another process is. */
static gboolean
find_next (DaybookSettler  *self,
           DaybookWriter   *writer,
           GError         **error)
{
  DaybookStore *store = daybook_writer_store (writer);
  DaybookDatabase *db = daybook_writer_database (writer);
  GError *local = NULL;
  gint64 key = daybook_database_number (db, "SELECT min (key) FROM acts WHERE state <> 0", 0, &local);
  gint64 half_undone = local != NULL ? 0 : daybook_database_number (db,
    "SELECT key FROM acts WHERE state <> 0 AND kind IN (2, 3) ORDER BY key LIMIT 1", 0, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (key == 0)
    self->due = FALSE;
  else
    self->undo = half_undone == key ? daybook_undo_resume (store, db, key, error)
                                    : daybook_undo_new (store, db, key, NULL, error);
  return self->undo != NULL;
}

DaybookStep
daybook_settler_step (DaybookSettler  *self,
                      DaybookWriter   *writer,
                      GError         **error)
{
  GError *local = NULL;

  if (!self->due)
    return DAYBOOK_STEP_DONE;

  if (!self->locked && !lock (self, daybook_writer_store (writer)))
    return DAYBOOK_STEP_DONE;
  if (self->undo == NULL && !find_next (self, writer, error))
    return stop (self, writer);

  if (daybook_undo_step (self->undo, writer, &local) == DAYBOOK_STEP_AGAIN)
    return DAYBOOK_STEP_AGAIN;

  if (local == NULL)
    {
      g_clear_pointer (&self->undo, daybook_undo_free);
      return DAYBOOK_STEP_AGAIN; /* there may be another */
    }

  g_propagate_error (error, local);
  return stop (self, writer);
}

static DaybookStep
run (DaybookWriter  *writer,
     DaybookRequest *request,
     gpointer        data)
{
  DaybookSettler *self = data;
  DaybookStep step = daybook_settler_step (self, writer, &request->error);

  self->queued = step == DAYBOOK_STEP_AGAIN;
  return step;
}

void
daybook_settler_queue (DaybookSettler *self,
                       DaybookWriter  *writer)
{
  if (!self->due || self->queued)
    return;

  self->queued = TRUE;
  daybook_writer_run_detached (writer, daybook_request_new (run, self, NULL, DAYBOOK_PRIORITY_LONG, NULL));
}
