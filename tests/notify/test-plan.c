/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/plan.h"

/* What is done about what is due: tables of how things are, and of what is to come of it. */

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)
#define NOON G_GINT64_CONSTANT (1763985600) /* Monday 2025-11-24 12:00:00 UTC */
#define NEVER G_MAXINT64

#define NOTHING DAYBOOK_TOLD_NOTHING
#define NEAR DAYBOOK_TOLD_NEAR
#define DUE DAYBOOK_TOLD_DUE

/* One thing; moments are from noon. */
typedef struct
{
  gint64           due;
  gint64           warn;
  gint64           shows; /* 0: it was not put off */
  DaybookToldLevel told;
  DaybookToldLevel seen;
  gboolean         missed;
} Thing;

typedef struct
{
  const char         *what;
  Thing               things[3]; /* due 0: no thing */
  gint64              looked;    /* from noon */
  gint64              next;      /* from noon, or NEVER */
  gboolean            no_server;
  DaybookBubbleState  bubble;
  guint               shown_n;
  gint64              shown_key; /* counted from 1 */
  const char         *open;      /* "10:00-18:00"; NULL: always */
  const char         *shift;
  /* What is to come of it. */
  DaybookPlanAct      act;
  guint               n_about;
  guint               n_told;
  guint               n_missed;
  gint64              looks;     /* from noon */
  gint64              wake;      /* from noon, or NEVER */
} Case;

