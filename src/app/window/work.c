/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/work.h"

#include "app/common/last-act.h"
#include "app/window/work-bar.h"

/* What takes longer is shown, and can be stopped. */
#define MOMENT_MS 500

struct _DaybookWork
{
  GWeakRef        window;
  const char     *what;
  const char     *stopping;
  GCancellable   *cancellable;
  guint           moment;   /* source id, until it has passed */
  goffset         current;
  goffset         total;    /* 0 until something was reported: short acts report nothing */
  DaybookWorkBar *bar;      /* weak; once the moment has passed */
};

static void
show_progress (DaybookWork *self)
{
  g_autoptr(DaybookWindow) window = daybook_work_get_window (self);

  if (self->moment != 0 || self->total == 0 || window == NULL)
    return;

  if (self->bar == NULL)
    {
      g_set_weak_pointer (&self->bar, daybook_work_bar_new (self->what, self->stopping, self->cancellable));
      daybook_window_add_work (window, GTK_WIDGET (self->bar));
    }

  daybook_work_bar_progress (self->bar, self->current, self->total);
}

static gboolean
on_moment_passed (gpointer data)
{
  DaybookWork *self = data;

  self->moment = 0;
  show_progress (self);
  return G_SOURCE_REMOVE;
}

DaybookWork *
daybook_work_new (DaybookWindow *window,
                  const char    *what,
                  const char    *stopping)
{
  DaybookWork *self = g_new0 (DaybookWork, 1);

  g_weak_ref_init (&self->window, window);
  self->what = what;
  self->stopping = stopping;
  self->cancellable = g_cancellable_new ();
  self->moment = g_timeout_add (MOMENT_MS, on_moment_passed, self);
  daybook_last_act_hold ();
  return self;
}

void
daybook_work_free (DaybookWork *self)
{
  DaybookWorkBar *bar = self->bar;

  g_clear_weak_pointer (&self->bar);
  if (bar != NULL)
    daybook_window_remove_work (GTK_WIDGET (bar));
  g_clear_handle_id (&self->moment, g_source_remove);
  g_object_unref (self->cancellable);
  g_weak_ref_clear (&self->window);
  g_free (self);
  daybook_last_act_release ();
}

GCancellable *
daybook_work_get_cancellable (DaybookWork *self)
{
  return self->cancellable;
}

DaybookWindow *
daybook_work_get_window (DaybookWork *self)
{
  return g_weak_ref_get (&self->window);
}

void
daybook_work_progress (goffset  current,
                       goffset  total,
                       gpointer work)
{
  DaybookWork *self = work;

  self->current = current;
  self->total = total;
  show_progress (self);
}

void
daybook_work_rest (DaybookWork *self)
{
  g_clear_handle_id (&self->moment, g_source_remove);
}
