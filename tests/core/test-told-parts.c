/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/told-parts.h"

static const char ARTICLE[] =
  "# Returns\n\n"
  "You may return goods within [7 days].\n\n"
  "## How It Works\n\n"
  "1. Apply on **your order**.\n"
  "2. Send it, see [how](https://example.com/how) or https://example.com.\n\n"
  "   Keep the receipt.\n\n"
  "## Who Pays the Freight\n\n"
  "| Why | Freight back |\n|---|---|\n| Faulty | We do |\n| Changed mind | You do |\n\n"
  "See [our exchange policy](article:policy_exchange).\n\n"
  "![](picture:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef)\n\n"
  "## Nothing Here\n\n"
  "[Shop: complete every bracket, then delete this line.]\n";

static void
assert_parts (const char        *body,
              const char *const *expected)
{
  g_autoptr(DaybookMarkdown) article = daybook_markdown_parse (body, -1);
  g_auto(GStrv) parts = daybook_told_parts (article);

  for (guint i = 0; expected[i] != NULL || parts[i] != NULL; i++)
    g_assert_cmpstr (parts[i], ==, expected[i]);
}

static void
test_parts_are_what_is_told (void)
{
  static const char *const PARTS[] = {
    "You may return goods within [7 days].",
    "1. Apply on your order.\n2. Send it, see how (https://example.com/how) or https://example.com.\n  Keep the receipt.",
    "Why | Freight back\nFaulty | We do\nChanged mind | You do\nSee our exchange policy.",
    "Returns\nYou may return goods within [7 days].\n\nHow It Works\n1. Apply on your order.\n"
    "2. Send it, see how (https://example.com/how) or https://example.com.\n  Keep the receipt.\n\nWho Pays the Freight\n"
    "Why | Freight back\nFaulty | We do\nChanged mind | You do\nSee our exchange policy.\n\nNothing Here",
    NULL,
  };

  assert_parts (ARTICLE, PARTS);
}

static void
test_what_is_short_is_one_part (void)
{
  static const char *const ONE[] = { "收到后【天数】天内可以退。", NULL };
  static const char *const NONE[] = { "", NULL };
  static const char *const TWO[] = { "甲", "甲\n乙", NULL };

  assert_parts ("收到后【天数】天内可以退。\n\n【店铺：填好括号，再删掉这一行。】", ONE);
  assert_parts ("", NONE);
  assert_parts ("【店铺：先写一篇。】", NONE);
  assert_parts ("甲\n\n乙", TWO);
}

static void
test_the_part_that_answers (void)
{
  static const struct { const char *question; guint part; } QUESTIONS[] = {
    { NULL, 0 },
    { "", 0 },
    { "nothing of it", 0 },
    { "can I return it", 0 },
    { "who pays the freight back?", 2 },
    { "where do I apply", 1 },
    { "does my receipt matter", 1 },
  };
  g_autoptr(DaybookMarkdown) article = daybook_markdown_parse (ARTICLE, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (QUESTIONS); i++)
    {
      g_test_message ("%s", QUESTIONS[i].question);
      g_assert_cmpuint (daybook_told_parts_nearest (article, QUESTIONS[i].question), ==, QUESTIONS[i].part);
    }
}

/* Typed in the other script. */
static void
test_the_part_that_answers_in_chinese (void)
{
  g_autoptr(DaybookMarkdown) article = daybook_markdown_parse ("七天内可以退货。\n\n## 运费谁出\n\n质量问题我们承担。\n\n## 多久到账\n\n三天。", -1);

  g_assert_cmpuint (daybook_told_parts_nearest (article, "運費誰出啊"), ==, 1);
  g_assert_cmpuint (daybook_told_parts_nearest (article, "钱多久到账"), ==, 2);
  g_assert_cmpuint (daybook_told_parts_nearest (article, "能退货吗"), ==, 0);
}

/* What is selected comes before all parts. */
static void
test_ways_to_say_it (void)
{
  guint variant;
  g_autoptr(DaybookPhraseText) asked = daybook_told_text (ARTICLE, NULL, "who pays the freight back?", &variant);
  g_autofree char *freight = daybook_phrase_text_words (asked, variant);
  g_autoptr(DaybookPhraseText) chosen = daybook_told_text (ARTICLE, "[7 days] only", "who pays the freight back?", &variant);
  g_autofree char *selected = daybook_phrase_text_words (chosen, variant);
  g_autoptr(GPtrArray) blanks = daybook_phrase_text_blanks (chosen, variant);

  g_assert_true (g_str_has_prefix (freight, "Why | Freight back"));
  g_assert_cmpuint (chosen->variants->len, ==, asked->variants->len + 1);
  g_assert_cmpstr (selected, ==, "[7 days] only");
  g_assert_cmpuint (blanks->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/told-parts/parts-are-what-is-told", test_parts_are_what_is_told);
  g_test_add_func ("/told-parts/what-is-short-is-one-part", test_what_is_short_is_one_part);
  g_test_add_func ("/told-parts/the-part-that-answers", test_the_part_that_answers);
  g_test_add_func ("/told-parts/the-part-that-answers-in-chinese", test_the_part_that_answers_in_chinese);
  g_test_add_func ("/told-parts/ways-to-say-it", test_ways_to_say_it);

  return g_test_run ();
}
