/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/act-row.h"
#include "app/common/change-words.h"
#include "app/history/history-page.h"
#include "app/history/trash-page.h"
#include "app/history/trash-row.h"
#include "stage.h"

/* Opens the line of the act in the panel. */
static void
open_act (DaybookPage     *page,
          const DaybookId *act)
{
  GtkWidget *row = test_await (GTK_WIDGET (page), DAYBOOK_TYPE_ACT_ROW, NULL);

  while (row != NULL
         && !daybook_id_equal (&daybook_act_item_get (daybook_act_row_get_item (DAYBOOK_ACT_ROW (row)))->id, act))
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  test_turn_loop ();
}

static void
test_the_page_says_what_it_is (void)
{
  Book book;
  book_open (&book);
  DaybookPage *page = daybook_history_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  /* The header has the search in its middle. */
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "History");

  test_stage_close (stage);
  book_close (&book);
}

static void
test_any_act_is_undone_and_redone (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId act = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("call <her>"));
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_FLAG, daybook_value_int (DAYBOOK_FLAG_RED));
  DaybookPage *page = daybook_history_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  open_act (page, &act);
  g_assert_true (daybook_page_is_panel_open (page));
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Note: empty → call <her>");

  test_press (GTK_WIDGET (page), "Undo This");
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Redo This");
  g_autoptr (DaybookRow) undone = book_row (&book, &daybook_orders, &order);
  g_assert_cmpstr (daybook_row_text (undone, DAYBOOK_ORDER_NOTE), ==, "");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "1 change was taken back.");

  test_press (GTK_WIDGET (page), "Redo This");
  test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Undo This");
  g_autoptr (DaybookRow) redone = book_row (&book, &daybook_orders, &order);
  g_assert_cmpstr (daybook_row_text (redone, DAYBOOK_ORDER_NOTE), ==, "call <her>");

  test_stage_close (stage);
  book_close (&book);
}

static void
test_what_is_kept_is_listed (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId act = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("one"));
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("two"));
  DaybookPage *page = daybook_history_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  open_act (page, &act);
  test_press (GTK_WIDGET (page), "Undo This");
  test_await (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "1001 · Note");
  g_autoptr (DaybookRow) row = book_row (&book, &daybook_orders, &order);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ORDER_NOTE), ==, "two");

  test_stage_close (stage);
  book_close (&book);
}

/* Nobody is offered what would be refused. */
static void
test_the_opening_of_the_book_has_no_undo (void)
{
  Book book;
  book_open (&book);
  g_autoptr (GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (book.store), NULL, NULL, 0, 0, NULL);
  g_assert_cmpuint (acts->len, ==, 1);
  const DaybookAct *opening = g_ptr_array_index (acts, 0);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId act = book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_NOTE, daybook_value_text ("x"));
  DaybookPage *page = daybook_history_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  open_act (page, &act);
  GtkWidget *button = test_await (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Undo This");
  g_assert_true (gtk_widget_get_visible (button));
  open_act (page, &opening->id);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "Opened the book");
  g_assert_false (gtk_widget_get_visible (button));

  test_stage_close (stage);
  book_close (&book);
}

static guint
count_rows (DaybookPage *page)
{
  GtkWidget *row = test_find (GTK_WIDGET (page), DAYBOOK_TYPE_ACT_ROW, NULL);
  guint n = 0;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    n += DAYBOOK_IS_ACT_ROW (row);
  return n;
}

/* An act of another page appears at once. */
static gboolean
has_three_rows (gpointer page)
{
  return count_rows (page) == 3;
}

static void
test_new_acts_appear_and_words_filter (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookPage *page = daybook_history_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  test_await (GTK_WIDGET (page), DAYBOOK_TYPE_ACT_ROW, NULL);
  g_assert_cmpuint (count_rows (page), ==, 2); /* the opening of the book, the order */
  book_set (&book, &daybook_orders, &order, DAYBOOK_ORDER_FLAG, daybook_value_int (DAYBOOK_FLAG_RED));
  test_wait_until (has_three_rows, page);

  GtkWidget *entry = test_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such words");
  test_await (GTK_WIDGET (page), ADW_TYPE_STATUS_PAGE, "Nothing Like This in the History");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  test_wait_until (has_three_rows, page);

  test_stage_close (stage);
  book_close (&book);
}

