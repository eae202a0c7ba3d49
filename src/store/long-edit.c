/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/long-edit.h"

#include "core/shop.h"
#include "store/brake.h"
#include "store/case-guard.h"
#include "store/long-act.h"
#include "store/restored.h"
#include "store/right-guard.h"
#include "store/row-sql.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DaybookEdit    *edit;
  DaybookLongAct  act;       /* its title is the edit's */
  guint           n_checked; /* changes */
  guint           next;      /* change to be written */
} LongEdit;

static void
free_long_edit (gpointer data)
{
  LongEdit *self = data;

  daybook_long_act_clear (&self->act);
  daybook_edit_unref (self->edit);
  g_free (self);
}

/* --- Beginning ---------------------------------------------------------- */

static gboolean
begin (LongEdit       *self,
       DaybookWriter  *writer,
       GError        **error)
{
  DaybookStore *store = daybook_writer_store (writer);
  DaybookDatabase *db = daybook_writer_database (writer);

  if (!daybook_edit_check (self->edit, error) || !daybook_brake_check (db, self->edit, error)
      || !daybook_right_guard_check (db, store, self->edit, error))
    return FALSE;

  self->act.locked = daybook_long_act_lock (store, error);
  if (!self->act.locked)
    return FALSE;

  self->act.checkpointer = daybook_checkpointer_new (daybook_store_get_path (store), db);
  return TRUE;
}

/* A row that is not there is found before anything is written: nothing has to be
 * taken back then, and the history has no trace of it. */
static gboolean
check_some (LongEdit         *self,
            DaybookDatabase  *db,
            GError          **error)
{
  guint last = MIN (daybook_edit_size (self->edit), self->n_checked + DAYBOOK_EDIT_CHANGES_PER_STEP);

  for (; self->n_checked < last; self->n_checked++)
    {
      const DaybookChange *change = daybook_edit_change (self->edit, self->n_checked);
      GError *local = NULL;

      if (daybook_row_key (db, change->table, &change->row, NULL, NULL, &local) != 0)
        continue;
      if (local == NULL)
        g_set_error (&local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                     _("%s: there is no such record."), _(change->table->label));
      g_propagate_error (error, local);
      return FALSE;
    }

  return TRUE;
}

/* --- One step ----------------------------------------------------------- */

static gboolean
is_whole (const LongEdit *self)
{
  return self->next == daybook_edit_size (self->edit);
}

/* Whether a change is of the same row as the one before it: what is checked after a step is a
 * whole row. */
static gboolean
goes_with_last (const LongEdit *self,
                guint           change)
{
  return change > 0 && change < daybook_edit_size (self->edit)
         && daybook_id_equal (&daybook_edit_change (self->edit, change)->row, &daybook_edit_change (self->edit, change - 1)->row);
}

static guint
end_of_row (const LongEdit *self,
            guint           change)
{
  while (goes_with_last (self, change))
    change++;

  return change;
}

static gboolean
change_some (LongEdit            *self,
             DaybookTransaction  *transaction,
             GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  guint last = end_of_row (self, MIN (daybook_edit_size (self->edit), self->next + DAYBOOK_EDIT_CHANGES_PER_STEP));
  g_autoptr(DaybookCaseGuard) cases = daybook_case_guard_begin (db, self->edit, self->next, last - self->next, error);

  if (cases == NULL)
    return FALSE;

  for (guint n = 0; self->next < last && (goes_with_last (self, self->next) || daybook_long_act_goes_on (&self->act, n)); n++, self->next++)
    {
      const DaybookChange *change = daybook_edit_change (self->edit, self->next);

      if (!daybook_restored_complete (transaction, change, error) || !daybook_transaction_apply (transaction, change, error))
        return FALSE;
    }

  return daybook_case_guard_check (cases, db, error);
}

/* The next changes; when none is left, what says that the act is whole. */
static gboolean
write_some (gpointer             data,
            DaybookTransaction  *transaction,
            DaybookSync          sync,
            gboolean            *last,
            GError             **error)
{
  LongEdit *self = data;

  *last = is_whole (self);
  return *last ? daybook_transaction_end_act (transaction, error) : change_some (self, transaction, error);
}

/* Only the end goes to the disk at once, and all that is before it with it. When
 * nothing had to change there is no act to end. */
