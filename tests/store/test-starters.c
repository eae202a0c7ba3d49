/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article-book.h"

#include "core/markdown-parts.h"
#include "core/phrase.h"
#include "core/register.h"
#include "store/article-starters.h"
#include "store/article-text.h"
#include "store/articles.h"
#include "store/phrase-starters.h"
#include "store/starters.h"

#include <string.h>

/* What Daybook brings: each file is sound, and a shop that has it once owns it. */

static const DaybookLanguage LANGUAGES[] = { DAYBOOK_LANGUAGE_EN, DAYBOOK_LANGUAGE_ZH_CN, DAYBOOK_LANGUAGE_ZH_TW };

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

/* --- The files -------------------------------------------------------------------------------- */

/* Each file of the folder is brought, and none is broken: a broken one warns, which ends the test. */
static void
test_every_file_is_brought (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("DAYBOOK_SOURCE_ROOT"), "data", "articles", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".md") && !g_str_equal (name, "README.md");
  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    g_assert_cmpuint (daybook_article_starters (LANGUAGES[i])->len * G_N_ELEMENTS (LANGUAGES), ==, n);
  g_assert_cmpuint (n, >=, 30 * G_N_ELEMENTS (LANGUAGES));
}

static void
check_same (const DaybookArticleStarter *one,
            const DaybookArticleStarter *other)
{
  g_assert_cmpint (one->kind, ==, other->kind);
  g_assert_cmpint (one->told, ==, other->told);
  g_assert_cmpuint (one->review_months, ==, other->review_months);
  g_assert_cmpstr (one->registers, ==, other->registers);
}

/* "2 3 3": the levels of the headings. (transfer full) */
static char *
shape_of (const DaybookMarkdown *body)
{
  g_autoptr(GPtrArray) headings = daybook_markdown_outline (body);
  g_autoptr(GPtrArray) tasks = daybook_markdown_tasks (body);
  GString *shape = g_string_new (NULL);
  guint n_tables = 0, n_numbers = 0;

  for (guint i = 0; i < headings->len; i++)
    g_string_append_printf (shape, "%u ", ((const DaybookMarkdownHeading *) g_ptr_array_index (headings, i))->level);
  for (guint i = 0; i < body->blocks->len; i++)
    n_tables += daybook_markdown_block (body, i)->kind == DAYBOOK_MARKDOWN_TABLE;
  for (guint i = 0; i < body->holders->len; i++)
    n_numbers += daybook_markdown_holder (body, (int) i)->kind == DAYBOOK_MARKDOWN_NUMBER;
  g_string_append_printf (shape, "/ %u steps, %u tables, %u tasks, %u links", n_numbers, n_tables, tasks->len, body->links->len);
  return g_string_free (shape, FALSE);
}

static void
test_the_languages_say_the_same (void)
{
  GPtrArray *english = daybook_article_starters (DAYBOOK_LANGUAGE_EN);

  for (guint i = 0; i < english->len; i++)
    {
      const DaybookArticleStarter *starter = g_ptr_array_index (english, i);
      g_autoptr(DaybookMarkdown) body = daybook_markdown_parse (starter->body, -1);
      g_autofree char *shape = shape_of (body);

      for (guint l = 1; l < G_N_ELEMENTS (LANGUAGES); l++)
        {
          const DaybookArticleStarter *other = daybook_article_starter_find (LANGUAGES[l], starter->key);

          if (other == NULL)
            g_error ("%s is not there in %s", starter->key, daybook_language_code (LANGUAGES[l]));
          g_autoptr(DaybookMarkdown) said = daybook_markdown_parse (other->body, -1);
          g_autofree char *here = shape_of (said);
          check_same (starter, other);
          if (!g_str_equal (shape, here))
            g_error ("%s: %s in English, %s in %s", starter->key, shape, here, daybook_language_code (LANGUAGES[l]));
        }
    }
}

static void
check_links (const DaybookArticleStarter *starter)
{
  g_autoptr(DaybookMarkdown) body = daybook_markdown_parse (starter->body, -1);

  g_assert_false (body->cut);
  for (guint i = 0; i < body->links->len; i++)
    {
      const DaybookMarkdownLink *link = daybook_markdown_link (body, (int) i);

      if (link->kind != DAYBOOK_MARKDOWN_TO_ARTICLE
          || daybook_article_starter_find (starter->language, link->target + strlen (DAYBOOK_MARKDOWN_ARTICLE_SCHEME)) == NULL)
        g_error ("%s.%s.md leads to %s", starter->key, daybook_language_code (starter->language), link->target);
    }
}

