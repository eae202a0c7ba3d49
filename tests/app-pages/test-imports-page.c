/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/desk.h"
#include "app/imports/import-row.h"
#include "app/imports/imports-page.h"
#include "app/imports/problem-list.h"
#include "core/aftersale.h"
#include "stage.h"
#include "store/import-problems.h"

#include <archive.h>
#include <archive_entry.h>
#include <sqlite3.h>
#include <string.h>

#define SHOPIFY \
  "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n" \
  "#1001,ann@example.com,paid,2024-05-01 10:00:00 +0000,fulfilled,CNY,30.00,2024-05-01 09:59:00 +0000,1,Tea,30.00\n" \
  "#1002,bob@example.com,paid,2024-05-02 10:00:00 +0000,unfulfilled,CNY,12.50,2024-05-02 09:59:00 +0000,1,Cup,12.50\n"

#define WITH_PROBLEMS \
  SHOPIFY \
  "1.93068E+15,eve@example.com,paid,2024-05-03 10:00:00 +0000,unfulfilled,CNY,1.00,2024-05-03 09:59:00 +0000,1,Spoon,1.00\n" \
  "#1004,eve@example.com,paid,2024-05-03 10:00:00 +0000,unfulfilled,CNY,ninety,2024-05-03 09:59:00 +0000,1,Spoon,1.00\n"

/* The shop's own table: nobody but its people know what is in it. */
#define OWN_TABLE \
  "Ticket,Client,When bought,What they paid,Mobile\n" \
  "T-1,Ann,2024-05-01,30.00,13812341234\n" \
  "T-2,Bob,2024-05-02,12.50,'13912345678\n"

/* Of a Tmall shop, with the columns that the platform writes. */
#define REFUNDS \
  "订单编号,退款编号,买家退款金额,是否需要退货,退款的申请时间,超时时间,退款状态,货物状态,退货物流单号,退货物流公司,买家退款原因,买家退款说明\n" \
  "2893812345678901234,120002,56.00,是,2026-11-20 11:00:00,2026-11-28 11:00:00,买家已经退货，等待卖家确认收货,买家已退货,SF1234567890123,顺丰速运,口味不合,想换红茶\n"

#define SAMPLE "This is the sample shop: the file goes into its made-up orders, not into your own shop."

static void
import (DaybookPage *page,
        GFile       *file)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  daybook_imports_page_import (DAYBOOK_IMPORTS_PAGE (page), G_LIST_MODEL (files));
}

/* An export as a platform mails it. */
static GFile *
write_locked (Book       *book,
              const char *password)
{
  GFile *file = test_write_file (book, "mailed.zip", "");
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:encryption=zipcrypt");
  archive_write_set_passphrase (archive, password);
  g_assert_cmpint (archive_write_open_filename (archive, g_file_peek_path (file)), ==, ARCHIVE_OK);
  archive_entry_set_pathname (entry, "orders.csv");
  archive_entry_set_size (entry, (la_int64_t) strlen (SHOPIFY));
  archive_entry_set_filetype (entry, AE_IFREG);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, SHOPIFY, strlen (SHOPIFY)), ==, (la_ssize_t) strlen (SHOPIFY));
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_entry_free (entry);
  archive_write_free (archive);
  return file;
}

/* How many orders the list was asked to show alone: those of an act, or -1 for all. */
static void
assert_shown (Book      *book,
              TestStage *stage,
              gint64     n)
{
  g_autoptr (DaybookQuery) query = daybook_query_new (&daybook_orders);

  query->act = test_stage_get_act (stage);
  if (n < 0)
    g_assert_true (daybook_id_is_null (&query->act));
  else
    g_assert_cmpint (daybook_reader_count (daybook_store_get_reader (book->store), query, 0, NULL), ==, n);
}

static void
test_a_file_is_previewed_imported_and_undone (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", SHOPIFY);

  test_await (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Imports Yet");
  import (page, file);
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Import");
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "¥42.50");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Feeds: Unpaid, To Ship, Who Buys Again");
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, SAMPLE));

  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Show the Orders");
  g_assert_cmpstr (test_stage_get_shown (stage), ==, "orders");
  assert_shown (&book, stage, 2);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 2);
  test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "orders_export.csv");

  /* The same file again changes nothing, and can be undone too. */
  import (page, file);
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Show the Orders");
  assert_shown (&book, stage, -1);
  import (page, file);
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Import");
  test_press (GTK_WIDGET (page), "Leave It");
  test_turn_loop ();
  test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "orders_export.csv");

  test_stage_close (stage);
  book_close (&book);
}

