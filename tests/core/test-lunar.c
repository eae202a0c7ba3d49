/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/lunar.h"

/* Dates of printed almanacs; no library says them here. */
static const struct
{
  int             year, month, day;
  DaybookLunarDay lunar;
} DATES[] = {
  { 1984, 2, 2, { 1984, 1, FALSE, 1 } },
  { 2000, 2, 5, { 2000, 1, FALSE, 1 } },
  { 2020, 1, 25, { 2020, 1, FALSE, 1 } },
  { 2023, 1, 22, { 2023, 1, FALSE, 1 } },
  { 2024, 2, 9, { 2023, 12, FALSE, 30 } },
  { 2024, 2, 10, { 2024, 1, FALSE, 1 } },
  { 2024, 6, 10, { 2024, 5, FALSE, 5 } },  /* Dragon Boat */
  { 2024, 9, 17, { 2024, 8, FALSE, 15 } }, /* Mid-Autumn */
  { 2025, 1, 28, { 2024, 12, FALSE, 29 } }, /* a year without a 30th of the twelfth month */
  { 2025, 1, 29, { 2025, 1, FALSE, 1 } },
  { 2025, 7, 25, { 2025, 6, TRUE, 1 } },
  { 2026, 2, 17, { 2026, 1, FALSE, 1 } },
  { 2027, 2, 6, { 2027, 1, FALSE, 1 } },
};

static void
test_both_ways (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (DATES); i++)
    {
      DaybookLunarDay lunar;
      GDate date, back;

      g_date_set_dmy (&date, (GDateDay) DATES[i].day, (GDateMonth) DATES[i].month, (GDateYear) DATES[i].year);
      g_test_message ("%d-%d-%d", DATES[i].year, DATES[i].month, DATES[i].day);
      g_assert_true (daybook_lunar_of (&date, &lunar));
      g_assert_cmpint (lunar.year, ==, DATES[i].lunar.year);
      g_assert_cmpuint (lunar.month, ==, DATES[i].lunar.month);
      g_assert_cmpint (lunar.leap, ==, DATES[i].lunar.leap);
      g_assert_cmpuint (lunar.day, ==, DATES[i].lunar.day);
      g_assert_true (daybook_lunar_to_date (&lunar, &back));
      g_assert_cmpint (g_date_compare (&date, &back), ==, 0);
    }
}

/* The printed almanac from 1930 on, a number a year: from the bit 0x8000 down which of the months 1 to 12 have 30 days, in the
 * lowest four bits which month has a leap one behind it (0: none), and 0x10000: that one has 30 days. */
static const guint ALMANAC[] = {
  0x06566, 0x0d4a0, 0x0ea50, 0x16a95, 0x05ad0, 0x02b60, 0x186e3, 0x092e0, 0x1c8d7, 0x0c950, /* 1930 */
  0x0d4a0, 0x1d8a6, 0x0b550, 0x056a0, 0x1a5b4, 0x025d0, 0x092d0, 0x0d2b2, 0x0a950, 0x0b557, /* 1940 */
  0x06ca0, 0x0b550, 0x15355, 0x04da0, 0x0a5b0, 0x14573, 0x052b0, 0x0a9a8, 0x0e950, 0x06aa0, /* 1950 */
  0x0aea6, 0x0ab50, 0x04b60, 0x0aae4, 0x0a570, 0x05260, 0x0f263, 0x0d950, 0x05b57, 0x056a0, /* 1960 */
  0x096d0, 0x04dd5, 0x04ad0, 0x0a4d0, 0x0d4d4, 0x0d250, 0x0d558, 0x0b540, 0x0b6a0, 0x195a6, /* 1970 */
  0x095b0, 0x049b0, 0x0a974, 0x0a4b0, 0x0b27a, 0x06a50, 0x06d40, 0x0af46, 0x0ab60, 0x09570, /* 1980 */
  0x04af5, 0x04970, 0x064b0, 0x074a3, 0x0ea50, 0x06b58, 0x05ac0, 0x0ab60, 0x096d5, 0x092e0, /* 1990 */
  0x0c960, 0x0d954, 0x0d4a0, 0x0da50, 0x07552, 0x056a0, 0x0abb7, 0x025d0, 0x092d0, 0x0cab5, /* 2000 */
  0x0a950, 0x0b4a0, 0x0baa4, 0x0ad50, 0x055d9, 0x04ba0, 0x0a5b0, 0x15176, 0x052b0, 0x0a930, /* 2010 */
  0x07954, 0x06aa0, 0x0ad50, 0x05b52, 0x04b60, 0x0a6e6, 0x0a4e0, 0x0d260, 0x0ea65, 0x0d530, /* 2020 */
  0x05aa0, 0x076a3, 0x096d0, 0x04afb, 0x04ad0, 0x0a4d0, 0x1d0b6, 0x0d250, 0x0d520, 0x0dd45, /* 2030 */
  0x0b5a0, 0x056d0, 0x055b2, 0x049b0, 0x0a577, 0x0a4b0, 0x0aa50, 0x1b255, 0x06d20, 0x0ada0, /* 2040 */
};

static void
test_the_almanac (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ALMANAC); i++)
    for (guint month = 1; month <= 12; month++)
      {
        guint is_long = (ALMANAC[i] & (0x10000 >> month)) != 0, is_leap = (ALMANAC[i] & 0xf) == month;

        g_test_message ("%u, month %u", 1930 + i, month);
        g_assert_cmpuint (daybook_lunar_month_days ((int) (1930 + i), month, FALSE), ==, 29 + is_long);
        g_assert_cmpuint (daybook_lunar_month_days ((int) (1930 + i), month, TRUE), ==, is_leap ? 29 + (ALMANAC[i] >> 16) : 0);
      }
}

/* Each day of two centuries is one day of the lunar calendar, and months have 29 or 30 days. */
static void
test_no_day_is_lost (void)
{
  GDate date, back, end;
  DaybookLunarDay before = { 0 }, lunar;

  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1950);
  g_date_set_dmy (&end, 1, G_DATE_JANUARY, 2100);
  for (; g_date_compare (&date, &end) < 0; g_date_add_days (&date, 1))
    {
      g_assert_true (daybook_lunar_of (&date, &lunar) && daybook_lunar_to_date (&lunar, &back));
      g_assert_cmpint (g_date_compare (&date, &back), ==, 0);
      g_assert_true (before.day == 0 || lunar.day == before.day + 1 || (lunar.day == 1 && (before.day == 29 || before.day == 30)));
      before = lunar;
    }
}

static void
test_what_is_not_reckoned (void)
{
  const DaybookLunarDay short_month = { 2024, 12, FALSE, 30 }, no_leap = { 2024, 4, TRUE, 1 }, old = { 1899, 1, FALSE, 1 };
  DaybookLunarDay lunar;
  GDate date;

  g_assert_false (daybook_lunar_to_date (&short_month, &date));
  g_assert_false (daybook_lunar_to_date (&no_leap, &date));
  g_assert_false (daybook_lunar_to_date (&old, &date));
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1900);
  g_assert_false (daybook_lunar_of (&date, &lunar));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lunar/both-ways", test_both_ways);
  g_test_add_func ("/lunar/the-almanac", test_the_almanac);
  g_test_add_func ("/lunar/no-day-is-lost", test_no_day_is_lost);
  g_test_add_func ("/lunar/what-is-not-reckoned", test_what_is_not_reckoned);

  return g_test_run ();
}
