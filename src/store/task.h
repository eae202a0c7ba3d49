/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Work in other threads that the program does not end under. What runs while
 * the process exits finds its resources gone (gresource destructors). */

/* g_task_run_in_thread() for work that daybook_tasks_wait() waits for.
 * @task: is kept until @func has returned. */
void daybook_task_run_in_thread (GTask           *task,
                                 GTaskThreadFunc  func);

/* Returns when no work is running: what is to end soon is cancelled before.
 * For the thread that starts the work. */
void daybook_tasks_wait         (void);

G_END_DECLS
