/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cover.h"

static void
check (const char         *text,
       DaybookCoveredKind  kind,
       const char         *word,
       const char         *expected)
{
  g_autoptr(GPtrArray) all = daybook_covered_new ();
  daybook_covered_add (all, kind, word);
  g_autofree char *covered = daybook_cover (text, all);

  g_assert_cmpstr (covered, ==, expected);
}

static void
test_names (void)
{
  check ("张三说张先生不在", DAYBOOK_COVERED_NAME, "张三", "…说…不在");
  /* The other script, width and case. */
  check ("張三的單", DAYBOOK_COVERED_NAME, "张三", "…的單");
  check ("ＭＡＲＹ called", DAYBOOK_COVERED_NAME, "Mary Smith", "… called");
  check ("Mrs smith, Mary Smith", DAYBOOK_COVERED_NAME, "Mary Smith", "Mrs …, …");
  /* Ann is not in Anniversary; what is masked or one character names nobody. */
  check ("Anniversary, Ann", DAYBOOK_COVERED_NAME, "Ann", "Anniversary, …");
  check ("张*要求退货", DAYBOOK_COVERED_NAME, "张*", "张*要求退货");
  check ("张要求退货", DAYBOOK_COVERED_NAME, "张", "张要求退货");
  check ("张先生", DAYBOOK_COVERED_WORD, "张三", "张先生");
}

static void
test_numbers (void)
{
  check ("call 138 1234-1234 or +86 13812341234.", DAYBOOK_COVERED_WORD, NULL, "call … or ….");
  check ("电话１３８１２３４１２３４，谢谢", DAYBOOK_COVERED_WORD, NULL, "电话…，谢谢");
  check ("Ann.Lee@Example.com wrote", DAYBOOK_COVERED_WORD, NULL, "… wrote");
  /* Days, times, sums and small numbers stay. */
  check ("2026-11-29 10:00, 128.00, R-A2031, 3 days", DAYBOOK_COVERED_WORD, NULL, "2026-11-29 10:00, 128.00, R-A2031, 3 days");
}

static void
test_what_lies_over_each_other_is_one (void)
{
  g_autoptr(GPtrArray) all = daybook_covered_new ();
  daybook_covered_add (all, DAYBOOK_COVERED_WORD, "江苏省扬州市文昌路1号");
  daybook_covered_add (all, DAYBOOK_COVERED_WORD, "文昌路1号2栋");
  g_autofree char *covered = daybook_cover ("寄到江苏省扬州市文昌路1号2栋，别送错", all);

  g_assert_cmpstr (covered, ==, "寄到…，别送错");
}

static void
test_any_bytes_do (void)
{
  check ("a\xff" "b", DAYBOOK_COVERED_WORD, "\xfe", "a\xef\xbf\xbd" "b");
  check ("", DAYBOOK_COVERED_NAME, "张三", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cover/names", test_names);
  g_test_add_func ("/cover/numbers", test_numbers);
  g_test_add_func ("/cover/what-lies-over-each-other-is-one", test_what_lies_over_each_other_is_one);
  g_test_add_func ("/cover/any-bytes-do", test_any_bytes_do);
  return g_test_run ();
}
