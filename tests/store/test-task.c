/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/task.h"

#define N_TASKS 5
#define WORK_US (20 * 1000)

static int n_ended; /* atomic */

static void
work (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  g_usleep (WORK_US);
  g_atomic_int_inc (&n_ended);
  g_task_return_boolean (task, g_str_equal (data, "data"));
}

/* Nothing to wait for, then work, then nothing again; nobody needs the loop for it. */
static void
test_work_is_waited_for (void)
{
  daybook_tasks_wait ();
  for (int i = 0; i < N_TASKS; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_task_data (task, g_strdup ("data"), g_free);
      daybook_task_run_in_thread (task, work);
    }
  daybook_tasks_wait ();
  g_assert_cmpint (g_atomic_int_get (&n_ended), ==, N_TASKS);
  daybook_tasks_wait ();
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) data = g_task_propagate_boolean (G_TASK (result), &error);
  g_assert_no_error (error);
}

/* The function gets what the task carries, cancelled or not, and its answer arrives. */
static void
test_a_cancelled_task_is_ended_too (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean answer = FALSE;
  GTask *task = g_task_new (NULL, cancellable, on_done, &answer);

  g_atomic_int_set (&n_ended, 0);
  g_task_set_task_data (task, g_strdup ("data"), g_free);
  g_task_set_check_cancellable (task, FALSE);
  g_cancellable_cancel (cancellable);
  daybook_task_run_in_thread (task, work);
  g_object_unref (task);
  daybook_tasks_wait ();
  g_assert_cmpint (g_atomic_int_get (&n_ended), ==, 1);
  while (!answer)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/task/work-is-waited-for", test_work_is_waited_for);
  g_test_add_func ("/task/a-cancelled-task-is-ended-too", test_a_cancelled_task_is_ended_too);
  return g_test_run ();
}
