/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/cell-edits.h"
#include "app/common/cell-entry.h"
#include "app/orders/flag-picker.h"
#include "app/orders/orders-page.h"
#include "stage.h"

/* Editing an order's own fields in the list. */

typedef struct
{
  Book             book;
  DaybookId        order; /* the one selected */
  DaybookListPage *page;
  TestStage       *stage;
} Desk;

static GtkSelectionModel *
get_selection (Desk *desk)
{
  GtkWidget *view = test_await (GTK_WIDGET (desk->page), GTK_TYPE_COLUMN_VIEW, NULL);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
}

static gboolean
is_whole (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (data))) == 2;
}

/* Two orders; the first, "1002", is selected. */
static void
desk_open (Desk       *desk,
           const char *note)
{
  book_open (&desk->book);
  book_add_order (&desk->book, "1001", BOOK_NOW - 120);
  desk->order = book_add_order (&desk->book, "1002", BOOK_NOW - 60);
  if (note != NULL)
    book_set (&desk->book, &daybook_orders, &desk->order, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
  desk->page = DAYBOOK_LIST_PAGE (daybook_orders_page_new (desk->book.store));
  desk->stage = test_stage_new (desk->book.store, GTK_WIDGET (desk->page));
  test_wait_until (is_whole, desk);
  gtk_selection_model_select_item (get_selection (desk), 0, TRUE);
}

static void
desk_close (Desk *desk)
{
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

static gboolean
has_order_in_hand (gpointer data)
{
  return daybook_page_can (data, "flag");
}

static void
perform (Desk       *desk,
         const char *command)
{
  test_wait_until (has_order_in_hand, desk->page);
  daybook_page_perform (DAYBOOK_PAGE (desk->page), command);
}

static gboolean
has_said (gpointer data)
{
  return *test_stage_get_said (((Desk *) data)->stage) != '\0';
}

static void
assert_said (Desk       *desk,
             const char *text)
{
  test_wait_until (has_said, desk);
  g_assert_cmpstr (test_stage_get_said (desk->stage), ==, text);
}

static GtkWidget *
await (Desk  *desk,
       GType  type)
{
  return test_await (GTK_WIDGET (desk->page), type, NULL);
}

static gboolean
has_no_entry (gpointer data)
{
  return test_find (data, DAYBOOK_TYPE_CELL_ENTRY, NULL) == NULL;
}

static void
assert_note (Desk       *desk,
             const char *expected)
{
  g_autoptr(DaybookRow) row = book_row (&desk->book, &daybook_orders, &desk->order);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ORDER_NOTE), ==, expected);
}

static GtkWidget *
await_entry (Desk *desk)
{
  return test_await (await (desk, DAYBOOK_TYPE_CELL_ENTRY), GTK_TYPE_TEXT, NULL);
}

static void
test_fields_that_are_ours (void)
{
  for (guint i = 0; i < daybook_orders.n_fields; i++)
    {
      gboolean is_ours = i == DAYBOOK_ORDER_NOTE || i == DAYBOOK_ORDER_FLAG || i == DAYBOOK_ORDER_AGENT
                         || i == DAYBOOK_ORDER_VIP_OFF;

      g_test_message ("%s", daybook_orders.fields[i].name);
      g_assert_cmpint (daybook_field_is_editable (&daybook_orders.fields[i]), ==, is_ours);
    }

  DaybookField phone = daybook_orders.fields[DAYBOOK_ORDER_NOTE];
  phone.mask = DAYBOOK_MASK_PHONE;
  g_assert_false (daybook_field_is_editable (&phone));
}

/* Enter that an input method means for its own letters saves nothing. */
static void
test_a_note_is_written_in_its_cell (void)
{
  Desk desk;
  GtkWidget *text;

  desk_open (&desk, "call");
  perform (&desk, "edit-note");
  text = await_entry (&desk);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "call");
  g_assert_false (daybook_page_is_panel_open (DAYBOOK_PAGE (desk.page)));

  gtk_editable_set_text (GTK_EDITABLE (text), "call back");
  g_signal_emit_by_name (text, "preedit-changed", "ni");
  g_signal_emit_by_name (text, "activate");
  test_turn_loop ();
  g_assert_false (has_no_entry (desk.page));
  assert_note (&desk, "call");

  g_signal_emit_by_name (text, "preedit-changed", "");
  g_signal_emit_by_name (text, "activate");
  assert_said (&desk, "Note saved");
  assert_note (&desk, "call back");
  test_wait_until (has_no_entry, desk.page);
  desk_close (&desk);
}

static gboolean
has_three (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (data))) == 3;
}

/* A table without order numbers: what names the order inside is nothing to read
 * or to copy. */
