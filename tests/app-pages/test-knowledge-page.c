/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/knowledge/article-panel.h"
#include "app/knowledge/article-transfer.h"
#include "app/knowledge/knowledge-page.h"
#include "article-book.h"
#include "stage.h"

#include <glib/gstdio.h>

/* The page of articles: files that come in beside it, and what leads to an article. */

typedef struct
{
  Book         book;
  DaybookPage *page;
  TestStage   *stage;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  fixture->page = daybook_knowledge_page_new (fixture->book.store);
  fixture->stage = test_stage_new (fixture->book.store, GTK_WIDGET (fixture->page));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_stage_close (fixture->stage);
  book_close (&fixture->book);
}

static GtkWidget *
root_of (Fixture *fixture)
{
  return GTK_WIDGET (fixture->page);
}

static guint
count_articles (Fixture *fixture)
{
  return book_count (&fixture->book, &daybook_articles, "");
}

static void
import (Fixture *fixture,
        GFile   *file)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  daybook_article_transfer_import (DAYBOOK_LIST_PAGE (fixture->page), G_LIST_MODEL (files));
}

/* A folder with a good file, one that has no end, and one that is no text. */
static GFile *
write_folder (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->book.folder, "in", NULL);
  g_autoptr(GFile) good = NULL, endless = NULL, page = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  good = test_write_file (&fixture->book, "in/cups.md", "# Cups & <lids>\n\nOne\n");
  endless = test_write_file (&fixture->book, "in/endless.md", "---\ntitle: Endless\n");
  page = test_write_file (&fixture->book, "in/page.html", "<title>Page</title><p>Text<script>alert(1)</script>");
  return g_file_new_for_path (folder);
}

/* What is in the files is seen, with what is wrong, before anything is in the book. */
static void
test_a_folder_comes_in (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GFile) folder = write_folder (fixture);

  import (fixture, folder);
  test_await (root_of (fixture), GTK_TYPE_LABEL, "New 2 · changed 0 · the same 0 · with a problem 1");
  test_await (root_of (fixture), ADW_TYPE_ACTION_ROW, "Cups & <lids>");
  test_await (root_of (fixture), ADW_TYPE_ACTION_ROW, "endless.md");
  g_assert_cmpuint (count_articles (fixture), ==, 0);

  test_press (root_of (fixture), "Import 2 Articles");
  g_assert_cmpstr (test_stage_get_said (fixture->stage), ==, "2 articles imported");
  g_assert_cmpuint (count_articles (fixture), ==, 2);
  g_assert_null (daybook_page_get_aside (fixture->page));

  /* Once more there is nothing to do. */
  import (fixture, folder);
  test_await (root_of (fixture), GTK_TYPE_LABEL, "All of this is in the book already.");
  g_assert_null (test_find (root_of (fixture), GTK_TYPE_BUTTON, "Import 0 Articles"));
}

static void
test_looked_at_alone (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GFile) folder = write_folder (fixture);

  import (fixture, folder);
  test_await (root_of (fixture), GTK_TYPE_BUTTON, "Import 2 Articles");
  test_press (root_of (fixture), "Cancel");
  g_assert_null (daybook_page_get_aside (fixture->page));
  g_assert_cmpuint (count_articles (fixture), ==, 0);
}

/* --- What leads to one ------------------------------------------------------------------------------ */

static DaybookId
make_linked (Fixture *fixture)
{
  DaybookId cups = article_make (&fixture->book, "Cups", "One");

  article_make (&fixture->book, "Lids", "See [[Cups]].");
  article_make (&fixture->book, "Boxes", "See [[Cups]].");
  article_set (&fixture->book, &cups, DAYBOOK_ARTICLE_REGISTERS, daybook_value_text ("return/agreed"));
  daybook_page_open_row (fixture->page, &cups);
  test_await (root_of (fixture), DAYBOOK_TYPE_ARTICLE_PANEL, NULL);
  return cups;
}

static void
test_the_panel_lists_it (Fixture       *fixture,
                         gconstpointer  data)
{
  make_linked (fixture);
  GtkWidget *ways = test_await (root_of (fixture), ADW_TYPE_EXPANDER_ROW, "What Leads Here");

  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (ways)), ==, "3 places");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ways), TRUE);
  test_await (ways, ADW_TYPE_ACTION_ROW, "Returns · Agreed");
  gtk_widget_activate (test_await (ways, ADW_TYPE_ACTION_ROW, "Lids"));
}

static void
test_throwing_away_says_it (Fixture       *fixture,
                            gconstpointer  data)
{
  make_linked (fixture);
  daybook_page_perform (fixture->page, "trash");
  g_assert_cmpstr (test_stage_get_said (fixture->stage), ==, "Moved to the trash: Cups · 2 others lead to it");
}

static void
test_retiring_says_it (Fixture       *fixture,
                       gconstpointer  data)
{
  DaybookId cups = make_linked (fixture);

  daybook_page_perform (fixture->page, "retire-article");
  g_assert_cmpstr (test_stage_get_said (fixture->stage), ==, "Retired: Cups · 2 others lead to it");
  g_autoptr(DaybookRow) row = article_row (&fixture->book, &cups);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ARTICLE_STATE), ==, DAYBOOK_ARTICLE_RETIRED);
}

/* --- Out ------------------------------------------------------------------------------------------------ */

static void
test_what_can_go_out (Fixture       *fixture,
                      gconstpointer  data)
{
  g_assert_true (daybook_page_can (fixture->page, "export-articles"));
  g_assert_true (daybook_page_can (fixture->page, "save-articles"));
  g_assert_false (daybook_page_can (fixture->page, "print"));
  g_assert_false (daybook_page_can (fixture->page, "save-some-articles"));
  make_linked (fixture);
  g_assert_true (daybook_page_can (fixture->page, "print"));
  g_assert_true (daybook_page_can (fixture->page, "save-some-articles"));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/knowledge-page/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-folder-comes-in", test_a_folder_comes_in);
  ADD ("looked-at-alone", test_looked_at_alone);
  ADD ("the-panel-lists-it", test_the_panel_lists_it);
  ADD ("throwing-away-says-it", test_throwing_away_says_it);
  ADD ("retiring-says-it", test_retiring_says_it);
  ADD ("what-can-go-out", test_what_can_go_out);
  return g_test_run ();
}
