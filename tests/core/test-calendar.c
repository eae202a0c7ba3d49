/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/calendar.h"

#include <string.h>

/* Opening hours against a slow model that looks at the clock on the wall in every minute. */

#define MINUTE 60
#define DAY (24 * 60 * MINUTE)
#define CALENDARS 10000
#define WINDOW_DAYS 9
#define WINDOW_MINUTES (WINDOW_DAYS * 24 * 60)

static const char *const NAMES[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* --- Reading -------------------------------------------------------------------------- */

static DaybookCalendar *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  DaybookCalendar *self = daybook_calendar_parse (text, &error);

  g_assert_no_error (error);
  return self;
}

static gint64
moment_of (const char *text,
           GTimeZone  *zone)
{
  g_autoptr(GDateTime) at = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (at);
  return g_date_time_to_unix (at);
}

static GTimeZone *
zone_of (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (zone);
  return zone;
}

static void
test_what_is_wrong_is_said (void)
{
  static const struct { const char *text; const char *said; } WRONG[] = {
    { "{}", "never opens" },
    { "{\"week\": {\"mon\": []}, \"days\": {\"2026-10-01\": [\"08:00-12:00\"]}}", "never opens" },
    { "{\"week\": {\"mon\": [\"08:00-12:00\", \"11:00-13:00\"]}}", "overlap at 11:00" },
    { "{\"week\": {\"mon\": [\"22:00-02:00\"]}}", "past midnight" },
    { "{\"week\": {\"mon\": [\"08:00-08:00\"]}}", "ends before" },
    { "{\"week\": {\"mon\": [\"8-12\"]}}", "8-12" },
    { "{\"week\": {\"mon\": [\"08:00-24:01\"]}}", "08:00-24:01" },
    { "{\"week\": {\"mon\": [\"08:60-12:00\"]}}", "08:60-12:00" },
    { "{\"week\": {\"mon\": \"08:00-12:00\"}}", "no list" },
    { "{\"week\": {\"mon\": [5]}}", "no span" },
    { "{\"week\": {\"mon\": [\"08:00-12:00\"]}, \"days\": {\"2026-02-29\": []}}", "2026-02-29" },
    { "[]", "no calendar" },
    { "{", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", WRONG[i].text);
      g_assert_null (daybook_calendar_parse (WRONG[i].text, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, WRONG[i].said));
    }
}

/* --- Arithmetic that people check ---------------------------------------------------- */

/* The early and the late shift of the handbook (SH-04), and the night between. */
#define SHIFTS "{\"week\": {\"mon\": [\"08:00-12:00\", \"12:00-17:30\", \"18:00-24:00\"], \"tue\": [\"08:00-12:00\"], \"wed\": []," \
               " \"thu\": [\"08:00-12:00\"], \"fri\": [\"15:00-18:00\"]}, \"days\": {\"2026-11-26\": []}}"

static void
test_by_hand (void)
{
  static const struct { const char *from; gint64 minutes; const char *due; } DUE[] = {
    { "2026-11-23T09:00:00", 60, "2026-11-23T10:00:00" },  /* a Monday */
    { "2026-11-23T11:30:00", 60, "2026-11-23T12:30:00" },  /* from one shift into the next */
    { "2026-11-23T17:00:00", 60, "2026-11-23T18:30:00" },  /* half an hour between */
    { "2026-11-23T03:00:00", 30, "2026-11-23T08:30:00" },  /* before it opens */
    { "2026-11-23T23:30:00", 60, "2026-11-24T08:30:00" },
    { "2026-11-24T11:59:00", 1, "2026-11-24T12:00:00" },   /* the last minute of the day, not the first of the next */
    { "2026-11-24T12:00:00", 1, "2026-11-27T15:01:00" },   /* closed on Wednesday, a holiday on Thursday */
    { "2026-11-24T12:00:00", 0, "2026-11-24T12:00:00" },
  };
  g_autoptr(GTimeZone) zone = zone_of ("Asia/Shanghai");
  g_autoptr(DaybookCalendar) calendar = parse (SHIFTS);

  for (gsize i = 0; i < G_N_ELEMENTS (DUE); i++)
    {
      gint64 from = moment_of (DUE[i].from, zone), due = moment_of (DUE[i].due, zone);

      g_test_message ("%s + %d min", DUE[i].from, (int) DUE[i].minutes);
      g_assert_cmpint (daybook_calendar_add (calendar, zone, from, DUE[i].minutes * MINUTE), ==, due);
      g_assert_cmpint (daybook_calendar_between (calendar, zone, from, due), ==, DUE[i].minutes * MINUTE);
    }
}

static void
test_an_hour_that_happens_twice (void)
{
  g_autoptr(GTimeZone) zone = zone_of ("Europe/Berlin");
  g_autoptr(DaybookCalendar) night = parse ("{\"week\": {\"sun\": [\"02:00-03:00\"]}}");
  gint64 back = moment_of ("2026-10-25T00:00:00", zone), forth = moment_of ("2026-03-29T00:00:00", zone);

  g_assert_cmpint (daybook_calendar_between (night, zone, back, back + DAY), ==, 2 * 60 * MINUTE);
  g_assert_cmpint (daybook_calendar_between (night, zone, forth, forth + DAY), ==, 0);
}

static void
test_round_the_clock (void)
{
  g_autoptr(GTimeZone) zone = zone_of ("America/New_York");
  g_autoptr(DaybookCalendar) always = daybook_calendar_new_always ();
  gint64 from = moment_of ("2026-03-07T12:34:56", zone);

  g_assert_true (daybook_calendar_is_open (always, zone, from));
  g_assert_cmpint (daybook_calendar_add (always, zone, from, 30 * (gint64) DAY + 7), ==, from + 30 * (gint64) DAY + 7);
  g_assert_cmpint (daybook_calendar_between (always, zone, from, from + DAY), ==, DAY);
  g_assert_cmpint (daybook_calendar_between (always, zone, from, from - 1), ==, 0);
}

/* Closed for two years by exceptions: nobody waits for ever. */
static void
test_a_shop_that_has_closed (void)
{
  g_autoptr(GTimeZone) zone = zone_of ("Asia/Shanghai");
  g_autoptr(GString) text = g_string_new ("{\"week\": {\"mon\": [\"08:00-12:00\"]}, \"days\": {");
  g_autoptr(GDateTime) first = g_date_time_new (zone, 2026, 1, 1, 0, 0, 0);

  for (int i = 0; i < 800; i++)
    {
      g_autoptr(GDateTime) day = g_date_time_add_days (first, i);
      g_autofree char *name = g_date_time_format (day, "%Y-%m-%d");

      g_string_append_printf (text, "%s\"%s\": []", i > 0 ? ", " : "", name);
    }
  g_string_append (text, "}}");

  g_autoptr(DaybookCalendar) calendar = parse (text->str);
  gint64 from = moment_of ("2026-01-05T09:00:00", zone);
  g_assert_cmpint (daybook_calendar_add (calendar, zone, from, MINUTE), ==, G_MAXINT64);
  g_assert_cmpint (daybook_calendar_next_open (calendar, zone, from), ==, G_MAXINT64);
  g_assert_false (daybook_calendar_is_open (calendar, zone, from));
}

/* --- Against the model ------------------------------------------------------------------ */

/* What the wall shows in each minute of some days. */
typedef struct
{
  GTimeZone *zone;
  gint64     from;
  int        minute[WINDOW_MINUTES]; /* of the day */
  int        day[WINDOW_MINUTES];    /* as GDate counts them */
  guint      weekday[WINDOW_MINUTES]; /* 0 is Monday */
} Window;

static Window *
look_at_the_wall (const char *zone,
                  const char *from)
{
  Window *window = g_new0 (Window, 1);

  window->zone = zone_of (zone);
  window->from = moment_of (from, window->zone);
  for (int i = 0; i < WINDOW_MINUTES; i++)
    {
      g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (window->from + (gint64) i * MINUTE);
      g_autoptr(GDateTime) wall = g_date_time_to_timezone (utc, window->zone);
      int year, month, day;
      GDate date;

      g_date_time_get_ymd (wall, &year, &month, &day);
      g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
      window->minute[i] = g_date_time_get_hour (wall) * 60 + g_date_time_get_minute (wall);
      window->day[i] = (int) g_date_get_julian (&date);
      window->weekday[i] = (guint) g_date_time_get_day_of_week (wall) - 1;
    }
  return window;
}

static void
window_free (gpointer data)
{
  Window *window = data;

  g_time_zone_unref (window->zone);
  g_free (window);
}

/* One minute of the day each: whether it is open. */
typedef gboolean Minutes[24 * 60];

/* Up to three spans, some of which touch; and as text. */
static void
draw_spans (GRand   *dice,
            Minutes  minutes,
            GString *text)
{
  int at = 0, n = g_rand_int_range (dice, 0, 4);

  memset (minutes, 0, sizeof (Minutes));
  g_string_append_c (text, '[');
  for (int i = 0; i < n && at < 24 * 60; i++)
    {
      int begins = g_rand_boolean (dice) ? at : g_rand_int_range (dice, at, 24 * 60);
      int ends = g_rand_int_range (dice, 0, 5) == 0 ? 24 * 60 : g_rand_int_range (dice, begins, 24 * 60) + 1;

      g_string_append_printf (text, "%s\"%02d:%02d-%02d:%02d\"", i > 0 ? "," : "", begins / 60, begins % 60, ends / 60, ends % 60);
      for (int m = begins; m < ends; m++)
        minutes[m] = TRUE;
      at = ends;
    }
  g_string_append_c (text, ']');
}

typedef struct
{
  Minutes week[7];
  Minutes own[2];
  int     days[2]; /* those that are otherwise */
  char   *text;
} Model;

static void
draw_model (GRand        *dice,
            const Window *window,
            Model        *model)
{
  g_autoptr(GString) text = g_string_new ("{\"week\":{");

  for (guint i = 0; i < 7; i++)
    {
      g_string_append_printf (text, "%s\"%s\":", i > 0 ? "," : "", NAMES[i]);
      draw_spans (dice, model->week[i], text);
    }
  g_string_append (text, "},\"days\":{");
  for (guint i = 0; i < 2; i++)
    {
      GDate date;

      model->days[i] = window->day[g_rand_int_range (dice, 0, WINDOW_MINUTES)];
      if (i == 1 && model->days[1] == model->days[0])
        model->days[1] += WINDOW_DAYS * 3;
      g_date_set_julian (&date, (guint32) model->days[i]);
      g_string_append_printf (text, "%s\"%04d-%02d-%02d\":", i > 0 ? "," : "", g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date));
      draw_spans (dice, model->own[i], text);
    }
  g_string_append (text, "}}");
  model->text = g_strdup (text->str);
}

