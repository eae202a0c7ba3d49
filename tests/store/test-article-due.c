/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article-book.h"

#include "core/moment.h"
#include "core/rule.h"
#include "store/articles.h"
#include "store/assign.h"
#include "store/backup.h"
#include "store/due-acts.h"
#include "store/due-rebuild.h"

#include <string.h>

/* An article whose review is over is due to whoever keeps it (KB-06, UX 17). */

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

/* Nine o'clock of the day in Shanghai. */
static gint64
nine (Book   *book,
      gint64  moment)
{
  return daybook_moment_at (moment, daybook_store_get_zone (book->store), DAYBOOK_ARTICLE_REVIEW_AT);
}

static DaybookDueItem *
find (Book            *book,
      const DaybookId *id)
{
  g_autoptr(DaybookRow) row = article_row (book, id);

  return daybook_due_find (reader_of (book), row, DAYBOOK_RULE_REVIEW_BY, 0, NULL);
}

static void
assert_due (Book            *book,
            const DaybookId *id,
            gint64           due)
{
  g_autoptr(DaybookDueItem) item = find (book, id);

  g_assert_cmpint (item != NULL ? item->due.due : 0, ==, due);
}

static DaybookId
done (Book            *book,
      const DaybookId *id)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (items, find (book, id));
  g_autoptr(DaybookEdit) edit = daybook_due_act_done (reader_of (book), items, daybook_store_get_agent (book->store),
                                                      daybook_store_get_now (book->store), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (daybook_edit_title (edit), ==, "Done: Review the article · Cups");
  return case_commit (book, edit);
}

static void
test_it_is_due_at_nine (void)
{
  Book book;
  book_open (&book);
  DaybookId id = article_make (&book, "Cups", "…");
  gint64 over = nine (&book, BOOK_NOW + 10 * DAY);

  article_set (&book, &id, DAYBOOK_ARTICLE_REVIEW_BY, daybook_value_int (BOOK_NOW + 10 * DAY));
  assert_due (&book, &id, over);
  g_autoptr(DaybookDueItem) item = find (&book, &id);
  g_assert_cmpint (item->due.warn, ==, over - 7 * DAY);
  g_assert_true (daybook_id_equal (&item->due.agent, daybook_store_get_agent (book.store)));
  g_autofree char *why = daybook_due_item_explain (reader_of (&book), item);
  g_assert_nonnull (strstr (why, "7 days before"));
  book_close (&book);
}

static void
test_only_what_is_in_use (void)
{
  Book book;
  book_open (&book);
  DaybookId id = article_make (&book, "Cups", "…");
  gint64 over = nine (&book, BOOK_NOW + DAY);

  article_set (&book, &id, DAYBOOK_ARTICLE_REVIEW_BY, daybook_value_int (over));
  article_set (&book, &id, DAYBOOK_ARTICLE_STATE, daybook_value_int (DAYBOOK_ARTICLE_RETIRED));
  assert_due (&book, &id, 0);
  DaybookId act = article_set (&book, &id, DAYBOOK_ARTICLE_STATE, daybook_value_int (DAYBOOK_ARTICLE_IN_USE));
  assert_due (&book, &id, over);
  g_autoptr(DaybookOutcome) undone = case_undo (&book, &act);
  assert_due (&book, &id, 0);
  article_set (&book, &id, DAYBOOK_ARTICLE_STATE, daybook_value_int (DAYBOOK_ARTICLE_IN_USE));
  book_set (&book, &daybook_articles, &id, DAYBOOK_ARTICLE_DELETED, daybook_value_int (1));
  assert_due (&book, &id, 0);
  book_close (&book);
}

