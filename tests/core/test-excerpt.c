/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/excerpt.h"

#include "core/terms.h"

#include <string.h>

/* The excerpt with its matches in brackets, or NULL. */
static char *
excerpt_of (const char      *text,
            DaybookFoundIn   kind,
            const char      *typed,
            guint            max_chars)
{
  g_autoptr(GPtrArray) terms = daybook_terms_parse (typed);
  g_autoptr(DaybookExcerpt) excerpt = daybook_search_excerpt (text, kind, terms, max_chars);
  GString *marked;

  if (excerpt == NULL)
    return NULL;

  g_assert_true (g_utf8_validate (excerpt->text, -1, NULL));
  marked = g_string_new (excerpt->text);
  for (guint i = excerpt->matches->len; i > 0; i--)
    {
      DaybookSpan span = g_array_index (excerpt->matches, DaybookSpan, i - 1);

      g_assert_cmpuint (span.end, <=, strlen (excerpt->text));
      g_string_insert_c (marked, (gssize) span.end, ']');
      g_string_insert_c (marked, (gssize) span.start, '[');
    }

  return g_string_free (marked, FALSE);
}

static const struct
{
  const char *text;
  const char *typed;
  const char *excerpt;
} EXCERPTS[] = {
  { "申请退款成功", "退款", "申请[退款]成功" },
  { "申请退款成功", "款", "申请退[款]成功" },
  { "申请退款成功", "功", "申请退款成[功]" },
  { "申請退款成功", "申请", "[申請]退款成功" },
  { "申请退款成功", "申請 成功", "[申请]退款[成功]" },
  { "申请退款成功", "申请 请退", "[申请退]款成功" },
  { "退款，再退款", "退款", "[退款]，再[退款]" },
  { "退一款", "退款", NULL },
  { "", "退款", NULL },
  { "退款", "", NULL },
  { "iPhone 14 case", "iph", "[iPh]one 14 case" },
  { "Café Zoë", "zoe cafe", "[Café] [Zoë]" },
  { "手机壳XL码", "xl码", "手机壳[XL码]" },
  { "两行\n退款\t字", "退款", "两行 [退款] 字" },
  { "SF1234567890", "4567", "SF123[4567]890" },
  { "SF1234567890", "sf123", "[SF123]4567890" },
  { "260517-607198", "517-607", "260[517-607]198" },
  { "Straße 5", "stras", "[Straße] 5" },
  { "text \xff 退款", "退款", NULL },
};

static void
test_matches_are_marked (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (EXCERPTS); i++)
    {
      g_autofree char *excerpt = excerpt_of (EXCERPTS[i].text, DAYBOOK_FOUND_IN_TEXT, EXCERPTS[i].typed, 80);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (excerpt, ==, EXCERPTS[i].excerpt);
    }
}

static const struct
{
  const char *text;
  const char *typed;
  guint       max_chars;
  const char *excerpt;
} CUT[] = {
  { "一二三四五六七八九十", "一二", 4, "[一二]三四…" },
  { "一二三四五六七八九十", "五六", 4, "…四[五六]七…" },
  { "一二三四五六七八九十", "九十", 4, "…七八[九十]" },
  { "一二三四五六七八九十", "五六七八九", 4, "…四[五六七]…" },
  { "一二三四五六七八九十", "五六", 10, "一二三四[五六]七八九十" },
  { "一二三四五六七八九十", "二三 九十", 4, "一[二三]四…" },
};

static void
test_long_texts_are_cut_around_the_match (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CUT); i++)
    {
      g_autofree char *excerpt = excerpt_of (CUT[i].text, DAYBOOK_FOUND_IN_TEXT, CUT[i].typed, CUT[i].max_chars);

      g_assert_cmpstr (excerpt, ==, CUT[i].excerpt);
    }
}

static const struct
{
  const char *text;
  const char *typed;
  const char *excerpt;
} SOUNDS[] = {
  { "张三", "zs", "[张三]" },
  { "张三", "zhangs", "[张三]" },
  { "张三", "zhang san", "[张三]" },
  { "张三", "z", "[张]三" },
  { "张三", "lisi", NULL },
  { "张三 Zs", "zs", "张三 [Zs]" },
  { "退货政策（模板）", "th", "[退货]政策（模板）" },
  { "退貨政策", "tuihuo", "[退貨]政策" },
  { "退货政策", "zc", NULL },
  { "VIP 退货", "tui", "VIP [退]货" },
  { "没有中文", "", NULL },
};

static void
test_names_are_marked_by_their_sound (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SOUNDS); i++)
    {
      g_autofree char *excerpt = excerpt_of (SOUNDS[i].text, DAYBOOK_FOUND_IN_NAME, SOUNDS[i].typed, 80);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (excerpt, ==, SOUNDS[i].excerpt);
    }

  g_autofree char *no_name = excerpt_of ("张三", DAYBOOK_FOUND_IN_TEXT, "zs", 80);
  g_assert_cmpstr (no_name, ==, NULL);
}

/* For Chinese words the matches are those of plain substring search. */
static void
test_matches_agree_with_substrings (void)
{
  static const char *const CHARS[] = { "退", "款", "货", "换", "，" };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GString) word = g_string_new (NULL);
      g_autoptr(GPtrArray) terms = NULL;
      g_autoptr(GArray) matches = NULL;
      const char *first;

      for (int n = g_test_rand_int_range (0, 10); n > 0; n--)
        g_string_append (text, CHARS[g_test_rand_int_range (0, 5)]);
      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        g_string_append (word, CHARS[g_test_rand_int_range (0, 4)]);
      terms = daybook_terms_parse (word->str);
      matches = daybook_search_matches (text->str, DAYBOOK_FOUND_IN_TEXT, terms);
      first = strstr (text->str, word->str);
      g_assert_cmpint (matches->len > 0, ==, first != NULL);
      if (first != NULL)
        g_assert_cmpuint (g_array_index (matches, DaybookSpan, 0).start, ==, (gsize) (first - text->str));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/excerpt/matches-are-marked", test_matches_are_marked);
  g_test_add_func ("/excerpt/long-texts-are-cut-around-the-match", test_long_texts_are_cut_around_the_match);
  g_test_add_func ("/excerpt/names-are-marked-by-their-sound", test_names_are_marked_by_their_sound);
  g_test_add_func ("/excerpt/matches-agree-with-substrings", test_matches_agree_with_substrings);

  return g_test_run ();
}