static gboolean
is_open (const Model  *model,
         const Window *window,
         int           i)
{
  for (guint k = 0; k < 2; k++)
    if (window->day[i] == model->days[k])
      return model->own[k][window->minute[i]];

  return model->week[window->weekday[i]][window->minute[i]];
}

static int
count_open (const Model  *model,
            const Window *window,
            int           from,
            int           to)
{
  int n = 0;

  for (int i = from; i < to; i++)
    n += is_open (model, window, i);
  return n;
}

/* The minute behind the one in which the nth open one ends; -1: not in the window. */
static int
step (const Model  *model,
      const Window *window,
      int           from,
      int           n)
{
  for (int i = from; i < WINDOW_MINUTES; i++)
    {
      n -= is_open (model, window, i);
      if (n == 0)
        return i + 1;
    }

  return -1;
}

static void
try_calendar (GRand        *dice,
              const Window *window)
{
  Model model;
  g_autoptr(GError) error = NULL;
  int from = g_rand_int_range (dice, 0, WINDOW_MINUTES / 2), to = g_rand_int_range (dice, from, WINDOW_MINUTES);
  int minutes = g_rand_int_range (dice, 1, 2000), seconds = g_rand_int_range (dice, 0, MINUTE);
  gint64 begin = window->from + (gint64) from * MINUTE, end = window->from + (gint64) to * MINUTE;
  int due;

  draw_model (dice, window, &model);
  g_autofree char *text = model.text;
  g_autoptr(DaybookCalendar) calendar = daybook_calendar_parse (text, &error);
  if (calendar == NULL)
    {
      g_assert_nonnull (strstr (error->message, "never opens"));
      return;
    }

  g_assert_cmpint (daybook_calendar_between (calendar, window->zone, begin, end), ==,
                   (gint64) count_open (&model, window, from, to) * MINUTE);
  g_assert_cmpint (daybook_calendar_is_open (calendar, window->zone, begin + seconds), ==, is_open (&model, window, from));
  due = step (&model, window, from, minutes);
  if (due >= 0)
    {
      gint64 added = daybook_calendar_add (calendar, window->zone, begin, (gint64) minutes * MINUTE);

      g_assert_cmpint (added, ==, window->from + (gint64) due * MINUTE);
      /* Some seconds earlier it is due some seconds earlier, since the last minute is an open one. */
      g_assert_cmpint (daybook_calendar_add (calendar, window->zone, begin, (gint64) minutes * MINUTE - seconds), ==, added - seconds);
    }
}

