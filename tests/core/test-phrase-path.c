/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-path.h"

#include "core/moment.h"

#include <string.h>

static void
test_paths_are_kept (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) paths = daybook_phrase_paths_parse ("还是嫌贵 -> bargain_gift\n\n  a -> b->yes_2 \r\n", &error);
  const DaybookPhrasePath *path;

  g_assert_no_error (error);
  g_assert_cmpuint (paths->len, ==, 2);
  path = g_ptr_array_index (paths, 0);
  g_assert_cmpstr (path->label, ==, "还是嫌贵");
  g_assert_cmpstr (path->key, ==, "bargain_gift");
  path = g_ptr_array_index (paths, 1);
  g_assert_cmpstr (path->label, ==, "a -> b");
  g_assert_cmpstr (path->key, ==, "yes_2");

  g_autofree char *printed = daybook_phrase_paths_print (paths);
  g_assert_cmpstr (printed, ==, "还是嫌贵 -> bargain_gift\na -> b -> yes_2");
}

static void
test_none (void)
{
  static const char *const NONE[] = { NULL, "", "\n \n" };

  for (guint i = 0; i < G_N_ELEMENTS (NONE); i++)
    {
      g_autoptr(GPtrArray) paths = daybook_phrase_paths_parse (NONE[i], NULL);

      g_assert_cmpuint (paths->len, ==, 0);
      g_assert_null (daybook_phrase_paths_print (paths));
      g_assert_true (daybook_phrase_paths_check (NONE[i], NULL));
    }
}

static void
test_what_leads_nowhere (void)
{
  static const char *const WRONG[] = { "too dear", "-> gift", "too dear ->", "too dear -> Gift!", "too dear → gift", "ok -> yes\ntoo dear" };

  for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (daybook_phrase_paths_check (WRONG[i], &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
      g_assert_nonnull (strstr (error->message, "leads to no phrase"));
      g_assert_null (strstr (error->message, "ok -> yes"));
    }
}

static void
test_when (void)
{
  static const struct
  {
    const char *text;
    const char *at; /* NULL: it is none */
  } CASES[] = {
    { "2h", "2026-11-30 12:00" }, { "30min", "2026-11-30 10:30" }, { "3d", "2026-12-03 10:00" }, { "tomorrow 10:00", "2026-12-01 10:00" },
    { "明天", "2026-12-01 09:00" }, { "2小时后", "2026-11-30 12:00" }, { "2h30", NULL }, { "0h", NULL }, { "", NULL }, { "soon", NULL }, { "yesterday", NULL },
  };
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  gint64 now;

  g_assert_true (daybook_moment_parse ("2026-11-30 10:00", zone, &now, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 moment = 0, expected = 0;

      if (CASES[i].at != NULL)
        g_assert_true (daybook_moment_parse (CASES[i].at, zone, &expected, NULL));
      g_test_message ("%s", CASES[i].text);
      g_assert_true (daybook_phrase_when (CASES[i].text, now, zone, &moment, &error) == (CASES[i].at != NULL));
      g_assert_cmpint (moment, ==, expected);
      g_assert_true (daybook_phrase_when_check (CASES[i].text, NULL) == (CASES[i].at != NULL));
      if (CASES[i].at == NULL)
        g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phrase-path/kept", test_paths_are_kept);
  g_test_add_func ("/phrase-path/none", test_none);
  g_test_add_func ("/phrase-path/nowhere", test_what_leads_nowhere);
  g_test_add_func ("/phrase-path/when", test_when);

  return g_test_run ();
}
