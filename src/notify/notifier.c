/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/notifier.h"

#include "notify/acts.h"
#include "notify/bubble.h"
#include "notify/marks.h"
#include "notify/person.h"
#include "notify/plan.h"
#include "notify/server.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

/* After the book could not be read or written: so many seconds, and twice as many each time, so often. */
#define TRY_AGAIN 2
#define MOST_DOUBLINGS 5

struct _DaybookNotifier
{
  DaybookStore               *store;
  const DaybookNotifierWorld *world;
  gpointer                    data;
  DaybookNotifyServer        *server;
  gboolean                    server_known;  /* it has been looked for */
  DaybookBubble              *bubble;        /* NULL: none of ours */
  DaybookCalendar            *shift;         /* of who sits here, or NULL */
  GArray                     *about;         /* DaybookReminder: what it speaks of */
  GArray                     *marks;         /* DaybookReminderMark: to be written */
  gboolean                    unwritten;     /* so is the state */
  DaybookReminderState        state;         /* as it is in the book, or to be there */
  gint64                      looked;        /* later than the book's, mostly */
  guint                       n_failures;    /* so often the book could not be read or written, one after the other */
  gboolean                    ended;         /* by a newer program */
};

static void on_pressed (DaybookBubbleButton  button,
                        const char          *token,
                        gpointer             data);
static void on_closed  (gpointer             data);

static const DaybookBubbleEvents EVENTS = { on_pressed, on_closed };

static gint64
ask_now (DaybookNotifier *self)
{
  DaybookClockReading reading;

  self->world->read_clocks (&reading, self->data);
  return reading.wall;
}

/* --- The book ------------------------------------------------------------------------- */

/* Nothing more is told or written; the person should know. */
static void
stop (DaybookNotifier *self,
      const GError    *error)
{
  const DaybookNotifyText text = { _("Reminders have stopped"), error->message };

  self->ended = TRUE;
  if (self->bubble == NULL)
    self->bubble = daybook_bubble_new (0, &EVENTS, self);
  daybook_bubble_show (self->bubble, &text, DAYBOOK_BUBBLE_PLAIN, NULL);
  self->world->stopped (error, self->data);
}

/* When to try again; that it has failed is said once. */
static gint64
retry_at (DaybookNotifier *self,
          const GError    *error)
{
  if (self->n_failures == 0)
    g_message ("Reminders wait for the book: %s", error->message);
  return ask_now (self) + (TRY_AGAIN << MIN (self->n_failures++, MOST_DOUBLINGS));
}

/* Writes what is to be remembered, if there is anything. */
static gboolean
write_down (DaybookNotifier  *self,
            gint64            now,
            GError          **error)
{
  if (self->marks->len == 0 && !self->unwritten)
    return TRUE;

  self->state.looked = self->looked;
  if (!daybook_reminders_write (self->store, self->marks, &self->state, now, error))
    return FALSE;

  g_array_set_size (self->marks, 0);
  self->unwritten = FALSE;
  return TRUE;
}

/* Read once; of what this process knows better, also after a backup took the book's place, others change only that
 * a person has seen that the clock was set. */
static gboolean
read_state (DaybookNotifier  *self,
            GError          **error)
{
  g_auto(DaybookReminderState) read = { 0 };

  if (!daybook_reminders_read_state (daybook_store_get_reader (self->store), &read, error))
    return FALSE;

  if (self->looked == 0)
    {
      daybook_reminder_state_clear (&self->state);
      self->state = read;
      self->looked = read.looked;
      read = (DaybookReminderState) { 0 };
    }
  else if (read.jump_at == self->state.jump_at)
    self->state.jump_by = read.jump_by;
  return TRUE;
}

/* --- The clock -------------------------------------------------------------------------- */