/* A list of refunds speaks of refunds, and no orders came of it to show. */
static void
test_a_list_of_refunds_speaks_of_refunds (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "refunds.csv", REFUNDS);

  import (page, file);
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "After-sales");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Earliest date");
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Lines"));
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Paid"));

  test_press (GTK_WIDGET (page), "Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "1 Row Imported");
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Show the Orders"));
  g_assert_cmpuint (book_count (&book, &daybook_aftersales, ""), ==, 1);

  test_stage_close (stage);
  book_close (&book);
}

/* Types into the dialog that asks, saying why. */
static void
answer_password (const char *why,
                 const char *password)
{
  GtkWidget *dialog;

  dialog = test_await_dialog (ADW_TYPE_MESSAGE_DIALOG);
  test_await (dialog, GTK_TYPE_LABEL, why);
  gtk_editable_set_text (GTK_EDITABLE (test_await (dialog, GTK_TYPE_PASSWORD_ENTRY, NULL)), password);
  test_press (dialog, "Unlock");
  test_await_no_dialog (ADW_TYPE_MESSAGE_DIALOG);
}

static void
test_a_locked_archive_asks_for_its_password (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = write_locked (&book, "sesame");
  GtkWidget *dialog;

  import (page, file);
  answer_password ("The archive is protected with a password, which whoever sent it knows.", "wrong");
  answer_password ("The password does not fit this archive, or the archive is damaged.", "sesame");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "¥42.50");
  test_press (GTK_WIDGET (page), "Leave It");

  import (page, file);
  dialog = test_await_dialog (ADW_TYPE_MESSAGE_DIALOG);
  test_press (dialog, "Leave It");
  test_await (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Imports Yet");
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);

  test_stage_close (stage);
  book_close (&book);
}

/* A time that was typed but not confirmed is meant; one that is none imports nothing. */
static void
test_a_typed_time_is_meant (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", SHOPIFY);

  import (page, file);
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Import");
  GtkWidget *as_of = test_find (GTK_WIDGET (page), ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_nonnull (as_of);
  gtk_editable_set_text (GTK_EDITABLE (as_of), "2024-13-01");
  test_press (GTK_WIDGET (page), "Import");
  test_turn_loop ();
  g_assert_true (gtk_widget_has_css_class (as_of, "error"));
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (as_of), "2024-05-03 08:00");
  test_press (GTK_WIDGET (page), "Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Show the Orders");
  g_assert_cmpuint (book_count (&book, &daybook_orders, "as_of = 2024-05-03T08:00:00+08:00"), ==, 2);

  test_stage_close (stage);
  book_close (&book);
}

static void
test_files_wait_for_their_turn (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", SHOPIFY);
  g_autoptr (GFile) other = test_write_file (&book, "orders_export_2.csv", SHOPIFY);

  import (page, file);
  test_press (GTK_WIDGET (page), "Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Show the Orders");
  import (page, other);
  GtkWidget *waiting = test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "1 more file waits for its turn.");
  g_assert_cmpstr (test_stage_get_said (stage), ==, "");
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Next File (1 Waiting)");

  /* Dropped again, it waits once. */
  import (page, other);
  test_press (GTK_WIDGET (page), "Next File (1 Waiting)");
  g_assert_false (gtk_widget_get_visible (waiting));
  test_press (GTK_WIDGET (page), "Leave It");
  test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "orders_export.csv");

  test_stage_close (stage);
  book_close (&book);
}

static void
test_undo_from_the_result (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", SHOPIFY);

  import (page, file);
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Undo");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Import Undone");
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);

  /* The list keeps an import that was undone. */
  test_press (GTK_WIDGET (page), "Done");
  test_turn_loop ();
  test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "orders_export.csv");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Undone");

  test_stage_close (stage);
  book_close (&book);
}

static void
test_undo_from_the_list (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", SHOPIFY);

  import (page, file);
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Done");
  GtkWidget *row = test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "orders_export.csv");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  test_press (GTK_WIDGET (page), "Show the Orders");
  DaybookId act = test_stage_get_act (stage);
  g_assert_true (daybook_id_equal (&act, daybook_import_row_get_act (DAYBOOK_IMPORT_ROW (row))));
  test_press (GTK_WIDGET (page), "Undo This Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Import Undone");
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);
  test_press (GTK_WIDGET (page), "Done");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Undone");
  g_assert_null (test_find (row, GTK_TYPE_BUTTON, "Show the Orders"));

  test_stage_close (stage);
  book_close (&book);
}

