/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/brake.h"
#include "store/case-guard.h"
#include "store/house-rule.h"
#include "store/long-edit.h"
#include "store/restored.h"
#include "store/right-guard.h"
#include "store/settle.h"
#include "store/store-private.h"

void
daybook_act_spec_init (DaybookActSpec  *spec,
                       DaybookStore    *store,
                       DaybookActKind   kind,
                       const char      *title,
                       const DaybookId *agent)
{
  gint64 now_ms = daybook_store_get_now_ms (store);

  *spec = (DaybookActSpec) { .kind = kind, .title = title };
  if (agent != NULL)
    spec->agent = *agent;
  daybook_id_fresh (&spec->id, now_ms);
}

/* All changes of an edit, if they leave the book a shop, and the shop an owner, and the registers
 * allow them. */
static gboolean
apply_edit (DaybookTransaction  *transaction,
            const DaybookEdit   *edit,
            GError             **error)
{
  DaybookDatabase *db = daybook_transaction_database (transaction);
  GError *local = NULL;
  g_auto(DaybookHouse) house = { 0 };
  g_autoptr(DaybookCaseGuard) cases = daybook_case_guard_begin (db, edit, 0, daybook_edit_size (edit), &local);

  if (local == NULL)
    daybook_house_read (db, &house, &local);
  for (guint i = 0; local == NULL && i < daybook_edit_size (edit); i++)
    if (daybook_restored_complete (transaction, daybook_edit_change (edit, i), &local))
      daybook_transaction_apply (transaction, daybook_edit_change (edit, i), &local);
  if (local == NULL && daybook_house_check (db, &house, &local) && daybook_case_guard_check (cases, db, &local))
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
commit_in_db (DaybookWriter      *writer,
              const DaybookEdit  *edit,
              DaybookOutcome    **outcome,
              GError            **error)
{
  DaybookStore *store = daybook_writer_store (writer);
  DaybookActSpec spec;

  daybook_act_spec_init (&spec, store, daybook_edit_kind (edit), daybook_edit_title (edit), daybook_edit_agent (edit));
  spec.consent = daybook_edit_has_consent (edit);

  g_autoptr(DaybookTransaction) transaction =
    daybook_transaction_begin (daybook_writer_database (writer), &spec, daybook_store_get_now_ms (store), error);
  if (transaction == NULL || !daybook_right_guard_check (daybook_writer_database (writer), store, edit, error)
      || !apply_edit (transaction, edit, error))
    return FALSE;

  *outcome = daybook_outcome_of (&spec, daybook_transaction_size (transaction));
  if (daybook_transaction_commit (g_steal_pointer (&transaction), error))
    return TRUE;

  g_clear_pointer (outcome, daybook_outcome_free);
  return FALSE;
}

static DaybookStep
run_commit (DaybookWriter  *writer,
            DaybookRequest *request,
            gpointer        data)
{
  const DaybookEdit *edit = data;

  if (!daybook_edit_check (edit, &request->error)
      || !daybook_brake_check (daybook_writer_database (writer), edit, &request->error)
      || !commit_in_db (writer, edit, &request->outcome, &request->error))
    return DAYBOOK_STEP_DONE;

  daybook_store_notify (daybook_writer_store (writer));
  daybook_settler_queue (daybook_writer_settler (writer), writer);
  return DAYBOOK_STEP_DONE;
}

static DaybookRequest *
make_request (DaybookStore *store,
              DaybookEdit  *edit,
              GCancellable *cancellable)
{
  if (daybook_long_edit_suits (edit))
    return daybook_long_edit_request (store, edit, cancellable);

  return daybook_request_new (run_commit, daybook_edit_ref (edit), (GDestroyNotify) daybook_edit_unref,
                              DAYBOOK_PRIORITY_PERSON, cancellable);
}

DaybookOutcome *
daybook_store_commit (DaybookStore  *self,
                      DaybookEdit   *edit,
                      GError       **error)
{
  return daybook_writer_run (daybook_store_get_writer (self), make_request (self, edit, NULL), error);
}

void
daybook_store_commit_async (DaybookStore          *self,
                            DaybookEdit           *edit,
                            GFileProgressCallback  progress,
                            gpointer               progress_data,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               data)
{
  DaybookRequest *request = make_request (self, edit, cancellable);

  request->progress = progress;
  request->progress_data = progress_data;
  daybook_writer_run_async (daybook_store_get_writer (self), request, self, daybook_store_commit_async, callback, data);
}

DaybookOutcome *
daybook_store_commit_finish (DaybookStore  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
