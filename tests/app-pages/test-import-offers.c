/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/desk.h"
#include "app/imports/import-row.h"
#include "app/imports/imports-page.h"
#include "app/imports/paste-dialog.h"
#include "app/watch/watch-folder.h"
#include "core/review.h"
#include "stage.h"

#include <glib/gstdio.h>
#include <string.h>

/* What comes to the page of imports without anybody choosing a file: what is pasted, and what is
 * new in a watched folder. */

#define REVIEWS \
  "商品评价\n买家：ann@example.com\n2026-11-20 10:03\n★★★★★\n杯子很厚实\n\nt**8\n2026-11-21 09:00\n差评\n碎了 <b>\n商家回复：已补发\n"
/* The shop's own table: nobody but its people know what is in it. */
#define OWN_TABLE \
  "Ticket,Client,When bought,What they paid,Mobile\n" \
  "T-1,Ann,2024-05-01,30.00,13812341234\n" \
  "T-2,Bob,2024-05-02,12.50,'13912345678\n"
#define SHOPIFY \
  "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n" \
  "#1001,ann@example.com,paid,2024-05-01 10:00:00 +0000,fulfilled,CNY,30.00,2024-05-01 09:59:00 +0000,1,Tea,30.00\n" \
  "#1002,bob@example.com,paid,2024-05-02 10:00:00 +0000,unfulfilled,CNY,12.50,2024-05-02 09:59:00 +0000,1,Cup,12.50\n"

static GtkWidget *
open_paste_dialog (DaybookPage *page)
{
  GtkWidget *dialog;

  test_press (GTK_WIDGET (page), "Paste Reviews…");
  dialog = test_await_dialog (DAYBOOK_TYPE_PASTE_DIALOG);
  return dialog;
}

static void
paste (GtkWidget  *dialog,
       const char *text)
{
  GtkWidget *view = test_await (dialog, GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_pasted_reviews_are_shown_and_imported (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkWidget *dialog = open_paste_dialog (page);

  paste (dialog, REVIEWS);
  test_await (dialog, GTK_TYPE_LABEL, "2 reviews found");
  test_await (dialog, GTK_TYPE_LABEL, "1 line is of no review and is left out: “商品评价”");
  test_await (dialog, ADW_TYPE_ACTION_ROW, "碎了 <b>");
  GtkWidget *row = test_await (dialog, ADW_TYPE_ACTION_ROW, "杯子很厚实");
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  g_assert_null (strstr (subtitle, "ann@"));
  g_assert_nonnull (strstr (subtitle, "2026-11-20 10:03"));
  test_await (row, GTK_TYPE_LABEL, "★★★★★");

  test_press (dialog, "Import");
  test_await_no_dialog (DAYBOOK_TYPE_PASTE_DIALOG);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Pasted reviews");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Reviews");
  g_assert_cmpuint (book_count (&book, &daybook_reviews, ""), ==, 0);
  test_press (GTK_WIDGET (page), "Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "2 Rows Imported");
  g_assert_cmpuint (book_count (&book, &daybook_reviews, "platform = 'taobao'"), ==, 2);
  g_assert_cmpuint (book_count (&book, &daybook_reviews, "stars = 1"), ==, 1);

  test_press (GTK_WIDGET (page), "Undo");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Import Undone");
  g_assert_cmpuint (book_count (&book, &daybook_reviews, ""), ==, 0);
  test_press (GTK_WIDGET (page), "Done");
  test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "Pasted reviews");

  test_stage_close (stage);
  book_close (&book);
}

/* What was copied is pasted by the person alone; without reviews there is nothing to import. */
static void
test_nothing_is_pasted_unasked (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkWidget *dialog;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (stage)), REVIEWS);
  dialog = open_paste_dialog (page);
  GtkWidget *view = test_await (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (test_find (dialog, GTK_TYPE_BUTTON, "Import")));
  g_assert_true (gtk_widget_has_focus (view));

  paste (dialog, "hello");
  test_await (dialog, GTK_TYPE_LABEL, "No review is to be seen in this text. Each begins with a name or a date.");
  g_assert_false (gtk_widget_get_sensitive (test_find (dialog, GTK_TYPE_BUTTON, "Import")));
  paste (dialog, "订单编号\t买家会员名\t总金额\n1\tx\t3\n");
  test_await (dialog, GTK_TYPE_LABEL, "This is a table, but not of reviews. Save it as a file and import that.");

  paste (dialog, REVIEWS);
  test_await (dialog, GTK_TYPE_LABEL, "2 reviews found");
  test_press (dialog, "Cancel");
  test_await_no_dialog (DAYBOOK_TYPE_PASTE_DIALOG);
  test_await (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Imports Yet");
  g_assert_cmpuint (book_count (&book, &daybook_reviews, ""), ==, 0);

  test_stage_close (stage);
  book_close (&book);
}