static void
test_an_unknown_table_is_mapped_once (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "ours.csv", OWN_TABLE);
  g_autoptr (GFile) later = test_write_file (&book, "later.csv", OWN_TABLE "T-3,Eve,2024-05-03,1.00,\n");

  import (page, file);
  test_await (GTK_WIDGET (page), ADW_TYPE_COMBO_ROW, "Order number");
  GtkWidget *number = test_find (GTK_WIDGET (page), ADW_TYPE_COMBO_ROW, "Order number");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (number)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (number), 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (number)), ==, "for example T-1");
  test_await (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "Order number: T-2 · Phone: 139****5678");
  GtkWidget *phone = test_find (GTK_WIDGET (page), ADW_TYPE_COMBO_ROW, "Phone");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (phone)), ==, "for example 138****1234");
  test_press (GTK_WIDGET (page), "Read the File");
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Done");
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 2);

  /* Remembered by its headings: the next one goes straight to the preview. */
  import (page, later);
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Done");
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 3);

  test_stage_close (stage);
  book_close (&book);
}

static void
test_a_refused_file_is_explained (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) empty = test_write_file (&book, "<b>empty & odd.csv", "");

  import (page, empty);
  GtkWidget *another = test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Try Another File…");
  GtkWidget *done = test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Done");
  g_assert_true (gtk_widget_has_css_class (another, "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (done, "suggested-action"));
  GtkWidget *status = test_find (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, NULL);
  g_assert_nonnull (strstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), "&lt;b&gt;empty &amp; odd.csv"));
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (status)), !=, "");
  test_press (GTK_WIDGET (page), "Done");
  test_turn_loop ();
  test_await (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "No Imports Yet");

  test_stage_close (stage);
  book_close (&book);
}

/* The clipboard holds this text sooner or later. */
typedef struct
{
  GdkClipboard *clipboard;
  char         *text;
  gboolean      read;
} Copied;

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Copied *copied = data;

  copied->text = gdk_clipboard_read_text_finish (copied->clipboard, result, NULL);
  copied->read = TRUE;
}

static gboolean
is_read (gpointer data)
{
  return ((Copied *) data)->read;
}

static char *
read_clipboard (GtkWidget *widget)
{
  Copied copied = { .clipboard = gtk_widget_get_clipboard (widget) };

  gdk_clipboard_read_text_async (copied.clipboard, NULL, on_text_read, &copied);
  test_wait_until (is_read, &copied);
  return copied.text;
}

static void
assert_problems (DaybookPage *page)
{
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "2 rows had problems and were not imported");
  test_await (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "“ninety” is not an amount of money.");
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "2 rows have problems and will not be imported"));
}

static void
open_row (DaybookPage *page,
          const char  *file)
{
  GtkWidget *row = test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, file);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

static void
test_problems_can_be_looked_at_later (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", WITH_PROBLEMS);
  g_autofree char *text = NULL;

  import (page, file);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "2 rows have problems and will not be imported");
  test_press (GTK_WIDGET (page), "Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Show the Orders");
  assert_problems (page);

  test_press (GTK_WIDGET (page), "Done");
  test_turn_loop ();
  open_row (page, "orders_export.csv");
  assert_problems (page);
  test_press (GTK_WIDGET (page), "Copy the List");
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Copied: 2 rows had problems and were not imported");
  text = read_clipboard (GTK_WIDGET (page));
  g_assert_true (g_str_has_prefix (text, "Row\tColumn\tValue\tWhy\n4\tName\t1.93068E+15\t"));
  g_assert_nonnull (strstr (text, "\n5\tTotal\tninety\t“ninety” is not an amount of money.\n"));

  /* They are still there when the import is taken back. */
  test_press (GTK_WIDGET (page), "Undo This Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Import Undone");
  test_press (GTK_WIDGET (page), "Done");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Undone");
  open_row (page, "orders_export.csv");
  assert_problems (page);

  test_stage_close (stage);
  book_close (&book);
}