static const Case CASES[] = {
  { "nothing-is-due", .looked = -60, .next = NEVER, .act = DAYBOOK_PLAN_NOTHING, .wake = NEVER },
  { "sleeps-until-the-next", .looked = -60, .next = 5, .act = DAYBOOK_PLAN_NOTHING, .wake = 5 },
  { "one-is-due", { { -1, -600 } }, -60, NEVER,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .wake = NEVER },
  { "one-gets-near", { { 600, -1 } }, -60, 600,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .wake = 600 },
  { "near-was-told-now-due", { { -1, -600, 0, NEAR } }, -60, NEVER, .bubble = DAYBOOK_BUBBLE_OURS, .shown_n = 1, .shown_key = 1,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .wake = NEVER },
  { "told-is-not-told-again", { { -1, -600, 0, DUE } }, -60, NEVER, .bubble = DAYBOOK_BUBBLE_OURS, .shown_n = 1, .shown_key = 1,
    .act = DAYBOOK_PLAN_NOTHING, .n_about = 1, .wake = NEVER },
  { "a-bubble-that-went-is-no-answer-and-does-not-come-back", { { -1, -600, 0, DUE } }, -60, NEVER, .bubble = DAYBOOK_BUBBLE_NONE,
    .act = DAYBOOK_PLAN_NOTHING, .n_about = 1, .wake = NEVER },
  { "what-was-dismissed-comes-with-the-next", { { -900, -1200, 0, DUE }, { -1, -600 } }, -60, NEVER, .bubble = DAYBOOK_BUBBLE_NONE,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 2, .n_told = 1, .wake = NEVER },
  { "one-more-updates-the-one-bubble", { { -900, -1200, 0, DUE }, { -1, -600 } }, -60, NEVER,
    .bubble = DAYBOOK_BUBBLE_OURS, .shown_n = 1, .shown_key = 1,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 2, .n_told = 1, .wake = NEVER },
  { "one-less-updates-it", { { -900, -1200, 0, DUE } }, -60, NEVER, .bubble = DAYBOOK_BUBBLE_OURS, .shown_n = 2, .shown_key = 1,
    .act = DAYBOOK_PLAN_UPDATE, .n_about = 1, .wake = NEVER },
  { "another-worst-updates-it", { { -900, -1200, 0, DUE } }, -60, NEVER, .bubble = DAYBOOK_BUBBLE_OURS, .shown_n = 1, .shown_key = 9,
    .act = DAYBOOK_PLAN_UPDATE, .n_about = 1, .wake = NEVER },
  { "withdrawn-at-nothing", .looked = -60, .next = NEVER, .bubble = DAYBOOK_BUBBLE_OURS, .shown_n = 1, .shown_key = 1,
    .act = DAYBOOK_PLAN_WITHDRAW, .wake = NEVER },
  { "withdrawn-also-an-earlier-process's", .looked = -60, .next = NEVER, .bubble = DAYBOOK_BUBBLE_OTHERS,
    .act = DAYBOOK_PLAN_WITHDRAW, .wake = NEVER },
  { "an-earlier-process's-is-taken-over", { { -900, -1200, 0, DUE } }, -60, NEVER, .bubble = DAYBOOK_BUBBLE_OTHERS,
    .act = DAYBOOK_PLAN_UPDATE, .n_about = 1, .wake = NEVER },
  { "a-new-server-is-told-what-stood-with-the-old", { { -900, -1200, 0, DUE } }, -60, NEVER, .bubble = DAYBOOK_BUBBLE_LOST,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .wake = NEVER },
  { "acknowledged", { { -900, -1200, 0, DUE, DUE } }, -60, NEVER, .bubble = DAYBOOK_BUBBLE_OURS, .shown_n = 1, .shown_key = 1,
    .act = DAYBOOK_PLAN_WITHDRAW, .wake = NEVER },
  { "acknowledged-while-near-and-due-now", { { -1, -1200, 0, NEAR, NEAR } }, -60, NEVER,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .wake = NEVER },

  /* Missed. */
  { "asleep-over-three", { { -3 * HOUR, -4 * HOUR }, { -2 * HOUR, -3 * HOUR }, { -30, -HOUR } }, -5 * HOUR, NEVER,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 3, .n_told = 3, .n_missed = 2, .wake = NEVER },
  { "late-already-when-it-came", { { -3 * HOUR, -4 * HOUR } }, -1, NEVER,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .wake = NEVER },
  { "never-looked-before", { { -3 * HOUR, -4 * HOUR } }, -NOON, NEVER,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .wake = NEVER },
  { "missed-once", { { -3 * HOUR, -4 * HOUR, 0, NOTHING, NOTHING, TRUE } }, -5 * HOUR, NEVER, .no_server = TRUE,
    .act = DAYBOOK_PLAN_NOTHING, .n_about = 1, .looks = -5 * HOUR, .wake = NEVER },
  { "put-off-and-back-while-asleep", { { -9 * HOUR, -9 * HOUR, -2 * HOUR } }, -5 * HOUR, NEVER,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .n_missed = 1, .wake = NEVER },
  { "near-is-not-missed", { { HOUR, -3 * HOUR } }, -5 * HOUR, HOUR,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .wake = HOUR },

  /* Without a server. */
  { "nobody-to-show-it", { { 0, -600 } }, -60, NEVER, .no_server = TRUE,
    .act = DAYBOOK_PLAN_NOTHING, .n_about = 1, .looks = -60, .wake = DAYBOOK_NOTIFY_GRACE },
  { "nobody-to-show-it-in-time", { { -DAYBOOK_NOTIFY_GRACE, -600 } }, -100, HOUR, .no_server = TRUE,
    .act = DAYBOOK_PLAN_NOTHING, .n_about = 1, .n_missed = 1, .looks = -100, .wake = HOUR },
  { "at-last-a-server", { { -HOUR, -2 * HOUR, 0, NOTHING, NOTHING, TRUE } }, -3 * HOUR, NEVER,
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .wake = NEVER },

  /* Quiet times. */
  { "closed", { { -1, -600 } }, -60, NEVER, .open = "13:00-18:00",
    .act = DAYBOOK_PLAN_NOTHING, .n_about = 1, .wake = HOUR },
  { "closed-and-nothing-new", .looked = -60, .next = 1800, .open = "13:00-18:00", .act = DAYBOOK_PLAN_NOTHING, .wake = HOUR },
  { "closes-before-the-next", .looked = -60, .next = 7 * HOUR, .open = "10:00-18:00", .act = DAYBOOK_PLAN_NOTHING, .wake = 22 * HOUR },
  { "opens-with-all-of-it", { { -9 * HOUR, -10 * HOUR }, { -8 * HOUR, -10 * HOUR } }, -9 * HOUR, NEVER, .open = "12:00-18:00",
    .act = DAYBOOK_PLAN_SHOW, .n_about = 2, .n_told = 2, .wake = NEVER },
  { "late-to-open", { { -9 * HOUR, -10 * HOUR } }, -9 * HOUR, NEVER, .open = "11:00-18:00",
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .n_missed = 1, .wake = NEVER },
  { "off-shift", { { -1, -600 } }, -60, NEVER, .open = "08:00-24:00", .shift = "18:00-24:00",
    .act = DAYBOOK_PLAN_NOTHING, .n_about = 1, .wake = 6 * HOUR },
  { "on-shift", { { -1, -600 } }, -60, NEVER, .open = "08:00-24:00", .shift = "08:00-12:30",
    .act = DAYBOOK_PLAN_SHOW, .n_about = 1, .n_told = 1, .wake = NEVER },
  { "a-shift-outside-the-hours-never-comes", { { -1, -600 } }, -60, NEVER, .open = "08:00-10:00", .shift = "18:00-24:00",
    .act = DAYBOOK_PLAN_NOTHING, .n_about = 1, .wake = NEVER },
  { "withdrawn-in-quiet-times-too", .looked = -60, .next = NEVER, .open = "13:00-18:00", .bubble = DAYBOOK_BUBBLE_OURS, .shown_n = 1,
    .act = DAYBOOK_PLAN_WITHDRAW, .wake = NEVER },

  /* Looked later than now: the clock was set back. */
  { "set-back", { { -1, -600, 0, DUE } }, DAY, NEVER, .act = DAYBOOK_PLAN_NOTHING, .n_about = 1, .wake = NEVER },
  { "set-back-without-a-server", .looked = DAY, .next = NEVER, .no_server = TRUE, .act = DAYBOOK_PLAN_NOTHING, .wake = NEVER },
};

