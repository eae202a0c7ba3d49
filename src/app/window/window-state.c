/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/window-state.h"

#include "app/common/prefs.h"

static void
unref_settings (gpointer settings,
                GObject *window)
{
  g_object_unref (settings);
}

void
daybook_window_state_keep (GtkWindow *window)
{
  GSettings *settings = daybook_prefs_new ();

  if (settings == NULL)
    return;

  /* GTK keeps the default size at the last unmaximized one. */
  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_object_weak_ref (G_OBJECT (window), unref_settings, settings);
}

static void
update_clock (GtkWindow    *window,
              DaybookClock *clock)
{
  GdkSurface *surface = gtk_widget_get_mapped (GTK_WIDGET (window)) ? gtk_native_get_surface (GTK_NATIVE (window))
                                                                    : NULL;
  gboolean minimized = surface != NULL
                       && (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;

  daybook_clock_set_state (clock, surface != NULL && !minimized ? DAYBOOK_CLOCK_RUNNING : DAYBOOK_CLOCK_STOPPED);
}

static void
on_surface_changed (GdkSurface *surface,
                    GParamSpec *pspec,
                    GtkWindow  *window)
{
  update_clock (window, g_object_get_data (G_OBJECT (window), "clock"));
}

void
daybook_window_state_clock (GtkWindow    *window,
                            DaybookClock *clock)
{
  g_object_set_data_full (G_OBJECT (window), "clock", g_object_ref (clock), g_object_unref);
  g_signal_connect_object (window, "map", G_CALLBACK (update_clock), clock, G_CONNECT_AFTER);
  g_signal_connect_object (window, "unmap", G_CALLBACK (update_clock), clock, G_CONNECT_AFTER);
  if (gtk_native_get_surface (GTK_NATIVE (window)) != NULL)
    g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (window)), "notify::state",
                             G_CALLBACK (on_surface_changed), window, 0);
  update_clock (window, clock);
}