/* Somebody at another laptop, or the command line, goes on working meanwhile. */
static void
test_an_open_import_stays_open (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) first = test_write_file (&book, "first.csv", WITH_PROBLEMS);
  g_autoptr (GFile) second = test_write_file (&book, "second.csv", SHOPIFY
    "#1003,joe@example.com,paid,2024-05-04 10:00:00 +0000,fulfilled,CNY,3.00,2024-05-04 09:59:00 +0000,1,Lid,3.00\n");
  g_autoptr (GtkWidget) row = NULL;

  import (page, first);
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Done");
  test_turn_loop ();
  open_row (page, "first.csv");
  assert_problems (page);
  row = g_object_ref (test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "first.csv"));

  book_set (&book, &daybook_shops, daybook_store_get_shop (book.store), DAYBOOK_SHOP_NAME, daybook_value_text ("Tea"));
  test_turn_loop ();
  import (page, second);
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Done");
  test_await (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "second.csv");
  g_assert_true (test_find (GTK_WIDGET (page), DAYBOOK_TYPE_IMPORT_ROW, "first.csv") == row);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));

  test_stage_close (stage);
  book_close (&book);
}

static void
test_a_file_in_the_sample_shop (void)
{
  Book book;
  book_open (&book);
  daybook_desk_mark_sample (daybook_desk_of (book.store));
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", SHOPIFY);

  import (page, file);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, SAMPLE);

  test_stage_close (stage);
  book_close (&book);
}

/* The first of many, so that the sums below them stay in sight. */
static void
test_many_kept_problems_come_in_pieces (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GString) text = g_string_new (SHOPIFY);

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (text, "#20%02u,eve@example.com,paid,2024-05-03 10:00:00 +0000,unfulfilled,CNY,odd %u,"
                            "2024-05-03 09:59:00 +0000,1,Spoon,1.00\n", i, i);
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", text->str);
  import (page, file);
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Done");
  test_turn_loop ();
  open_row (page, "orders_export.csv");
  test_await (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "“odd 9” is not an amount of money.");
  g_assert_null (test_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "“odd 10” is not an amount of money."));
  test_press (GTK_WIDGET (page), "Show More Problems");
  test_await (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "“odd 11” is not an amount of money.");
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Show More Problems"));

  test_stage_close (stage);
  book_close (&book);
}

/* Who passes the list on knows that it is not all of it. */
static void
test_a_copy_of_too_many_problems_says_so (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GString) text = g_string_new ("订单编号,总金额\n");

  for (guint i = 0; i <= DAYBOOK_IMPORT_PROBLEMS_MAX; i++)
    g_string_append_printf (text, "%u,odd\n", 100000 + i);
  g_autoptr (GFile) file = test_write_file (&book, "orders.csv", text->str);
  import (page, file);
  test_press (GTK_WIDGET (page), "Copy the List");
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Copied: the first 10,000 problems");

  test_stage_close (stage);
  book_close (&book);
}

