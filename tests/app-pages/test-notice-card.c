/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/notice-card.h"
#include "app/today/notice-row.h"
#include "app/today/today-page.h"
#include "case-book.h"
#include "stage.h"

#include "core/announcement-edit.h"
#include "core/article.h"

/* What is to be read before the next call, above what is due. The book's clock stands at 16:26 in Shanghai. */

#define HOUR G_GINT64_CONSTANT (3600)

typedef struct
{
  Book         book;
  DaybookPage *page;
  TestStage   *stage;
  gint64       at; /* of the next announcement */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  fixture->at = BOOK_NOW;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  test_stage_close (fixture->stage);
  book_close (&fixture->book);
}

/* Each a second later than the one before. */
static DaybookId
announce_with (Fixture         *fixture,
               const char      *title,
               const char      *text,
               gint64           until,
               const DaybookId *article)
{
  const DaybookId *owner = daybook_store_get_agent (fixture->book.store);
  g_autoptr(DaybookRow) draft = daybook_announcement_draft (owner, fixture->at);

  draft->values[DAYBOOK_ANNOUNCEMENT_TITLE] = daybook_value_text (title);
  draft->values[DAYBOOK_ANNOUNCEMENT_TEXT] = daybook_value_text (text);
  draft->values[DAYBOOK_ANNOUNCEMENT_ARTICLE] = daybook_value_id (article);
  if (until != 0)
    draft->values[DAYBOOK_ANNOUNCEMENT_UNTIL] = daybook_value_int (until);
  g_autoptr(DaybookEdit) edit = daybook_announcement_act_add (draft, owner, fixture->at, NULL);
  case_commit (&fixture->book, edit);
  fixture->at++;
  return draft->id;
}

static void
announce (Fixture    *fixture,
          const char *title)
{
  announce_with (fixture, title, NULL, 0, NULL);
}

static void
open_page (Fixture *fixture)
{
  fixture->page = daybook_today_page_new (fixture->book.store);
  fixture->stage = test_stage_new (fixture->book.store, GTK_WIDGET (fixture->page));
}

static GtkWidget *
find_row (Fixture    *fixture,
          const char *title)
{
  return gtk_widget_get_ancestor (test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, title), DAYBOOK_TYPE_NOTICE_ROW);
}

static gboolean
is_gone (Fixture    *fixture,
         const char *title)
{
  return test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, title) == NULL;
}

static gboolean
has_card (Fixture *fixture)
{
  return test_find (GTK_WIDGET (fixture->page), DAYBOOK_TYPE_NOTICE_CARD, NULL) != NULL;
}

static gboolean
has_no_card (gpointer fixture)
{
  return !has_card (fixture);
}

static gboolean
has_focus (gpointer row)
{
  return gtk_widget_is_focus (row);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Nothing Is Due");
  g_assert_false (has_card (fixture));
}

/* It is read first, and the next one after it; then the list has the focus. */
static void
test_read_one_by_one (Fixture       *fixture,
                      gconstpointer  data)
{
  announce (fixture, "First");
  announce (fixture, "Second & <last>");
  open_page (fixture);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "To Be Read (2)");
  daybook_page_shown (fixture->page);
  test_wait_until (has_focus, find_row (fixture, "Second & <last>"));

  gtk_widget_activate_action (find_row (fixture, "Second & <last>"), "notice.read", NULL);
  g_assert_cmpstr (test_stage_get_said (fixture->stage), ==, "Read: Second & <last>");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "To Be Read (1)");
  g_assert_true (is_gone (fixture, "Second & <last>"));
  test_wait_until (has_focus, find_row (fixture, "First"));

  test_press (GTK_WIDGET (fixture->page), "Read");
  test_wait_until (has_no_card, fixture);
  g_assert_cmpuint (book_count (&fixture->book, &daybook_read_marks, ""), ==, 2);
}

/* What is folded away was not read. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  announce (fixture, "1st");
  announce (fixture, "2nd");
  announce (fixture, "3rd");
  announce (fixture, "4th");
  announce (fixture, "5th");
  open_page (fixture);
  find_row (fixture, "5th");
  g_assert_true (is_gone (fixture, "2nd"));
  g_assert_null (test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "All Read"));
  test_press (GTK_WIDGET (fixture->page), "Show 2 More");
  find_row (fixture, "1st");
  test_press (GTK_WIDGET (fixture->page), "Show Fewer");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, "Show 2 More");
  g_assert_true (is_gone (fixture, "2nd"));
  test_press (GTK_WIDGET (fixture->page), "Show 2 More");
  test_press (GTK_WIDGET (fixture->page), "All Read");
  g_assert_cmpstr (test_stage_get_said (fixture->stage), ==, "Read: 5 notices");
  test_wait_until (has_no_card, fixture);

  /* Taken back, they are all there again, and what comes is at their head. */
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (fixture->book.store, NULL, NULL);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "To Be Read (5)");
  announce (fixture, "6th");
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "To Be Read (6)");
  g_assert_true (find_row (fixture, "6th") == gtk_widget_get_first_child (gtk_widget_get_parent (find_row (fixture, "1st"))));
}

