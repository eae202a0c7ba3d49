/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/plan.h"

/* Two calendars that never are open together show that within so many turns. */
#define MOST_TURNS 1000

void
daybook_notify_plan_clear (DaybookNotifyPlan *plan)
{
  g_clear_pointer (&plan->about, g_array_unref);
  g_clear_pointer (&plan->told, g_array_unref);
  g_clear_pointer (&plan->missed, g_array_unref);
}

static gint64
next_open (DaybookCalendar *calendar,
           GTimeZone       *zone,
           gint64           from)
{
  return calendar != NULL && from != G_MAXINT64 ? daybook_calendar_next_open (calendar, zone, from) : from;
}

gint64
daybook_notify_hours_next (const DaybookNotifyHours *hours,
                           gint64                    from)
{
  gint64 moment = from;

  for (guint i = 0; i < MOST_TURNS; i++)
    {
      gint64 open = next_open (hours->open, hours->zone, moment);
      gint64 both = next_open (hours->shift, hours->zone, open);

      if (both == open)
        return both;
      moment = both;
    }
  return G_MAXINT64;
}

/* --- One thing ------------------------------------------------------------------------- */

static DaybookToldLevel
level_of (const DaybookReminder *reminder,
          gint64                 now)
{
  return reminder->due <= now ? DAYBOOK_TOLD_DUE : DAYBOOK_TOLD_NEAR;
}

/* Nobody has acknowledged it as it is by now. */
static gboolean
is_open (const DaybookReminder *reminder,
         gint64                 now)
{
  return level_of (reminder, now) > reminder->seen;
}

static gboolean
is_new (const DaybookReminder *reminder,
        gint64                 now)
{
  return is_open (reminder, now) && level_of (reminder, now) > reminder->told;
}

/* When the person should have been told that it is due. */
static gint64
moment_of (const DaybookNotifyView *view,
           const DaybookReminder   *reminder)
{
  return daybook_notify_hours_next (&view->hours, MAX (reminder->due, reminder->shows));
}

/* It came due since somebody could last be told, and that is a while ago. What came with an import, and is
 * late already, was missed by nobody. */
static gboolean
is_missed (const DaybookNotifyView *view,
           const DaybookReminder   *reminder)
{
  gint64 moment;

  if (!is_new (reminder, view->now) || reminder->due > view->now || reminder->missed || view->looked == 0)
    return FALSE;

  moment = moment_of (view, reminder);
  return moment > view->looked && moment <= view->now - DAYBOOK_NOTIFY_GRACE;
}

/* --- All of them ------------------------------------------------------------------------- */

static void
collect (const DaybookNotifyView *view,
         DaybookNotifyPlan       *plan)
{
  for (guint i = 0; i < view->reminders->len; i++)
    {
      const DaybookReminder *reminder = &g_array_index (view->reminders, DaybookReminder, i);
      const DaybookReminderMark told = { reminder->key, reminder->due, level_of (reminder, view->now), DAYBOOK_TOLD_NOTHING, FALSE };
      const DaybookReminderMark missed = { reminder->key, reminder->due, DAYBOOK_TOLD_NOTHING, DAYBOOK_TOLD_NOTHING, TRUE };

      if (is_open (reminder, view->now))
        g_array_append_val (plan->about, i);
      if (is_new (reminder, view->now))
        g_array_append_val (plan->told, told);
      if (is_missed (view, reminder))
        g_array_append_val (plan->missed, missed);
    }
}

static gboolean
says_otherwise (const DaybookNotifyView *view,
                const DaybookNotifyPlan *plan)
{
  const DaybookReminder *worst = &g_array_index (view->reminders, DaybookReminder, g_array_index (plan->about, guint, 0));

  return view->shown_n != plan->about->len || view->shown_key != worst->key;
}

static DaybookPlanAct
choose (const DaybookNotifyView *view,
        const DaybookNotifyPlan *plan,
        gboolean                 quiet)
{
  if (!view->server)
    return DAYBOOK_PLAN_NOTHING;
  if (plan->about->len == 0)
    return view->bubble >= DAYBOOK_BUBBLE_OTHERS ? DAYBOOK_PLAN_WITHDRAW : DAYBOOK_PLAN_NOTHING;
  if (quiet)
    return DAYBOOK_PLAN_NOTHING;
  if (plan->told->len > 0 || view->bubble == DAYBOOK_BUBBLE_LOST)
    return DAYBOOK_PLAN_SHOW;
  if (view->bubble == DAYBOOK_BUBBLE_OTHERS || (view->bubble == DAYBOOK_BUBBLE_OURS && says_otherwise (view, plan)))
    return DAYBOOK_PLAN_UPDATE;

  return DAYBOOK_PLAN_NOTHING;
}

/* When the first of what cannot be told is to be called missed. */
static gint64
next_missed (const DaybookNotifyView *view)
{
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < view->reminders->len; i++)
    {
      const DaybookReminder *reminder = &g_array_index (view->reminders, DaybookReminder, i);
      gint64 moment = is_new (reminder, view->now) && reminder->due <= view->now ? moment_of (view, reminder) : G_MAXINT64;

      if (moment < G_MAXINT64 - DAYBOOK_NOTIFY_GRACE && moment + DAYBOOK_NOTIFY_GRACE > view->now)
        next = MIN (next, moment + DAYBOOK_NOTIFY_GRACE);
    }
  return next;
}

static gint64
find_wake (const DaybookNotifyView *view,
           const DaybookNotifyPlan *plan,
           gint64                   opens)
{
  gint64 wake = daybook_notify_hours_next (&view->hours, view->next);
  gboolean waits = plan->told->len > 0 || (plan->about->len > 0 && view->bubble == DAYBOOK_BUBBLE_LOST);

  if (opens > view->now && waits)
    wake = MIN (wake, opens);
  if (!view->server)
    wake = MIN (wake, next_missed (view));
  return wake;
}

void
daybook_notify_plan (const DaybookNotifyView *view,
                     DaybookNotifyPlan       *plan)
{
  gint64 opens = daybook_notify_hours_next (&view->hours, view->now);
  gboolean could_tell = view->server || view->looked == 0 || view->looked > view->now;

  plan->about = g_array_new (FALSE, FALSE, sizeof (guint));
  plan->told = g_array_new (FALSE, FALSE, sizeof (DaybookReminderMark));
  plan->missed = g_array_new (FALSE, FALSE, sizeof (DaybookReminderMark));
  collect (view, plan);
  plan->act = choose (view, plan, opens > view->now);
  plan->looked = could_tell ? view->now : view->looked;
  plan->wake = find_wake (view, plan, opens);
  if (plan->act != DAYBOOK_PLAN_SHOW)
    g_array_set_size (plan->told, 0);
}
