/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/markdown-rewrite.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *rewritten;
} Row;

/* article:a becomes article:b, anything else stays. */
static char *
map_a_to_b (const DaybookMarkdownLink *link,
            gpointer                   data)
{
  return g_str_equal (link->target, "article:a") ? g_strdup ("article:b") : NULL;
}

static const Row LINKS[] = {
  { "", "" },
  { "no link, article:a\n", "no link, article:a\n" },
  { "[x](article:a)", "[x](article:b)" },
  { "[x](  <article:a>  \"t\") [y]( article:a 't')", "[x](  <article:b>  \"t\") [y]( article:b 't')" },
  { "[x][1], [1] and [y][1]\n\n[1]: article:a 'z'\n[2]: article:a\n", "[x][1], [1] and [y][1]\n\n[1]: article:b 'z'\n[2]: article:a\n" },
  { "[x](article\\:a) [y](article&#58;a)", "[x](article:b) [y](article:b)" },
  { "![x](article:a)", "![x](article:b)" },
  { "[![x](article:a)](article:a)", "[![x](article:b)](article:b)" },
  { "[**x** `article:a`](article:a)", "[**x** `article:a`](article:b)" },
  { "<article:a>", "[article:a](article:b)" },
  { "<article:a*b>", "<article:a*b>" },
  { "`[x](article:a)` \\[x](article:a)\n\n    [x](article:a)\n\n```\n[x](article:a)\n```\n",
    "`[x](article:a)` \\[x](article:a)\n\n    [x](article:a)\n\n```\n[x](article:a)\n```\n" },
  { "- [ ] [x](article:a)\r\n  > # [y](article:a) #\r\n\r\n|[z](article:a)|\r\n|---|\r\n|[w](article:a)|\r\n",
    "- [ ] [x](article:b)\r\n  > # [y](article:b) #\r\n\r\n|[z](article:b)|\r\n|---|\r\n|[w](article:b)|\r\n" },
  { "**注意：**请看[退货](article:a)。**型号：**iPhone&amp;[x](article:a)\\*", "**注意：**请看[退货](article:b)。**型号：**iPhone&amp;[x](article:b)\\*" },
  { "[[[[[[[[[[[[[[[[x](article:a)", "[[[[[[[[[[[[[[[[x](article:b)" },
  { "[x](http://c.d/?e=f&g) https://c.d/?e=f&g&amp; [y](article:a)", "[x](http://c.d/?e=f&g) https://c.d/?e=f&g&amp; [y](article:b)" },
  { "&copy; `\\` [x](article:a) \\` [y](article:a) `", "&copy; `\\` [x](article:b) \\` [y](article:b) `" },
  { "a\xff [x](article:a)", "a\xef\xbf\xbd [x](article:b)" },
};

static void
test_only_targets_change (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (LINKS); i++)
    {
      g_autofree char *rewritten = daybook_markdown_rewrite_links (LINKS[i].text, -1, map_a_to_b, NULL);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (rewritten, ==, LINKS[i].rewritten);
    }
}

static char *
give (const DaybookMarkdownLink *link,
      gpointer                   data)
{
  return g_strdup (data);
}

static const char *const TARGETS[] = {
  "a.md", "退货 流程.md", "a (1).md", "a)b", "<a>", "a\\b", "a&amp;b", "a&b", "a|b", "", "a\"b", "-", "a b<c>\\d|e&lt;f", "article:x",
};

static const char *const PLACES[] = {
  "[x](y)", "[x](<y>)", "[x](y 'z')", "[x]\n\n[x]: y\n", "[x]\n\n[x]: <y> 'z'\n", "<http://y>", "|[x](y)|\n|---|\n", "[x](y\\_z)",
};

/* Whatever a target holds, it is read as it was meant. */
static void
test_any_target_can_be_written (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TARGETS); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (PLACES); j++)
      {
        g_autofree char *text = daybook_markdown_rewrite_links (PLACES[j], -1, give, (gpointer) TARGETS[i]);
        g_autoptr(DaybookMarkdown) doc = daybook_markdown_parse (text, -1);

        g_test_message ("%s", text);
        g_assert_cmpuint (doc->links->len, ==, 1);
        g_assert_cmpstr (daybook_markdown_link (doc, 0)->target, ==, TARGETS[i]);
      }
}

static void
test_a_line_end_is_no_part_of_a_target (void)
{
  g_autofree char *text = daybook_markdown_rewrite_links ("[x](y)", -1, give, (gpointer) "a\r\n\n# b");

  g_assert_cmpstr (text, ==, "[x](<a# b>)");
}

/* What is too long to be read is kept. */
static void
test_the_end_is_not_lost (void)
{
  GString *text = g_string_new ("[x](article:a)\n");
  g_autofree char *rewritten = NULL;

  while (text->len < DAYBOOK_MARKDOWN_MAX_BYTES + 100)
    g_string_append (text, "line\n");
  g_string_append (text, "[x](article:a)");
  rewritten = daybook_markdown_rewrite_links (text->str, (gssize) text->len, map_a_to_b, NULL);
  g_assert_true (g_str_has_prefix (rewritten, "[x](article:b)\nline\n"));
  g_assert_true (g_str_has_suffix (rewritten, "line\n[x](article:a)"));
  g_assert_cmpuint (strlen (rewritten), ==, text->len);
  g_string_free (text, TRUE);
}