static gboolean
note_jump (DaybookNotifier  *self,
           gint64            jump,
           gint64            now,
           GError          **error)
{
  g_message ("The clock was set by %" G_GINT64_FORMAT " seconds", jump);
  if (jump < 0 && self->state.ahead_to != 0 && now < self->state.ahead_to)
    {
      if (!daybook_reminders_forget (self->store, self->state.ahead_to, now, error))
        return FALSE;
      daybook_notify_forget (self->marks, now);
      self->state.ahead_from = self->state.ahead_to = 0;
    }
  if (jump > 0)
    {
      self->state.ahead_from = now - jump;
      self->state.ahead_to = now;
    }

  self->state.jump_at = now;
  self->state.jump_by = jump;
  self->looked = MIN (self->looked, now);
  self->unwritten = TRUE;
  return TRUE;
}

static gboolean
look_at_clocks (DaybookNotifier  *self,
                gint64           *now,
                GError          **error)
{
  const DaybookClockReading before = { self->state.wall, self->state.boot, self->state.boot_id };
  DaybookClockReading reading;
  gint64 jump;

  self->world->read_clocks (&reading, self->data);
  jump = daybook_clock_jump (&before, &reading);
  if (jump != 0 && !note_jump (self, jump, reading.wall, error))
    return FALSE;

  *now = reading.wall;
  self->state.wall = reading.wall;
  self->state.boot = reading.boot;
  if (g_strcmp0 (self->state.boot_id, reading.boot_id) != 0)
    {
      g_free (self->state.boot_id);
      self->state.boot_id = g_strdup (reading.boot_id);
    }
  return TRUE;
}

/* --- The bubble --------------------------------------------------------------------------- */

static DaybookBubbleState
bubble_state (DaybookNotifier *self)
{
  const char *server = daybook_notify_server_get_id (self->server);

  if (!self->state.standing)
    return DAYBOOK_BUBBLE_NONE;
  if (server == NULL || g_strcmp0 (server, self->state.server) != 0)
    return DAYBOOK_BUBBLE_LOST;

  return self->bubble != NULL ? DAYBOOK_BUBBLE_OURS : DAYBOOK_BUBBLE_OTHERS;
}

static void
drop_bubble (DaybookNotifier *self)
{
  g_clear_pointer (&self->bubble, daybook_bubble_free);
  g_array_set_size (self->about, 0);
}

static void
set_standing (DaybookNotifier *self,
              gboolean         standing)
{
  self->state.standing = standing;
  self->unwritten = TRUE;
}

/* (transfer full) */
static char *
key_of_only (DaybookNotifier *self)
{
  const DaybookReminder *reminder = self->about->len == 1 ? &g_array_index (self->about, DaybookReminder, 0) : NULL;
  g_autoptr(DaybookDueItem) item = reminder != NULL ? daybook_due_item (daybook_store_get_reader (self->store), reminder->key, NULL) : NULL;

  return item != NULL ? daybook_due_key (item->due.rule, &item->id, item->due.cycle) : NULL;
}

static void
open_window (DaybookNotifier *self,
             const char      *token,
             gint64           now)
{
  g_autofree char *key = key_of_only (self);

  daybook_notify_mark_seen (self->marks, self->about, now);
  self->world->open (key, token, self->data);
}

static void
on_pressed (DaybookBubbleButton  button,
            const char          *token,
            gpointer             data)
{
  DaybookNotifier *self = data;
  gint64 now = ask_now (self);
  g_autoptr(GError) error = NULL;

  if (self->ended)
    return;
  if (button == DAYBOOK_BUBBLE_DO)
    daybook_notify_do (self->store, self->about, now, &error);
  else if (button == DAYBOOK_BUBBLE_SNOOZE)
    daybook_notify_snooze (self->store, self->about, now, &error);
  else
    open_window (self, token, now);

  /* The window has what is needed to do it all the same. */
  if (error != NULL)
    {
      g_message ("It could not be done from the notification: %s", error->message);
      open_window (self, token, now);
    }
  daybook_notifier_look (self);
}

static void
on_closed (gpointer data)
{
  DaybookNotifier *self = data;

  set_standing (self, FALSE);
  daybook_notifier_look (self);
}

