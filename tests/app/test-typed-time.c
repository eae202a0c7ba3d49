/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/typed-time.h"

#include "core/moment.h"

/* 2026-11-30, 10:20 in Shanghai. */
#define NOW G_GINT64_CONSTANT (1796005200)

static void
test_times (void)
{
  static const struct { const char *text, *read; } TIMES[] = {
    { "", "" }, { "  ", "" }, { "14:30", "2026-11-30 14:30" }, { " 9:05 ", "2026-12-01 09:05" }, { "10:20", "2026-12-01 10:20" },
    { "2026-12-01 10:00", "2026-12-01 10:00" }, { "2026-12-24", "2026-12-24 09:00" }, { "tomorrow", "2026-12-01 09:00" },
    { "明天", "2026-12-01 09:00" }, { "明天10点", "2026-12-01 10:00" }, { "今晚", "2026-11-30 20:00" }, { "Fri 17:00", "2026-12-04 17:00" },
    { "2小时后", "2026-11-30 12:20" }, { "now+2h", "2026-11-30 12:20" }, { "2026-11-20 10:00", "2026-11-20 10:00" },
    { "2026-11-20", "2026-11-20 00:00" },
  };
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  for (gsize i = 0; i < G_N_ELEMENTS (TIMES); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 moment = -1;

      g_test_message ("%s", TIMES[i].text);
      g_assert_true (daybook_typed_time_read (TIMES[i].text, NOW, zone, &moment, &error));
      g_assert_no_error (error);
      g_autofree char *read = daybook_typed_time_print (moment, zone);
      g_assert_cmpstr (read, ==, TIMES[i].read);
    }
}

static void
test_what_is_no_time (void)
{
  static const char *const WRONG[] = { "soon", "25:00", "9:5", "14:30:61", "2026-02-30", ":30", "1:2:3" };
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  for (gsize i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 moment;

      g_test_message ("%s", WRONG[i]);
      g_assert_false (daybook_typed_time_read (WRONG[i], NOW, zone, &moment, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed-time/times", test_times);
  g_test_add_func ("/typed-time/what-is-no-time", test_what_is_no_time);

  return g_test_run ();
}
