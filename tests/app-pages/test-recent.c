/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/prefs.h"
#include "app/search/recent.h"
#include "core/customer.h"
#include "core/order.h"

static void
assert_keys (DaybookRecent *recent,
             const char    *expected)
{
  g_autofree char *keys = g_strjoinv (" ", (char **) daybook_recent_get (recent));

  g_assert_cmpstr (keys, ==, expected);
}

static void
test_newest_first_each_once (void)
{
  g_autoptr(DaybookRecent) recent = daybook_recent_new (NULL);

  assert_keys (recent, "");
  daybook_recent_add (recent, "a");
  daybook_recent_add (recent, "b");
  daybook_recent_add (recent, "c");
  assert_keys (recent, "c b a");
  daybook_recent_add (recent, "a");
  assert_keys (recent, "a c b");
  daybook_recent_add (recent, daybook_recent_get (recent)[2]);
  assert_keys (recent, "b a c");
}

static void
test_not_more_than_are_kept (void)
{
  g_autoptr(DaybookRecent) recent = daybook_recent_new (NULL);

  for (int i = 0; i < DAYBOOK_RECENT_KEPT + 5; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", i);

      daybook_recent_add (recent, key);
    }

  g_assert_cmpuint (g_strv_length ((char **) daybook_recent_get (recent)), ==, DAYBOOK_RECENT_KEPT);
  g_assert_cmpstr (daybook_recent_get (recent)[0], ==, "28");
}

/* On this device, and over a restart. */
static void
test_kept (void)
{
  g_autoptr(GSettings) settings = daybook_prefs_new ();
  g_autoptr(DaybookRecent) recent = daybook_recent_new (settings);

  daybook_recent_add (recent, "win.import");
  daybook_recent_add (recent, "win.show-page('history')");
  daybook_recent_see (recent, "the last row");
  g_clear_pointer (&recent, daybook_recent_free);

  g_autoptr(DaybookRecent) later = daybook_recent_new (settings);
  assert_keys (later, "the last row win.show-page('history') win.import");
}

/* Who turns through ten orders has used the one they stayed at. */
static void
test_turning_through_rows (void)
{
  g_autoptr(DaybookRecent) recent = daybook_recent_new (NULL);

  daybook_recent_see (recent, "one");
  daybook_recent_see (recent, "two");
  daybook_recent_see (recent, "three");
  assert_keys (recent, "");
  daybook_recent_settle (recent);
  assert_keys (recent, "three");
  daybook_recent_settle (recent);
  assert_keys (recent, "three");

  daybook_recent_see (recent, "four");
  for (gint64 end = g_get_monotonic_time () + (DAYBOOK_RECENT_DWELL_S + 10) * G_USEC_PER_SEC;
       g_strv_length ((char **) daybook_recent_get (recent)) < 2 && g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, TRUE);
  assert_keys (recent, "four three");
}

static void
test_rows_are_named_by_id_alone (void)
{
  const DaybookTable *table;
  DaybookId row, read;

  daybook_id_random (&row);
  g_autofree char *key = daybook_recent_row_key (&daybook_customers, &row);
  g_autofree char *id = daybook_id_to_string (&row);
  g_autofree char *expected = g_strconcat ("customer:", id, NULL);
  g_assert_cmpstr (key, ==, expected);
  g_assert_true (daybook_recent_parse_row (key, &table, &read));
  g_assert_true (table == &daybook_customers && daybook_id_equal (&row, &read));

  g_assert_false (daybook_recent_parse_row ("win.import", &table, &read));
  g_assert_false (daybook_recent_parse_row ("order:none", &table, &read));
  g_autofree char *newer = g_strconcat ("parrot:", id, NULL);
  g_assert_false (daybook_recent_parse_row (newer, &table, &read));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recent/newest-first-each-once", test_newest_first_each_once);
  g_test_add_func ("/recent/not-more-than-are-kept", test_not_more_than_are_kept);
  g_test_add_func ("/recent/kept", test_kept);
  g_test_add_func ("/recent/turning-through-rows", test_turning_through_rows);
  g_test_add_func ("/recent/rows-are-named-by-id-alone", test_rows_are_named_by_id_alone);
  return g_test_run ();
}
