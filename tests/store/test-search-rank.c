/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/article.h"
#include "core/phrase.h"
#include "core/use.h"
#include "store/reader.h"

/* Articles and phrases are found the best first, and those near to a question are offered. */

typedef struct
{
  Book         book;
  DaybookEdit *edit;
} Fixture;

static void
begin (Fixture *fixture)
{
  fixture->edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Written", daybook_store_get_agent (fixture->book.store));
}

static void
commit (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = g_steal_pointer (&fixture->edit);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (fixture->book.store, edit, &error);

  g_assert_no_error (error);
  daybook_store_settle (fixture->book.store);
  begin (fixture);
}

static DaybookId
add_article (Fixture    *fixture,
             const char *title,
             const char *body)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (fixture->edit, &daybook_articles, &id);
  daybook_edit_give (fixture->edit, DAYBOOK_ARTICLE_TITLE, daybook_value_text (title));
  daybook_edit_give (fixture->edit, DAYBOOK_ARTICLE_BODY, daybook_value_text (body));
  return id;
}

static DaybookId
add_phrase (Fixture         *fixture,
            const char      *title,
            const char      *text,
            const DaybookId *agent)
{
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (fixture->edit, &daybook_phrases, &id);
  daybook_edit_give (fixture->edit, DAYBOOK_PHRASE_TITLE, daybook_value_text (title));
  daybook_edit_give (fixture->edit, DAYBOOK_PHRASE_TEXT, daybook_value_text (text));
  if (agent != NULL)
    daybook_edit_give (fixture->edit, DAYBOOK_PHRASE_AGENT, daybook_value_id (agent));
  return id;
}

static void
use (Fixture         *fixture,
     guint            of,
     const DaybookId *row,
     guint            times)
{
  for (guint i = 0; i < times; i++)
    {
      DaybookId id;

      daybook_id_random (&id);
      daybook_edit_create (fixture->edit, &daybook_uses, &id);
      daybook_edit_give (fixture->edit, of, daybook_value_id (row));
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  begin (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  daybook_edit_unref (fixture->edit);
  book_close (&fixture->book);
}

static char *
title_of (Fixture            *fixture,
          const DaybookTable *table,
          gint64              rowid)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) row = daybook_reader_row (daybook_store_get_reader (fixture->book.store), table, rowid, &error);

  g_assert_no_error (error);
  return g_strdup (daybook_row_text (row, (guint) table->title));
}

/* The titles that the words find, in their order, with " | " between. */
static char *
search (Fixture    *fixture,
        const char *text,
        guint       limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) hits = daybook_reader_search (daybook_store_get_reader (fixture->book.store), &daybook_articles, text, limit, &error);
  g_autoptr(GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      g_autofree char *title = title_of (fixture, &daybook_articles, g_array_index (hits, gint64, i));

      g_string_append_printf (titles, "%s%s", i > 0 ? " | " : "", title);
    }
  return g_strdup (titles->str);
}

static char *
nearest (Fixture             *fixture,
         const DaybookTable  *table,
         const char          *text,
         const DaybookNearBy *by)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) near = daybook_reader_nearest (daybook_store_get_reader (fixture->book.store), table, text, by, 3, &error);
  g_autoptr(GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < near->len; i++)
    {
      g_autofree char *title = title_of (fixture, table, g_array_index (near, DaybookNear, i).rowid);

      g_string_append_printf (titles, "%s%s", i > 0 ? " | " : "", title);
      g_assert_cmpfloat (g_array_index (near, DaybookNear, i).score, >, 0.0);
      if (i > 0)
        g_assert_cmpfloat (g_array_index (near, DaybookNear, i).score, <=, g_array_index (near, DaybookNear, i - 1).score);
    }
  return g_strdup (titles->str);
}

#define assert_text(expected, call) G_STMT_START { g_autofree char *got_ = (call); g_assert_cmpstr (got_, ==, expected); } G_STMT_END

/* --- What all words find ---------------------------------------------------------------------- */

