/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/marks.h"

/* What was told and is not written yet, as when another program has locked the book. */

#define NOW G_GINT64_CONSTANT (1763985600)
#define HOUR 3600
#define NOTHING DAYBOOK_TOLD_NOTHING
#define NEAR DAYBOOK_TOLD_NEAR
#define DUE DAYBOOK_TOLD_DUE

typedef struct
{
  GArray *reminders;
  GArray *marks;
} Fixture;

/* One that came due, and one that will. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const DaybookReminder reminders[] = {
    { .key = 1, .due = NOW - HOUR, .warn = NOW - 2 * HOUR },
    { .key = 2, .due = NOW + HOUR, .warn = NOW - HOUR, .told = NEAR },
  };

  fixture->reminders = g_array_new (FALSE, FALSE, sizeof (DaybookReminder));
  g_array_append_vals (fixture->reminders, reminders, G_N_ELEMENTS (reminders));
  fixture->marks = g_array_new (FALSE, FALSE, sizeof (DaybookReminderMark));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_array_unref (fixture->reminders);
  g_array_unref (fixture->marks);
}

static void
mark (Fixture             *fixture,
      DaybookReminderMark  mark)
{
  g_array_append_val (fixture->marks, mark);
}

static const DaybookReminder *
reminder_at (Fixture *fixture,
             guint    i)
{
  return &g_array_index (fixture->reminders, DaybookReminder, i);
}

static void
test_overlay (Fixture       *fixture,
              gconstpointer  data)
{
  mark (fixture, (DaybookReminderMark) { 1, NOW - HOUR, DUE, NOTHING, TRUE });
  mark (fixture, (DaybookReminderMark) { 2, NOW + 2 * HOUR, DUE, DUE, TRUE }); /* as it was due before it was changed */
  mark (fixture, (DaybookReminderMark) { 3, NOW, DUE, NOTHING, FALSE });       /* done meanwhile */
  daybook_notify_overlay (fixture->reminders, fixture->marks);

  g_assert_cmpint (reminder_at (fixture, 0)->told, ==, DUE);
  g_assert_cmpint (reminder_at (fixture, 0)->seen, ==, NOTHING);
  g_assert_true (reminder_at (fixture, 0)->missed);
  g_assert_cmpint (reminder_at (fixture, 1)->told, ==, NEAR);
  g_assert_false (reminder_at (fixture, 1)->missed);
}

static void
test_seen (Fixture       *fixture,
           gconstpointer  data)
{
  daybook_notify_mark_seen (fixture->marks, fixture->reminders, NOW);
  daybook_notify_overlay (fixture->reminders, fixture->marks);

  g_assert_cmpint (reminder_at (fixture, 0)->seen, ==, DUE);
  g_assert_cmpint (reminder_at (fixture, 1)->seen, ==, NEAR);
  g_assert_cmpuint (daybook_notify_count_due (fixture->reminders, NOW), ==, 1);
}

/* Told while the clock was ahead, of which nothing was written before it was put right. */
static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  mark (fixture, (DaybookReminderMark) { 2, NOW + HOUR, DUE, NOTHING, FALSE });
  mark (fixture, (DaybookReminderMark) { 1, NOW - HOUR, DUE, NOTHING, FALSE });
  mark (fixture, (DaybookReminderMark) { 2, NOW + HOUR, DUE, DUE, TRUE });
  daybook_notify_forget (fixture->marks, NOW);
  daybook_notify_overlay (fixture->reminders, fixture->marks);

  g_assert_cmpuint (fixture->marks->len, ==, 1);
  g_assert_cmpint (reminder_at (fixture, 0)->told, ==, DUE); /* it is due all the same */
  g_assert_cmpint (reminder_at (fixture, 1)->told, ==, NEAR);
  g_assert_cmpint (reminder_at (fixture, 1)->seen, ==, NOTHING);
  g_assert_false (reminder_at (fixture, 1)->missed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/marks/overlay", Fixture, NULL, set_up, test_overlay, tear_down);
  g_test_add ("/marks/seen", Fixture, NULL, set_up, test_seen, tear_down);
  g_test_add ("/marks/forget", Fixture, NULL, set_up, test_forget, tear_down);
  return g_test_run ();
}
