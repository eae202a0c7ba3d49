/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/maintenance.h"

#include "store/task.h"

/* Progress is told at most so often: more is not seen. */
#define PROGRESS_INTERVAL_US (50 * 1000)

typedef struct
{
  char                  *folder; /* where there is no store */
  char                  *file;
  char                  *passphrase;
  GFileProgressCallback  progress;
  gpointer               progress_data;
  GDestroyNotify         free_progress;
  gint64                 told_at; /* worker thread */
} Work;

static Work *
work_new (const char *file,
          const char *passphrase)
{
  Work *work = g_new0 (Work, 1);

  work->file = g_strdup (file);
  work->passphrase = g_strdup (passphrase);
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  if (work->free_progress != NULL)
    work->free_progress (work->progress_data);
  g_free (work->folder);
  g_free (work->file);
  g_free (work->passphrase);
  g_free (work);
}

/* Takes over `work`. */
static void
run (DaybookStore        *store,
     Work                *work,
     gpointer             tag,
     GTaskThreadFunc      func,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, work, work_free);
  daybook_task_run_in_thread (task, func);
}

static void
make_backup (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  char *path = daybook_backup_make (source, work->file, work->passphrase, cancellable, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

void
daybook_backup_make_async (DaybookStore        *store,
                           const char          *file,
                           const char          *passphrase,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  run (store, work_new (file, passphrase), daybook_backup_make_async, make_backup, cancellable, callback, data);
}

char *
daybook_backup_make_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, daybook_backup_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
restore_backup (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (daybook_backup_restore (source, work->file, work->passphrase, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
daybook_backup_restore_async (DaybookStore        *store,
                              const char          *file,
                              const char          *passphrase,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  run (store, work_new (file, passphrase), daybook_backup_restore_async, restore_backup, NULL, callback, data);
}

gboolean
daybook_backup_restore_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, daybook_backup_restore_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
rescue (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (daybook_backup_rescue (work->folder, work->file, work->passphrase, g_get_real_time () / G_USEC_PER_SEC, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
daybook_backup_rescue_async (const char          *folder,
                             const char          *file,
                             const char          *passphrase,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  Work *work = work_new (file, passphrase);

  work->folder = g_strdup (folder);
  run (NULL, work, daybook_backup_rescue_async, rescue, NULL, callback, data);
}

gboolean
daybook_backup_rescue_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, daybook_backup_rescue_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
verify (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *checks = daybook_store_verify (source, cancellable, &error);

  if (checks != NULL)
    g_task_return_pointer (task, checks, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
daybook_store_verify_async (DaybookStore        *store,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  run (store, work_new (NULL, NULL), daybook_store_verify_async, verify, cancellable, callback, data);
}

GPtrArray *
daybook_store_verify_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, daybook_store_verify_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GTask   *task; /* keeps the progress data alive */
  goffset  current;
  goffset  total;
} Progress;

static gboolean
tell_progress (gpointer data)
{
  Progress *progress = data;
  Work *work = g_task_get_task_data (progress->task);

  work->progress (progress->current, progress->total, work->progress_data);
  return G_SOURCE_REMOVE;
}

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->task);
  g_free (progress);
}

/* Worker thread. */
static void
on_progress (goffset  current,
                     goffset  total,
                     gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);
  gint64 now = g_get_monotonic_time ();
  Progress *progress;

  if (work->progress == NULL || now - work->told_at < PROGRESS_INTERVAL_US)
    return;

  work->told_at = now;
  progress = g_new (Progress, 1);
  *progress = (Progress) { .task = g_object_ref (task), .current = current, .total = total };
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, tell_progress, progress, progress_free);
}

static void
rebuild (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  GError *error = NULL;

  if (daybook_store_rebuild (source, on_progress, task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
daybook_store_rebuild_async (DaybookStore          *store,
                             GFileProgressCallback  progress,
                             gpointer               progress_data,
                             GDestroyNotify         free_progress,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               data)
{
  Work *work = work_new (NULL, NULL);

  work->progress = progress;
  work->progress_data = progress_data;
  work->free_progress = free_progress;
  run (store, work, daybook_store_rebuild_async, rebuild, cancellable, callback, data);
}

gboolean
daybook_store_rebuild_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, daybook_store_rebuild_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
let_go (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_retention_run (source, daybook_store_get_now (source), on_progress, task, cancellable, &error);

  if (error == NULL)
    g_task_return_pointer (task, g_steal_pointer (&outcome), (GDestroyNotify) daybook_outcome_free);
  else
    g_task_return_error (task, error);
}

void
daybook_retention_run_async (DaybookStore          *store,
                             GFileProgressCallback  progress,
                             gpointer               progress_data,
                             GDestroyNotify         free_progress,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               data)
{
  Work *work = work_new (NULL, NULL);

  work->progress = progress;
  work->progress_data = progress_data;
  work->free_progress = free_progress;
  run (store, work, daybook_retention_run_async, let_go, cancellable, callback, data);
}

DaybookOutcome *
daybook_retention_run_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, daybook_retention_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
