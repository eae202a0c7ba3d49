/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tags.h"

static void
assert_split (const char *text,
              const char *expected)
{
  g_auto(GStrv) tags = daybook_tags_split (text);
  g_autofree char *joined = g_strjoinv ("|", tags);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_words_with_blanks_between (void)
{
  assert_split (NULL, "");
  assert_split ("", "");
  assert_split (" \t\n", "");
  assert_split ("fragile", "fragile");
  assert_split ("  fragile  VIP\nlarge ", "fragile|VIP|large");
  assert_split ("易碎　大件", "易碎|大件"); /* a blank as wide as a character */
}

static void
test_the_mark_is_not_kept (void)
{
  assert_split ("#易碎 ＃大件 ##vip # ＃", "易碎|大件|vip");
  assert_split ("C#", "C#");
}

static void
test_each_is_there_once (void)
{
  assert_split ("a b a #a b", "a|b");
  assert_split ("a A", "a|A");
}

static void
test_one_more (void)
{
  g_autofree char *first = daybook_tags_with (NULL, "易碎");
  g_autofree char *more = daybook_tags_with (first, " #vip 大件 ");
  g_autofree char *same = daybook_tags_with (more, "易碎");
  g_autofree char *none = daybook_tags_with ("", " # ");

  g_assert_cmpstr (first, ==, "易碎");
  g_assert_cmpstr (more, ==, "易碎 vip 大件");
  g_assert_cmpstr (same, ==, more);
  g_assert_null (none);
}

static void
test_one_less (void)
{
  g_autofree char *less = daybook_tags_without ("易碎 vip 大件", "vip");
  g_autofree char *same = daybook_tags_without ("易碎品 vip", "易碎");
  g_autofree char *none = daybook_tags_without ("vip", "vip");

  g_assert_cmpstr (less, ==, "易碎 大件");
  g_assert_cmpstr (same, ==, "易碎品 vip");
  g_assert_null (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tags/words-with-blanks-between", test_words_with_blanks_between);
  g_test_add_func ("/tags/the-mark-is-not-kept", test_the_mark_is_not_kept);
  g_test_add_func ("/tags/each-is-there-once", test_each_is_there_once);
  g_test_add_func ("/tags/one-more", test_one_more);
  g_test_add_func ("/tags/one-less", test_one_less);

  return g_test_run ();
}