/* As an older Daybook left an import, and as that of another laptop arrives. */
static void
test_problems_that_were_not_kept_are_said (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", WITH_PROBLEMS);
  g_autofree char *path = g_build_filename (book.folder, "daybook.db", NULL);
  sqlite3 *db;

  import (page, file);
  test_press (GTK_WIDGET (page), "Import");
  test_press (GTK_WIDGET (page), "Done");
  test_turn_loop ();
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM import_problem_rows; DELETE FROM import_problems", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), ==, 2);
  sqlite3_close (db);

  open_row (page, "orders_export.csv");
  test_await (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW,
              "The list was not kept. It is shown when you open the file again, before anything is imported.");
  g_assert_null (test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Copy the List"));

  test_stage_close (stage);
  book_close (&book);
}

static gboolean
is_said (gpointer data)
{
  return *test_stage_get_said (data) != '\0';
}

/* Saves the rows that a list shows; what the file is then. */
static char *
save_rows (Book      *book,
           TestStage *stage,
           GtkWidget *list)
{
  g_autofree char *path = g_build_filename (book->folder, "problems.csv", NULL);
  g_autoptr(DaybookDisclosure) disclosure = daybook_disclosure_new (DAYBOOK_BASIS_ORDER, NULL, NULL);
  char *text = NULL;

  daybook_problem_list_save_to (DAYBOOK_PROBLEM_LIST (list), disclosure, path);
  test_wait_until (is_said, stage);
  g_assert_cmpstr (test_stage_get_said (stage), ==, "2 rows exported: problems.csv");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Before the import and long after it the rows are the same; corrected, they are imported. */
static void
test_problem_rows_are_saved_and_taken_again (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", WITH_PROBLEMS);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  import (page, file);
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Save Problem Rows…");
  before = save_rows (&book, stage, test_find (GTK_WIDGET (page), DAYBOOK_TYPE_PROBLEM_LIST, NULL));
  test_press (GTK_WIDGET (page), "Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Save Problem Rows…");
  test_press (GTK_WIDGET (page), "Done");
  test_turn_loop ();
  open_row (page, "orders_export.csv");
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Save Problem Rows…");
  g_autofree char *after = save_rows (&book, stage, test_find (GTK_WIDGET (page), DAYBOOK_TYPE_PROBLEM_LIST, NULL));
  g_assert_cmpstr (after, ==, before);

  g_autoptr (GString) text = g_string_new (after);
  g_assert_cmpuint (g_string_replace (text, "1.93068E+15", "#1003", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (text, ",ninety,", ",90.00,", 0), ==, 1);
  g_autoptr (GFile) corrected = test_write_file (&book, "corrected.csv", text->str);
  import (page, corrected);
  test_press (GTK_WIDGET (page), "Import");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "2 Orders Imported");
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 4);

  test_stage_close (stage);
  book_close (&book);
}

/* The plot and the lists' chips take their colours from one table. */
static void
test_every_stage_has_its_colour (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/io/github/daybook/Daybook/style.css", 0, NULL);
  g_autofree char *style = NULL;

  g_assert_nonnull (bytes);
  style = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < DAYBOOK_N_STAGES; i++)
    {
      const char *word = daybook_orders.fields[DAYBOOK_ORDER_STAGE].words[i].word;
      g_autofree char *colour = g_strdup_printf ("@define-color stage_%s ", word);
      g_autofree char *chip = g_strdup_printf (".chip-%s ", word);
      const char *rule = strstr (style, chip);
      g_autofree char *use = g_strdup_printf ("@stage_%s,", word);

      g_test_message ("%s", word);
      g_assert_nonnull (strstr (style, colour));
      g_assert_nonnull (rule);
      g_assert_true (strstr (rule, use) != NULL && strstr (rule, use) < strchr (rule, '}'));
    }
}

/* Closed in the middle of the work: nothing is told to who is gone. */
static void
test_closing_while_reading (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_imports_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  g_autoptr (GFile) file = test_write_file (&book, "orders_export.csv", SHOPIFY);
  gpointer weak = page;

  g_object_add_weak_pointer (G_OBJECT (page), &weak);
  import (page, file);
  test_stage_close (stage);
  g_assert_null (weak);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);

  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/imports-page/files-wait-for-their-turn", test_files_wait_for_their_turn);
  g_test_add_func ("/imports-page/a-typed-time-is-meant", test_a_typed_time_is_meant);
  g_test_add_func ("/imports-page/a-file-is-previewed-imported-and-undone", test_a_file_is_previewed_imported_and_undone);
  g_test_add_func ("/imports-page/a-list-of-refunds-speaks-of-refunds", test_a_list_of_refunds_speaks_of_refunds);
  g_test_add_func ("/imports-page/a-locked-archive-asks-for-its-password", test_a_locked_archive_asks_for_its_password);
  g_test_add_func ("/imports-page/undo-from-the-result", test_undo_from_the_result);
  g_test_add_func ("/imports-page/undo-from-the-list", test_undo_from_the_list);
  g_test_add_func ("/imports-page/an-unknown-table-is-mapped-once", test_an_unknown_table_is_mapped_once);
  g_test_add_func ("/imports-page/a-refused-file-is-explained", test_a_refused_file_is_explained);
  g_test_add_func ("/imports-page/problems-can-be-looked-at-later", test_problems_can_be_looked_at_later);
  g_test_add_func ("/imports-page/an-open-import-stays-open", test_an_open_import_stays_open);
  g_test_add_func ("/imports-page/many-kept-problems-come-in-pieces", test_many_kept_problems_come_in_pieces);
  g_test_add_func ("/imports-page/a-copy-of-too-many-problems-says-so", test_a_copy_of_too_many_problems_says_so);
  g_test_add_func ("/imports-page/problem-rows-are-saved-and-taken-again", test_problem_rows_are_saved_and_taken_again);
  g_test_add_func ("/imports-page/problems-that-were-not-kept-are-said", test_problems_that_were_not_kept_are_said);
  g_test_add_func ("/imports-page/a-file-in-the-sample-shop", test_a_file_in_the_sample_shop);
  g_test_add_func ("/imports-page/every-stage-has-its-colour", test_every_stage_has_its_colour);
  g_test_add_func ("/imports-page/closing-while-reading", test_closing_while_reading);
  return g_test_run ();
}
