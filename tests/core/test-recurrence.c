/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/recurrence.h"

#include "core/error.h"

#include <string.h>

/* What comes again, against a slow model: it lists the days by the calendar's names, moves those on which the
 * shop is shut one by one, and looks at the clock on the wall in every quarter of an hour. */

#define QUARTER (15 * 60)
#define RECURRENCES 1500
#define WINDOW 45
#define MARGIN 20

static const char *const NAMES[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static DaybookRecurrence
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  DaybookRecurrence self;

  daybook_recurrence_parse (text, &self, &error);
  g_assert_no_error (error);
  return self;
}

static GTimeZone *
zone_of (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (zone);
  return zone;
}

static gint64
moment_of (const char *text,
           GTimeZone  *zone)
{
  g_autoptr(GDateTime) at = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (at);
  return g_date_time_to_unix (at);
}

static char *
iso (gint64     moment,
     GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, "%a %Y-%m-%d %H:%M");
}

/* --- Texts -------------------------------------------------------------------------------- */

static void
test_texts (void)
{
  static const struct { const char *text; const char *printed; const char *words; } TEXTS[] = {
    { "daily 18:00", "daily 18:00", "Every day at 18:00" },
    { "  Daily   9:05 ", "daily 09:05", "Every day at 09:05" },
    { "weekly sun 14:30", "weekly sun 14:30", "Every Sun at 14:30" },
    { "weekly sun,mon,sun 14:30", "weekly mon,sun 14:30", "Every Mon, Sun at 14:30" },
    { "monthly 16,1 10:00", "monthly 1,16 10:00", "Day 1, 16 of the month at 10:00" },
    { "monthly last 17:00", "monthly last 17:00", "Last day of the month at 17:00" },
    { "monthly 15,last 17:00 open-before", "monthly 15,last 17:00 open-before", "Day 15 and last day of the month at 17:00, else on the open day before" },
    { "every 2 weeks from 2026-11-29 14:30 open-after", "every 2 weeks from 2026-11-29 14:30 open-after",
      "Every 2 weeks from 2026-11-29 at 14:30, else on the next open day" },
    { "daily 18:00 open-only", "daily 18:00 open-only", "Every day at 18:00, when the shop is open" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      DaybookRecurrence self = parse (TEXTS[i].text);
      g_autofree char *printed = daybook_recurrence_print (&self);
      g_autofree char *words = daybook_recurrence_words (&self);

      g_assert_cmpstr (printed, ==, TEXTS[i].printed);
      g_assert_cmpstr (words, ==, TEXTS[i].words);
    }
}

static void
test_what_is_no_recurrence_is_refused (void)
{
  static const char *const WRONG[] = {
    "", "daily", "18:00", "daily 24:00", "daily 18:60", "daily 18", "daily 18:0", "daily 18:00 19:00", "daily 18:00 open", "hourly 18:00",
    "weekly 18:00", "weekly someday 18:00", "weekly sun, 18:00", "weekly 7 18:00", "monthly 0 18:00", "monthly 32 18:00", "monthly first 18:00",
    "monthly 1,,2 18:00", "every 0 weeks from 2026-11-29 14:30", "every 53 weeks from 2026-11-29 14:30", "every 2 weeks from 2026-02-30 14:30",
    "every 2 days from 2026-11-29 14:30", "every 2 weeks 14:30", "daily 18:00 open-only open-only", "daily -1:00", "每天 18:00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autoptr(GError) error = NULL;
      DaybookRecurrence self = { .weeks = 77 };

      g_test_message ("%s", WRONG[i]);
      g_assert_false (daybook_recurrence_parse (WRONG[i], &self, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "daily 18:00"));
      g_assert_cmpuint (self.weeks, ==, 77);
    }
}

/* --- Days that people check --------------------------------------------------------------------- */

#define WORKING_DAYS "{\"week\": {\"mon\": [\"09:00-18:00\"], \"tue\": [\"09:00-18:00\"], \"wed\": [\"09:00-18:00\"]," \
  " \"thu\": [\"09:00-18:00\"], \"fri\": [\"09:00-18:00\"]}, \"days\": {\"2026-10-01\": [], \"2026-10-02\": []}}"

static void
test_days_that_people_check (void)
{
  static const struct { const char *text, *zone, *after, *next; } DAYS[] = {
    { "daily 18:00", "Asia/Shanghai", "2026-11-29T17:59:59", "Sun 2026-11-29 18:00" },
    { "daily 18:00", "Asia/Shanghai", "2026-11-29T18:00:00", "Mon 2026-11-30 18:00" },
    { "weekly sun 14:30", "Asia/Shanghai", "2026-11-29T15:00:00", "Sun 2026-12-06 14:30" },
    { "monthly 1,16 10:00", "Asia/Shanghai", "2026-12-16T10:00:00", "Fri 2027-01-01 10:00" },
    { "monthly last 17:00", "Asia/Shanghai", "2028-02-01T00:00:00", "Tue 2028-02-29 17:00" },
    { "monthly last 17:00", "Asia/Shanghai", "2027-02-01T00:00:00", "Sun 2027-02-28 17:00" },
    { "monthly 30,31 17:00", "Asia/Shanghai", "2027-02-01T00:00:00", "Sun 2027-02-28 17:00" },
    { "monthly 30,31 17:00", "Asia/Shanghai", "2027-02-28T17:00:00", "Tue 2027-03-30 17:00" },
    { "every 2 weeks from 2026-11-29 14:30", "Asia/Shanghai", "2026-11-29T15:00:00", "Sun 2026-12-13 14:30" },
    { "every 2 weeks from 2029-11-25 14:30", "Asia/Shanghai", "2026-11-29T15:00:00", "Sun 2029-11-25 14:30" },
    /* The clocks jump from two to three on the 29th of March, and go back on the 25th of October. */
    { "daily 02:30", "Europe/Berlin", "2026-03-28T12:00:00", "Sun 2026-03-29 03:00" },
    { "daily 02:30", "Europe/Berlin", "2026-10-24T12:00:00", "Sun 2026-10-25 02:30" },
    { "daily 02:30", "Europe/Berlin", "2026-10-25T04:00:00", "Mon 2026-10-26 02:30" },
    /* The last of the month is a Saturday; the 1st and 2nd of October are off. */
    { "monthly last 17:00 open-before", "Asia/Shanghai", "2026-10-20T00:00:00", "Fri 2026-10-30 17:00" },
    { "monthly last 17:00 open-after", "Asia/Shanghai", "2026-10-20T00:00:00", "Mon 2026-11-02 17:00" },
    { "monthly last 17:00 open-only", "Asia/Shanghai", "2026-10-20T00:00:00", "Mon 2026-11-30 17:00" },
    { "monthly 1 17:00 open-after", "Asia/Shanghai", "2026-09-20T00:00:00", "Mon 2026-10-05 17:00" },
    { "daily 10:00 open-only", "Asia/Shanghai", "2026-09-30T10:00:00", "Mon 2026-10-05 10:00" },
  };
  g_autoptr(DaybookCalendar) open = daybook_calendar_parse (WORKING_DAYS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (DAYS); i++)
    {
      DaybookRecurrence self = parse (DAYS[i].text);
      g_autoptr(GTimeZone) zone = zone_of (DAYS[i].zone);
      gint64 next = daybook_recurrence_next (&self, open, zone, moment_of (DAYS[i].after, zone));
      g_autofree char *said = iso (next, zone);

      g_test_message ("%s", DAYS[i].text);
      g_assert_cmpstr (said, ==, DAYS[i].next);
      g_assert_cmpint (daybook_recurrence_last (&self, open, zone, next), ==, next);
      g_assert_cmpint (daybook_recurrence_last (&self, open, zone, next - 1), <=, moment_of (DAYS[i].after, zone));
    }
}

/* The hour that happens twice counts once. */
static void
test_an_hour_that_happens_twice (void)
{
  g_autoptr(GTimeZone) zone = zone_of ("Europe/Berlin");
  DaybookRecurrence self = parse ("daily 02:30");
  gint64 from = moment_of ("2026-10-24T12:00:00", zone);

  g_assert_cmpuint (daybook_recurrence_count (&self, NULL, zone, from, moment_of ("2026-10-26T12:00:00", zone), 99), ==, 2);
  g_assert_cmpuint (daybook_recurrence_count (&self, NULL, zone, from, moment_of ("2026-12-26T12:00:00", zone), 9), ==, 9);
  g_assert_cmpuint (daybook_recurrence_count (&self, NULL, zone, from, from, 9), ==, 0);
}

/* A shop that is shut on all such days: there is none, and the search ends. */
static void
test_never (void)
{
  g_autoptr(GTimeZone) zone = zone_of ("Asia/Shanghai");
  g_autoptr(DaybookCalendar) open = daybook_calendar_parse (WORKING_DAYS, NULL);
  DaybookRecurrence self = parse ("weekly sun 14:30 open-only");

  g_assert_cmpint (daybook_recurrence_next (&self, open, zone, 1764500000), ==, G_MAXINT64);
  g_assert_cmpint (daybook_recurrence_last (&self, open, zone, 1764500000), ==, G_MININT64);
}

/* --- The model ------------------------------------------------------------------------------------ */

typedef struct
{
  GTimeZone *zone;
  GDate      begin; /* of the window, less the margin */
  gboolean   shut[WINDOW + 2 * MARGIN];
  gboolean   on[WINDOW + 2 * MARGIN];
} Model;

static GDate
date_of (const Model *self,
         int          i)
{
  GDate date = self->begin;

  g_date_add_days (&date, (guint) i);
  return date;
}

static gboolean
model_means (const DaybookRecurrence *what,
             const GDate             *date)
{
  GDate first;
  int apart;

  switch (what->kind)
    {
    case DAYBOOK_RECUR_WEEKLY:
      return (what->weekdays >> (g_date_get_weekday (date) - G_DATE_MONDAY) & 1) != 0;
    case DAYBOOK_RECUR_MONTHLY:
      for (guint day = 1; day <= 31; day++)
        if ((what->days >> day & 1) != 0 && MIN (day, g_date_get_days_in_month (g_date_get_month (date), g_date_get_year (date))) == g_date_get_day (date))
          return TRUE;
      return (what->days & 1) != 0 && g_date_is_last_of_month (date);
    case DAYBOOK_RECUR_EVERY:
      g_date_clear (&first, 1);
      g_date_set_dmy (&first, 1, 1, 1970);
      g_date_add_days (&first, (guint) what->first);
      apart = g_date_days_between (&first, date);
      return apart >= 0 && apart % ((int) what->weeks * 7) == 0;
    case DAYBOOK_RECUR_DAILY:
    default:
      return TRUE;
    }
}

static int
model_move (const Model       *self,
            DaybookRecurClosed closed,
            int                i)
{
  int step = closed == DAYBOOK_CLOSED_BEFORE ? -1 : 1, to = i;

  for (int n = 0; n <= DAYBOOK_RECUR_MOVE_DAYS && to >= 0 && to < WINDOW + 2 * MARGIN; n++, to += step)
    if (!self->shut[to])
      return to;

  return i;
}

static void
model_fill (Model                   *self,
            const DaybookRecurrence *what)
{
  memset (self->on, 0, sizeof self->on);
  for (int i = 0; i < WINDOW + 2 * MARGIN; i++)
    {
      GDate date = date_of (self, i);

      if (!model_means (what, &date))
        continue;
      if (what->closed == DAYBOOK_CLOSED_ANYWAY || !self->shut[i])
        self->on[i] = TRUE;
      else if (what->closed != DAYBOOK_CLOSED_SKIP)
        self->on[model_move (self, what->closed, i)] = TRUE;
    }
}

/* The first moment of the day at which the wall shows that time or a later one. */
static gint64
model_moment (const Model *self,
              int          i,
              int          minutes)
{
  GDate date = date_of (self, i);
  g_autoptr(GDateTime) noon = g_date_time_new (self->zone, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  gint64 at = g_date_time_to_unix (noon) - 60 * QUARTER;

  for (;; at += QUARTER)
    {
      g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at);
      g_autoptr(GDateTime) wall = g_date_time_to_timezone (utc, self->zone);

      if (g_date_time_get_day_of_month (wall) == g_date_get_day (&date)
          && g_date_time_get_hour (wall) * 60 + g_date_time_get_minute (wall) >= minutes)
        return at;
    }
}

/* --- Against it -------------------------------------------------------------------------------------- */

static const char *const ZONES[] = { "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu" };
/* Clocks turned, leap days, ends of months and years, in one zone or another. */
static const int BEGINS[][3] = { { 2026, 3, 1 }, { 2026, 10, 10 }, { 2028, 2, 10 }, { 2026, 12, 5 }, { 2027, 2, 5 }, { 2026, 4, 1 }, { 2026, 9, 1 } };

static DaybookRecurrence
draw (GRand       *rand,
      const Model *model)
{
  GDate epoch;
  DaybookRecurrence what = {
    .kind = (DaybookRecurKind) g_rand_int_range (rand, DAYBOOK_RECUR_DAILY, DAYBOOK_RECUR_EVERY + 1),
    .weekdays = (guint) g_rand_int_range (rand, 1, 128),
    .days = 1u << g_rand_int_range (rand, 0, 32) | 1u << g_rand_int_range (rand, 0, 32),
    .weeks = (guint) g_rand_int_range (rand, 1, 4),
    .minutes = 15 * g_rand_int_range (rand, 0, 96),
    .closed = (DaybookRecurClosed) g_rand_int_range (rand, DAYBOOK_CLOSED_ANYWAY, DAYBOOK_CLOSED_AFTER + 1),
  };

  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, 1, 1970);
  what.first = g_date_days_between (&epoch, &model->begin) + g_rand_int_range (rand, 0, 40);
  return what;
}

