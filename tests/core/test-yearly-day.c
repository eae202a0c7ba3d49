/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/yearly-day.h"

#include <stdio.h>

/* --- Reading ------------------------------------------------------------------------- */

static const struct
{
  const char         *text;
  DaybookCalendarKind calendar;
  DaybookYearlyDay    day;
} READ[] = {
  { "1990-05-03", DAYBOOK_CALENDAR_SOLAR, { FALSE, 1990, 5, 3, FALSE } },
  { " 1990/5/3 ", DAYBOOK_CALENDAR_SOLAR, { FALSE, 1990, 5, 3, FALSE } },
  { "1990.05.03", DAYBOOK_CALENDAR_SOLAR, { FALSE, 1990, 5, 3, FALSE } },
  { "19900503", DAYBOOK_CALENDAR_SOLAR, { FALSE, 1990, 5, 3, FALSE } },
  { "1990-05-03 00:00:00", DAYBOOK_CALENDAR_SOLAR, { FALSE, 1990, 5, 3, FALSE } },
  { "1990年5月3日", DAYBOOK_CALENDAR_SOLAR, { FALSE, 1990, 5, 3, FALSE } },
  { "05-03", DAYBOOK_CALENDAR_SOLAR, { FALSE, 0, 5, 3, FALSE } },
  { "5月3号", DAYBOOK_CALENDAR_SOLAR, { FALSE, 0, 5, 3, FALSE } },
  { "十二月二十三日", DAYBOOK_CALENDAR_SOLAR, { FALSE, 0, 12, 23, FALSE } },
  { "0000-05-03", DAYBOOK_CALENDAR_SOLAR, { FALSE, 0, 5, 3, FALSE } },
  { "2-29", DAYBOOK_CALENDAR_SOLAR, { FALSE, 0, 2, 29, FALSE } },
  { "05-03", DAYBOOK_CALENDAR_LUNAR, { TRUE, 0, 5, 3, FALSE } },
  { "1990-05-03", DAYBOOK_CALENDAR_LUNAR, { TRUE, 1990, 5, 3, FALSE } },
  { "公历5月3日", DAYBOOK_CALENDAR_LUNAR, { FALSE, 0, 5, 3, FALSE } },
  { "农历五月初三", DAYBOOK_CALENDAR_SOLAR, { TRUE, 0, 5, 3, FALSE } },
  { "農曆1990年五月初三", DAYBOOK_CALENDAR_SOLAR, { TRUE, 1990, 5, 3, FALSE } },
  { "1990年农历五月初三", DAYBOOK_CALENDAR_SOLAR, { TRUE, 1990, 5, 3, FALSE } },
  { "正月十五", DAYBOOK_CALENDAR_SOLAR, { TRUE, 0, 1, 15, FALSE } },
  { "腊月廿三", DAYBOOK_CALENDAR_SOLAR, { TRUE, 0, 12, 23, FALSE } },
  { "冬月三十", DAYBOOK_CALENDAR_SOLAR, { TRUE, 0, 11, 30, FALSE } },
  { "十月初十", DAYBOOK_CALENDAR_SOLAR, { TRUE, 0, 10, 10, FALSE } },
  { "闰六月初一", DAYBOOK_CALENDAR_SOLAR, { TRUE, 0, 6, 1, TRUE } },
  { "lunar leap 6-1", DAYBOOK_CALENDAR_SOLAR, { TRUE, 0, 6, 1, TRUE } },
  { "2025-leap 06-01", DAYBOOK_CALENDAR_LUNAR, { TRUE, 2025, 6, 1, TRUE } },
};

static void
assert_same (const DaybookYearlyDay *a,
             const DaybookYearlyDay *b)
{
  g_assert_cmpint (a->lunar, ==, b->lunar);
  g_assert_cmpint (a->year, ==, b->year);
  g_assert_cmpuint (a->month, ==, b->month);
  g_assert_cmpuint (a->day, ==, b->day);
  g_assert_cmpint (a->leap, ==, b->leap);
}

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (READ); i++)
    {
      g_autoptr(GError) error = NULL;
      DaybookYearlyDay day, again;

      g_test_message ("%s", READ[i].text);
      daybook_yearly_day_read (READ[i].text, READ[i].calendar, &day, &error);
      g_assert_no_error (error);
      assert_same (&day, &READ[i].day);

      /* What is printed is read as the same. */
      g_autofree char *printed = daybook_yearly_day_print (&day);
      g_assert_true (daybook_yearly_day_read (printed, day.lunar ? DAYBOOK_CALENDAR_LUNAR : DAYBOOK_CALENDAR_SOLAR, &again, NULL));
      assert_same (&day, &again);
    }
}

