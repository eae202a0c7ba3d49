/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/week-days.h"

const char *const daybook_week_days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL };

static const char *const WEEKDAYS[] = { "mon", "tue", "wed", "thu", "fri", NULL };
static const char *const WEEKEND[] = { "sat", "sun", NULL };

const char *const *
daybook_read_week_days (const char *word,
                        const char *one[2])
{
  if (g_str_equal (word, "daily"))
    return daybook_week_days;
  if (g_str_equal (word, "weekdays"))
    return WEEKDAYS;
  if (g_str_equal (word, "weekend"))
    return WEEKEND;

  one[0] = word;
  one[1] = NULL;
  return g_strv_contains (daybook_week_days, word) ? one : NULL;
}