static DaybookId
add_product (Book       *book,
             const char *name)
{
  g_autoptr (DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr (DaybookOutcome) outcome = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_products, &id);
  daybook_edit_give (edit, DAYBOOK_PRODUCT_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_PLATFORM, daybook_value_text ("tmall"));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_NUMBER, daybook_value_text (name));
  daybook_edit_give (edit, DAYBOOK_PRODUCT_TITLE, daybook_value_text (name));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return id;
}

static void
test_the_trash_shows_each_kind (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId product = add_product (&book, "Teapot");
  book_set (&book, &daybook_orders, &order, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  book_set (&book, &daybook_products, &product, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  DaybookPage *page = daybook_trash_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));
  GtkWidget *drop = test_await (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (drop))), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      GtkStringObject *kind;

      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), i);
      kind = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop));
      test_await (GTK_WIDGET (page), GTK_TYPE_LABEL,
                  g_str_equal (gtk_string_object_get_string (kind), "Orders") ? "1001" : "Teapot");
    }

  GtkWidget *list = test_find (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL);
  gtk_selection_model_select_all (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  test_press (GTK_WIDGET (page), "Restore");
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "1 product");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (drop))), ==, 1);

  test_stage_close (stage);
  book_close (&book);
}

static gboolean
is_trash_empty (gpointer page)
{
  return test_find (page, ADW_TYPE_STATUS_PAGE, "The Trash Is Empty") != NULL;
}

static void
test_the_trash_gives_back (void)
{
  Book book;
  book_open (&book);
  DaybookId first = book_add_order (&book, "1001", BOOK_NOW);
  DaybookId second = book_add_order (&book, "1002", BOOK_NOW);
  DaybookPage *page = daybook_trash_page_new (book.store);
  TestStage *stage = test_stage_new (book.store, GTK_WIDGET (page));

  test_wait_until (is_trash_empty, page);
  book_set (&book, &daybook_orders, &first, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  book_set (&book, &daybook_orders, &second, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  test_await (GTK_WIDGET (page), DAYBOOK_TYPE_TRASH_ROW, NULL);
  test_await (GTK_WIDGET (page), GTK_TYPE_LABEL, "2 orders");

  GtkWidget *list = test_find (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL);
  gtk_selection_model_select_all (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  test_press (GTK_WIDGET (page), "Restore");
  test_wait_until (is_trash_empty, page);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 2);
  g_assert_cmpstr (test_stage_get_said (stage), ==, "Restored");

  test_stage_close (stage);
  book_close (&book);
}

static void
test_personal_data_is_masked (void)
{
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  DaybookActChange change = {
    .table = &daybook_orders,
    .row = order,
    .kind = DAYBOOK_CHANGE_SET,
    .field = DAYBOOK_ORDER_PHONE,
    .old = { .type = DAYBOOK_VALUE_NONE },
    .value = { .type = DAYBOOK_VALUE_TEXT, .text = (char *) "13812341234" },
  };

  g_autofree char *text = daybook_change_describe (book.store, &change);
  g_assert_cmpstr (text, ==, "Phone: empty → 138****1234");

  change.field = DAYBOOK_ORDER_PAID;
  change.old = (DaybookValue) { .type = DAYBOOK_VALUE_INT, .number = 0 };
  change.value = (DaybookValue) { .type = DAYBOOK_VALUE_INT, .number = 132500 };
  g_autofree char *money = daybook_change_describe (book.store, &change);
  g_assert_cmpstr (money, ==, "Paid: ¥0.00 → ¥1,325.00");

  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/history-page/the-page-says-what-it-is", test_the_page_says_what_it_is);
  g_test_add_func ("/history-page/any-act-is-undone-and-redone", test_any_act_is_undone_and_redone);
  g_test_add_func ("/history-page/what-is-kept-is-listed", test_what_is_kept_is_listed);
  g_test_add_func ("/history-page/the-opening-of-the-book-has-no-undo", test_the_opening_of_the_book_has_no_undo);
  g_test_add_func ("/history-page/new-acts-appear-and-words-filter", test_new_acts_appear_and_words_filter);
  g_test_add_func ("/history-page/the-trash-shows-each-kind", test_the_trash_shows_each_kind);
  g_test_add_func ("/history-page/the-trash-gives-back", test_the_trash_gives_back);
  g_test_add_func ("/history-page/personal-data-is-masked", test_personal_data_is_masked);
  return g_test_run ();
}