static void
test_what_is_no_day (void)
{
  static const struct { const char *text; int code; } WRONG[] = {
    { "", DAYBOOK_ERROR_FORMAT },           { "soon", DAYBOOK_ERROR_FORMAT },
    { "1990", DAYBOOK_ERROR_FORMAT },       { "1990-05", DAYBOOK_ERROR_FORMAT },
    { "90后", DAYBOOK_ERROR_FORMAT },       { "13-01", DAYBOOK_ERROR_CONSTRAINT },
    { "2-30", DAYBOOK_ERROR_CONSTRAINT },   { "1990-02-29", DAYBOOK_ERROR_CONSTRAINT },
    { "0-3", DAYBOOK_ERROR_CONSTRAINT },    { "1066-10-14", DAYBOOK_ERROR_CONSTRAINT },
    { "农历5-31", DAYBOOK_ERROR_CONSTRAINT }, { "2024-leap 4-1", DAYBOOK_ERROR_CONSTRAINT },
    { "2024年腊月三十", DAYBOOK_ERROR_CONSTRAINT }, { "\xff", DAYBOOK_ERROR_FORMAT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autoptr(GError) error = NULL;
      DaybookYearlyDay day = { .month = 7 };

      g_test_message ("%s", WRONG[i].text);
      g_assert_false (daybook_yearly_day_read (WRONG[i].text, DAYBOOK_CALENDAR_SOLAR, &day, &error));
      g_assert_error (error, DAYBOOK_ERROR, WRONG[i].code);
      g_assert_cmpuint (day.month, ==, 7);
    }
}

/* --- When it comes --------------------------------------------------------------------- */

static const struct
{
  const char  *day;
  const char  *from;
  const char  *date;
  int          cycle;
  int          nth;
  DaybookMoved moved;
} NEXT[] = {
  { "1990-05-03", "2026-05-03", "2026-05-03", 2026, 36, DAYBOOK_MOVED_NOT },
  { "1990-05-03", "2026-05-04", "2027-05-03", 2027, 37, DAYBOOK_MOVED_NOT },
  { "05-03", "2026-12-31", "2027-05-03", 2027, -1, DAYBOOK_MOVED_NOT },
  { "2027-05-03", "2026-01-01", "2027-05-03", 2027, 0, DAYBOOK_MOVED_NOT }, /* not before it was first */
  { "2-29", "2027-01-01", "2027-02-28", 2027, -1, DAYBOOK_MOVED_FEBRUARY },
  { "2-29", "2028-01-01", "2028-02-29", 2028, -1, DAYBOOK_MOVED_NOT },
  { "2-29", "2028-02-29", "2028-02-29", 2028, -1, DAYBOOK_MOVED_NOT },
  { "正月初一", "2026-02-17", "2026-02-17", 2026, -1, DAYBOOK_MOVED_NOT },
  { "正月初一", "2026-02-18", "2027-02-06", 2027, -1, DAYBOOK_MOVED_NOT },
  { "农历1990年八月十五", "2024-01-01", "2024-09-17", 2024, 34, DAYBOOK_MOVED_NOT },
  /* The last month of a lunar year lies in the next solar one. */
  { "农历2023年腊月廿九", "2024-01-01", "2024-02-08", 2023, 0, DAYBOOK_MOVED_NOT },
  { "腊月三十", "2024-12-01", "2025-01-28", 2024, -1, DAYBOOK_MOVED_SHORT },
  { "腊月三十", "2024-02-01", "2024-02-09", 2023, -1, DAYBOOK_MOVED_NOT },
  { "闰六月初一", "2025-01-01", "2025-07-25", 2025, -1, DAYBOOK_MOVED_NOT },
  { "闰六月初一", "2026-01-01", "2026-07-14", 2026, -1, DAYBOOK_MOVED_LEAP },
  /* One of an ordinary month is kept in it, though there is a leap month too. */
  { "六月初一", "2025-01-01", "2025-06-25", 2025, -1, DAYBOOK_MOVED_NOT },
};

static void
parse_date (const char *text,
            GDate      *date)
{
  int year, month, day;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &day), ==, 3);
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static void
test_next (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (NEXT); i++)
    {
      DaybookYearlyDay day;
      DaybookYearlyTime next, same;
      GDate from;
      char text[16];

      g_test_message ("%s from %s", NEXT[i].day, NEXT[i].from);
      g_assert_true (daybook_yearly_day_read (NEXT[i].day, DAYBOOK_CALENDAR_SOLAR, &day, NULL));
      parse_date (NEXT[i].from, &from);
      g_assert_true (daybook_yearly_day_next (&day, &from, &next));
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &next.date);
      g_assert_cmpstr (text, ==, NEXT[i].date);
      g_assert_cmpint (next.cycle, ==, NEXT[i].cycle);
      g_assert_cmpint (next.nth, ==, NEXT[i].nth);
      g_assert_cmpint (next.moved, ==, NEXT[i].moved);

      g_assert_true (daybook_yearly_day_in (&day, next.cycle, &same));
      g_assert_cmpint (g_date_compare (&same.date, &next.date), ==, 0);
    }
}

