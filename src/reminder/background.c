/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/background.h"

#include <glib/gi18n-lib.h>

#define SANDBOX "/.flatpak-info"
#define PORTAL "org.freedesktop.portal.Desktop"

static void
on_asked (GObject      *bus,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  if (answer == NULL)
    g_message ("The desktop was not asked to start the reminders at login: %s", error->message);
}

void
daybook_reminder_ask_for_background (GDBusConnection *bus)
{
  static const char *const COMMAND[] = { "daybook-reminder", NULL };
  GVariantBuilder options;

  if (!g_file_test (SANDBOX, G_FILE_TEST_EXISTS))
    return;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  /* Translators: why the program asks to run in the background. */
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (_("Reminders of what is due")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (TRUE));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (COMMAND, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_dbus_connection_call (bus, PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", g_variant_builder_end (&options)), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          on_asked, NULL);
}