/* The platform that is chosen is the reviews'; a table goes the way of files. */
static void
test_a_pasted_table_of_a_platform (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkWidget *dialog = open_paste_dialog (page);
  GtkWidget *platform = test_await (dialog, ADW_TYPE_COMBO_ROW, "Platform");

  adw_combo_row_set_selected (ADW_COMBO_ROW (platform), 2);
  paste (dialog, "买家昵称\t评价时间\t评价内容\t评分\nt**8\t2026-11-20\t好\t5\n");
  test_await (dialog, GTK_TYPE_LABEL, "This is a table of reviews. It is read like a file, and shown before it is imported.");
  gtk_widget_activate_action (dialog, "paste.import", NULL);
  test_press (GTK_WIDGET (page), "Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "1 Row Imported");
  g_assert_cmpuint (book_count (&book, &daybook_reviews, "platform = 'jd'"), ==, 1);

  /* The next time it is the first. */
  test_press (GTK_WIDGET (page), "Done");
  dialog = open_paste_dialog (page);
  platform = test_await (dialog, ADW_TYPE_COMBO_ROW, "Platform");
  GtkStringObject *chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (platform));
  g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, "JD");
  gtk_widget_activate_action (dialog, "window.close", NULL);
  test_await_no_dialog (DAYBOOK_TYPE_PASTE_DIALOG);

  test_stage_close (stage);
  book_close (&book);
}

static gboolean
is_watching (gpointer data)
{
  return daybook_watch_folder_is_watching (data);
}

/* Watches a new folder beside the book from now on. (transfer full) */
static char *
watch (Book *book)
{
  DaybookWatchFolder *folder = daybook_watch_folder_of (book->store);
  char *path = g_build_filename (book->folder, "Downloads", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_make_directory (file, NULL, NULL));
  daybook_watch_folder_set_folder (folder, file);
  daybook_watch_folder_set_on (folder, TRUE);
  test_wait_until (is_watching, folder);
  /* The clock of files is some milliseconds late. */
  g_usleep (50 * G_TIME_SPAN_MILLISECOND);
  return path;
}

static void
unwatch (Book *book)
{
  daybook_watch_folder_set_on (daybook_watch_folder_of (book->store), FALSE);
}

static void
save_export (const char *folder,
             const char *name,
             const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* The button says what it does with the file for those who do not see where it stands. */
static GtkWidget *
await_button (DaybookPage *page,
              const char  *file,
              const char  *label)
{
  GtkWidget *row = test_await (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, file);

  return test_await (row, GTK_TYPE_BUTTON, label);
}

static void
test_new_exports_are_offered (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autofree char *folder = watch (&book);

  test_await (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Imports Yet");
  save_export (folder, "orders <1>.csv", SHOPIFY);
  save_export (folder, "other.csv", OWN_TABLE);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "New in Downloads");
  await_button (page, "other.csv", "Import…");
  g_assert_nonnull (test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Import All…"));
  g_signal_emit_by_name (await_button (page, "other.csv", "Dismiss"), "clicked");
  test_turn_loop ();
  g_assert_null (test_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "other.csv"));

  /* Looked at and left, it is still there; imported it is not, nor is it taken by itself. */
  g_signal_emit_by_name (await_button (page, "orders <1>.csv", "Import…"), "clicked");
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Import");
  test_press (GTK_WIDGET (page), "Leave It");
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);
  g_signal_emit_by_name (await_button (page, "orders <1>.csv", "Import…"), "clicked");
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Done");
  test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "orders <1>.csv");
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 2);
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "New in Downloads"));

  unwatch (&book);
  test_stage_close (stage);
  book_close (&book);
}

/* One after the other, the oldest first; one that brings nothing new was imported too. */
static void
test_all_new_exports_are_imported (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autofree char *folder = watch (&book);

  save_export (folder, "first.csv", SHOPIFY);
  g_usleep (50 * G_TIME_SPAN_MILLISECOND);
  save_export (folder, "second.csv", SHOPIFY);
  test_press (GTK_WIDGET (page), "Import All…");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "first.csv");
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Next File (1 Waiting)");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "second.csv");
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Done");
  test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "first.csv");
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "New in Downloads"));

  unwatch (&book);
  test_stage_close (stage);
  book_close (&book);
}

static void
test_a_folder_that_is_gone_is_said (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autofree char *folder = watch (&book);

  g_assert_cmpint (g_rmdir (folder), ==, 0);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL,
              "The folder “Downloads” is not there. New exports are looked for again when it is back.");

  unwatch (&book);
  test_turn_loop ();
  test_await (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Imports Yet");
  test_stage_close (stage);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/import-offers/pasted-reviews-are-shown-and-imported", test_pasted_reviews_are_shown_and_imported);
  g_test_add_func ("/import-offers/nothing-is-pasted-unasked", test_nothing_is_pasted_unasked);
  g_test_add_func ("/import-offers/a-pasted-table-of-a-platform", test_a_pasted_table_of_a_platform);
  g_test_add_func ("/import-offers/new-exports-are-offered", test_new_exports_are_offered);
  g_test_add_func ("/import-offers/all-new-exports-are-imported", test_all_new_exports_are_imported);
  g_test_add_func ("/import-offers/a-folder-that-is-gone-is-said", test_a_folder_that_is_gone_is_said);
  return g_test_run ();
}
