/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/server.h"

#define NAME "org.freedesktop.Notifications"
#define DBUS "org.freedesktop.DBus"

struct _DaybookNotifyServer
{
  void            (*changed) (gpointer data);
  gpointer          data;
  guint             watch;
  GDBusConnection  *bus; /* NULL: there is none */
  char             *id;
  gboolean          wanted;
};

/* Every bus has its own. (transfer full) */
static char *
ask_bus_id (GDBusConnection *bus)
{
  g_autoptr(GVariant) answer = g_dbus_connection_call_sync (bus, DBUS, "/org/freedesktop/DBus", DBUS, "GetId", NULL, G_VARIANT_TYPE ("(s)"),
                                                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  char *id = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(s)", &id);
  return id;
}

static void
on_appeared (GDBusConnection *bus,
             const char      *name,
             const char      *owner,
             gpointer         data)
{
  DaybookNotifyServer *self = data;
  g_autofree char *bus_id = ask_bus_id (bus);

  g_set_object (&self->bus, bus);
  g_free (self->id);
  self->id = g_strdup_printf ("%s %s", bus_id != NULL ? bus_id : "", owner);
  self->changed (self->data);
}

static void
on_vanished (GDBusConnection *bus,
             const char      *name,
             gpointer         data)
{
  DaybookNotifyServer *self = data;

  g_set_object (&self->bus, bus);
  /* The one that went is not fetched back within the same breath. */
  if (self->id != NULL)
    self->wanted = FALSE;
  g_clear_pointer (&self->id, g_free);
  self->changed (self->data);
}

DaybookNotifyServer *
daybook_notify_server_new (void     (*changed) (gpointer data),
                           gpointer   data)
{
  DaybookNotifyServer *self = g_new0 (DaybookNotifyServer, 1);

  self->changed = changed;
  self->data = data;
  self->watch = g_bus_watch_name (G_BUS_TYPE_SESSION, NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, on_appeared, on_vanished, self, NULL);
  return self;
}

void
daybook_notify_server_free (DaybookNotifyServer *self)
{
  g_bus_unwatch_name (self->watch);
  g_clear_object (&self->bus);
  g_free (self->id);
  g_free (self);
}

const char *
daybook_notify_server_get_id (DaybookNotifyServer *self)
{
  return self->id;
}

void
daybook_notify_server_want (DaybookNotifyServer *self)
{
  if (self->wanted || self->bus == NULL)
    return;

  self->wanted = TRUE;
  /* Nobody waits for the answer: when it comes, it appears. */
  g_dbus_connection_call (self->bus, DBUS, "/org/freedesktop/DBus", DBUS, "StartServiceByName", g_variant_new ("(su)", NAME, 0), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}
