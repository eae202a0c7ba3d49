/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/reminder-start.h"

#include "config.h"
#include "core/instance.h"

#define NAME DAYBOOK_APP_ID ".Reminder"
#define DBUS "org.freedesktop.DBus"

static void
on_started (GObject      *bus,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  /* From a build tree, nothing is installed that could be started. */
  if (answer == NULL)
    g_debug ("The reminders were not started: %s", error->message);
}

static void
on_bus_found (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL)
    g_dbus_connection_call (bus, DBUS, "/org/freedesktop/DBus", DBUS, "StartServiceByName", g_variant_new ("(su)", NAME, 0), NULL,
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_started, NULL);
}

void
daybook_reminder_start (GSettings  *prefs,
                        const char *folder)
{
  g_autofree char *usual = daybook_instance_folder ();

  if (g_str_equal (folder, usual) && (prefs == NULL || g_settings_get_boolean (prefs, DAYBOOK_REMINDER_SWITCH)))
    g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus_found, NULL);
}