static void
test_without_a_keeper_it_is_the_owners (void)
{
  Book book;
  book_open (&book);
  DaybookId lin = case_add_agent (&book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookId id = article_make (&book, "Cups", "…");

  article_set (&book, &id, DAYBOOK_ARTICLE_REVIEW_BY, daybook_value_int (BOOK_NOW - DAY));
  article_set (&book, &id, DAYBOOK_ARTICLE_OWNER, (DaybookValue) DAYBOOK_VALUE_INIT);
  g_assert_cmpint (daybook_due_count (reader_of (&book), daybook_store_get_agent (book.store), DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 1);
  g_assert_cmpint (daybook_due_count (reader_of (&book), &lin, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 0);

  /* Given to somebody, it is theirs. */
  g_autoptr(DaybookRow) agent = book_row (&book, &daybook_agents, &lin);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_ptr_array_add (rows, article_row (&book, &id));
  g_autoptr(DaybookEdit) edit = daybook_assign_act (reader_of (&book), rows, agent, daybook_store_get_agent (book.store), BOOK_NOW, NULL);
  case_commit (&book, edit);
  g_assert_cmpint (daybook_due_count (reader_of (&book), &lin, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 1);
  book_close (&book);
}

static void
test_done_is_reviewed (void)
{
  Book book;
  book_open (&book);
  DaybookId id = article_make (&book, "Cups", "…");
  gint64 over = nine (&book, BOOK_NOW - DAY);
  gint64 next = daybook_article_review_after (BOOK_NOW, 3, daybook_store_get_zone (book.store));

  article_set (&book, &id, DAYBOOK_ARTICLE_REVIEW_MONTHS, daybook_value_int (3));
  article_set (&book, &id, DAYBOOK_ARTICLE_REVIEW_BY, daybook_value_int (over));
  DaybookId act = done (&book, &id);
  assert_due (&book, &id, next);
  g_autoptr(DaybookOutcome) undone = case_undo (&book, &act);
  assert_due (&book, &id, over);
  book_close (&book);
}

static void
test_it_is_put_off (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId id = article_make (&book, "Cups", "…");
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);

  article_set (&book, &id, DAYBOOK_ARTICLE_REVIEW_BY, daybook_value_int (BOOK_NOW - DAY));
  g_ptr_array_add (items, find (&book, &id));
  g_autoptr(DaybookEdit) edit = daybook_due_act_snooze (reader_of (&book), items, BOOK_NOW + DAY, DAYBOOK_SNOOZE_UNTIL_HEARD,
                                                        daybook_store_get_agent (book.store), BOOK_NOW, &error);
  g_assert_no_error (error);
  case_commit (&book, edit);
  g_assert_cmpint (daybook_due_count (reader_of (&book), NULL, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 0);
  g_assert_cmpint (daybook_due_count (reader_of (&book), NULL, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW + DAY, NULL), ==, 1);
  book_close (&book);
}

static void
test_a_rebuild_finds_the_same (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId id = article_make (&book, "Cups", "…");
  gint64 over = nine (&book, BOOK_NOW + DAY);

  article_set (&book, &id, DAYBOOK_ARTICLE_REVIEW_BY, daybook_value_int (over));
  book_run_sql (&book, "DELETE FROM due_items");
  assert_due (&book, &id, 0);
  g_assert_true (daybook_due_rebuild (book.store, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_due (&book, &id, over);

  /* Switched off, nothing is. */
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_EDIT);
  DaybookId rule;
  daybook_rule_row_id (&rule, "review_by");
  daybook_edit_create (edit, &daybook_rules, &rule);
  daybook_edit_give (edit, DAYBOOK_RULE_ROW_KEY, daybook_value_text ("review_by"));
  daybook_edit_give (edit, DAYBOOK_RULE_ROW_USED, daybook_value_int (DAYBOOK_ANSWER_NO));
  case_commit (&book, edit);
  g_assert_true (daybook_due_settle (book.store, NULL, NULL, &error));
  assert_due (&book, &id, 0);
  book_close (&book);
}

static void
test_what_is_over_is_listed (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  DaybookId first = article_make (&book, "Cups", "…");
  DaybookId second = article_make (&book, "Pots", "…");

  article_make (&book, "Fresh", "…");
  article_set (&book, &first, DAYBOOK_ARTICLE_REVIEW_BY, daybook_value_int (BOOK_NOW - DAY));
  article_set (&book, &second, DAYBOOK_ARTICLE_REVIEW_BY, daybook_value_int (BOOK_NOW - 2 * DAY));
  g_autoptr(GPtrArray) rows = daybook_articles_to_review (reader_of (&book), BOOK_NOW, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (rows, 0), DAYBOOK_ARTICLE_TITLE), ==, "Pots");
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-due/it-is-due-at-nine", test_it_is_due_at_nine);
  g_test_add_func ("/article-due/only-what-is-in-use", test_only_what_is_in_use);
  g_test_add_func ("/article-due/without-a-keeper-it-is-the-owners", test_without_a_keeper_it_is_the_owners);
  g_test_add_func ("/article-due/done-is-reviewed", test_done_is_reviewed);
  g_test_add_func ("/article-due/it-is-put-off", test_it_is_put_off);
  g_test_add_func ("/article-due/a-rebuild-finds-the-same", test_a_rebuild_finds_the_same);
  g_test_add_func ("/article-due/what-is-over-is-listed", test_what_is_over_is_listed);
  return g_test_run ();
}
