/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/date-pattern.h"
#include "core/moment.h"

static const char *const ETSY[] = { "MM/DD/YY", NULL };
static const char *const EBAY[] = { "Mon-DD-YY", "DD-Mon-YY", NULL };
static const char *const EITHER[] = { "MM/DD/YYYY", "DD/MM/YYYY", NULL };
static const char *const GERMAN[] = { "DD.MM.YYYY", "DD. Mon YYYY", NULL };

static const struct
{
  const char *const *patterns;
  const char        *text;
  const char        *utc; /* as daybook_moment_to_iso() prints it; NULL: refused */
} CASES[] = {
  { ETSY, "09/03/26", "2026-09-03T00:00:00+00:00" },
  { ETSY, "9/3/26", "2026-09-03T00:00:00+00:00" },
  { ETSY, " 12/31/25 ", "2025-12-31T00:00:00+00:00" },
  { ETSY, "12/31/25 23:45", "2025-12-31T23:45:00+00:00" },
  { ETSY, "02/29/24", "2024-02-29T00:00:00+00:00" },
  { ETSY, "01/01/68", "2068-01-01T00:00:00+00:00" },
  { ETSY, "01/01/69", "1969-01-01T00:00:00+00:00" },
  /* What begins with the year is read by itself. */
  { ETSY, "2026-09-03T10:00:00-07:00", "2026-09-03T17:00:00+00:00" },
  /* A day before the month, which is never taken the other way round. */
  { ETSY, "13/09/26", NULL },
  { ETSY, "31/12/25", NULL },
  { ETSY, "02/29/26", NULL },
  { ETSY, "00/10/26", NULL },
  /* Four digits of the year are not this platform's: somebody has saved the file anew. */
  { ETSY, "03/09/2026", NULL },
  { ETSY, "03-09-26", NULL },
  { ETSY, "09/03/2", NULL },
  { ETSY, "09/03/26x", NULL },
  { ETSY, "123/03/26", NULL },

  { EBAY, "Jul-25-26", "2026-07-25T00:00:00+00:00" },
  { EBAY, "Sep-30-26 23:45:00", "2026-09-30T23:45:00+00:00" },
  { EBAY, "10-Dez-25", "2025-12-10T00:00:00+00:00" },
  { EBAY, "10-Dec-25", "2025-12-10T00:00:00+00:00" },
  { EBAY, "01-Mär-26", "2026-03-01T00:00:00+00:00" },
  { EBAY, "01-MÄR-26", "2026-03-01T00:00:00+00:00" },
  { EBAY, "1-Mai-26", "2026-05-01T00:00:00+00:00" },
  { EBAY, "may-01-26", "2026-05-01T00:00:00+00:00" },
  { EBAY, "Sept-01-26", "2026-09-01T00:00:00+00:00" },
  { EBAY, "Jun-31-26", NULL },
  { EBAY, "Foo-01-26", NULL },
  { EBAY, "M\xc3-01-26", NULL },
  { EBAY, "-01-26", NULL },
  { EBAY, "07-25-26", NULL },

  { GERMAN, "10.12.2025", "2025-12-10T00:00:00+00:00" },
  { GERMAN, "10. Dez. 2025", "2025-12-10T00:00:00+00:00" },
  { GERMAN, "10. Dezember 2025", "2025-12-10T00:00:00+00:00" },

  /* Of a day that both say only one is there; of one that both read otherwise, nobody knows. */
  { EITHER, "25/12/2025", "2025-12-25T00:00:00+00:00" },
  { EITHER, "12/25/2025", "2025-12-25T00:00:00+00:00" },
  { EITHER, "07/07/2026", "2026-07-07T00:00:00+00:00" },
  { EITHER, "03/09/2026", NULL },

  { NULL, "09/03/26", NULL },
  { NULL, "2026-09-03", "2026-09-03T00:00:00+00:00" },
};

static void
test_dates (void)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *iso = NULL;
      gint64 moment = 77;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      if (daybook_moment_parse_as (CASES[i].text, CASES[i].patterns, utc, &moment, &error))
        iso = daybook_moment_to_iso (moment, utc);
      g_assert_cmpstr (iso, ==, CASES[i].utc);
      if (CASES[i].utc != NULL)
        continue;
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (moment, ==, 77);
    }
}

/* What has no offset is the zone's; what has one stands for itself, and its wall is its own. */
static void
test_zones (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  gint64 moment, wall;

  g_assert_true (daybook_moment_parse_as ("Sep-30-26 23:45:00", EBAY, zone, &moment, NULL));
  g_assert_true (daybook_moment_parse_wall ("Sep-30-26 23:45:00", EBAY, &wall));
  g_assert_cmpint (moment - wall, ==, 4 * 3600);

  g_assert_true (daybook_moment_parse_as ("2026-09-30T23:45:00-08:00", EBAY, zone, &moment, NULL));
  g_assert_true (daybook_moment_parse_wall ("2026-09-30T23:45:00-08:00", NULL, &wall));
  g_assert_cmpint (moment - wall, ==, 8 * 3600);
  g_assert_false (daybook_moment_parse_wall ("soon", EBAY, &wall));
}

static void
test_patterns (void)
{
  static const char *const GOOD[] = { "MM/DD/YY", "DD.MM.YYYY", "Mon-DD-YY", "DD. Mon YYYY", "YYYY_MM_DD" };
  static const char *const BAD[] = {
    "", "MM/DD", "DD/YY", "MM/YY", "MMDDYY", "MM/DD/YY/YYYY", "DD/MM/MM/YY", "dd/mm/yy", "MM/DD/YYY", "MMM-DD-YY", "MonDD-YY",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (GOOD); i++)
    g_assert_true (daybook_date_pattern_is_good (GOOD[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++)
    {
      g_test_message ("%s", BAD[i]);
      g_assert_false (daybook_date_pattern_is_good (BAD[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-pattern/dates", test_dates);
  g_test_add_func ("/date-pattern/zones", test_zones);
  g_test_add_func ("/date-pattern/patterns", test_patterns);
  return g_test_run ();
}
