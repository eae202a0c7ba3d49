/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/idle-watch.h"

#include "app/common/prefs.h"

#define DEFAULT_MINUTES 10

typedef struct
{
  GtkWindow *window; /* borrowed: it owns this */
  void     (*idle) (GtkWindow *window);
  gint64     touched; /* monotonic microseconds */
  guint      look;    /* source id, or 0 */
} Watch;

static void look_later (Watch  *self,
                        gint64  after);

static gint64
patience (void)
{
  g_autoptr(GSettings) settings = daybook_prefs_new ();
  int minutes = settings != NULL ? g_settings_get_int (settings, "idle-lock-minutes") : DEFAULT_MINUTES;

  return (gint64) minutes * 60 * G_USEC_PER_SEC;
}

static gboolean
on_look (gpointer data)
{
  Watch *self = data;
  gint64 patient = patience ();
  gint64 left = self->touched + patient - g_get_monotonic_time ();

  self->look = 0;
  if (patient > 0 && left <= 0)
    {
      self->idle (self->window);
      self->touched = g_get_monotonic_time ();
    }
  else if (patient > 0)
    look_later (self, left);
  return G_SOURCE_REMOVE;
}

static void
look_later (Watch  *self,
            gint64  after)
{
  self->look = g_timeout_add_seconds ((guint) (after / G_USEC_PER_SEC) + 1, on_look, self);
}

static gboolean
on_event (Watch *self)
{
  self->touched = g_get_monotonic_time ();
  if (self->look == 0)
    look_later (self, MAX (patience (), 60 * G_USEC_PER_SEC));
  return GDK_EVENT_PROPAGATE;
}

static void
free_watch (gpointer data)
{
  Watch *self = data;

  g_clear_handle_id (&self->look, g_source_remove);
  g_free (self);
}

void
daybook_idle_watch_begin (GtkWindow *window,
                          void     (*idle) (GtkWindow *window))
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  Watch *self = g_new0 (Watch, 1);

  self->window = window;
  self->idle = idle;
  g_object_set_data_full (G_OBJECT (window), "daybook-idle-watch", self, free_watch);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  on_event (self);
}
