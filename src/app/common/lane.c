/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/lane.h"

#include <glib/gi18n-lib.h>

/* For so long a busy book is asked again and again. */
#define PATIENCE_US (5 * G_USEC_PER_SEC)
#define PAUSE_US (20 * 1000)

struct _DaybookLane
{
  DaybookStore  *store;
  GThreadPool   *pool; /* of one thread */
  DaybookReader *reader; /* the thread's; made with its first job */
  GCancellable  *closed;
};

typedef struct
{
  DaybookLaneFunc func;
  gpointer        data;
  GDestroyNotify  free_data;
  GDestroyNotify  free_result;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static DaybookReader *
obtain_reader (DaybookLane *self,
               GError     **error)
{
  if (self->reader == NULL)
    self->reader = daybook_reader_new (self->store, error);

  return self->reader;
}

static gpointer
try_job (DaybookLane  *self,
         Job          *job,
         GCancellable *cancellable,
         GError      **error)
{
  gpointer result;

  if (g_cancellable_is_cancelled (self->closed) || g_cancellable_is_cancelled (cancellable))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("This was stopped."));
      return NULL;
    }
  if (obtain_reader (self, error) == NULL)
    return NULL;

  daybook_reader_set_cancellable (self->reader, cancellable);
  result = job->func (self->reader, job->data, cancellable, error);
  daybook_reader_set_cancellable (self->reader, NULL);
  return result;
}

/* A program that closes the book, or finds it as another has left it, keeps it for a moment from
 * those who come to read: nobody waits here, so that it is tried again. */
static gpointer
run_job (DaybookLane  *self,
         Job          *job,
         GCancellable *cancellable,
         GError      **error)
{
  const gint64 until = g_get_monotonic_time () + PATIENCE_US;
  GError *local = NULL;
  gpointer result = try_job (self, job, cancellable, &local);

  while (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY) && g_get_monotonic_time () < until)
    {
      g_clear_error (&local);
      g_usleep (PAUSE_US);
      result = try_job (self, job, cancellable, &local);
    }

  if (local != NULL)
    g_propagate_error (error, local);
  return result;
}

static void
work (gpointer data,
      gpointer user_data)
{
  g_autoptr(GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result = run_job (user_data, job, g_task_get_cancellable (task), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->free_result);
}

DaybookLane *
daybook_lane_new (DaybookStore *store)
{
  DaybookLane *self = g_new0 (DaybookLane, 1);

  self->store = g_object_ref (store);
  self->closed = g_cancellable_new ();
  self->pool = g_thread_pool_new (work, self, 1, FALSE, NULL);
  return self;
}

void
daybook_lane_free (DaybookLane *self)
{
  g_cancellable_cancel (self->closed);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_clear_pointer (&self->reader, daybook_reader_free);
  g_object_unref (self->closed);
  g_object_unref (self->store);
  g_free (self);
}

void
daybook_lane_run_async (DaybookLane         *self,
                        DaybookLaneFunc      func,
                        gpointer             data,
                        GDestroyNotify       free_data,
                        GDestroyNotify       free_result,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  g_task_set_source_tag (task, daybook_lane_run_async);
  g_task_set_task_data (task, job, job_free);
  /* The function's own error says more than "cancelled". */
  g_task_set_check_cancellable (task, FALSE);
  g_thread_pool_push (self->pool, task, NULL);
}

gpointer
daybook_lane_run_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, daybook_lane_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