static void
test_against_the_model (void)
{
  /* Clocks turned by an hour, by half an hour, twice in a year for a month of fasting; a day that was
   * left out altogether; a leap day, a year's end. */
  static const struct { const char *zone; const char *from; } WINDOWS[] = {
    { "Asia/Shanghai", "2026-12-28T00:00:00" }, { "Asia/Shanghai", "2028-02-25T07:13:00" }, { "Europe/Berlin", "2026-03-25T00:00:00" },
    { "Europe/Berlin", "2026-10-20T13:00:00" }, { "America/New_York", "2026-03-04T00:00:00" }, { "America/New_York", "2026-10-28T00:00:00" },
    { "Australia/Lord_Howe", "2026-04-01T00:00:00" }, { "Australia/Lord_Howe", "2026-09-30T00:00:00" }, { "Africa/Casablanca", "2026-02-11T00:00:00" },
    { "Pacific/Apia", "2011-12-26T00:00:00" }, { "Asia/Kathmandu", "2026-06-01T00:00:00" }, { "America/Havana", "2026-03-05T00:00:00" },
  };
  g_autoptr(GPtrArray) windows = g_ptr_array_new_with_free_func (window_free);
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr(GRand) dice = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (gsize i = 0; i < G_N_ELEMENTS (WINDOWS); i++)
    g_ptr_array_add (windows, look_at_the_wall (WINDOWS[i].zone, WINDOWS[i].from));
  for (guint i = 0; i < CALENDARS; i++)
    try_calendar (dice, g_ptr_array_index (windows, i % windows->len));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/wrong", test_what_is_wrong_is_said);
  g_test_add_func ("/calendar/by-hand", test_by_hand);
  g_test_add_func ("/calendar/twice", test_an_hour_that_happens_twice);
  g_test_add_func ("/calendar/always", test_round_the_clock);
  g_test_add_func ("/calendar/closed", test_a_shop_that_has_closed);
  g_test_add_func ("/calendar/model", test_against_the_model);

  return g_test_run ();
}