static void
test_titles_come_first (Fixture       *fixture,
                        gconstpointer  data)
{
  add_article (fixture, "退货流程", "先登记，再处理。");
  add_article (fixture, "换货", "退货的客户也可以换货。");
  add_article (fixture, "售后", "退货退货退货。");
  commit (fixture);

  assert_text ("退货流程 | 售后 | 换货", search (fixture, "退货", 0));
  assert_text ("退货流程", search (fixture, "退货", 1));
  assert_text ("换货", search (fixture, "换货 退货", 0));
  assert_text ("退货流程", search (fixture, "退貨流程", 0));
  assert_text ("退货流程", search (fixture, "thlc", 0));
  assert_text ("", search (fixture, "没有的词", 0));
}

static void
test_what_was_of_use_comes_first (Fixture       *fixture,
                                  gconstpointer  data)
{
  add_article (fixture, "Freight, first", "");
  DaybookId used = add_article (fixture, "Freight, second", "");
  add_article (fixture, "Freight, third", "");
  use (fixture, DAYBOOK_USE_ARTICLE, &used, 5);
  commit (fixture);

  assert_text ("Freight, second | Freight, third | Freight, first", search (fixture, "freight", 0));
}

static void
test_what_is_retired_comes_last (Fixture       *fixture,
                                 gconstpointer  data)
{
  add_article (fixture, "Courier claims", "");
  daybook_edit_give (fixture->edit, DAYBOOK_ARTICLE_STATE, daybook_value_int (DAYBOOK_ARTICLE_RETIRED));
  add_article (fixture, "Parcels", "Claims go to the courier.");
  commit (fixture);

  assert_text ("Parcels | Courier claims", search (fixture, "courier claims", 0));
}

/* More than one look gives: the ranked ones come first, and none is missing. */
static void
test_none_is_missing (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  add_article (fixture, "Gift wrap", "");
  for (guint i = 0; i < 700; i++)
    add_article (fixture, "Other", "A gift for you");
  commit (fixture);

  g_autoptr(GArray) all = daybook_reader_search (daybook_store_get_reader (fixture->book.store), &daybook_articles, "gift", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 701);
  g_autoptr(GHashTable) once = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < all->len; i++)
    g_assert_true (g_hash_table_add (once, &g_array_index (all, gint64, i)));
  assert_text ("Gift wrap", search (fixture, "gift", 1));
}

/* A list that is searched has that order too, and its own conditions. */
static void
test_lists_are_ranked (Fixture       *fixture,
                       gconstpointer  data)
{
  DaybookReader *reader = daybook_store_get_reader (fixture->book.store);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_articles);
  g_autoptr(GError) error = NULL;

  add_article (fixture, "Freight insurance", "");
  daybook_edit_give (fixture->edit, DAYBOOK_ARTICLE_TOLD, daybook_value_int (1));
  add_article (fixture, "Freight", "");
  add_article (fixture, "Returns", "Who pays the freight");
  daybook_edit_give (fixture->edit, DAYBOOK_ARTICLE_TOLD, daybook_value_int (1));
  commit (fixture);

  query->search = g_strdup ("freight");
  daybook_query_parse_where (query, "told = true", &error);
  g_assert_no_error (error);
  for (guint limit = 0; limit < 3; limit++)
    {
      g_autoptr(GArray) keys = daybook_reader_keys (reader, query, limit, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (keys->len, ==, limit == 1 ? 1 : 2);
      assert_text ("Freight insurance", title_of (fixture, &daybook_articles, g_array_index (keys, gint64, 0)));
    }
  g_assert_cmpint (daybook_reader_count (reader, query, 0, &error), ==, 2);
}

/* --- What is near ----------------------------------------------------------------------------- */

static void
add_shelf (Fixture *fixture)
{
  add_article (fixture, "包裹破损怎么办", "收到的货摔碎、压坏，先让客户拍照，再向快递索赔。");
  add_article (fixture, "七天无理由退货", "客户不想要了，七天内可以退。运费由买家承担。");
  add_article (fixture, "开发票", "客户要发票，三天内开好电子发票发到邮箱。");
  add_article (fixture, "Damaged parcels", "Broken in the box: ask for photos, then claim from the courier.");
  commit (fixture);
}

