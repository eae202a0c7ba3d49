/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/writer.h"

#include "store/due-rebuild.h"
#include "store/settle.h"
#include "store/turn.h"

typedef enum
{
  ENDS_IN_TASK,   /* `task` tells who asked */
  ENDS_IN_WAITER, /* somebody waits until `done` */
  ENDS_IN_LOG,    /* nobody asked */
} Ending;

/* Between two transactions of a long act other processes that wait for the lock, and
 * look for it every millisecond, have their turn. */
#define TURN_US 2500

/* A request on its way, with whoever waits for it. */
typedef struct
{
  DaybookRequest *request;
  Ending          ending;
  GTask          *task;
  gboolean        done;
} Job;

struct _DaybookWriter
{
  DaybookStore    *store;   /* borrowed */
  DaybookDatabase *db;
  DaybookSettler  *settler;
  GThread         *thread;
  GMutex           mutex;   /* guards the rest */
  GCond            changed;
  GQueue           queues[DAYBOOK_N_PRIORITIES]; /* Job */
  gint             n_wanted; /* atomic: jobs of people in the queue */
  gint             follows_rules; /* atomic */
  gboolean         closing;
};

typedef struct
{
  GFileProgressCallback callback;
  gpointer              data;
  gint64                done;
  gint64                total;
} Report;

DaybookRequest *
daybook_request_new (DaybookStepFunc  step,
                     gpointer         data,
                     GDestroyNotify   free_data,
                     DaybookPriority  priority,
                     GCancellable    *cancellable)
{
  DaybookRequest *request = g_new0 (DaybookRequest, 1);

  request->step = step;
  request->data = data;
  request->free_data = free_data;
  request->priority = priority;
  g_set_object (&request->cancellable, cancellable);
  return request;
}

static void
free_request (DaybookRequest *request)
{
  if (request->free_data != NULL)
    request->free_data (request->data);
  g_clear_object (&request->cancellable);
  g_clear_pointer (&request->outcome, daybook_outcome_free);
  g_clear_error (&request->error);
  g_free (request);
}

gboolean
daybook_request_is_cancelled (DaybookRequest *request)
{
  return request->cancellable != NULL && g_cancellable_is_cancelled (request->cancellable);
}

static gboolean
on_report_due (gpointer data)
{
  Report *report = data;

  report->callback (report->done, report->total, report->data);
  return G_SOURCE_REMOVE;
}

void
daybook_request_report (DaybookRequest *request,
                        gint64          done,
                        gint64          total)
{
  if (request->progress == NULL)
    return;

  if (request->direct)
    {
      request->progress (done, total, request->progress_data);
      return;
    }

  Report *report = g_new (Report, 1);
  *report = (Report) { request->progress, request->progress_data, done, total };
  g_idle_add_full (G_PRIORITY_DEFAULT, on_report_due, report, g_free);
}

static void
finish (DaybookWriter *self,
        Job           *job)
{
  DaybookRequest *request = job->request;

  if (job->ending == ENDS_IN_WAITER)
    {
      job->done = TRUE; /* under the mutex: whoever waits frees the job */
      g_cond_broadcast (&self->changed);
      return;
    }

  if (job->ending == ENDS_IN_LOG && request->error != NULL)
    g_message ("%s", request->error->message);
  else if (job->ending == ENDS_IN_TASK && request->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&request->error));
  else if (job->ending == ENDS_IN_TASK)
    g_task_return_pointer (job->task, g_steal_pointer (&request->outcome), (GDestroyNotify) daybook_outcome_free);

  g_clear_object (&job->task);
  free_request (request);
  g_free (job);
}

/* With the mutex held, as the next. */
static void
enqueue (DaybookWriter *self,
         Job           *job)
{
  if (job->request->priority == DAYBOOK_PRIORITY_PERSON)
    g_atomic_int_inc (&self->n_wanted);
  g_queue_push_tail (&self->queues[job->request->priority], job);
}

static Job *
next_job (DaybookWriter *self)
{
  for (int i = 0; i < DAYBOOK_N_PRIORITIES; i++)
    {
      Job *job = g_queue_pop_head (&self->queues[i]);

      if (job != NULL && i == DAYBOOK_PRIORITY_PERSON)
        g_atomic_int_add (&self->n_wanted, -1);
      if (job != NULL)
        return job;
    }

  return NULL;
}

