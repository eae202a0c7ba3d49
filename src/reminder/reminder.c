/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/reminder.h"

#include "config.h"
#include "core/instance.h"
#include "notify/notifier.h"
#include "reminder/background.h"
#include "reminder/clocks.h"
#include "reminder/window.h"

#include <glib-unix.h>
#include <malloc.h>
#include <signal.h>

#define NAME DAYBOOK_APP_ID ".Reminder"
#define SWITCH "reminders"
/* Before a book that is locked is looked at again, in seconds. */
#define TRY_AGAIN 2

struct _DaybookReminderProcess
{
  const char      *folder;
  GMainLoop       *loop;
  GSettings       *prefs;    /* or NULL */
  guint            name;     /* as it is owned on the bus */
  DaybookClocks   *clocks;
  DaybookStore    *store;    /* once it is open */
  DaybookNotifier *notifier;
  guint            trying;   /* a source: to open it */
  int              status;   /* of the process, when it ends */
};

static gboolean
is_wanted (DaybookReminderProcess *self)
{
  return self->prefs == NULL || g_settings_get_boolean (self->prefs, SWITCH);
}

static void
finish (DaybookReminderProcess *self,
        int                     status)
{
  self->status = status;
  g_main_loop_quit (self->loop);
}

/* --- The world of the notifier ----------------------------------------------------------- */

static void
read_clocks (DaybookClockReading *reading,
             gpointer             data)
{
  DaybookReminderProcess *self = data;

  daybook_clocks_read (self->clocks, reading);
  if (daybook_clocks_is_test (self->clocks))
    daybook_store_fix_now (self->store, reading->wall);
}

/* It sleeps now, for long perhaps: what a look over many things took is given back. */
static void
wake_at (gint64   moment,
         gpointer data)
{
  malloc_trim (0);
  daybook_clocks_set (((DaybookReminderProcess *) data)->clocks, moment);
}

static void
open_window (const char *key,
             const char *token,
             gpointer    data)
{
  daybook_reminder_open_window (((DaybookReminderProcess *) data)->folder, key, token);
}

static void
on_stopped (const GError *error,
            gpointer      data)
{
  g_printerr ("daybook-reminder: %s\n", error->message);
  finish (data, 1);
}

static const DaybookNotifierWorld WORLD = { read_clocks, wake_at, open_window, on_stopped };

static void
on_rung (gpointer data)
{
  DaybookReminderProcess *self = data;

  if (self->notifier != NULL)
    daybook_notifier_look (self->notifier);
}

/* --- The book ---------------------------------------------------------------------------- */

static gboolean
try_to_open (gpointer data)
{
  DaybookReminderProcess *self = data;
  g_autoptr(GError) error = NULL;

  self->trying = 0;
  self->store = daybook_store_open (self->folder, DAYBOOK_STORE_BESIDE, &error);
  if (self->store != NULL)
    self->notifier = daybook_notifier_new (self->store, &WORLD, self);
  else if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY))
    self->trying = g_timeout_add_seconds (TRY_AGAIN, try_to_open, self);
  else
    {
      g_printerr ("daybook-reminder: %s\n", error->message);
      /* Nobody has begun one: the window starts this again once there is one. */
      finish (self, g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND) ? 0 : 1);
    }
  return G_SOURCE_REMOVE;
}

static void
begin (DaybookReminderProcess *self)
{
  if (self->store == NULL && self->trying == 0)
    try_to_open (self);
}

static void
end (DaybookReminderProcess *self)
{
  if (self->trying != 0)
    g_source_remove (self->trying);
  if (self->notifier != NULL)
    daybook_notifier_end (self->notifier, is_wanted (self) ? DAYBOOK_NOTIFIER_LEAVE : DAYBOOK_NOTIFIER_WITHDRAW);
  if (self->store != NULL)
    daybook_store_close (self->store);
  g_clear_object (&self->store);
}

/* --- On the bus --------------------------------------------------------------------------- */

/* The name is taken before it ends, for whoever waits for it to be there. */
static void
on_name_acquired (GDBusConnection *bus,
                  const char      *name,
                  gpointer         data)
{
  DaybookReminderProcess *self = data;

  if (!is_wanted (self))
    {
      finish (self, 0);
      return;
    }

  daybook_reminder_ask_for_background (bus);
  begin (self);
}

/* Another one is there; or, without a bus, nobody: what is missed is noted all the same. */
static void
on_name_lost (GDBusConnection *bus,
              const char      *name,
              gpointer         data)
{
  DaybookReminderProcess *self = data;

  if (bus == NULL && is_wanted (self))
    begin (self);
  else
    finish (self, 0);
}

static void
on_switched (DaybookReminderProcess *self)
{
  if (!is_wanted (self))
    finish (self, 0);
}

static void
watch_switch (DaybookReminderProcess *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, DAYBOOK_APP_ID, TRUE) : NULL;

  /* Not installed: nobody can have switched it off. */
  if (schema == NULL || !g_settings_schema_has_key (schema, SWITCH))
    return;

  self->prefs = g_settings_new_full (schema, NULL, NULL);
  g_signal_connect_swapped (self->prefs, "changed::" SWITCH, G_CALLBACK (on_switched), self);
}

static gboolean
on_asked_to_end (gpointer data)
{
  finish (data, 0);
  return G_SOURCE_CONTINUE;
}

int
daybook_reminder_run (const char *folder)
{
  DaybookReminderProcess self = { .folder = folder };
  g_autofree char *name = daybook_instance_name (NAME, folder);
  g_autoptr(GError) error = NULL;

  self.loop = g_main_loop_new (NULL, FALSE);
  self.clocks = daybook_clocks_new (on_rung, &self, &error);
  if (self.clocks == NULL)
    {
      g_printerr ("daybook-reminder: %s\n", error->message);
      return 1;
    }

  watch_switch (&self);
  g_unix_signal_add (SIGTERM, on_asked_to_end, &self);
  g_unix_signal_add (SIGINT, on_asked_to_end, &self);
  self.name = g_bus_own_name (G_BUS_TYPE_SESSION, name, G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE, NULL, on_name_acquired, on_name_lost, &self, NULL);
  g_main_loop_run (self.loop);

  end (&self);
  g_bus_unown_name (self.name);
  daybook_clocks_free (self.clocks);
  g_clear_object (&self.prefs);
  g_main_loop_unref (self.loop);
  return self.status;
}
