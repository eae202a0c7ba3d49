/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify/jump.h"

/* Whether the clock was set, by two looks at two clocks. */

#define HOUR 3600
#define YEAR (365 * 24 * HOUR)

static const struct
{
  const char          *what;
  DaybookClockReading  before;
  DaybookClockReading  now;
  gint64               jump;
} CASES[] = {
  { "never-looked", { 0, 0, NULL }, { 5000, 10, "a" }, 0 },
  { "time-passes", { 5000, 10, "a" }, { 5000 + HOUR, 10 + HOUR, "a" }, 0 },
  { "put-right-by-seconds", { 5000, 10, "a" }, { 5000 + HOUR + 59, 10 + HOUR, "a" }, 0 },
  { "set-forward", { 5000, 10, "a" }, { 5000 + YEAR + 7, 17, "a" }, YEAR },
  { "set-back", { YEAR, 10, "a" }, { 7, 17, "a" }, -YEAR },
  { "set-back-a-minute-asleep", { YEAR, 10, "a" }, { YEAR + HOUR - 60, 10 + HOUR, "a" }, -60 },
  { "off-for-a-year", { 5000, 10, "a" }, { 5000 + YEAR, 3, "b" }, 0 },
  { "off-and-set-back", { YEAR, 10, "a" }, { YEAR - HOUR, 3, "b" }, -HOUR },
  { "off-and-shows-the-same", { YEAR, 10, "a" }, { YEAR, 3, "b" }, 0 },
};

static void
test_jump (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  g_assert_cmpint (daybook_clock_jump (&CASES[i].before, &CASES[i].now), ==, CASES[i].jump);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jump/%s", CASES[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_jump);
    }
  return g_test_run ();
}
