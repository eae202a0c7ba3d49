/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/idle-watch.h"

#include "app/common/prefs.h"

#include <glib-unix.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define WATCH "daybook-idle-watch"
#define DEFAULT_MINUTES 10
#define MINUTE (60 * (gint64) G_USEC_PER_SEC)

typedef struct
{
  GtkWindow *window;  /* borrowed: it owns this */
  gboolean (*idle) (GtkWindow *window);
  gint64     touched; /* as get_time() */
  int        timer;   /* descriptor, or -1 */
  guint      look;    /* source id of it, or 0 */
  gboolean   looking; /* it is set */
} Watch;

/* In microseconds; it goes on while the machine sleeps, as the timer does. */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_BOOTTIME, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gint64
patience (void)
{
  g_autoptr(GSettings) settings = daybook_prefs_new ();
  int minutes = settings != NULL ? g_settings_get_int (settings, "idle-lock-minutes") : DEFAULT_MINUTES;

  return minutes * MINUTE;
}

static void
look_later (Watch  *self,
            gint64  after)
{
  const struct itimerspec when = { .it_value = { .tv_sec = (time_t) (after / G_USEC_PER_SEC) + 1 } };

  self->looking = timerfd_settime (self->timer, 0, &when, NULL) == 0;
}

static gboolean
give_up (Watch *self)
{
  self->touched = get_time ();
  return self->idle (self->window);
}

static gboolean
on_look (int          timer,
         GIOCondition condition,
         gpointer     data)
{
  Watch *self = data;
  gint64 patient = patience ();
  gint64 left = self->touched + patient - get_time ();
  guint64 n_times;

  if (read (timer, &n_times, sizeof n_times) < 0)
    return G_SOURCE_CONTINUE;

  self->looking = FALSE;
  if (patient > 0 && left > 0)
    look_later (self, left);
  else if (patient > 0)
    give_up (self);
  return G_SOURCE_CONTINUE;
}

/* Whoever wakes the machine may be quicker than the timer: that touch is not for the open window any more. */
static gboolean
on_event (GtkWindow *window)
{
  Watch *self = g_object_get_data (G_OBJECT (window), WATCH);
  gint64 untouched = get_time () - self->touched;
  gint64 patient = untouched >= MINUTE ? patience () : 0;

  if (patient > 0 && untouched >= patient && give_up (self))
    return GDK_EVENT_STOP;

  self->touched = get_time ();
  if (!self->looking)
    look_later (self, MAX (patience (), MINUTE));
  return GDK_EVENT_PROPAGATE;
}

/* Work in the call window, in Preferences or in a dialog is work. */
static void
on_windows_changed (GtkWindow  *window,
                    guint       position,
                    guint       removed,
                    guint       added,
                    GListModel *windows)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(GtkWidget) other = g_list_model_get_item (windows, i);
      GtkEventController *events = gtk_event_controller_legacy_new ();

      gtk_event_controller_set_name (events, WATCH);
      gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
      g_signal_connect_object (events, "event", G_CALLBACK (on_event), window, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (other, events);
    }
}

static void
free_watch (gpointer data)
{
  Watch *self = data;

  g_clear_handle_id (&self->look, g_source_remove);
  if (self->timer >= 0)
    close (self->timer);
  g_free (self);
}

void
daybook_idle_watch_begin (GtkWindow *window,
                          gboolean (*idle) (GtkWindow *window))
{
  GListModel *windows = gtk_window_get_toplevels ();
  Watch *self = g_new0 (Watch, 1);

  self->window = window;
  self->idle = idle;
  self->timer = timerfd_create (CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->timer >= 0)
    self->look = g_unix_fd_add (self->timer, G_IO_IN, on_look, self);
  self->touched = get_time ();
  look_later (self, MAX (patience (), MINUTE));
  g_object_set_data_full (G_OBJECT (window), WATCH, self, free_watch);
  g_signal_connect_object (windows, "items-changed", G_CALLBACK (on_windows_changed), window, G_CONNECT_SWAPPED);
  on_windows_changed (window, 0, 0, g_list_model_get_n_items (windows), windows);
}
