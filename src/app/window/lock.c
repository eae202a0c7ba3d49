/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/lock.h"

#include "app/common/desk.h"
#include "app/window/actions.h"
#include "app/window/idle-watch.h"
#include "app/window/lock-screen.h"
#include "store/gate.h"

#define LOCK "daybook-lock"

typedef struct
{
  DaybookWindow     *window; /* borrowed: it owns this, and the next two */
  GtkStack          *stack;
  DaybookLockScreen *screen;
  DaybookDesk       *desk;
  char              *before; /* what the stack has shown; NULL: it is open */
  DaybookId          passed; /* who has said their PIN */
  GPtrArray         *hidden; /* GtkWindow: those over it, until it is open */
} Lock;

static Lock *
lock_of (DaybookWindow *window)
{
  return g_object_get_data (G_OBJECT (window), LOCK);
}

static void
free_lock (gpointer data)
{
  Lock *self = data;

  /* The desk may stay longer than the window. */
  g_signal_handlers_disconnect_by_data (self->desk, self);
  g_object_unref (self->desk);
  g_ptr_array_unref (self->hidden);
  g_free (self->before);
  g_free (self);
}

static DaybookStore *
store_of (Lock *self)
{
  return daybook_desk_get_store (self->desk);
}

/* Of a book that cannot be read nobody is let in. */
static gboolean
asks_pin (Lock            *self,
          const DaybookId *agent)
{
  gboolean asks = TRUE;

  return !daybook_gate_asks (daybook_store_get_reader (store_of (self)), agent, &asks, NULL) || asks;
}

/* --- What lies over the window ----------------------------------------------------------------- */

static gboolean
lies_over (GtkWindow *window,
           GtkWindow *main)
{
  for (; window != NULL && window != main; window = gtk_window_get_transient_for (window))
    if (gtk_window_get_transient_for (window) == main)
      return TRUE;

  return FALSE;
}

static void
hide_others (Lock *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (lies_over (window, GTK_WINDOW (self->window)) && gtk_widget_get_visible (GTK_WIDGET (window)))
        g_ptr_array_add (self->hidden, g_steal_pointer (&window));
    }
  for (guint i = 0; i < self->hidden->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->hidden, i), FALSE);
}

static void
show_others (Lock *self)
{
  g_autoptr(GPtrArray) hidden = g_steal_pointer (&self->hidden);

  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < hidden->len; i++)
    gtk_window_present (g_ptr_array_index (hidden, i));
}

/* --- Shutting and opening ---------------------------------------------------------------------- */

static void
shut (Lock              *self,
      const DaybookId   *agent,
      DaybookLockManner  manner)
{
  if (self->before == NULL)
    {
      self->before = g_strdup (gtk_stack_get_visible_child_name (self->stack));
      daybook_window_hush (self->window);
      hide_others (self);
    }

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->screen));
  daybook_lock_screen_open (self->screen, agent, manner);
  daybook_actions_update (self->window);
}

static void
open_again (Lock *self)
{
  g_autofree char *before = g_steal_pointer (&self->before);

  if (before == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, before);
  show_others (self);
  daybook_actions_update (self->window);
}

static void
on_passed (Lock       *self,
           DaybookRow *agent)
{
  self->passed = agent->id;
  daybook_desk_set_agent (self->desk, &agent->id);
  open_again (self);
}

static void
on_stayed (Lock *self)
{
  open_again (self);
}

/* Whoever sits there has not said who they are: the last one was removed, or the window is new. */
static void
check_sitting (Lock *self)
{
  const DaybookId *agent = daybook_store_get_agent (store_of (self));

  if (daybook_id_equal (agent, &self->passed) || !asks_pin (self, agent))
    return;

  shut (self, agent, DAYBOOK_LOCK_SHUT);
}

/* Whoever goes away says their PIN when they come back. */
static void
shut_for_sitting (Lock *self)
{
  const DaybookId *agent = daybook_store_get_agent (store_of (self));

  if (!asks_pin (self, agent))
    return;

  self->passed = (DaybookId) { { 0 } };
  shut (self, agent, DAYBOOK_LOCK_SHUT);
}

static gboolean
on_idle (GtkWindow *window)
{
  Lock *self = lock_of (DAYBOOK_WINDOW (window));

  if (self->before != NULL)
    return FALSE;

  shut_for_sitting (self);
  return self->before != NULL;
}

static void
on_names_changed (Lock *self)
{
  daybook_actions_update (self->window);
}

void
daybook_lock_begin (DaybookWindow *window,
                    GtkStack      *stack)
{
  DaybookDesk *desk = daybook_desk_of (daybook_window_get_store (window));
  Lock *self = g_new0 (Lock, 1);

  self->window = window;
  self->stack = stack;
  self->desk = g_object_ref (desk);
  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  self->screen = DAYBOOK_LOCK_SCREEN (daybook_lock_screen_new (desk));
  g_object_set_data_full (G_OBJECT (window), LOCK, self, free_lock);
  gtk_stack_add_named (stack, GTK_WIDGET (self->screen), "locked");
  g_signal_connect_swapped (self->screen, "passed", G_CALLBACK (on_passed), self);
  g_signal_connect_swapped (self->screen, "stayed", G_CALLBACK (on_stayed), self);
  g_signal_connect_data (desk, "agent-changed", G_CALLBACK (check_sitting), self, NULL, G_CONNECT_SWAPPED);
  g_signal_connect_data (desk, "names-changed", G_CALLBACK (on_names_changed), self, NULL, G_CONNECT_SWAPPED);
  daybook_idle_watch_begin (GTK_WINDOW (window), on_idle);
  check_sitting (self);
}

void
daybook_lock_show (DaybookWindow *window,
                   GtkStack      *stack,
                   const char    *child)
{
  Lock *self = lock_of (window);

  if (self == NULL || self->before == NULL)
    {
      gtk_stack_set_visible_child_name (stack, child);
      return;
    }

  g_free (self->before);
  self->before = g_strdup (child);
}

gboolean
daybook_lock_is_on (DaybookWindow *window)
{
  Lock *self = lock_of (window);

  return self != NULL && self->before != NULL;
}

void
daybook_lock_shut (DaybookWindow *window)
{
  Lock *self = lock_of (window);
  const DaybookId *agent = self != NULL ? daybook_store_get_agent (store_of (self)) : NULL;

  if (self == NULL || self->before != NULL)
    return;
  if (asks_pin (self, agent))
    shut_for_sitting (self);
  else
    shut (self, agent, DAYBOOK_LOCK_CHOICE);
}

void
daybook_lock_sit (DaybookWindow   *window,
                  const DaybookId *agent)
{
  Lock *self = lock_of (window);

  if (self == NULL || daybook_id_equal (agent, daybook_store_get_agent (store_of (self))))
    return;
  if (asks_pin (self, agent))
    shut (self, agent, DAYBOOK_LOCK_CHOICE);
  else
    daybook_desk_set_agent (self->desk, agent);
}

void
daybook_lock_leave (DaybookWindow *window)
{
  Lock *self = lock_of (window);

  if (self != NULL && self->before != NULL)
    daybook_lock_screen_stay (self->screen);
}
