/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/announcements/announcement-dialog.h"
#include "app/announcements/announcement-panel.h"
#include "app/announcements/announcements-page.h"
#include "app/common/row-picker.h"
#include "case-book.h"
#include "stage.h"

#include "core/announcement-edit.h"
#include "core/article.h"
#include "store/announcements.h"

#define HOUR G_GINT64_CONSTANT (3600)

static DaybookId
announce (Book                    *book,
          const char              *title,
          const char              *text,
          DaybookAnnouncementKind  kind,
          gint64                   until)
{
  const DaybookId *owner = daybook_store_get_agent (book->store);
  g_autoptr(DaybookRow) draft = daybook_announcement_draft (owner, BOOK_NOW);

  draft->values[DAYBOOK_ANNOUNCEMENT_TITLE] = daybook_value_text (title);
  draft->values[DAYBOOK_ANNOUNCEMENT_TEXT] = daybook_value_text (text);
  draft->values[DAYBOOK_ANNOUNCEMENT_KIND] = daybook_value_int (kind);
  if (until != 0)
    draft->values[DAYBOOK_ANNOUNCEMENT_UNTIL] = daybook_value_int (until);
  g_autoptr(DaybookEdit) edit = daybook_announcement_act_add (draft, owner, BOOK_NOW, NULL);
  case_commit (book, edit);
  return draft->id;
}

static DaybookId
add_article (Book       *book,
             const char *title)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_fresh (&id, BOOK_NOW * 1000);
  daybook_edit_create (edit, &daybook_articles, &id);
  daybook_edit_give (edit, DAYBOOK_ARTICLE_TITLE, daybook_value_text (title));
  case_commit (book, edit);
  return id;
}

/* The one announcement of the book. */
static DaybookRow *
only_row (Book *book)
{
  g_autoptr(GPtrArray) rows = daybook_reader_all (daybook_store_get_reader (book->store), &daybook_announcements, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  return daybook_row_ref (g_ptr_array_index (rows, 0));
}

static GtkWidget *
open_panel (DaybookPage     *page,
            const DaybookId *id)
{
  daybook_page_open_row (page, id);
  return test_await (GTK_WIDGET (page), DAYBOOK_TYPE_ANNOUNCEMENT_PANEL, NULL);
}

/* An empty page says what it is for, and offers the step. */
static void
test_nothing_yet (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_announcements_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  test_await (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "Nothing Announced Yet");
  g_assert_nonnull (test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "New Announcement…"));
  test_stage_close (stage);
  book_close (&book);
}

static void
test_who_has_read_it (void)
{
  Book book;
  book_open (&book);
  DaybookId lin = case_add_agent (&book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookId id = announce (&book, "Sale <b>", "Sale <b>\n\nAll socks & shoes", DAYBOOK_ANNOUNCEMENT_SPECIAL, 0);
  DaybookPage *page = daybook_announcements_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkWidget *panel = open_panel (page, &id);

  test_await (panel, GTK_TYPE_LABEL, "Special issue");
  test_await (panel, GTK_TYPE_LABEL, "Sale <b>");
  test_await (panel, GTK_TYPE_LABEL, "All socks & shoes");
  test_await (panel, GTK_TYPE_LABEL, "0 of 2");
  g_assert_true (daybook_page_can (page, "done"));
  daybook_page_perform (page, "done");
  test_await (panel, GTK_TYPE_LABEL, "1 of 2");
  g_assert_false (daybook_page_can (page, "done"));
  test_await (panel, GTK_TYPE_LABEL, "Not yet");

  /* Somebody else at the desk has not. */
  daybook_desk_set_agent (daybook_desk_of (book.store), &lin);
  g_assert_true (daybook_page_can (page, "done"));
  daybook_page_perform (page, "done");
  test_await (panel, GTK_TYPE_LABEL, "2 of 2");
  g_assert_null (test_find (panel, GTK_TYPE_LABEL, "Not yet"));
  test_stage_close (stage);
  book_close (&book);
}

static void
apply (GtkWidget  *panel,
       const char *title,
       const char *text)
{
  GtkWidget *entry = test_await (panel, ADW_TYPE_ENTRY_ROW, title);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "apply");
}

#define UNTIL "Until when: tomorrow, Fri 18:00, 2026-12-01"

static void
test_changed_in_place (void)
{
  Book book;
  book_open (&book);
  DaybookId id = announce (&book, "Sale", NULL, DAYBOOK_ANNOUNCEMENT_NEWS, 0);
  DaybookPage *page = daybook_announcements_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkWidget *panel = open_panel (page, &id);

  apply (panel, "Title", "Sale of socks");
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Announcement · Sale of socks");
  test_await (panel, GTK_TYPE_LABEL, "Sale of socks");
  adw_combo_row_set_selected (ADW_COMBO_ROW (test_await (panel, ADW_TYPE_COMBO_ROW, "Kind")), DAYBOOK_ANNOUNCEMENT_ACTIVITY);
  test_await (panel, GTK_TYPE_LABEL, "Activity");
  apply (panel, UNTIL, "2025-11-23 18:00");
  test_await (panel, GTK_TYPE_LABEL, "Owner · 16:26 · Until Tomorrow 18:00");

  /* What cannot be is said, and stays to be mended. */
  apply (panel, UNTIL, "2025-11-21");
  g_assert_cmpstr (test_stage_get_said (stage), ==, "The time until which it holds is over already.");
  apply (panel, UNTIL, "soonish");
  g_assert_nonnull (strstr (test_stage_get_said (stage), "soonish"));
  g_assert_true (gtk_widget_has_css_class (test_find (panel, ADW_TYPE_ENTRY_ROW, UNTIL), "error"));
  apply (panel, "Title", " ");
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Say what is announced: a title is enough.");

  g_autoptr(DaybookRow) row = only_row (&book);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ANNOUNCEMENT_TITLE), ==, "Sale of socks");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ANNOUNCEMENT_KIND), ==, DAYBOOK_ANNOUNCEMENT_ACTIVITY);
  test_press (panel, "Holds No Longer");
  test_await (panel, GTK_TYPE_LABEL, "Owner · 16:26 · Held until 16:26");
  g_assert_null (test_find (panel, GTK_TYPE_BUTTON, "Holds No Longer"));

  daybook_page_perform (page, "trash");
  g_assert_cmpuint (book_count (&book, &daybook_announcements, ""), ==, 0);
  test_stage_close (stage);
  book_close (&book);
}

