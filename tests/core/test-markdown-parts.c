/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/markdown-parts.h"

#include <string.h>

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define OTHER "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"

static const struct
{
  const char *text;
  const char *first;
} FIRSTS[] = {
  { "", "" },
  { "# 退货\n\n![](picture:" HASH ")\n\n**七天**内\n可以退。\n\n第二段", "七天内可以退。" },
  { "> 引文\n\n1. 先看\n2. 再退\n\n说明", "说明" },
  { "# 退货\n1. 先看\n2. 再退", "先看" },
  { "# 退货", "退货" },
  { "|a|b|\n|---|---|\n|c|d|\n\n- e", "e" },
  { "***\n```\nx\ny\n```", "x y" },
  { "a  \nb", "a b" },
};

static void
test_first_paragraph_stands_for_all (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FIRSTS); i++)
    {
      g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse (FIRSTS[i].text, -1);
      g_autofree char *first = daybook_markdown_first_paragraph (doc);

      g_assert_cmpstr (first, ==, FIRSTS[i].first);
    }
}

static void
test_outline (void)
{
  g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse ("# 退 *货*\n\na\n\n> ### b\n\nc\n-", -1);
  g_autoptr(GPtrArray) outline = daybook_markdown_outline (doc);
  static const DaybookMarkdownHeading HEADINGS[] = { { 1, (char *) "退 货", 0 }, { 3, (char *) "b", 2 }, { 2, (char *) "c", 3 } };

  g_assert_cmpuint (outline->len, ==, G_N_ELEMENTS (HEADINGS));
  for (guint i = 0; i < outline->len; i++)
    {
      const DaybookMarkdownHeading *heading = g_ptr_array_index (outline, i);

      g_assert_cmpuint (heading->level, ==, HEADINGS[i].level);
      g_assert_cmpstr (heading->text, ==, HEADINGS[i].text);
      g_assert_cmpuint (heading->block, ==, HEADINGS[i].block);
    }
}

/* --- Tasks ---------------------------------------------------------------------------- */

static GPtrArray *
tasks_of (const char *text)
{
  g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse (text, -1);

  return daybook_markdown_tasks (doc);
}

static const DaybookMarkdownTask *
task_at (GPtrArray *tasks,
         guint      i)
{
  return g_ptr_array_index (tasks, i);
}

static void
test_tasks_are_listed (void)
{
  g_autoptr(GPtrArray) tasks = tasks_of ("- 无\n- [ ] 看 **外观**\n  - [x] 拍照\n\n    细节\n- [ ] \n");

  g_assert_cmpuint (tasks->len, ==, 3);
  g_assert_cmpstr (task_at (tasks, 0)->text, ==, "看 外观");
  g_assert_false (task_at (tasks, 0)->checked);
  g_assert_cmpuint (task_at (tasks, 0)->holder, ==, 1);
  g_assert_cmpstr (task_at (tasks, 1)->text, ==, "拍照");
  g_assert_true (task_at (tasks, 1)->checked);
  g_assert_cmpuint (task_at (tasks, 1)->holder, ==, 2);
  g_assert_cmpstr (task_at (tasks, 2)->text, ==, "");
}

static void
test_a_tick_keeps_its_item (void)
{
  g_autoptr(GPtrArray) before = tasks_of ("- [ ] 檢查外觀\n- [ ] Call back\n- [ ] 拍照\n- [ ] 拍照");
  g_autoptr(GPtrArray) after = tasks_of ("# 新\n1. [x] 拍照\n2. [ ] 新的\n3. [ ] 拍照\n\n- [x] **检查**外观\n- [ ] call Back");

  g_assert_cmpstr (task_at (before, 0)->key, ==, task_at (after, 3)->key);
  g_assert_cmpstr (task_at (before, 1)->key, ==, task_at (after, 4)->key);
  g_assert_cmpstr (task_at (before, 2)->key, ==, task_at (after, 0)->key);
  g_assert_cmpstr (task_at (before, 3)->key, ==, task_at (after, 2)->key);
  g_assert_cmpstr (task_at (before, 2)->key, !=, task_at (before, 3)->key);
  g_assert_cmpstr (task_at (before, 0)->key, !=, task_at (before, 1)->key);
}