static void
test_near_to_a_question (Fixture       *fixture,
                         gconstpointer  data)
{
  const DaybookNearBy by = { DAYBOOK_LANGUAGE_ANY, NULL, NULL, NULL };

  add_shelf (fixture);
  /* What is broken has other words in another language. */
  assert_text ("包裹破损怎么办 | Damaged parcels", nearest (fixture, &daybook_articles, "亲 我的快递摔碎了 订单3801000000000101 怎么索赔", &by));
  assert_text ("开发票", nearest (fixture, &daybook_articles, "能给我開發票嗎", &by));
  assert_text ("Damaged parcels | 包裹破损怎么办", nearest (fixture, &daybook_articles, "my cup was broken, whom do I send photos?", &by));
  assert_text ("", nearest (fixture, &daybook_articles, "今天天气真好", &by));
  assert_text ("", nearest (fixture, &daybook_articles, "3801000000000101", &by));
  assert_text ("", nearest (fixture, &daybook_articles, "", &by));
}

static void
test_drafts_are_not_offered (Fixture       *fixture,
                             gconstpointer  data)
{
  const DaybookNearBy by = { DAYBOOK_LANGUAGE_ANY, NULL, NULL, NULL };

  add_article (fixture, "Customs duty on parcels", "");
  daybook_edit_give (fixture->edit, DAYBOOK_ARTICLE_STATE, daybook_value_int (DAYBOOK_ARTICLE_DRAFT));
  commit (fixture);

  assert_text ("", nearest (fixture, &daybook_articles, "who pays customs duty", &by));
}

static void
test_whose_phrases (Fixture       *fixture,
                    gconstpointer  data)
{
  const DaybookId *me = daybook_store_get_agent (fixture->book.store);
  const DaybookNearBy mine = { DAYBOOK_LANGUAGE_ANY, me, NULL, NULL };
  const DaybookNearBy nobody = { DAYBOOK_LANGUAGE_ANY, NULL, NULL, NULL };

  add_phrase (fixture, "Customs, my way", "Customs duty is yours to pay.", me);
  commit (fixture);
  assert_text ("Customs, my way", nearest (fixture, &daybook_phrases, "who pays customs duty", &mine));
  assert_text ("", nearest (fixture, &daybook_phrases, "who pays customs duty", &nobody));
}

/* The language and the register at hand decide between equals. */
static void
test_where_it_belongs (Fixture       *fixture,
                       gconstpointer  data)
{
  const DaybookNearBy in_chinese = { DAYBOOK_LANGUAGE_ZH_CN, NULL, NULL, NULL };
  const DaybookNearBy in_return = { DAYBOOK_LANGUAGE_ANY, NULL, "return", "agreed" };

  add_article (fixture, "VIP 运费 guide", "");
  daybook_edit_give (fixture->edit, DAYBOOK_ARTICLE_REGISTERS, daybook_value_text ("return/agreed"));
  daybook_edit_give (fixture->edit, DAYBOOK_ARTICLE_LANGUAGE, daybook_value_int (DAYBOOK_LANGUAGE_EN));
  add_article (fixture, "VIP 运费 说明", "");
  daybook_edit_give (fixture->edit, DAYBOOK_ARTICLE_LANGUAGE, daybook_value_int (DAYBOOK_LANGUAGE_ZH_CN));
  commit (fixture);

  assert_text ("VIP 运费 说明 | VIP 运费 guide", nearest (fixture, &daybook_articles, "VIP 运费", &in_chinese));
  assert_text ("VIP 运费 guide | VIP 运费 说明", nearest (fixture, &daybook_articles, "VIP 运费", &in_return));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/search-rank/titles-come-first", test_titles_come_first);
  ADD ("/search-rank/what-was-of-use-comes-first", test_what_was_of_use_comes_first);
  ADD ("/search-rank/what-is-retired-comes-last", test_what_is_retired_comes_last);
  ADD ("/search-rank/none-is-missing", test_none_is_missing);
  ADD ("/search-rank/lists-are-ranked", test_lists_are_ranked);
  ADD ("/search-rank/near-to-a-question", test_near_to_a_question);
  ADD ("/search-rank/drafts-are-not-offered", test_drafts_are_not_offered);
  ADD ("/search-rank/whose-phrases", test_whose_phrases);
  ADD ("/search-rank/where-it-belongs", test_where_it_belongs);

  return g_test_run ();
}