static DaybookCalendar *
make_calendar (const char *span)
{
  static const char *const DAYS[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  g_autoptr(GString) text = g_string_new ("{\"week\":{");
  g_autoptr(GError) error = NULL;
  DaybookCalendar *calendar;

  if (span == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (DAYS); i++)
    g_string_append_printf (text, "%s\"%s\":[\"%s\"]", i > 0 ? "," : "", DAYS[i], span);
  g_string_append (text, "},\"days\":{}}");
  calendar = daybook_calendar_parse (text->str, &error);
  g_assert_no_error (error);
  return calendar;
}

static GArray *
make_reminders (const Thing *things)
{
  GArray *reminders = g_array_new (FALSE, FALSE, sizeof (DaybookReminder));

  for (guint i = 0; i < 3; i++)
    {
      const Thing *thing = &things[i];
      const DaybookReminder reminder = { (gint64) i + 1, NOON + thing->due, NOON + thing->warn, thing->shows != 0 ? NOON + thing->shows : 0,
                                         thing->told, thing->seen, thing->missed };

      if (thing->due != 0 || thing->warn != 0)
        g_array_append_val (reminders, reminder);
    }
  return reminders;
}

static gint64
from_noon (gint64 moment)
{
  return moment != NEVER ? moment - NOON : NEVER;
}

static void
test_plan (gconstpointer data)
{
  const Case *of = data;
  g_autoptr(GArray) reminders = make_reminders (of->things);
  g_autoptr(DaybookCalendar) open = make_calendar (of->open);
  g_autoptr(DaybookCalendar) shift = make_calendar (of->shift);
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_auto(DaybookNotifyPlan) plan = { 0 };
  const DaybookNotifyView view = {
    .reminders = reminders, .now = NOON, .looked = NOON + of->looked, .next = of->next != NEVER ? NOON + of->next : NEVER,
    .hours = { open, shift, zone }, .server = !of->no_server, .bubble = of->bubble, .shown_n = of->shown_n, .shown_key = of->shown_key,
  };

  daybook_notify_plan (&view, &plan);
  g_assert_cmpint (plan.act, ==, of->act);
  g_assert_cmpuint (plan.about->len, ==, of->n_about);
  g_assert_cmpuint (plan.told->len, ==, of->n_told);
  g_assert_cmpuint (plan.missed->len, ==, of->n_missed);
  g_assert_cmpint (from_noon (plan.looked), ==, of->looks);
  g_assert_cmpint (from_noon (plan.wake), ==, of->wake);
}

/* Whatever happens, all that was due is told once, and nothing twice: over a simulated year of alarms,
 * servers that go and come, sleep and a clock that is set. */
static void
learn (GArray       *reminders,
       const GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const DaybookReminderMark *mark = &g_array_index (marks, DaybookReminderMark, i);
      DaybookReminder *reminder = &g_array_index (reminders, DaybookReminder, mark->key);

      g_assert_true (mark->missed || mark->told > reminder->told); /* nothing twice */
      reminder->told = MAX (reminder->told, mark->told);
      reminder->missed = reminder->missed || mark->missed;
    }
}