static void
check_places (Book                        *book,
              const DaybookArticleStarter *starter)
{
  g_auto(GStrv) places = g_strsplit (starter->registers != NULL ? starter->registers : "", " ", -1);

  for (char **place = places; *place != NULL; place++)
    {
      g_auto(GStrv) parts = g_strsplit (*place, "/", 2);
      DaybookRegister *definition = daybook_reader_register (reader_of (book), parts[0]);

      if (definition == NULL || (parts[1] != NULL && daybook_register_find_stage (definition, parts[1]) < 0))
        g_error ("%s: there is no %s", starter->key, *place);
    }
}

static void
test_links_and_places_are_there (void)
{
  Book book;
  book_open (&book);

  for (guint l = 0; l < G_N_ELEMENTS (LANGUAGES); l++)
    {
      GPtrArray *starters = daybook_article_starters (LANGUAGES[l]);

      for (guint i = 0; i < starters->len; i++)
        {
          check_links (g_ptr_array_index (starters, i));
          check_places (&book, g_ptr_array_index (starters, i));
        }
    }
  book_close (&book);
}

/* --- In a shop ------------------------------------------------------------------------------------ */

static gboolean
bring (Book            *book,
       DaybookLanguage  language,
       DaybookId       *act)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_starters_bring (book->store, language, &error);

  g_assert_no_error (error);
  if (outcome != NULL && act != NULL)
    *act = outcome->act;
  return outcome != NULL;
}

static void
test_a_shop_gets_them_once (void)
{
  Book book;
  book_open (&book);
  DaybookId id;

  g_assert_true (bring (&book, DAYBOOK_LANGUAGE_ZH_CN, NULL));
  g_assert_cmpuint (book_count (&book, &daybook_articles, ""), ==, daybook_article_starters (DAYBOOK_LANGUAGE_ZH_CN)->len);
  g_assert_cmpuint (book_count (&book, &daybook_phrases, "starter = true and language = zh_cn"), ==, daybook_phrase_starters ()->len);
  daybook_article_starter_id (&id, "return_flow", DAYBOOK_LANGUAGE_ZH_CN);
  g_autoptr(DaybookRow) row = article_row (&book, &id);
  const DaybookArticleStarter *starter = daybook_article_starter_find (DAYBOOK_LANGUAGE_ZH_CN, "return_flow");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ARTICLE_TITLE), ==, starter->title);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ARTICLE_STARTER), ==, "return_flow");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ARTICLE_LANGUAGE), ==, DAYBOOK_LANGUAGE_ZH_CN);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ARTICLE_STATE), ==, DAYBOOK_ARTICLE_IN_USE);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ARTICLE_REVIEW_BY), ==,
                   daybook_article_review_after (BOOK_NOW, starter->review_months, daybook_store_get_zone (book.store)));
  g_assert_true (daybook_id_equal (daybook_row_ref_id (row, DAYBOOK_ARTICLE_OWNER), daybook_store_get_agent (book.store)));
  g_autoptr(DaybookRow) revision = daybook_article_revision (reader_of (&book), row, NULL);
  g_assert_cmpstr (daybook_row_text (revision, DAYBOOK_REVISION_BODY), ==, daybook_row_text (row, DAYBOOK_ARTICLE_BODY));

  g_assert_false (bring (&book, DAYBOOK_LANGUAGE_ZH_CN, NULL));
  g_assert_true (bring (&book, DAYBOOK_LANGUAGE_EN, NULL));
  book_close (&book);
}

static void
test_links_lead_to_articles (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  bring (&book, DAYBOOK_LANGUAGE_EN, NULL);
  g_autoptr(GPtrArray) rows = daybook_reader_all (reader_of (&book), &daybook_articles, &error);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr(GPtrArray) links = daybook_article_links (reader_of (&book), g_ptr_array_index (rows, i), &error);

      g_assert_no_error (error);
      for (guint j = 0; j < links->len; j++)
        g_assert_nonnull (((const DaybookArticleLink *) g_ptr_array_index (links, j))->title);
      n += links->len;
    }
  g_assert_cmpuint (n, >, 50);
  book_close (&book);
}

