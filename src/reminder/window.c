/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/window.h"

#include "config.h"
#include "core/instance.h"

#include <string.h>

#define ACTION "show-due"

typedef struct
{
  char *folder;
  char *key;
} Wish;

static void
wish_free (Wish *wish)
{
  g_free (wish->folder);
  g_free (wish->key);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

/* The program beside this one, as installed or as built; else whatever the path has. (transfer full) */
static char *
find_program (void)
{
  static const char *const PLACES[] = { "daybook", "../app/daybook" };
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (self != NULL ? self : "");

  for (guint i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      g_autofree char *program = g_build_filename (folder, PLACES[i], NULL);

      if (g_file_test (program, G_FILE_TEST_IS_EXECUTABLE) && !g_file_test (program, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&program);
    }
  return g_strdup ("daybook");
}

static void
start_program (const Wish *wish)
{
  g_autofree char *program = find_program ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--data", wish->folder,
                                                     "--due", wish->key, NULL);

  if (process == NULL)
    g_warning ("The window could not be opened: %s", error->message);
}

static void
on_answered (GObject      *bus,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(Wish) wish = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  /* Not installed, or of another folder: nobody is there, and the bus knows nobody to start. */
  if (answer == NULL)
    start_program (wish);
}

/* "io.github.daybook.Daybook" has the object /io/github/daybook/Daybook. (transfer full) */
static char *
object_of (const char *name)
{
  g_autofree char *path = g_strconcat ("/", name, NULL);

  return g_strdelimit (g_steal_pointer (&path), ".", '/');
}

/* What lets a window take the focus, under both its names. */
static GVariant *
platform_data (const char *token)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  if (token != NULL)
    {
      g_variant_builder_add (&builder, "{sv}", "activation-token", g_variant_new_string (token));
      g_variant_builder_add (&builder, "{sv}", "desktop-startup-id", g_variant_new_string (token));
    }
  return g_variant_builder_end (&builder);
}

void
daybook_reminder_open_window (const char *folder,
                              const char *key,
                              const char *token)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autofree char *name = daybook_instance_name (DAYBOOK_APP_ID, folder);
  g_autofree char *object = object_of (name);
  g_autoptr(Wish) wish = g_new0 (Wish, 1);
  GVariant *parameters[1];

  wish->folder = g_strdup (folder);
  wish->key = g_strdup (key != NULL ? key : "");
  if (bus == NULL)
    {
      start_program (wish);
      return;
    }

  parameters[0] = g_variant_new_variant (g_variant_new_string (wish->key));
  g_dbus_connection_call (bus, name, object, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(s@av@a{sv})", ACTION, g_variant_new_array (G_VARIANT_TYPE_VARIANT, parameters, 1), platform_data (token)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_answered, g_steal_pointer (&wish));
}
