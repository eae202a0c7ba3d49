/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/markdown-write.h"

static void
check (const char *text,
       const char *expected)
{
  g_autoptr(GString) out = g_string_new (NULL);

  daybook_markdown_append_plain (out, text, -1);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_plain_stays_plain (void)
{
  check ("Two cups, 12.50 each - and one pot.", "Two cups, 12.50 each - and one pot.");
  check ("退货 3 天内", "退货 3 天内");
}

static void
test_signs_are_escaped (void)
{
  check ("a*b_c`d`[e](f)<g>~~h~~ &amp; i|j\\k", "a\\*b\\_c\\`d\\`\\[e\\](f)\\<g\\>\\~\\~h\\~\\~ \\&amp; i\\|j\\\\k");
}

static void
test_fronts_of_lines_are_escaped (void)
{
  check ("# 1\n- 2\n+ 3\n=== 4\n2026. year\n7) days\n    code", "\\# 1\n\\- 2\n\\+ 3\n\\=== 4\n2026\\. year\n7\\) days\ncode");
  /* In the middle they mean nothing. */
  check ("1.5 - 2 # 3", "1\\.5 - 2 # 3");
}

static void
test_what_follows_on_a_line (void)
{
  g_autoptr(GString) out = g_string_new ("Said: ");

  daybook_markdown_append_plain (out, "- no, 1. yes", 4);
  g_assert_cmpstr (out->str, ==, "Said: - no");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown-write/plain-stays-plain", test_plain_stays_plain);
  g_test_add_func ("/markdown-write/signs-are-escaped", test_signs_are_escaped);
  g_test_add_func ("/markdown-write/fronts-of-lines-are-escaped", test_fronts_of_lines_are_escaped);
  g_test_add_func ("/markdown-write/what-follows-on-a-line", test_what_follows_on_a_line);
  return g_test_run ();
}
