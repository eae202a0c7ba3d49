/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guarded-lines.h"

#include "core/guard-list.h"

/* What a list is read as: "TEXT|INSTEAD|WHY", or the sentence on what is wrong. */
static void
check (const char        *text,
       const char *const *known,
       const char *const *expected)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) lines = NULL;
  guint n = 0, n_good = 0;

  for (; known != NULL && *known != NULL; known++)
    g_hash_table_add (keys, daybook_guard_word_key (*known));
  lines = daybook_guarded_lines_read (text, keys);

  for (; expected[n] != NULL && n < lines->len; n++)
    {
      const DaybookGuardedLine *line = g_ptr_array_index (lines, n);
      g_autofree char *read = NULL;

      read = line->fault != NULL ? g_strdup (line->fault)
             : g_strjoin ("|", line->text, line->instead != NULL ? line->instead : "-", line->why != NULL ? line->why : "-", NULL);
      g_assert_cmpstr (read, ==, expected[n]);
      n_good += line->fault == NULL;
    }
  g_assert_cmpuint (lines->len, ==, n);
  g_assert_null (expected[n]);
  g_assert_cmpuint (daybook_guarded_lines_count (lines), ==, n_good);
}

static void
test_columns (void)
{
  static const char *const EXPECTED[] = {
    "包邮|-|-", "秒杀|特价|-", "国家级|专业|广告法", "全网最低, 真的|很划算|-", "free of charge|at no cost, today|-", "best|-|-", NULL,
  };

  check ("包邮\r\n秒杀，特价\n\n  国家级 \t 专业\t广告法\t\n全网最低, 真的\t很划算\nfree of charge, at no cost, today\nbest,\n   ", NULL, EXPECTED);
}

static void
test_faults (void)
{
  static const char *const KNOWN[] = { "包郵", NULL };
  static const char *const EXPECTED[] = {
    "Line 1: “包 邮” is guarded already.",
    "秒杀|-|-",
    "Line 3: “秒殺” is guarded already.",
    "Line 4 has no word before the better wording.",
    "Line 5 has no word before the better wording.",
    "Line 7: The word guard cannot use this: “v” is a single letter, which says too little.",
    "Line 8: The word guard cannot use this: “!?” has no letters that could be looked for.",
    "Line 9 has more than a word, a better wording and why.",
    "wеchаt|-|-",
    "Line 11: “WeChat” is guarded already.",
    NULL,
  };

  check ("包 邮\n秒杀\n秒殺, 特价\n，特价\n\t特价\n\nv\n!?\na b\tb\tc\td\nwеchаt\nWeChat", KNOWN, EXPECTED);
}

static void
test_nothing (void)
{
  static const char *const NONE[] = { NULL };

  check ("", NULL, NONE);
  check (" \n\t\n\r\n", NULL, NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guarded-lines/columns", test_columns);
  g_test_add_func ("/guarded-lines/faults", test_faults);
  g_test_add_func ("/guarded-lines/nothing", test_nothing);
  return g_test_run ();
}