static void
test_what_was_thrown_away_stays_away (void)
{
  Book book;
  book_open (&book);
  guint n = daybook_article_starters (DAYBOOK_LANGUAGE_EN)->len;
  DaybookId id;

  bring (&book, DAYBOOK_LANGUAGE_EN, NULL);
  daybook_article_starter_id (&id, "return_flow", DAYBOOK_LANGUAGE_EN);
  book_set (&book, &daybook_articles, &id, DAYBOOK_ARTICLE_DELETED, daybook_value_int (1));
  g_assert_false (bring (&book, DAYBOOK_LANGUAGE_EN, NULL));
  g_assert_cmpuint (book_count (&book, &daybook_articles, ""), ==, n - 1);

  /* What somebody has written stays theirs. */
  daybook_article_starter_id (&id, "exchange_flow", DAYBOOK_LANGUAGE_EN);
  article_set (&book, &id, DAYBOOK_ARTICLE_BODY, daybook_value_text ("Ours"));
  g_assert_false (bring (&book, DAYBOOK_LANGUAGE_EN, NULL));
  g_autofree char *body = article_body (&book, &id);
  g_assert_cmpstr (body, ==, "Ours");
  book_close (&book);
}

static int
ask_known (Book *book)
{
  g_autoptr(GError) error = NULL;
  int known = daybook_starters_known (reader_of (book), &error);

  g_assert_no_error (error);
  return known;
}

static DaybookId
make_starter (Book               *book,
              const DaybookTable *table)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "One", NULL);
  g_autoptr(DaybookOutcome) outcome = NULL;
  gboolean is_phrase = table == &daybook_phrases;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, table, &id);
  daybook_edit_give (edit, (guint) table->title, daybook_value_text ("One"));
  daybook_edit_give (edit, is_phrase ? DAYBOOK_PHRASE_STARTER : DAYBOOK_ARTICLE_STARTER,
                     is_phrase ? daybook_value_int (1) : daybook_value_text ("return_flow"));
  if (is_phrase)
    daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text ("Hello"));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return id;
}

/* A shop that has thrown away all of its starter articles, and has phrases, or the other way round, is given neither
 * again; one that never had any of a kind, as the sample's, is given that kind. */
static void
test_each_kind_has_its_beginning (void)
{
  static const struct { const DaybookTable *table; int known; } KINDS[] = {
    { &daybook_articles, DAYBOOK_STARTERS_ARTICLES }, { &daybook_phrases, DAYBOOK_STARTERS_PHRASES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr(GError) error = NULL;
      Book book;
      DaybookId id;

      book_open (&book);
      article_make (&book, "Ours", "…");
      g_assert_cmpint (ask_known (&book), ==, 0);
      id = make_starter (&book, KINDS[i].table);
      g_assert_cmpint (ask_known (&book), ==, KINDS[i].known);
      book_set (&book, KINDS[i].table, &id, 0, daybook_value_int (1));
      g_assert_cmpint (ask_known (&book), ==, KINDS[i].known);

      g_autoptr(DaybookEdit) rest = daybook_starters_act (reader_of (&book), (DaybookStarters) (DAYBOOK_STARTERS_ALL & ~KINDS[i].known),
                                                          DAYBOOK_LANGUAGE_EN, BOOK_NOW, &error);
      g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, rest, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ask_known (&book), ==, DAYBOOK_STARTERS_ALL);
      g_assert_cmpuint (book_count (&book, KINDS[i].table, ""), ==, KINDS[i].table == &daybook_articles ? 1 : 0);
      book_close (&book);
    }
}

static void
test_undo_means_what_a_person_did (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  guint n = daybook_article_starters (DAYBOOK_LANGUAGE_EN)->len;
  DaybookId act;
  DaybookId own = article_make (&book, "Ours", "…");

  bring (&book, DAYBOOK_LANGUAGE_EN, &act);
  g_autoptr(DaybookOutcome) newest = daybook_store_undo (book.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book_count (&book, &daybook_articles, ""), ==, n);
  g_autoptr(DaybookRow) gone = article_row (&book, &own);
  g_assert_cmpint (daybook_row_int (gone, DAYBOOK_ARTICLE_DELETED), ==, 1);

  g_autoptr(DaybookOutcome) named = case_undo (&book, &act);
  g_assert_cmpuint (book_count (&book, &daybook_articles, ""), ==, 0);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/starters/every-file-is-brought", test_every_file_is_brought);
  g_test_add_func ("/starters/the-languages-say-the-same", test_the_languages_say_the_same);
  g_test_add_func ("/starters/links-and-places-are-there", test_links_and_places_are_there);
  g_test_add_func ("/starters/a-shop-gets-them-once", test_a_shop_gets_them_once);
  g_test_add_func ("/starters/links-lead-to-articles", test_links_lead_to_articles);
  g_test_add_func ("/starters/what-was-thrown-away-stays-away", test_what_was_thrown_away_stays_away);
  g_test_add_func ("/starters/each-kind-has-its-beginning", test_each_kind_has_its_beginning);
  g_test_add_func ("/starters/undo-means-what-a-person-did", test_undo_means_what_a_person_did);
  return g_test_run ();
}
