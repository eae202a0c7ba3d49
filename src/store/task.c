/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/task.h"

#define FUNC_KEY "daybook-task-func"

typedef struct
{
  GTaskThreadFunc func;
} Work;

static GMutex mutex;
static GCond ended;
static guint n_running;

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  const Work *work = g_object_get_data (G_OBJECT (task), FUNC_KEY);

  work->func (task, source, data, cancellable);

  g_mutex_lock (&mutex);
  n_running--;
  g_cond_broadcast (&ended);
  g_mutex_unlock (&mutex);
}

void
daybook_task_run_in_thread (GTask           *task,
                            GTaskThreadFunc  func)
{
  Work *work = g_new0 (Work, 1);

  work->func = func;
  g_object_set_data_full (G_OBJECT (task), FUNC_KEY, work, g_free);
  g_mutex_lock (&mutex);
  n_running++;
  g_mutex_unlock (&mutex);
  g_task_run_in_thread (task, run);
}

void
daybook_tasks_wait (void)
{
  g_mutex_lock (&mutex);
  while (n_running > 0)
    g_cond_wait (&ended, &mutex);
  g_mutex_unlock (&mutex);
}