/* What the bubble is about from now on. */
static void
take_about (DaybookNotifier         *self,
            const DaybookNotifyView *view,
            const DaybookNotifyPlan *plan)
{
  g_array_set_size (self->about, 0);
  for (guint i = 0; i < plan->about->len; i++)
    g_array_append_val (self->about, g_array_index (view->reminders, DaybookReminder, g_array_index (plan->about, guint, i)));
}

/* A number means something to the server only that gave it. */
static void
obtain_bubble (DaybookNotifier    *self,
               DaybookBubbleState  state)
{
  if (self->bubble != NULL && state == DAYBOOK_BUBBLE_LOST)
    drop_bubble (self);
  if (self->bubble == NULL)
    self->bubble = daybook_bubble_new (state == DAYBOOK_BUBBLE_OTHERS ? self->state.bubble : 0, &EVENTS, self);
}

static gboolean
show (DaybookNotifier  *self,
      gint64            now,
      GError          **error)
{
  const DaybookReminder *worst = &g_array_index (self->about, DaybookReminder, 0);
  DaybookReader *reader = daybook_store_get_reader (self->store);
  g_autoptr(DaybookDueItem) item = daybook_due_item (reader, worst->key, error);
  DaybookBubbleFlags flags = daybook_notify_can_do (self->store, self->about, now) ? DAYBOOK_BUBBLE_DOABLE : DAYBOOK_BUBBLE_MANY;
  g_auto(DaybookNotifyText) text = { 0 };

  if (item == NULL)
    return FALSE;

  daybook_notify_say (&text, reader, item, self->about->len, daybook_notify_count_due (self->about, now), daybook_store_get_zone (self->store), now);
  return daybook_bubble_show (self->bubble, &text, flags, error);
}

static void
remember_shown (DaybookNotifier         *self,
                const DaybookNotifyPlan *plan)
{
  g_free (self->state.server);
  self->state.server = g_strdup (daybook_notify_server_get_id (self->server));
  self->state.bubble = daybook_bubble_get_id (self->bubble);
  set_standing (self, TRUE);
  g_array_append_vals (self->marks, plan->told->data, plan->told->len);
}

/* One that is not accepted has told nobody: it is tried again. */
static gboolean
show_plan (DaybookNotifier          *self,
           const DaybookNotifyView  *view,
           const DaybookNotifyPlan  *plan)
{
  g_autoptr(GError) error = NULL;

  obtain_bubble (self, view->bubble);
  take_about (self, view, plan);
  if (show (self, view->now, &error))
    {
      remember_shown (self, plan);
      return TRUE;
    }

  g_message ("A notification was not shown: %s", error->message);
  drop_bubble (self);
  return FALSE;
}

static void
withdraw (DaybookNotifier *self)
{
  if (self->bubble == NULL)
    self->bubble = daybook_bubble_new (self->state.bubble, &EVENTS, self);
  daybook_bubble_close (self->bubble);
  drop_bubble (self);
  set_standing (self, FALSE);
}

/* --- A look ---------------------------------------------------------------------------------- */

static gboolean
read_view (DaybookNotifier    *self,
           DaybookNotifyView  *view,
           DaybookDueTerms    *terms,
           GError            **error)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);
  const DaybookId *person;
  GArray *reminders;

  g_clear_pointer (&self->shift, daybook_calendar_unref);
  if (!daybook_notify_find_person (self->store, &person, &self->shift, error))
    return FALSE;

  view->next = daybook_reminders_next (reader, view->now, error);
  if (view->next < 0 || !daybook_reader_due_terms (reader, terms, error))
    return FALSE;

  reminders = daybook_reminders_read (reader, person, view->now, error);
  if (reminders == NULL)
    return FALSE;

  daybook_notify_overlay (reminders, self->marks);
  view->reminders = reminders;
  view->hours = (DaybookNotifyHours) { terms->open, self->shift, terms->zone };
  view->looked = self->looked;
  view->server = daybook_notify_server_get_id (self->server) != NULL;
  view->bubble = bubble_state (self);
  view->shown_n = self->about->len;
  view->shown_key = self->about->len > 0 ? g_array_index (self->about, DaybookReminder, 0).key : 0;
  return TRUE;
}

