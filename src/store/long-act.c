/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/long-act.h"

#include "store/settle.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>

/* The most of one transaction, where nobody waits for its end. */
#define STEP_US 100000
#define ROWS_PER_STEP 8000
/* Another program has to wait so long; whether one does cannot always be known. */
#define OTHERS_US 25000
#define ROWS_PER_LOOK 16

static guint rows_per_step = ROWS_PER_STEP;

void
daybook_long_act_shorten (guint rows)
{
  rows_per_step = rows;
}

gboolean
daybook_long_act_goes_on (DaybookLongAct *self,
                          guint           n)
{
  gint64 took = g_get_monotonic_time () - self->began;

  if (n % ROWS_PER_LOOK == ROWS_PER_LOOK - 1
      && (daybook_writer_is_wanted (self->writer) || (took >= OTHERS_US && daybook_writer_is_awaited (self->writer))))
    return FALSE;

  return n < rows_per_step && took < STEP_US;
}

void
daybook_long_act_clear (DaybookLongAct *self)
{
  g_clear_pointer (&self->undo, daybook_undo_free);
  g_clear_pointer (&self->checkpointer, daybook_checkpointer_free);
}

gboolean
daybook_long_act_lock (DaybookStore  *store,
                       GError       **error)
{
  if (daybook_store_await_long (store))
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY,
                       _("Another program is changing much just now. Try again when it has finished."));
  return FALSE;
}

DaybookStep
daybook_long_act_settle (DaybookLongAct *self,
                         DaybookRequest *request,
                         DaybookWriter  *writer)
{
  return self->locked ? DAYBOOK_STEP_DONE
                      : daybook_settler_step (daybook_writer_settler (writer), writer, &request->error);
}

static gboolean
write_transaction (DaybookLongAct       *self,
                   DaybookStore         *store,
                   DaybookDatabase      *db,
                   DaybookSync           sync,
                   DaybookLongActWrite   write,
                   gpointer              data,
                   GError              **error)
{
  gint64 key = self->spec.key;
  gboolean last = FALSE;
  g_autoptr(DaybookTransaction) transaction = daybook_transaction_begin (db, &self->spec, daybook_store_get_now_ms (store), error);

  if (transaction == NULL)
    return FALSE;

  gboolean written = write (data, transaction, sync, &last, error);
  guint64 size = daybook_transaction_size (transaction);
  if (!written || !daybook_transaction_commit (g_steal_pointer (&transaction), error))
    {
      self->spec.key = key;
      return FALSE;
    }

  self->ended = last;
  self->n_changes += size;
  daybook_store_notify (store);
  return TRUE;
}

gboolean
daybook_long_act_write (DaybookLongAct       *self,
                        DaybookWriter        *writer,
                        DaybookSync           sync,
                        DaybookLongActWrite   write,
                        gpointer              data,
                        GError              **error)
{
  DaybookStore *store = daybook_writer_store (writer);
  DaybookDatabase *db = daybook_writer_database (writer);

  if (self->checkpointer != NULL && !daybook_checkpointer_ready (self->checkpointer))
    return TRUE;
  self->writer = writer;
  self->began = g_get_monotonic_time ();
  if (sync == DAYBOOK_SYNC_NOW)
    return write_transaction (self, store, db, sync, write, data, error);

  gboolean written = daybook_database_set_sync (db, DAYBOOK_SYNC_LATER, error)
                     && write_transaction (self, store, db, sync, write, data, error);
  return daybook_database_set_sync (db, DAYBOOK_SYNC_NOW, written ? error : NULL) && written;
}

void
daybook_long_act_leave_half (DaybookRequest *request,
                             DaybookWriter  *writer,
                             const char     *sentence)
{
  int code = request->error != NULL ? request->error->code : DAYBOOK_ERROR_FAILED;

  g_clear_error (&request->error);
  g_set_error_literal (&request->error, DAYBOOK_ERROR, code, sentence);
  daybook_settler_leave (daybook_writer_settler (writer));
}

DaybookStep
daybook_long_act_turn_back (DaybookLongAct *self,
                            DaybookRequest *request,
                            DaybookWriter  *writer)
{
  g_autoptr(GError) local = NULL;

  if (self->undo == NULL)
    self->undo = daybook_undo_new (daybook_writer_store (writer), daybook_writer_database (writer),
                                   self->spec.key, &self->spec.agent, &local);
  if (self->undo != NULL && daybook_undo_step (self->undo, writer, &local) == DAYBOOK_STEP_AGAIN)
    return DAYBOOK_STEP_AGAIN;

  if (local != NULL)
    daybook_long_act_leave_half (request, writer, self->half);
  return daybook_long_act_end (self, request, writer);
}

DaybookStep
daybook_long_act_end (DaybookLongAct *self,
                      DaybookRequest *request,
                      DaybookWriter  *writer)
{
  g_clear_pointer (&self->checkpointer, daybook_checkpointer_free);
  if (self->locked)
    daybook_store_unlock_long (daybook_writer_store (writer));

  if (request->error == NULL && !self->ended)
    g_set_error_literal (&request->error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, self->stopped);
  if (request->error == NULL)
    request->outcome = daybook_outcome_of (&self->spec, self->n_changes);

  return DAYBOOK_STEP_DONE;
}
