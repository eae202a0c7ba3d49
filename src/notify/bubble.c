/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/bubble.h"

#include "config.h"
#include "core/due.h"
#include "notify/acts.h"

#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

/* A server that leaves on the screen what it is told to close; what it is told to show for a moment goes. */
#define LEAVES_CLOSED "Notification Daemon"

/* As the notification server says why (Desktop Notifications Specification). */
#define CLOSED_BY_CALL 3

struct _DaybookBubble
{
  NotifyNotification        *notification; /* outlives what it calls */
  const DaybookBubbleEvents *events;
  gpointer                   data;
  guint                      pressed;      /* a source: somebody has, and is answered soon */
  DaybookBubbleButton        button;
  char                      *token;
};

/* Whoever answers may let go of the bubble, which libnotify could not bear while it tells. */
static gboolean
on_answer_due (gpointer data)
{
  DaybookBubble *self = data;
  g_autofree char *token = g_steal_pointer (&self->token);

  self->pressed = 0;
  self->events->pressed (self->button, token, self->data);
  return G_SOURCE_REMOVE;
}

static void
on_pressed (NotifyNotification *notification,
            char               *action,
            gpointer            data)
{
  DaybookBubble *self = data;

  if (g_str_equal (action, "done"))
    self->button = DAYBOOK_BUBBLE_DO;
  else if (g_str_equal (action, "snooze"))
    self->button = DAYBOOK_BUBBLE_SNOOZE;
  else
    self->button = DAYBOOK_BUBBLE_OPEN;

  g_free (self->token);
  self->token = g_strdup (notify_notification_get_activation_token (notification));
  if (self->pressed == 0)
    self->pressed = g_idle_add (on_answer_due, self);
}

static void
on_closed (DaybookBubble *self)
{
  if (notify_notification_get_closed_reason (self->notification) != CLOSED_BY_CALL)
    self->events->closed (self->data);
}

DaybookBubble *
daybook_bubble_new (guint                      id,
                    const DaybookBubbleEvents *events,
                    gpointer                   data)
{
  DaybookBubble *self = g_new0 (DaybookBubble, 1);

  if (!notify_is_initted ())
    notify_init (_("Daybook"));

  self->events = events;
  self->data = data;
  self->notification = g_object_new (NOTIFY_TYPE_NOTIFICATION, "summary", " ", "icon-name", DAYBOOK_APP_ID, "id", (int) id, NULL);
  g_signal_connect_swapped (self->notification, "closed", G_CALLBACK (on_closed), self);
  notify_notification_set_hint (self->notification, "desktop-entry", g_variant_new_string (DAYBOOK_APP_ID));
  /* It goes when nothing is due, or a person has looked. */
  notify_notification_set_timeout (self->notification, NOTIFY_EXPIRES_NEVER);
  return self;
}

void
daybook_bubble_free (DaybookBubble *self)
{
  if (self->pressed != 0)
    g_source_remove (self->pressed);
  g_free (self->token);
  g_signal_handlers_disconnect_by_data (self->notification, self);
  notify_notification_clear_actions (self->notification);
  g_object_unref (self->notification);
  g_free (self);
}

static void
add_buttons (DaybookBubble      *self,
             DaybookBubbleFlags  flags)
{
  g_autofree char *span = daybook_due_span_words (DAYBOOK_NOTIFY_SNOOZE);
  /* Translators: a button of a notification; %s: “15 min”. */
  g_autofree char *snooze = g_strdup_printf (_("Snooze %s"), span);

  /* The click on the bubble itself. */
  notify_notification_add_action (self->notification, "default", C_("notification", "Open"), on_pressed, self, NULL);
  notify_notification_add_action (self->notification, "open", C_("notification", "Open"), on_pressed, self, NULL);
  if ((flags & DAYBOOK_BUBBLE_DOABLE) != 0)
    notify_notification_add_action (self->notification, "done", C_("notification", "Done"), on_pressed, self, NULL);
  notify_notification_add_action (self->notification, "snooze", snooze, on_pressed, self, NULL);
}

/* What the server can do is asked each time: another one may be there. */
static void
find_abilities (gboolean *buttons,
                gboolean *markup)
{
  GList *abilities = notify_get_server_caps ();

  *buttons = g_list_find_custom (abilities, "actions", (GCompareFunc) g_strcmp0) != NULL;
  *markup = g_list_find_custom (abilities, "body-markup", (GCompareFunc) g_strcmp0) != NULL;
  g_list_free_full (abilities, g_free);
}

gboolean
daybook_bubble_show (DaybookBubble            *self,
                     const DaybookNotifyText  *text,
                     DaybookBubbleFlags        flags,
                     GError                  **error)
{
  gboolean buttons, markup;
  g_autofree char *escaped = g_markup_escape_text (text->body, -1);

  find_abilities (&buttons, &markup);
  notify_notification_update (self->notification, text->summary, markup ? escaped : text->body, DAYBOOK_APP_ID);
  notify_notification_clear_actions (self->notification);
  if (buttons && (flags & DAYBOOK_BUBBLE_PLAIN) == 0)
    add_buttons (self, flags);
  return notify_notification_show (self->notification, error);
}

static gboolean
leaves_closed (void)
{
  g_autofree char *name = NULL;
  g_autofree char *vendor = NULL;
  g_autofree char *version = NULL;
  g_autofree char *specification = NULL;

  return notify_get_server_info (&name, &vendor, &version, &specification) && g_str_equal (name, LEAVES_CLOSED);
}

void
daybook_bubble_close (DaybookBubble *self)
{
  g_autoptr(GError) error = NULL;

  if (leaves_closed ())
    {
      notify_notification_set_timeout (self->notification, 1);
      notify_notification_show (self->notification, NULL);
    }

  /* One that is not there any more is closed well enough. */
  if (!notify_notification_close (self->notification, &error))
    g_debug ("The notification could not be withdrawn: %s", error->message);
}

guint
daybook_bubble_get_id (DaybookBubble *self)
{
  int id = 0;

  g_object_get (self->notification, "id", &id, NULL);
  return (guint) id;
}