/* FALSE: it is to be tried again. */
static gboolean
carry_out (DaybookNotifier          *self,
           const DaybookNotifyView  *view,
           const DaybookNotifyPlan  *plan)
{
  gboolean done = TRUE;

  if (plan->act == DAYBOOK_PLAN_SHOW || plan->act == DAYBOOK_PLAN_UPDATE)
    done = show_plan (self, view, plan);
  else if (plan->act == DAYBOOK_PLAN_WITHDRAW)
    withdraw (self);
  else if (!view->server && plan->about->len > 0)
    daybook_notify_server_want (self->server);

  g_array_append_vals (self->marks, plan->missed->data, plan->missed->len);
  self->unwritten = self->unwritten || self->looked == 0;
  self->looked = plan->looked;
  return done;
}

static gboolean
look (DaybookNotifier  *self,
      gint64           *wake,
      GError          **error)
{
  g_auto(DaybookDueTerms) terms = { 0 };
  g_auto(DaybookNotifyPlan) plan = { 0 };
  g_autoptr(GArray) reminders = NULL;
  DaybookNotifyView view = { 0 };
  gboolean read;

  if (!read_state (self, error) || !look_at_clocks (self, &view.now, error))
    return FALSE;

  read = read_view (self, &view, &terms, error);
  reminders = (GArray *) view.reminders;
  if (!read)
    return FALSE;

  daybook_notify_plan (&view, &plan);
  *wake = carry_out (self, &view, &plan) ? plan.wake : MIN (plan.wake, view.now + TRY_AGAIN);
  return TRUE;
}

void
daybook_notifier_look (DaybookNotifier *self)
{
  g_autoptr(GError) error = NULL;
  gint64 wake = G_MAXINT64;

  if (self->ended || !self->server_known)
    return;

  if (look (self, &wake, &error) && write_down (self, self->state.wall, &error))
    self->n_failures = 0;
  else if (g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NEWER))
    stop (self, error);
  else
    wake = MIN (wake, retry_at (self, error));

  if (!self->ended)
    self->world->wake_at (wake, self->data);
}

static void
on_server_changed (gpointer data)
{
  DaybookNotifier *self = data;

  self->server_known = TRUE;
  daybook_notifier_look (self);
}

DaybookNotifier *
daybook_notifier_new (DaybookStore               *store,
                      const DaybookNotifierWorld *world,
                      gpointer                    data)
{
  DaybookNotifier *self = g_new0 (DaybookNotifier, 1);

  self->store = g_object_ref (store);
  self->world = world;
  self->data = data;
  self->about = g_array_new (FALSE, FALSE, sizeof (DaybookReminder));
  self->marks = g_array_new (FALSE, FALSE, sizeof (DaybookReminderMark));
  g_signal_connect_swapped (store, "changed", G_CALLBACK (daybook_notifier_look), self);
  self->server = daybook_notify_server_new (on_server_changed, self);
  return self;
}

void
daybook_notifier_end (DaybookNotifier    *self,
                      DaybookNotifierEnd  end)
{
  g_autoptr(GError) error = NULL;

  g_signal_handlers_disconnect_by_data (self->store, self);
  if (end == DAYBOOK_NOTIFIER_WITHDRAW && bubble_state (self) >= DAYBOOK_BUBBLE_OTHERS)
    withdraw (self);
  if (!self->ended && self->looked != 0)
    {
      self->unwritten = TRUE;
      if (!write_down (self, ask_now (self), &error))
        g_message ("Until when reminders have looked was not written: %s", error->message);
    }

  g_clear_pointer (&self->bubble, daybook_bubble_free);
  daybook_notify_server_free (self->server);
  daybook_reminder_state_clear (&self->state);
  g_clear_pointer (&self->shift, daybook_calendar_unref);
  g_array_unref (self->about);
  g_array_unref (self->marks);
  g_object_unref (self->store);
  g_free (self);
}