/* Some days of the week, and others in a row, are off. */
static DaybookCalendar *
draw_calendar (GRand *rand,
               Model *model)
{
  g_autoptr(GString) text = g_string_new ("{\"week\": {\"thu\": [\"00:00-24:00\"]");
  guint weekly = (guint) g_rand_int_range (rand, 0, 128);
  int off = g_rand_int_range (rand, 0, WINDOW + 2 * MARGIN), many = g_rand_int_range (rand, 0, 20);

  for (guint i = 0; i < 7; i++)
    if (i != 3 && (weekly >> i & 1) == 0)
      g_string_append_printf (text, ", \"%s\": [\"08:00-12:00\", \"22:15-24:00\"]", NAMES[i]);
  g_string_append (text, "}, \"days\": {");
  for (int i = 0, n = 0; i < WINDOW + 2 * MARGIN; i++)
    {
      GDate date = date_of (model, i);
      guint weekday = g_date_get_weekday (&date) - G_DATE_MONDAY;

      model->shut[i] = (weekday != 3 && (weekly >> weekday & 1) != 0) || (i >= off && i < off + many);
      if (i >= off && i < off + many)
        g_string_append_printf (text, "%s\"%04u-%02u-%02u\": []", n++ > 0 ? ", " : "", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
    }
  g_string_append (text, "}}");
  return daybook_calendar_parse (text->str, NULL);
}

static void
compare (const Model             *model,
         const DaybookRecurrence *what,
         const DaybookCalendar   *open)
{
  gint64 at = model_moment (model, MARGIN, what->minutes) - 1, begin = at, end = model_moment (model, MARGIN + WINDOW - 1, what->minutes);
  guint n = 0;

  for (int i = MARGIN; i < MARGIN + WINDOW; i++)
    if (model->on[i])
      {
        gint64 expected = model_moment (model, i, what->minutes);

        g_assert_cmpint (daybook_recurrence_next (what, open, model->zone, at), ==, expected);
        g_assert_cmpint (daybook_recurrence_last (what, open, model->zone, expected), ==, expected);
        if (n > 0)
          g_assert_cmpint (daybook_recurrence_last (what, open, model->zone, expected - 1), ==, at);
        at = expected;
        n++;
      }
  g_assert_cmpint (daybook_recurrence_next (what, open, model->zone, at), >, end);
  g_assert_cmpuint (daybook_recurrence_count (what, open, model->zone, begin, end, 1000), ==, n);
}

static void
test_against_the_model (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261130);

  for (int i = 0; i < RECURRENCES; i++)
    {
      const int *begin = BEGINS[g_rand_int_range (rand, 0, G_N_ELEMENTS (BEGINS))];
      g_autoptr(GTimeZone) zone = zone_of (ZONES[g_rand_int_range (rand, 0, G_N_ELEMENTS (ZONES))]);
      g_autoptr(DaybookCalendar) open = NULL;
      g_autofree char *text = NULL;
      Model model = { .zone = zone };
      DaybookRecurrence what;

      g_date_clear (&model.begin, 1);
      g_date_set_dmy (&model.begin, (GDateDay) begin[2], (GDateMonth) begin[1], (GDateYear) begin[0]);
      open = draw_calendar (rand, &model);
      what = draw (rand, &model);
      model_fill (&model, &what);
      text = daybook_recurrence_print (&what);
      g_test_message ("%d: %s in %s", i, text, g_time_zone_get_identifier (zone));
      compare (&model, &what, open);

      DaybookRecurrence again = parse (text);
      g_autofree char *printed = daybook_recurrence_print (&again);
      g_assert_cmpstr (printed, ==, text);
      compare (&model, &again, open);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recurrence/texts", test_texts);
  g_test_add_func ("/recurrence/refused", test_what_is_no_recurrence_is_refused);
  g_test_add_func ("/recurrence/days-that-people-check", test_days_that_people_check);
  g_test_add_func ("/recurrence/an-hour-that-happens-twice", test_an_hour_that_happens_twice);
  g_test_add_func ("/recurrence/never", test_never);
  g_test_add_func ("/recurrence/against-the-model", test_against_the_model);

  return g_test_run ();
}