static gboolean
finds_article (gpointer data)
{
  g_autoptr(GArray) keys = daybook_reader_search (daybook_store_get_reader (data), &daybook_articles, "bottle", 1, NULL);

  return keys->len == 1;
}

/* An article is found by a word of its title, and goes again. */
static void
test_its_article (void)
{
  Book book;
  book_open (&book);
  DaybookId article = add_article (&book, "The <new> bottle");
  DaybookId id = announce (&book, "New", NULL, DAYBOOK_ANNOUNCEMENT_TRAINING, 0);
  DaybookPage *page = daybook_announcements_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkWidget *panel = open_panel (page, &id);

  test_wait_until (finds_article, book.store);
  gtk_editable_set_text (GTK_EDITABLE (test_await (panel, ADW_TYPE_ENTRY_ROW, "About an article: words of its title")), "bottle");
  GtkWidget *found = gtk_widget_get_ancestor (test_await (panel, GTK_TYPE_LABEL, "The <new> bottle"), ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_LIST_BOX), "row-activated", found);
  g_autoptr(DaybookRow) row = only_row (&book);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (row, DAYBOOK_ANNOUNCEMENT_ARTICLE), &article));

  test_press (panel, "The <new> bottle");
  g_assert_cmpstr (test_stage_get_shown (stage), ==, "articles");
  test_press (panel, "It is not about this article");
  g_autoptr(DaybookRow) bare = only_row (&book);
  g_assert_false (daybook_row_has (bare, DAYBOOK_ANNOUNCEMENT_ARTICLE));
  test_await (panel, ADW_TYPE_ENTRY_ROW, "About an article: words of its title");
  test_stage_close (stage);
  book_close (&book);
}

/* Written whole, and read by who wrote it. */
static void
test_a_new_one (void)
{
  Book book;
  book_open (&book);
  DaybookId lin = case_add_agent (&book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookPage *page = daybook_announcements_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  daybook_announcement_dialog_present (GTK_WIDGET (page), daybook_desk_of (book.store), NULL);
  GtkWidget *dialog = test_await_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "announce"));
  gtk_editable_set_text (GTK_EDITABLE (test_await (dialog, ADW_TYPE_ENTRY_ROW, "What everyone is to know")), "The till is broken");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "announce"));
  gtk_editable_set_text (GTK_EDITABLE (test_await (dialog, ADW_TYPE_ENTRY_ROW, UNTIL)), "soonish");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "announce"));
  gtk_editable_set_text (GTK_EDITABLE (test_await (dialog, ADW_TYPE_ENTRY_ROW, UNTIL)), "2025-11-23 18:00");
  test_await (dialog, GTK_TYPE_LABEL, "Sunday, 23 November 2025, 18:00");
  GtkTextView *view = GTK_TEXT_VIEW (test_await (dialog, GTK_TYPE_TEXT_VIEW, NULL));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "Cash only", -1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (test_await (dialog, ADW_TYPE_COMBO_ROW, "Kind")), DAYBOOK_ANNOUNCEMENT_SPECIAL);
  test_press (dialog, "Announce");
  test_await_no_dialog (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_cmpstr (test_stage_get_said (stage), ==, "Announced: The till is broken");
  g_autoptr(DaybookRow) row = only_row (&book);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ANNOUNCEMENT_TEXT), ==, "Cash only");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ANNOUNCEMENT_KIND), ==, DAYBOOK_ANNOUNCEMENT_SPECIAL);
  g_autoptr(GPtrArray) own = daybook_notices_unread (daybook_store_get_reader (book.store), daybook_store_get_agent (book.store), BOOK_NOW, NULL);
  g_autoptr(GPtrArray) others = daybook_notices_unread (daybook_store_get_reader (book.store), &lin, BOOK_NOW, NULL);
  g_assert_cmpuint (own->len, ==, 0);
  g_assert_cmpuint (others->len, ==, 1);
  test_stage_close (stage);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/announcements-page/nothing-yet", test_nothing_yet);
  g_test_add_func ("/announcements-page/who-has-read-it", test_who_has_read_it);
  g_test_add_func ("/announcements-page/changed-in-place", test_changed_in_place);
  g_test_add_func ("/announcements-page/its-article", test_its_article);
  g_test_add_func ("/announcements-page/a-new-one", test_a_new_one);
  return g_test_run ();
}
