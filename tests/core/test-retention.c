/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/retention.h"

/* How long what is no longer needed is kept. */

#define NOW G_GINT64_CONSTANT (1763800000) /* 2025-11-22 16:26:40 in Shanghai */

static gint64
moment (const char *iso)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  return g_date_time_to_unix (time);
}

static void
test_settings (void)
{
  static const struct { const char *text; guint number; } TRIES[] = {
    { "", 0 }, { "0", 0 }, { "1", 1 }, { "90", 90 }, { "9999", 9999 }, { "10000", 0 }, { "-3", 0 }, { "3 days", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (TRIES); i++)
    g_assert_cmpuint (daybook_keep_read (TRIES[i].text), ==, TRIES[i].number);
}

/* A day of the shop goes as a whole; today's never does. */
static void
test_before (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  const DaybookKeepKind *days = daybook_keep_kind (DAYBOOK_KEEP_SOURCE);
  const DaybookKeepKind *years = daybook_keep_kind (DAYBOOK_KEEP_REVEALS);

  g_assert_cmpint (daybook_keep_before (days, 0, NOW, zone), ==, 0);
  g_assert_cmpint (daybook_keep_before (days, 1, NOW, zone), ==, moment ("2025-11-21T00:00:00+08:00"));
  g_assert_cmpint (daybook_keep_before (days, 30, NOW, zone), ==, moment ("2025-10-23T00:00:00+08:00"));
  g_assert_cmpint (daybook_keep_before (years, 2, NOW, zone), ==, moment ("2023-11-22T00:00:00+08:00"));
}

/* Over a change of the clocks a day begins at midnight all the same. */
static void
test_before_a_clock_change (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 now = moment ("2026-04-02T12:00:00+02:00");

  g_assert_cmpint (daybook_keep_before (daybook_keep_kind (DAYBOOK_KEEP_SOURCE), 7, now, zone), ==, moment ("2026-03-26T00:00:00+01:00"));
}

static void
test_words (void)
{
  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    g_assert_cmpint (daybook_keep_find (daybook_keep_kind ((DaybookKeep) i)->word), ==, i);
  g_assert_cmpint (daybook_keep_find ("orders"), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retention/settings", test_settings);
  g_test_add_func ("/retention/before", test_before);
  g_test_add_func ("/retention/before-a-clock-change", test_before_a_clock_change);
  g_test_add_func ("/retention/words", test_words);

  return g_test_run ();
}
