/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/quick/quick-save.h"

#include "app/cases/photo-adding.h"

typedef struct
{
  DaybookStore      *store;
  DaybookEdit       *edit;
  GListModel        *files;    /* NULL once they were read */
  GPtrArray         *pictures;
  guint              next;     /* of the pictures */
  DaybookQuickSaved *saved;
} Work;

void
daybook_quick_saved_free (DaybookQuickSaved *saved)
{
  g_clear_pointer (&saved->outcome, daybook_outcome_free);
  g_free (saved->refused);
  g_free (saved);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->store);
  g_clear_pointer (&work->edit, daybook_edit_unref);
  g_clear_object (&work->files);
  g_clear_pointer (&work->pictures, g_ptr_array_unref);
  g_clear_pointer (&work->saved, daybook_quick_saved_free);
  g_free (work);
}

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  work->saved->outcome = daybook_store_commit_finish (work->store, result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&work->saved), (GDestroyNotify) daybook_quick_saved_free);
}

static void go_on (GTask *task);

/* What is no photo holds the case up as little as it does others. */
static void
on_photo_read (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(DaybookPhotoBatch) batch = daybook_photo_adding_finish (work->store, result, &error);

  if (batch == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  daybook_photo_batch_build (batch, work->edit, &work->saved->id, daybook_store_get_now (work->store));
  if (batch->refused->len > 0 && work->saved->refused == NULL)
    work->saved->refused = g_strdup (((DaybookBatchRefusal *) g_ptr_array_index (batch->refused, 0))->reason);
  go_on (g_steal_pointer (&task));
}

/* Takes over the task. */
static void
go_on (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  g_autoptr(GListModel) files = g_steal_pointer (&work->files);

  if (files != NULL && g_list_model_get_n_items (files) > 0)
    daybook_photo_adding_async (work->store, &work->saved->id, files, NULL, NULL, NULL, NULL, on_photo_read, task);
  else if (work->next < work->pictures->len)
    daybook_photo_adding_async (work->store, &work->saved->id, NULL, g_ptr_array_index (work->pictures, work->next++),
                                NULL, NULL, NULL, on_photo_read, task);
  else
    daybook_store_commit_async (work->store, work->edit, NULL, NULL, NULL, on_committed, task);
}

void
daybook_quick_save_async (DaybookStore            *store,
                          const DaybookQuickPlan  *plan,
                          GListModel              *files,
                          GPtrArray               *pictures,
                          GAsyncReadyCallback      callback,
                          gpointer                 data)
{
  GTask *task = g_task_new (store, NULL, callback, data);
  Work *work = g_new0 (Work, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, daybook_quick_save_async);
  g_task_set_task_data (task, work, work_free);
  work->store = g_object_ref (store);
  work->files = g_object_ref (files);
  work->pictures = g_ptr_array_ref (pictures);
  work->saved = g_new0 (DaybookQuickSaved, 1);
  work->edit = daybook_quick_plan_build (plan, daybook_store_get_reader (store), store, &work->saved->table, &work->saved->id, &error);
  if (work->edit == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  go_on (task);
}

DaybookQuickSaved *
daybook_quick_save_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