static void
test_nothing_is_lost (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(DaybookCalendar) open = make_calendar ("08:00-22:00");
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (DaybookReminder));
  gint64 now = NOON, looked = 0;
  DaybookBubbleState bubble = DAYBOOK_BUBBLE_NONE;

  for (gint64 i = 0; i < 500; i++)
    {
      gint64 due = NOON + g_rand_int_range (rand, 0, 300 * DAY);
      const DaybookReminder reminder = { i, due, due - g_rand_int_range (rand, 0, DAY), 0, NOTHING, NOTHING, FALSE };

      g_array_append_val (all, reminder);
    }

  while (now < NOON + 365 * DAY)
    {
      g_autoptr(GArray) reminders = g_array_new (FALSE, FALSE, sizeof (DaybookReminder));
      g_auto(DaybookNotifyPlan) plan = { 0 };
      gint64 next = NEVER;

      for (guint i = 0; i < all->len; i++)
        {
          const DaybookReminder *reminder = &g_array_index (all, DaybookReminder, i);

          if (reminder->warn <= now)
            g_array_append_val (reminders, *reminder);
          if (reminder->warn > now)
            next = MIN (next, reminder->warn);
          if (reminder->due > now)
            next = MIN (next, reminder->due);
        }

      const DaybookNotifyView view = { .reminders = reminders, .now = now, .looked = looked, .next = next, .hours = { open, NULL, zone },
                                       .server = g_rand_int_range (rand, 0, 10) > 0, .bubble = bubble };
      daybook_notify_plan (&view, &plan);
      g_assert_cmpint (plan.wake, >, now);
      learn (all, plan.missed);
      learn (all, plan.told);
      looked = plan.looked;
      bubble = plan.act == DAYBOOK_PLAN_SHOW ? (DaybookBubbleState) g_rand_int_range (rand, 0, 4) : bubble;

      /* It sleeps; now and then longer than it would, and now and then the clock goes back. */
      now = plan.wake == NEVER || g_rand_int_range (rand, 0, 20) == 0 ? now + g_rand_int_range (rand, 1, 3 * DAY) : plan.wake;
      if (g_rand_int_range (rand, 0, 40) == 0)
        {
          now -= g_rand_int_range (rand, 0, 2 * DAY);
          looked = MIN (looked, now);
        }
    }

  for (guint i = 0; i < all->len; i++)
    g_assert_cmpint (g_array_index (all, DaybookReminder, i).told, ==, DUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan/%s", CASES[i].what);

      g_test_add_data_func (path, &CASES[i], test_plan);
    }
  g_test_add_func ("/plan/nothing-is-lost-and-nothing-told-twice", test_nothing_is_lost);
  return g_test_run ();
}