/* Whatever the day, it comes once in each year of its own calendar. */
static void
test_it_comes_each_year (void)
{
  for (guint month = 1; month <= 12; month++)
    for (guint number = 1; number <= 30; number++)
      for (guint lunar = 0; lunar < 2; lunar++)
        {
          const DaybookYearlyDay day = { lunar != 0, 0, month, number, FALSE };
          DaybookYearlyTime time;
          GDate from;
          int cycle = 0;

          if (!daybook_yearly_day_check (&day, NULL))
            continue;
          parse_date ("2020-01-01", &from);
          for (int i = 0; i < 12; i++)
            {
              g_assert_true (daybook_yearly_day_next (&day, &from, &time));
              g_assert_true (cycle == 0 || time.cycle == cycle + 1);
              cycle = time.cycle;
              from = time.date;
              g_date_add_days (&from, 1);
            }
        }
}

static void
test_the_other_calendar (void)
{
  const DaybookYearlyDay solar = { FALSE, 2025, 7, 25, FALSE }, lunar = { TRUE, 2025, 6, 1, TRUE }, last = { TRUE, 2023, 12, 30, FALSE },
                         unknown = { FALSE, 0, 7, 25, FALSE };
  const DaybookYearlyDay last_solar = { FALSE, 2024, 2, 9, FALSE };
  DaybookYearlyDay other;

  g_assert_true (daybook_yearly_day_other (&solar, &other));
  assert_same (&other, &lunar);
  g_assert_true (daybook_yearly_day_other (&lunar, &other));
  assert_same (&other, &solar);
  g_assert_true (daybook_yearly_day_other (&last, &other));
  assert_same (&other, &last_solar);
  g_assert_false (daybook_yearly_day_other (&unknown, &other));
}

static void
test_words (void)
{
  const DaybookYearlyDay solar = { FALSE, 1990, 5, 3, FALSE }, short_solar = { FALSE, 0, 2, 29, FALSE }, lunar = { TRUE, 1990, 5, 3, FALSE },
                         leap = { TRUE, 0, 6, 1, TRUE };
  g_autofree char *solar_words = daybook_yearly_day_words (&solar);
  g_autofree char *short_words = daybook_yearly_day_words (&short_solar);
  g_autofree char *lunar_words = daybook_yearly_day_words (&lunar);
  g_autofree char *leap_words = daybook_yearly_day_words (&leap);

  g_assert_cmpstr (solar_words, ==, "3 May 1990");
  g_assert_cmpstr (short_words, ==, "29 February");
  g_assert_cmpstr (lunar_words, ==, "1990, lunar month 5, day 3");
  g_assert_cmpstr (leap_words, ==, "lunar leap month 6, day 1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/yearly-day/read", test_read);
  g_test_add_func ("/yearly-day/what-is-no-day", test_what_is_no_day);
  g_test_add_func ("/yearly-day/next", test_next);
  g_test_add_func ("/yearly-day/it-comes-each-year", test_it_comes_each_year);
  g_test_add_func ("/yearly-day/the-other-calendar", test_the_other_calendar);
  g_test_add_func ("/yearly-day/words", test_words);

  return g_test_run ();
}
