/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/instance.h"

/* One name on the bus for each book's folder. */

#define NAME "io.github.daybook.Daybook"

static void
test_names (void)
{
  g_autofree char *usual = daybook_instance_folder ();
  g_autofree char *plain = daybook_instance_name (NAME, usual);
  g_autofree char *other = daybook_instance_name (NAME, "/srv/shop");
  g_autofree char *again = daybook_instance_name (NAME, "/srv/shop");
  g_autofree char *third = daybook_instance_name (NAME, "/srv/shop2");

  g_assert_cmpstr (plain, ==, NAME);
  g_assert_cmpstr (other, ==, again);
  g_assert_cmpstr (other, !=, third);
  g_assert_true (g_str_has_prefix (other, NAME ".Folder"));
  /* As it was before reminders asked for it: windows that are open go on being found. */
  g_assert_cmpstr (other, ==, NAME ".Foldere7c7ea0ba435");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instance/names", test_names);
  return g_test_run ();
}
