/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

struct _DaybookInterrupt
{
  GCancellable *cancellable;
  GThread      *thread;
  sigset_t      before;  /* what was blocked when this began */
  gboolean      shows;   /* standard error is a terminal */
  int           percent; /* as last shown */
  int           stopping;
};

static void
fill_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
  /* Sent by daybook_interrupt_free() to end the thread. */
  sigaddset (signals, SIGUSR1);
}

/* A handler could not cancel anything: next to nothing is allowed in one. A
 * thread that waits for the signal may do everything. */
static gpointer
wait_for_signal (gpointer data)
{
  DaybookInterrupt *self = data;
  sigset_t signals;
  int which;

  fill_signals (&signals);
  while (sigwait (&signals, &which) == 0 && !g_atomic_int_get (&self->stopping))
    g_cancellable_cancel (self->cancellable);

  return NULL;
}

DaybookInterrupt *
daybook_interrupt_new (void)
{
  DaybookInterrupt *self = g_new0 (DaybookInterrupt, 1);
  sigset_t signals;

  self->cancellable = g_cancellable_new ();
  self->shows = isatty (STDERR_FILENO);
  self->percent = -1;

  /* Blocked here, and so in every thread made from now on, they reach nobody
   * but sigwait(). */
  fill_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, &self->before);
  self->thread = g_thread_new ("interrupt", wait_for_signal, self);
  return self;
}

void
daybook_interrupt_free (DaybookInterrupt *self)
{
  g_atomic_int_set (&self->stopping, TRUE);
  kill (getpid (), SIGUSR1);
  g_thread_join (self->thread);
  pthread_sigmask (SIG_SETMASK, &self->before, NULL);

  if (self->percent >= 0)
    fputs ("\r\033[K", stderr);
  g_object_unref (self->cancellable);
  g_free (self);
}

GCancellable *
daybook_interrupt_get_cancellable (DaybookInterrupt *self)
{
  return self->cancellable;
}

void
daybook_interrupt_show_progress (goffset  current,
                                 goffset  total,
                                 gpointer data)
{
  DaybookInterrupt *self = data;
  int percent = total > 0 ? (int) (current * 100 / total) : 0;

  if (!self->shows || g_atomic_int_get (&self->percent) == percent)
    return;

  g_atomic_int_set (&self->percent, percent);
  fprintf (stderr, "\r%3d %%", percent);
}