/* A megabyte of Markdown is a table of two hundred thousand columns and as many rows. */
static void
test_a_table_of_nothing_is_bounded (void)
{
  GString *text = g_string_new ("[x](article:a)\n\n");
  g_autofree char *rewritten = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "|b");
  g_string_append_c (text, '\n');
  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "|-");
  g_string_append_c (text, '\n');
  for (guint i = 0; i < 50000; i++)
    g_string_append (text, "|c\n");
  rewritten = daybook_markdown_rewrite_links (text->str, (gssize) text->len, map_a_to_b, NULL);
  g_assert_true (g_str_has_prefix (rewritten, "[x](article:b)\n\n|b"));
  g_assert_cmpuint (strlen (rewritten), ==, text->len);
  g_string_free (text, TRUE);
}

/* --- [[Title]] -------------------------------------------------------------------------- */

static char *
find_title (const char *title,
            gpointer    data)
{
  if (g_str_equal (title, "退货流程"))
    return g_strdup ("article:1");
  if (g_str_equal (title, "Q&A <1>"))
    return g_strdup ("article:2");
  return NULL;
}

static const Row TITLES[] = {
  { "看[[退货流程]]。", "看[退货流程](article:1)。" },
  { "[[退货流程]][[退货流程]]", "[退货流程](article:1)[退货流程](article:1)" },
  { "[[ 退货流程 ]] [[没有]] [[]] [[退货流程]", "[ 退货流程 ](article:1) [[没有]] [[]] [[退货流程]" },
  { "[[Q&A <1>]] [[Q&amp;A \\<1>]]", "[Q&A <1>](article:2) [Q&amp;A \\<1>](article:2)" },
  { "快看![[退货流程]] \\![[退货流程]]", "快看\\![退货流程](article:1) \\![退货流程](article:1)" },
  { "[[[退货流程]]]", "[[退货流程](article:1)]" },
  { "`[[退货流程]]` \\[[退货流程]] [a [[退货流程]]](b)\n\n    [[退货流程]]\n", "`[[退货流程]]` \\[[退货流程]] [a [[退货流程]]](b)\n\n    [[退货流程]]\n" },
  { "# [[退货流程]]\n- **[[退货流程]]**\n\n|[[退货流程]]|\n|---|\n", "# [退货流程](article:1)\n- **[退货流程](article:1)**\n\n|[退货流程](article:1)|\n|---|\n" },
  { "**注意：**看[[退货流程]]", "**注意：**看[退货流程](article:1)" },
  { "[[退货\n流程]]", "[[退货\n流程]]" },
};

static void
test_titles_become_links (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TITLES); i++)
    {
      g_autofree char *rewritten = daybook_markdown_link_titles (TITLES[i].text, -1, find_title, NULL);

      g_test_message ("%s", TITLES[i].text);
      g_assert_cmpstr (rewritten, ==, TITLES[i].rewritten);
    }
}

/* --- Anything ----------------------------------------------------------------------------- */

static char *
shift (const DaybookMarkdownLink *link,
       gpointer                   data)
{
  return g_strconcat ("article:", link->target, NULL);
}

static const char *const PIECES[] = {
  "[", "](", ")", "]", "!", "<", ">", "*", "**", "`", "\\", "&amp;", "&", "a", "中", "：", " ", "\n", "\n\n", "- ", "> ", "|", "|---|\n",
  "[x]: ", "[x]", "article:a", "http://b.c", "(", "_", "    ", "#", "\"", "'t'", "[[", "]]", "~~", "\t", "1. ", "```\n",
};

/* Of a text without sense: what is shown stays, and each target is the new one, or the old one where it is left alone. */
static void
test_what_is_shown_stays (void)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *rewritten = NULL;
      g_autoptr(DaybookMarkdown) before = NULL;
      g_autoptr(DaybookMarkdown) after = NULL;

      for (int n = g_test_rand_int_range (1, 24); n > 0; n--)
        g_string_append (text, PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))]);
      rewritten = daybook_markdown_rewrite_links (text->str, -1, shift, NULL);
      before = daybook_markdown_parse (text->str, -1);
      after = daybook_markdown_parse (rewritten, -1);
      if (!g_str_equal (before->text, after->text))
        g_test_message ("«%s» → «%s»", text->str, rewritten);
      g_assert_cmpstr (before->text, ==, after->text);
      g_assert_cmpuint (before->links->len, ==, after->links->len);
      for (guint j = 0; j < before->links->len; j++)
        {
          const char *old = daybook_markdown_link (before, (int) j)->target;
          g_autofree char *new = g_strconcat ("article:", old, NULL);

          if (!g_str_equal (daybook_markdown_link (after, (int) j)->target, old))
            g_assert_cmpstr (daybook_markdown_link (after, (int) j)->target, ==, new);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-rewrite/only-targets-change", test_only_targets_change);
  g_test_add_func ("/markdown-rewrite/any-target-can-be-written", test_any_target_can_be_written);
  g_test_add_func ("/markdown-rewrite/a-line-end-is-no-part-of-a-target", test_a_line_end_is_no_part_of_a_target);
  g_test_add_func ("/markdown-rewrite/the-end-is-not-lost", test_the_end_is_not_lost);
  g_test_add_func ("/markdown-rewrite/a-table-of-nothing-is-bounded", test_a_table_of_nothing_is_bounded);
  g_test_add_func ("/markdown-rewrite/titles-become-links", test_titles_become_links);
  g_test_add_func ("/markdown-rewrite/what-is-shown-stays", test_what_is_shown_stays);

  return g_test_run ();
}
