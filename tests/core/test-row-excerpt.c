/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/row-excerpt.h"

#include "core/article.h"
#include "core/order.h"
#include "core/phrase.h"
#include "core/terms.h"

#include <string.h>

static void
put (DaybookRow *row,
     guint       field,
     const char *text)
{
  daybook_value_clear (&row->values[field]);
  row->values[field] = daybook_value_text (text);
}

static DaybookRow *
make_article (void)
{
  DaybookRow *row = daybook_row_new (&daybook_articles);

  put (row, DAYBOOK_ARTICLE_TITLE, "退货政策");
  put (row, DAYBOOK_ARTICLE_TAGS, "freight, 退款, 退货");
  put (row, DAYBOOK_ARTICLE_BODY, "收到商品后**七天**内可以退。\n\n## 怎么走\n\n- [ ] 先[申请](article:x)\n- 再寄 Tom & <b>Jerry</b>\n");
  return row;
}

static DaybookRow *
make_phrase (void)
{
  DaybookRow *row = daybook_row_new (&daybook_phrases);

  put (row, DAYBOOK_PHRASE_TITLE, "Calm words");
  put (row, DAYBOOK_PHRASE_TEXT, "Hello {customer}, we refund {?sum}.\n---\nYour money is on its way.");
  return row;
}

/* The excerpt with its matches in brackets, or NULL. */
static char *
excerpt_of (const DaybookRow *row,
            const char       *typed,
            guint             max_chars)
{
  g_autoptr(GPtrArray) terms = daybook_terms_parse (typed);
  g_autoptr(DaybookExcerpt) excerpt = daybook_row_excerpt (row, terms, max_chars);
  GString *marked;

  if (excerpt == NULL)
    return NULL;

  marked = g_string_new (excerpt->text);
  for (guint i = excerpt->matches->len; i > 0; i--)
    {
      const DaybookSpan *span = &g_array_index (excerpt->matches, DaybookSpan, i - 1);

      g_string_insert (marked, (gssize) span->end, "»");
      g_string_insert (marked, (gssize) span->start, "«");
    }
  return g_string_free (marked, FALSE);
}

static void
test_articles_are_read_without_signs (void)
{
  static const struct { const char *typed, *excerpt; } SOUGHT[] = {
    { "七天", "收到商品后«七天»内可以退。 怎么走 先申请 再寄 Tom & <b>Jerry</b>" },
    { "申请", "收到商品后七天内可以退。 怎么走 先«申请» 再寄 Tom & <b>Jerry</b>" },
    { "申請 jer", "收到商品后七天内可以退。 怎么走 先«申请» 再寄 Tom & <b>«Jer»ry</b>" },
    { "freight", "Tags: «freight», 退款, 退货" },
    { "退货", "收到商品后七天内可以退。" },
    { "thzc", "收到商品后七天内可以退。" }, /* in the title alone, by its sound */
    { "article", "收到商品后七天内可以退。" }, /* a sign, not a word */
  };
  g_autoptr(DaybookRow) row = make_article ();

  for (gsize i = 0; i < G_N_ELEMENTS (SOUGHT); i++)
    {
      g_autofree char *excerpt = excerpt_of (row, SOUGHT[i].typed, 100);

      g_assert_cmpstr (excerpt, ==, SOUGHT[i].excerpt);
    }
}

static void
test_phrases_are_read_with_names (void)
{
  g_autoptr(DaybookRow) row = make_phrase ();
  g_autofree char *first = excerpt_of (row, "refund", 100);
  g_autofree char *second = excerpt_of (row, "money", 44);
  g_autofree char *title = excerpt_of (row, "calm", 12);

  g_assert_cmpstr (first, ==, "Hello [Customer], we «refund» [sum]. Your money is on its way.");
  g_assert_cmpstr (second, ==, "…we refund [sum]. Your «money» is on its way.");
  g_assert_cmpstr (title, ==, "Hello [Custo");
}

static void
test_titles_are_marked_by_their_sound (void)
{
  g_autoptr(DaybookRow) row = make_article ();
  g_autoptr(GPtrArray) terms = daybook_terms_parse ("th");
  g_autoptr(GArray) matches = daybook_row_title_matches (row, terms);

  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpuint (g_array_index (matches, DaybookSpan, 0).start, ==, 0);
  g_assert_cmpuint (g_array_index (matches, DaybookSpan, 0).end, ==, strlen ("退货"));
}

static void
test_others_have_none (void)
{
  g_autoptr(DaybookRow) row = daybook_row_new (&daybook_orders);

  g_assert_null (excerpt_of (row, "退款", 100));
  g_assert_null (daybook_row_words (row));
  g_assert_false (daybook_table_has_excerpts (&daybook_orders));
  g_assert_true (daybook_table_has_excerpts (&daybook_articles));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-excerpt/articles-are-read-without-signs", test_articles_are_read_without_signs);
  g_test_add_func ("/row-excerpt/phrases-are-read-with-names", test_phrases_are_read_with_names);
  g_test_add_func ("/row-excerpt/titles-are-marked-by-their-sound", test_titles_are_marked_by_their_sound);
  g_test_add_func ("/row-excerpt/others-have-none", test_others_have_none);

  return g_test_run ();
}