static void
test_an_order_without_a_number (void)
{
  Desk desk;

  desk_open (&desk, NULL);
  perform (&desk, "open");
  test_await (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "Copy the Order Number (.)");
  g_assert_true (daybook_page_can (DAYBOOK_PAGE (desk.page), "copy"));

  book_add_order (&desk.book, "Ka30fe8604f96cafe", BOOK_NOW);
  test_wait_until (has_three, &desk);
  gtk_selection_model_select_item (get_selection (&desk), 0, TRUE);
  test_await (GTK_WIDGET (desk.page), GTK_TYPE_LABEL, "No number · 16:26");
  g_assert_null (test_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "Copy the Order Number (.)"));
  g_assert_false (daybook_page_can (DAYBOOK_PAGE (desk.page), "copy"));
  desk_close (&desk);
}

static void
test_turning_away_saves_the_note_of_its_order (void)
{
  Desk desk;

  desk_open (&desk, NULL);
  perform (&desk, "edit-note");
  gtk_editable_set_text (GTK_EDITABLE (await_entry (&desk)), "call back");
  gtk_selection_model_select_item (get_selection (&desk), 1, TRUE);
  assert_said (&desk, "Note saved");
  assert_note (&desk, "call back");
  test_wait_until (has_no_entry, desk.page);
  desk_close (&desk);
}

static void
test_a_note_of_several_lines_opens_the_panel (void)
{
  Desk desk;

  desk_open (&desk, "call\nback");
  perform (&desk, "edit-note");
  g_assert_true (daybook_page_is_panel_open (DAYBOOK_PAGE (desk.page)));
  g_assert_true (has_no_entry (desk.page));
  desk_close (&desk);
}

static gboolean
has_no_popover (gpointer data)
{
  return test_find (data, GTK_TYPE_POPOVER, NULL) == NULL;
}

static void
test_the_flag_is_picked_at_its_cell (void)
{
  Desk desk;
  GtkWidget *popover;
  g_autoptr(DaybookRow) row = NULL;

  desk_open (&desk, NULL);
  perform (&desk, "flag");
  popover = await (&desk, GTK_TYPE_POPOVER);
  g_assert_false (daybook_page_is_panel_open (DAYBOOK_PAGE (desk.page)));
  test_press (popover, "Flag: Red");
  assert_said (&desk, "Flag set: Red");
  row = book_row (&desk.book, &daybook_orders, &desk.order);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ORDER_FLAG), ==, DAYBOOK_FLAG_RED);
  test_wait_until (has_no_popover, desk.page);
  desk_close (&desk);
}

static void
test_with_the_panel_open_the_flag_is_picked_there (void)
{
  Desk desk;

  desk_open (&desk, NULL);
  perform (&desk, "open");
  perform (&desk, "flag");
  test_turn_loop ();
  g_assert_true (daybook_page_is_panel_open (DAYBOOK_PAGE (desk.page)));
  g_assert_true (has_no_popover (desk.page));
  desk_close (&desk);
}

static void
test_a_column_that_is_not_shown_is_edited_in_the_panel (void)
{
  Desk desk;

  desk_open (&desk, NULL);
  gtk_widget_activate_action (await (&desk, GTK_TYPE_COLUMN_VIEW), "columns.flag", NULL);
  perform (&desk, "flag");
  g_assert_true (daybook_page_is_panel_open (DAYBOOK_PAGE (desk.page)));
  gtk_widget_activate_action (await (&desk, GTK_TYPE_COLUMN_VIEW), "columns.flag", NULL);
  desk_close (&desk);
}

static void
test_the_agent_is_chosen_at_its_cell (void)
{
  Desk desk;
  const DaybookId *person;
  g_autofree char *target = NULL;
  g_autoptr(DaybookRow) row = NULL;

  desk_open (&desk, NULL);
  person = daybook_store_get_agent (desk.book.store);
  target = daybook_id_to_string (person);
  perform (&desk, "agent");
  gtk_widget_activate_action (await (&desk, GTK_TYPE_POPOVER_MENU), "cell.agent", "s", target);
  assert_said (&desk, "Agent set: Owner");
  row = book_row (&desk.book, &daybook_orders, &desk.order);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (row, DAYBOOK_ORDER_AGENT), person));
  desk_close (&desk);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/order-cells/fields-that-are-ours", test_fields_that_are_ours);
  g_test_add_func ("/order-cells/a-note-is-written-in-its-cell", test_a_note_is_written_in_its_cell);
  g_test_add_func ("/order-cells/an-order-without-a-number", test_an_order_without_a_number);
  g_test_add_func ("/order-cells/turning-away-saves-the-note-of-its-order", test_turning_away_saves_the_note_of_its_order);
  g_test_add_func ("/order-cells/a-note-of-several-lines-opens-the-panel", test_a_note_of_several_lines_opens_the_panel);
  g_test_add_func ("/order-cells/the-flag-is-picked-at-its-cell", test_the_flag_is_picked_at_its_cell);
  g_test_add_func ("/order-cells/with-the-panel-open-the-flag-is-picked-there", test_with_the_panel_open_the_flag_is_picked_there);
  g_test_add_func ("/order-cells/a-column-that-is-not-shown-is-edited-in-the-panel", test_a_column_that_is_not_shown_is_edited_in_the_panel);
  g_test_add_func ("/order-cells/the-agent-is-chosen-at-its-cell", test_the_agent_is_chosen_at_its_cell);

  return g_test_run ();
}