/* It is stored: another way to make it would lose what people ticked off. */
static void
test_the_key_is_that_of_all_versions (void)
{
  g_autoptr(GPtrArray) tasks = tasks_of ("- [ ] abc\n- [ ] ABC");

  g_assert_cmpstr (task_at (tasks, 0)->key, ==, "ba7816bf8f01cfea-1"); /* SHA-256 of abc: FIPS 180-2 */
  g_assert_cmpstr (task_at (tasks, 1)->key, ==, "ba7816bf8f01cfea-2");
}

static void
check_targets (const char              *text,
               DaybookMarkdownLinkKind  kind,
               const char              *expected)
{
  g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse (text, -1);
  g_autoptr(GPtrArray) targets = daybook_markdown_targets (doc, kind);
  g_autofree char *joined = NULL;

  g_ptr_array_add (targets, NULL);
  joined = g_strjoinv (" ", (char **) targets->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_targets_are_each_once (void)
{
  static const char TEXT[] =
    "[a](article:x) `[b](article:y)` [c](ARTICLE:z) [d](article:x)\n\n|[e][1]|\n|---|\n|![](picture:" HASH ")|\n\n"
    "![f](picture:" HASH ") ![g](picture:" OTHER ") ![h](picture:1234) [i](picture:) [j](http://k.l)\n\n[1]: <article:退货>\n";

  check_targets (TEXT, DAYBOOK_MARKDOWN_TO_ARTICLE, "x z 退货");
  check_targets (TEXT, DAYBOOK_MARKDOWN_TO_PICTURE, HASH " " OTHER);
  check_targets (TEXT, DAYBOOK_MARKDOWN_TO_MAIL, "");
}

static const struct
{
  const char             *target;
  DaybookMarkdownLinkKind kind;
} KINDS[] = {
  { "article:returns", DAYBOOK_MARKDOWN_TO_ARTICLE },
  { "article:", DAYBOOK_MARKDOWN_NOWHERE },
  { "article:a b", DAYBOOK_MARKDOWN_NOWHERE },
  { "picture:" HASH, DAYBOOK_MARKDOWN_TO_PICTURE },
  { "picture:" HASH "0", DAYBOOK_MARKDOWN_NOWHERE },
  { "picture:../../etc/passwd", DAYBOOK_MARKDOWN_NOWHERE },
  { "https://a.b", DAYBOOK_MARKDOWN_TO_WEB },
  { "HTTP://a.b", DAYBOOK_MARKDOWN_TO_WEB },
  { "http://", DAYBOOK_MARKDOWN_NOWHERE },
  { "http:a.b", DAYBOOK_MARKDOWN_NOWHERE },
  { "https://a.b\n--option", DAYBOOK_MARKDOWN_NOWHERE },
  { "mailto:a@b.c", DAYBOOK_MARKDOWN_TO_MAIL },
  { "tel:+8613800000000", DAYBOOK_MARKDOWN_TO_PHONE },
  { "javascript:alert(1)", DAYBOOK_MARKDOWN_NOWHERE },
  { "file:///etc/passwd", DAYBOOK_MARKDOWN_NOWHERE },
  { "a.md", DAYBOOK_MARKDOWN_NOWHERE },
  { "", DAYBOOK_MARKDOWN_NOWHERE },
};

static void
test_most_targets_lead_nowhere (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    g_assert_cmpint (daybook_markdown_link_kind (KINDS[i].target), ==, KINDS[i].kind);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-parts/first-paragraph-stands-for-all", test_first_paragraph_stands_for_all);
  g_test_add_func ("/markdown-parts/outline", test_outline);
  g_test_add_func ("/markdown-parts/tasks-are-listed", test_tasks_are_listed);
  g_test_add_func ("/markdown-parts/a-tick-keeps-its-item", test_a_tick_keeps_its_item);
  g_test_add_func ("/markdown-parts/the-key-is-that-of-all-versions", test_the_key_is_that_of_all_versions);
  g_test_add_func ("/markdown-parts/targets-are-each-once", test_targets_are_each_once);
  g_test_add_func ("/markdown-parts/most-targets-lead-nowhere", test_most_targets_lead_nowhere);

  return g_test_run ();
}