static void
test_first_lines (Fixture       *fixture,
                  gconstpointer  data)
{
  announce_with (fixture, "Sale", "Sale\n1\n2\n3\n4\n5", 0, NULL);
  announce_with (fixture, "Short", "Short\nOne line", 0, NULL);
  open_page (fixture);
  test_await (find_row (fixture, "Sale"), GTK_TYPE_LABEL, "1 2 3 4 5");
  test_press (find_row (fixture, "Sale"), "Show All");
  test_await (find_row (fixture, "Sale"), GTK_TYPE_LABEL, "1\n2\n3\n4\n5");
  /* It stays open whatever else happens in the book. */
  announce (fixture, "Another");
  find_row (fixture, "Another");
  g_assert_nonnull (test_find (find_row (fixture, "Sale"), GTK_TYPE_LABEL, "1\n2\n3\n4\n5"));
  test_press (find_row (fixture, "Sale"), "Show Less");
  test_await (find_row (fixture, "Sale"), GTK_TYPE_LABEL, "1 2 3 4 5");
  g_assert_null (test_find (find_row (fixture, "Short"), GTK_TYPE_BUTTON, "Show All"));
}

static void
test_whoever_is_at_the_desk (Fixture       *fixture,
                             gconstpointer  data)
{
  DaybookId lin = case_add_agent (&fixture->book, "Lin", DAYBOOK_ROLE_AGENT);

  announce (fixture, "Sale");
  open_page (fixture);
  test_press (GTK_WIDGET (fixture->page), "Read");
  test_wait_until (has_no_card, fixture);
  daybook_desk_set_agent (daybook_desk_of (fixture->book.store), &lin);
  test_await (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "To Be Read (1)");
}

static void
test_its_time_is_over (Fixture       *fixture,
                       gconstpointer  data)
{
  announce_with (fixture, "Sale", NULL, BOOK_NOW + HOUR, NULL);
  open_page (fixture);
  test_await (find_row (fixture, "Sale"), GTK_TYPE_LABEL, "Owner · 16:26 · Until 17:26");
  daybook_store_fix_now (fixture->book.store, BOOK_NOW + HOUR);
  daybook_clock_tick (daybook_desk_get_clock (daybook_desk_of (fixture->book.store)));
  test_wait_until (has_no_card, fixture);
}

static void
test_the_way_to_its_article (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_fresh (&id, BOOK_NOW * 1000);
  daybook_edit_create (edit, &daybook_articles, &id);
  daybook_edit_give (edit, DAYBOOK_ARTICLE_TITLE, daybook_value_text ("The new bottle"));
  case_commit (&fixture->book, edit);
  announce_with (fixture, "New", NULL, 0, &id);
  open_page (fixture);
  test_press (find_row (fixture, "New"), "The new bottle");
  g_assert_cmpstr (test_stage_get_shown (fixture->stage), ==, "articles");
}

/* An article that is to be read by an hour from now. */
static void
add_article (Fixture    *fixture,
             const char *title,
             const char *body)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_fresh (&id, BOOK_NOW * 1000);
  daybook_edit_create (edit, &daybook_articles, &id);
  daybook_edit_give (edit, DAYBOOK_ARTICLE_TITLE, daybook_value_text (title));
  daybook_edit_give (edit, DAYBOOK_ARTICLE_BODY, daybook_value_text (body));
  daybook_edit_give (edit, DAYBOOK_ARTICLE_READ_BY, daybook_value_int (BOOK_NOW + HOUR));
  case_commit (&fixture->book, edit);
}

/* The text below a row's title, opened; NULL: there is none. (transfer full) */
static char *
text_of (GtkWidget *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL; label = gtk_widget_get_next_sibling (label))
    if (GTK_IS_LABEL (label) && gtk_widget_get_visible (label))
      return g_strdup (gtk_label_get_text (GTK_LABEL (label)));

  return NULL;
}

/* Without its signs. */
static void
test_how_an_article_begins (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GString) body = g_string_new ("The **lid** comes first.\n\n");
  g_autofree char *text = NULL;
  GtkWidget *row;

  for (guint i = 0; i < 200; i++)
    g_string_append (body, "More ");
  add_article (fixture, "Bottles", body->str);
  open_page (fixture);
  row = find_row (fixture, "Bottles");
  test_press (row, "Show All");
  text = text_of (row);
  g_assert_true (g_str_has_prefix (text, "The lid comes first.\n"));
  g_assert_true (g_str_has_suffix (text, "…"));
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, 401);
  test_press (row, "Open the Article");
  g_assert_cmpstr (test_stage_get_shown (fixture->stage), ==, "articles");
}

/* No letter of a text is cut in two, and of what is short, or nothing, no more is read than there is. */
static void
test_how_others_begin (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *address = g_strnfill (1500, 'a');
  g_autoptr(GString) body = g_string_new (NULL);
  g_autofree char *text = NULL, *short_text = NULL;

  g_string_printf (body, "[lid](http://a.b/%s)", address);
  for (guint i = 0; i < 40; i++)
    g_string_append (body, "中");
  add_article (fixture, "Long", body->str);
  add_article (fixture, "Short", "Lid *first*");
  add_article (fixture, "Empty", NULL);
  open_page (fixture);
  g_assert_nonnull (find_row (fixture, "Empty"));
  short_text = text_of (find_row (fixture, "Short"));
  g_assert_cmpstr (short_text, ==, "Lid first");
  text = text_of (find_row (fixture, "Long"));
  g_assert_true (g_str_has_prefix (text, "lid中"));
  g_assert_true (g_str_has_suffix (text, "中…"));
}

#define ADD(name, func) g_test_add ("/notice-card/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("nothing", test_nothing);
  ADD ("read-one-by-one", test_read_one_by_one);
  ADD ("many", test_many);
  ADD ("first-lines", test_first_lines);
  ADD ("whoever-is-at-the-desk", test_whoever_is_at_the_desk);
  ADD ("its-time-is-over", test_its_time_is_over);
  ADD ("the-way-to-its-article", test_the_way_to_its_article);
  ADD ("how-an-article-begins", test_how_an_article_begins);
  ADD ("how-others-begin", test_how_others_begin);
  return g_test_run ();
}
