/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/shift.h"

#include "core/error.h"

/* Shifts as people write them (SH-04). */

static DaybookRow *
make (const char *week)
{
  DaybookRow *row = daybook_row_new (&daybook_shift_templates);

  row->values[DAYBOOK_SHIFT_TEMPLATE_NAME] = daybook_value_text ("Late");
  row->values[DAYBOOK_SHIFT_TEMPLATE_WEEK] = daybook_value_text (week);
  return row;
}

static void
test_daily (void)
{
  g_autofree char *week = daybook_shift_template_daily ("15:00–18:00，18:00-24:00");
  g_autoptr(DaybookRow) row = make (week);
  g_autofree char *spans = daybook_shift_template_spans (row);
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookCalendar) calendar = daybook_shift_template_calendar (row, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (spans, ==, "15:00-18:00, 18:00-24:00");
  /* Monday 2025-11-24, 14:59, 15:00, 18:00. */
  g_assert_false (daybook_calendar_is_open (calendar, zone, 1763996340));
  g_assert_true (daybook_calendar_is_open (calendar, zone, 1763996400));
  g_assert_true (daybook_calendar_is_open (calendar, zone, 1764007200));
}

static void
test_other_days (void)
{
  g_autoptr(DaybookRow) row = make ("{\"mon\":[\"08:00-12:00\"],\"tue\":[\"08:00-12:00\"]}");

  g_assert_null (daybook_shift_template_spans (row));
}

static void
test_no_hours (void)
{
  g_autofree char *week = daybook_shift_template_daily ("closed");
  g_autoptr(DaybookRow) row = make (week);
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_shift_template_calendar (row, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shift/daily", test_daily);
  g_test_add_func ("/shift/other-days", test_other_days);
  g_test_add_func ("/shift/no-hours", test_no_hours);
  return g_test_run ();
}