static gboolean
edit_step (LongEdit       *self,
           DaybookWriter  *writer,
           GError        **error)
{
  if (is_whole (self) && self->act.spec.key == 0)
    {
      self->act.ended = TRUE;
      return TRUE;
    }

  return daybook_long_act_write (&self->act, writer, is_whole (self) ? DAYBOOK_SYNC_NOW : DAYBOOK_SYNC_LATER,
                                 write_some, self, error);
}

/* --- Turning back ------------------------------------------------------- */

/* How much of it is still in the book. */
static void
report_way_back (LongEdit       *self,
                 DaybookRequest *request)
{
  gint64 done, total;

  daybook_undo_get_progress (self->act.undo, &done, &total);
  daybook_request_report (request, self->next - self->next * done / MAX (total, 1), daybook_edit_size (self->edit));
}

static DaybookStep
turn_back (LongEdit       *self,
           DaybookRequest *request,
           DaybookWriter  *writer)
{
  if (daybook_long_act_turn_back (&self->act, request, writer) == DAYBOOK_STEP_DONE)
    return DAYBOOK_STEP_DONE;

  report_way_back (self, request);
  return DAYBOOK_STEP_AGAIN;
}

/* --- The request -------------------------------------------------------- */

/* Whether it was cancelled is asked once: whoever sees the report of a step may cancel
 * at that, and then the next step turns back. */
static DaybookStep
write_on (LongEdit       *self,
          DaybookRequest *request,
          DaybookWriter  *writer)
{
  gboolean cancelled = daybook_request_is_cancelled (request);

  if (!cancelled && edit_step (self, writer, &request->error))
    {
      daybook_request_report (request, self->next, daybook_edit_size (self->edit));
      return self->act.ended ? daybook_long_act_end (&self->act, request, writer) : DAYBOOK_STEP_AGAIN;
    }

  return self->act.spec.key != 0 ? turn_back (self, request, writer) : daybook_long_act_end (&self->act, request, writer);
}

static DaybookStep
run (DaybookWriter  *writer,
     DaybookRequest *request,
     gpointer        data)
{
  LongEdit *self = data;

  if (self->act.undo != NULL)
    return turn_back (self, request, writer);

  if (daybook_long_act_settle (&self->act, request, writer) == DAYBOOK_STEP_AGAIN)
    return DAYBOOK_STEP_AGAIN;
  if (request->error != NULL || (!self->act.locked && !begin (self, writer, &request->error)))
    return daybook_long_act_end (&self->act, request, writer);

  if (self->n_checked == daybook_edit_size (self->edit))
    return write_on (self, request, writer);
  if (!check_some (self, daybook_writer_database (writer), &request->error) || daybook_request_is_cancelled (request))
    return daybook_long_act_end (&self->act, request, writer);

  daybook_request_report (request, 0, daybook_edit_size (self->edit));
  return DAYBOOK_STEP_AGAIN;
}

/* What is made is born together with its parts, and whether the shop keeps an owner is
 * a question to the whole edit: such edits stay in one piece. Nobody makes them of
 * thousands of changes. */
gboolean
daybook_long_edit_suits (const DaybookEdit *edit)
{
  guint n = daybook_edit_size (edit);

  for (guint i = 0; n > DAYBOOK_EDIT_CHANGES_PER_STEP && i < n; i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);

      if (change->kind != DAYBOOK_CHANGE_SET || change->table == &daybook_agents || change->table == &daybook_shops)
        return FALSE;
    }

  return n > DAYBOOK_EDIT_CHANGES_PER_STEP;
}

DaybookRequest *
daybook_long_edit_request (DaybookStore *store,
                           DaybookEdit  *edit,
                           GCancellable *cancellable)
{
  LongEdit *self = g_new0 (LongEdit, 1);

  self->edit = daybook_edit_ref (edit);
  daybook_act_spec_init (&self->act.spec, store, daybook_edit_kind (edit), daybook_edit_title (edit), daybook_edit_agent (edit));
  self->act.spec.consent = daybook_edit_has_consent (edit);
  self->act.stopped = _("Stopped. Everything is as it was.");
  self->act.half = _("The change was cut off half-way by the disk, and cannot be taken back just now."
                     " Make room on the disk: it is taken back then, or at the next start.");
  self->act.spec.long_running = TRUE;
  return daybook_request_new (run, self, free_long_edit, DAYBOOK_PRIORITY_LONG, cancellable);
}