static gpointer
run_thread (gpointer data)
{
  DaybookWriter *self = data;
  Job *job;

  g_mutex_lock (&self->mutex);
  while (TRUE)
    {
      while ((job = next_job (self)) == NULL && !self->closing)
        g_cond_wait (&self->changed, &self->mutex);
      if (job == NULL)
        break;

      DaybookRequest *request = job->request;
      g_mutex_unlock (&self->mutex);
      DaybookStep step = request->step (self, request, request->data);
      if (step == DAYBOOK_STEP_AGAIN && daybook_writer_is_awaited (self))
        g_usleep (TURN_US);
      if (self->db->rules_changed && g_atomic_int_get (&self->follows_rules))
        daybook_due_rebuild_queue (self);
      self->db->rules_changed = FALSE;
      g_mutex_lock (&self->mutex);

      if (step == DAYBOOK_STEP_AGAIN)
        enqueue (self, job);
      else
        finish (self, job);
    }
  g_mutex_unlock (&self->mutex);

  return NULL;
}

DaybookWriter *
daybook_writer_new (DaybookStore    *store,
                    DaybookDatabase *db)
{
  DaybookWriter *self = g_new0 (DaybookWriter, 1);

  self->store = store;
  self->db = db;
  self->settler = daybook_settler_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("daybook-writer", run_thread, self);
  return self;
}

void
daybook_writer_free (DaybookWriter *self)
{
  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  daybook_settler_free (self->settler);
  daybook_database_close (self->db);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

static Job *
push (DaybookWriter  *self,
      DaybookRequest *request,
      Ending          ending,
      GTask          *task)
{
  Job *job = g_new0 (Job, 1);

  job->request = request;
  job->ending = ending;
  job->task = task;
  enqueue (self, job);
  g_cond_broadcast (&self->changed);
  return job;
}

DaybookOutcome *
daybook_writer_run (DaybookWriter   *self,
                    DaybookRequest  *request,
                    GError         **error)
{
  request->direct = TRUE;
  g_mutex_lock (&self->mutex);
  Job *job = push (self, request, ENDS_IN_WAITER, NULL);
  while (!job->done)
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);

  DaybookOutcome *outcome = g_steal_pointer (&request->outcome);
  if (request->error != NULL)
    g_propagate_error (error, g_steal_pointer (&request->error));

  free_request (request);
  g_free (job);
  return outcome;
}

void
daybook_writer_run_async (DaybookWriter       *self,
                          DaybookRequest      *request,
                          gpointer             source,
                          gpointer             tag,
                          GAsyncReadyCallback  callback,
                          gpointer             callback_data)
{
  GTask *task = g_task_new (source, request->cancellable, callback, callback_data);

  g_task_set_source_tag (task, tag);
  /* What was committed is reported as committed, cancelled since or not. */
  g_task_set_check_cancellable (task, FALSE);

  g_mutex_lock (&self->mutex);
  push (self, request, ENDS_IN_TASK, task);
  g_mutex_unlock (&self->mutex);
}

void
daybook_writer_run_detached (DaybookWriter  *self,
                             DaybookRequest *request)
{
  g_mutex_lock (&self->mutex);
  push (self, request, ENDS_IN_LOG, NULL);
  g_mutex_unlock (&self->mutex);
}

void
daybook_writer_follow_rules (DaybookWriter *self)
{
  g_atomic_int_set (&self->follows_rules, TRUE);
  daybook_due_rebuild_queue (self);
}

gboolean
daybook_writer_is_wanted (DaybookWriter *self)
{
  return g_atomic_int_get (&self->n_wanted) > 0;
}

gboolean
daybook_writer_is_closing (DaybookWriter *self)
{
  g_mutex_lock (&self->mutex);
  gboolean closing = self->closing;
  g_mutex_unlock (&self->mutex);
  return closing;
}

gboolean
daybook_writer_is_awaited (DaybookWriter *self)
{
  return daybook_turn_is_asked (self->db->turn);
}

DaybookDatabase *
daybook_writer_database (DaybookWriter *self)
{
  return self->db;
}

DaybookStore *
daybook_writer_store (DaybookWriter *self)
{
  return self->store;
}

DaybookSettler *
daybook_writer_settler (DaybookWriter *self)
{
  return self->settler;
}
