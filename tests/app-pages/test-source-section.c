/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-panel.h"
#include "app/common/row-source.h"
#include "stage.h"
#include "store/staging.h"

/* What the file says of an order, in its panel. */

#define HEADER "Name\x1f" "Billing Name\x1f" "Payment Method\x1f" "Lineitem name\x1f" "Lineitem sku"
#define FIRST "#1001\x1f" "Ann Walker\x1f" "Bogus Gateway\x1f" "Teapot"
#define SECOND "#1001\x1f\x1f\x1f" "Cup"

typedef struct
{
  Book               book;
  DaybookOrderPanel *panel;
  TestStage         *stage;
} Desk;

static void
import (Book       *book,
        const char *number,
        const char *raw,
        const char *header)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store), .platform = "shopify", .kind = "orders",
    .file = "orders.csv", .encoding = "UTF-8", .form = g_str_hash (header), .header = header,
  };
  g_autoptr(DaybookStaging) staging = daybook_staging_new (book->store, &spec, &error);
  g_autoptr(DaybookOutcome) outcome = NULL;

  g_assert_no_error (error);
  daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, number);
  daybook_record_set_int (record, DAYBOOK_ORDER_CREATED, BOOK_NOW);
  g_string_append (record->raw, raw);
  g_assert_true (daybook_staging_add (staging, record, &error));
  daybook_staging_set_as_of (staging, BOOK_NOW);
  g_assert_true (daybook_staging_finish (staging, 1, "{}", &error));
  outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  daybook_staging_discard (staging);
}

static void
show_order (Desk       *desk,
            const char *number)
{
  DaybookReader *reader = daybook_store_get_reader (desk->book.store);
  g_autoptr(GPtrArray) orders = daybook_reader_orders_numbered (reader, number, NULL);

  g_assert_cmpuint (orders->len, ==, 1);
  daybook_order_panel_show (desk->panel, g_ptr_array_index (orders, 0));
  test_turn_loop ();
}

static void
desk_open (Desk *desk)
{
  book_open (&desk->book);
  desk->panel = g_object_new (DAYBOOK_TYPE_ORDER_PANEL, NULL);
  daybook_order_panel_set_desk (desk->panel, daybook_desk_of (desk->book.store));
  desk->stage = test_stage_new (desk->book.store, GTK_WIDGET (desk->panel));
}

static void
desk_close (Desk *desk)
{
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

static GtkWidget *
find_section (Desk *desk)
{
  return test_find (GTK_WIDGET (desk->panel), DAYBOOK_TYPE_ROW_SOURCE, NULL);
}

static GtkWidget *
find_label (Desk       *desk,
            const char *text)
{
  return test_find (GTK_WIDGET (desk->panel), GTK_TYPE_LABEL, text);
}

static void
open_section (Desk *desk)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_section (desk)), TRUE);
}

static void
test_it_is_read_when_it_is_opened (void)
{
  Desk desk;

  desk_open (&desk);
  import (&desk.book, "#1001", FIRST "\x1e" SECOND, HEADER);
  show_order (&desk, "#1001");
  g_assert_nonnull (find_section (&desk));
  g_assert_null (find_label (&desk, "Bogus Gateway"));

  open_section (&desk);
  GtkWidget *value = test_await (GTK_WIDGET (desk.panel), GTK_TYPE_LABEL, "Bogus Gateway");
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (value)));
  g_assert_nonnull (find_label (&desk, "Payment Method"));
  g_assert_nonnull (find_label (&desk, "Shopify orders · 5 columns"));
  g_assert_nonnull (find_label (&desk, "Row 2 of This Order"));
  g_assert_nonnull (find_label (&desk, "Cup"));
  /* Masked, and without an eye. */
  g_assert_nonnull (find_label (&desk, "A** W*****"));
  g_assert_null (find_label (&desk, "Ann Walker"));

  test_press (GTK_WIDGET (desk.panel), "Copy All");
  g_assert_cmpstr (test_stage_get_said (desk.stage), ==, "Copied: From the File");
  desk_close (&desk);
}

static void
test_another_order_closes_it (void)
{
  Desk desk;

  desk_open (&desk);
  import (&desk.book, "#1001", FIRST, HEADER);
  import (&desk.book, "#1002", "#1002\x1f\x1f" "Cash", HEADER);
  show_order (&desk, "#1001");
  open_section (&desk);
  test_await (GTK_WIDGET (desk.panel), GTK_TYPE_LABEL, "Bogus Gateway");

  /* Shown again, as after every change of the book, it stays open. */
  show_order (&desk, "#1001");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (find_section (&desk))));

  show_order (&desk, "#1002");
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (find_section (&desk))));
  open_section (&desk);
  test_await (GTK_WIDGET (desk.panel), GTK_TYPE_LABEL, "Cash");
  g_assert_null (find_label (&desk, "Bogus Gateway"));
  desk_close (&desk);
}

static void
test_an_order_of_no_file_has_none (void)
{
  Desk desk;

  desk_open (&desk);
  DaybookId id = book_add_order (&desk.book, "2001", BOOK_NOW);
  g_autoptr(DaybookRow) order = book_row (&desk.book, &daybook_orders, &id);
  daybook_order_panel_show (desk.panel, order);
  test_turn_loop ();
  g_assert_nonnull (find_label (&desk, "2001"));
  g_assert_null (find_section (&desk));
  desk_close (&desk);
}

static void
test_lost_headings_are_said (void)
{
  Desk desk;

  desk_open (&desk);
  import (&desk.book, "#1001", FIRST, "");
  show_order (&desk, "#1001");
  open_section (&desk);
  test_await (GTK_WIDGET (desk.panel), GTK_TYPE_LABEL,
              "The headings of an earlier file were not kept. They are there when it is imported again.");
  g_assert_null (find_label (&desk, "Ann Walker"));
  g_assert_null (test_find (GTK_WIDGET (desk.panel), GTK_TYPE_BUTTON, "Copy All"));
  desk_close (&desk);
}

static gboolean
is_gone (gpointer weak)
{
  return *(gpointer *) weak == NULL;
}

/* Closed in the middle of the reading: nothing is told to who is gone, and it goes when
 * the reading has ended. */
static void
test_closing_while_reading (void)
{
  Desk desk;
  gpointer weak;

  desk_open (&desk);
  import (&desk.book, "#1001", FIRST, HEADER);
  show_order (&desk, "#1001");
  weak = find_section (&desk);
  g_object_add_weak_pointer (G_OBJECT (weak), &weak);
  open_section (&desk);
  desk_close (&desk);
  test_wait_until (is_gone, &weak);
  g_assert_null (weak);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/source-section/it-is-read-when-it-is-opened", test_it_is_read_when_it_is_opened);
  g_test_add_func ("/source-section/another-order-closes-it", test_another_order_closes_it);
  g_test_add_func ("/source-section/an-order-of-no-file-has-none", test_an_order_of_no_file_has_none);
  g_test_add_func ("/source-section/lost-headings-are-said", test_lost_headings_are_said);
  g_test_add_func ("/source-section/closing-while-reading", test_closing_while_reading);
  return g_test_run ();
}
