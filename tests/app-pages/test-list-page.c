/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/item.h"
#include "app/common/agent-picker.h"
#include "app/orders/order-bulk.h"
#include "app/orders/flag-picker.h"
#include "app/orders/orders-page.h"
#include "core/reveal.h"
#include "stage.h"

/* What is selected, and what the panel shows, while the list is made anew. */

typedef struct
{
  Book             book;
  DaybookId        owner;
  DaybookId        orders[5];
  DaybookListPage *page;
  TestStage       *stage;
} Desk;

static GtkWidget *
get_view (Desk *desk)
{
  return test_await (GTK_WIDGET (desk->page), GTK_TYPE_COLUMN_VIEW, NULL);
}

static GtkSelectionModel *
get_selection (Desk *desk)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (get_view (desk)));
}

static gboolean
is_whole (gpointer data)
{
  Desk *desk = data;

  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (desk))) == G_N_ELEMENTS (desk->orders);
}

/* As a newer export would: the order moves in the list. */
static void
pay (Desk   *desk,
     guint   nth,
     gint64  paid)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (desk->book.store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_edit_set (edit, &daybook_orders, &desk->orders[nth], DAYBOOK_ORDER_PAID, daybook_value_int (paid));
  outcome = daybook_store_commit (desk->book.store, edit, NULL);
  g_assert_nonnull (outcome);
}

static void
sort_by_paid (Desk *desk)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);

  g_assert_true (daybook_query_parse_sort (query, "-paid", NULL));
  daybook_list_page_set_query (desk->page, query);
}

/* Five orders, the list begins with "1005", of which most was paid. */
static void
desk_open (Desk *desk)
{
  book_open (&desk->book);
  desk->owner = *daybook_store_get_agent (desk->book.store);
  for (guint i = 0; i < G_N_ELEMENTS (desk->orders); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", 1001 + i);

      desk->orders[i] = book_add_order (&desk->book, number, BOOK_NOW - 3600 + 60 * (gint64) i);
      pay (desk, i, 100 + i);
    }
  desk->page = DAYBOOK_LIST_PAGE (daybook_orders_page_new (desk->book.store));
  desk->stage = test_stage_new (desk->book.store, GTK_WIDGET (desk->page));
  sort_by_paid (desk);
  test_wait_until (is_whole, desk);
}

static void
desk_close (Desk *desk)
{
  test_stage_close (desk->stage);
  book_close (&desk->book);
}

static char *
get_number (Desk  *desk,
            gint64 key)
{
  g_autoptr(DaybookRow) row = daybook_reader_row (daybook_store_get_reader (desk->book.store), &daybook_orders, key, NULL);

  return g_strdup (daybook_row_text (row, DAYBOOK_ORDER_NUMBER));
}

/* The numbers of the selected orders, from the top. */
static char *
list_selected (Desk *desk)
{
  g_autoptr(GArray) keys = daybook_list_page_get_selected (desk->page);
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *number = get_number (desk, g_array_index (keys, gint64, i));

      g_string_append_printf (numbers, i > 0 ? " %s" : "%s", number);
    }

  return g_string_free (numbers, FALSE);
}

static void
assert_selected (Desk       *desk,
                 const char *expected)
{
  g_autofree char *numbers = list_selected (desk);

  g_assert_cmpstr (numbers, ==, expected);
}

static void
assert_in_panel (Desk       *desk,
                 const char *number)
{
  g_autoptr(DaybookRow) row = daybook_list_page_get_current (desk->page);

  g_assert_nonnull (row);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ORDER_NUMBER), ==, number);
}

static gboolean
is_1002_first (gpointer data)
{
  Desk *desk = data;
  g_autoptr(DaybookItem) first = g_list_model_get_item (G_LIST_MODEL (get_selection (desk)), 0);
  DaybookRow *row = daybook_item_get_row (first);

  return row != NULL && g_str_equal (daybook_row_text (row, DAYBOOK_ORDER_NUMBER), "1002");
}

/* "1002" and "1004" are selected, "1002" is in the panel. */
static void
choose_two (Desk *desk)
{
  daybook_list_page_open (desk->page, &desk->orders[1]);
  gtk_selection_model_select_item (get_selection (desk), 3, TRUE);
  gtk_selection_model_select_item (get_selection (desk), 1, FALSE);
  assert_selected (desk, "1004 1002");
  assert_in_panel (desk, "1002");
}

static void
test_selected_rows_stay_so_where_they_go (void)
{
  Desk desk;
  desk_open (&desk);
  choose_two (&desk);

  pay (&desk, 1, 200);
  test_wait_until (is_1002_first, &desk);
  assert_selected (&desk, "1002 1004");
  assert_in_panel (&desk, "1002");

  desk_close (&desk);
}

static gboolean
has_four (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (data))) == 4;
}

static void
test_a_row_that_is_gone_is_not_selected (void)
{
  Desk desk;
  desk_open (&desk);
  choose_two (&desk);

  book_set (&desk.book, &daybook_orders, &desk.orders[3], DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  test_wait_until (has_four, &desk);
  assert_selected (&desk, "1002");
  assert_in_panel (&desk, "1002");

  /* Nor when it comes back later. */
  book_set (&desk.book, &daybook_orders, &desk.orders[3], DAYBOOK_FIELD_DELETED, daybook_value_int (0));
  test_wait_until (is_whole, &desk);
  assert_selected (&desk, "1002");

  desk_close (&desk);
}

static void
test_another_view_begins_unselected (void)
{
  Desk desk;
  desk_open (&desk);
  choose_two (&desk);

  daybook_page_show_view (DAYBOOK_PAGE (desk.page), NULL);
  assert_selected (&desk, "");

  desk_close (&desk);
}

/* --- The heads of columns ---------------------------------------------------------- */

static GtkColumnViewColumn *
find_column (Desk       *desk,
             const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (get_view (desk)));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return column; /* the view holds it */
    }

  return NULL;
}

/* As a press on the head of the column does. */
static void
sort_by_head (Desk        *desk,
              const char  *title,
              GtkSortType  order)
{
  GtkColumnViewColumn *column = find_column (desk, title);

  g_assert_nonnull (column);
  g_assert_nonnull (gtk_column_view_column_get_sorter (column));
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (get_view (desk)), column, order);
}

static gboolean
is_1001_first (gpointer data)
{
  Desk *desk = data;
  g_autoptr(DaybookItem) first = g_list_model_get_item (G_LIST_MODEL (get_selection (desk)), 0);
  DaybookRow *row = first != NULL ? daybook_item_get_row (first) : NULL;

  return row != NULL && g_str_equal (daybook_row_text (row, DAYBOOK_ORDER_NUMBER), "1001");
}

static void
test_any_head_sorts_but_those_of_hidden_things (void)
{
  Desk desk;
  desk_open (&desk);
  g_assert_false (is_1001_first (&desk));

  sort_by_head (&desk, "Order number", GTK_SORT_ASCENDING);
  g_assert_cmpint (daybook_list_page_get_query (desk.page)->sort, ==, DAYBOOK_ORDER_NUMBER);
  test_wait_until (is_1001_first, &desk);
  g_assert_true (is_whole (&desk));

  for (guint i = 0; i < daybook_orders.n_fields; i++)
    {
      const DaybookField *field = &daybook_orders.fields[i];
      GtkColumnViewColumn *column = find_column (&desk, field->label);

      if (column != NULL)
        g_assert_cmpint (gtk_column_view_column_get_sorter (column) != NULL, ==, daybook_field_has_order (field));
    }
  gtk_widget_activate_action (get_view (&desk), "columns.phone", NULL);
  g_assert_nonnull (find_column (&desk, "Phone"));
  g_assert_null (gtk_column_view_column_get_sorter (find_column (&desk, "Phone")));

  desk_close (&desk);
}

/* The list of another view may not have the order: nor has the panel. */
static void
test_another_view_begins_without_a_panel (void)
{
  Desk desk;
  g_autoptr(DaybookRow) order = NULL;
  desk_open (&desk);
  choose_two (&desk);
  g_assert_true (daybook_page_is_panel_open (DAYBOOK_PAGE (desk.page)));

  daybook_page_show_view (DAYBOOK_PAGE (desk.page), "unpaid");
  g_assert_false (daybook_page_is_panel_open (DAYBOOK_PAGE (desk.page)));
  order = daybook_list_page_get_current (desk.page);
  g_assert_null (order);

  /* Until a row is chosen there. */
  daybook_page_show_view (DAYBOOK_PAGE (desk.page), NULL);
  test_wait_until (is_whole, &desk);
  gtk_selection_model_select_item (get_selection (&desk), 1, TRUE);
  g_assert_true (daybook_page_is_panel_open (DAYBOOK_PAGE (desk.page)));

  desk_close (&desk);
}

/* --- Keys while several orders are selected -------------------------------------------- */

static gboolean
has_focus_in (Desk  *desk,
              GType  type)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (desk->stage));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static void
test_the_flag_of_several_is_chosen_in_their_bar (void)
{
  Desk desk;
  desk_open (&desk);
  choose_two (&desk);

  g_assert_true (daybook_page_can (DAYBOOK_PAGE (desk.page), "flag"));
  daybook_page_perform (DAYBOOK_PAGE (desk.page), "flag");
  g_assert_true (has_focus_in (&desk, DAYBOOK_TYPE_FLAG_PICKER));
  g_assert_true (has_focus_in (&desk, DAYBOOK_TYPE_BULK_BAR));

  /* Esc goes back to the rows, which stay selected. */
  g_assert_true (daybook_page_back (DAYBOOK_PAGE (desk.page)));
  g_assert_true (has_focus_in (&desk, GTK_TYPE_COLUMN_VIEW));
  assert_selected (&desk, "1004 1002");

  desk_close (&desk);
}

static gboolean
is_focus_in_agents (gpointer data)
{
  return has_focus_in (data, DAYBOOK_TYPE_AGENT_PICKER) && has_focus_in (data, GTK_TYPE_POPOVER);
}

static void
test_the_agent_of_several_is_chosen_in_their_bar (void)
{
  Desk desk;
  desk_open (&desk);
  choose_two (&desk);
  test_await (GTK_WIDGET (desk.page), DAYBOOK_TYPE_BULK_BAR, NULL);
  test_turn_loop ();

  daybook_page_perform (DAYBOOK_PAGE (desk.page), "agent");
  test_wait_until (is_focus_in_agents, &desk);
  g_assert_true (has_focus_in (&desk, DAYBOOK_TYPE_BULK_BAR));
  assert_selected (&desk, "1004 1002");

  desk_close (&desk);
}

/* --- What an empty list says ------------------------------------------------------- */

static gboolean
says_all_done (gpointer data)
{
  return test_find (GTK_WIDGET (((Desk *) data)->page), ADW_TYPE_STATUS_PAGE, "All Done Here") != NULL;
}

static gboolean
says_nothing_found (gpointer data)
{
  return test_find (GTK_WIDGET (((Desk *) data)->page), ADW_TYPE_STATUS_PAGE, "Nothing Found") != NULL;
}

static const char *
get_icon (Desk *desk)
{
  GtkWidget *said = test_find (GTK_WIDGET (desk->page), ADW_TYPE_STATUS_PAGE, NULL);

  return adw_status_page_get_icon_name (ADW_STATUS_PAGE (said));
}

/* "All done" is true of the view alone, not of what was looked for in it. */
static void
test_a_search_in_an_empty_view_finds_nothing (void)
{
  Desk desk;
  g_autoptr(DaybookQuery) query = NULL;
  desk_open (&desk);

  daybook_page_show_view (DAYBOOK_PAGE (desk.page), "unpaid");
  test_wait_until (says_all_done, &desk);
  g_assert_cmpstr (get_icon (&desk), ==, "object-select-symbolic");

  query = daybook_query_copy (daybook_list_page_get_query (desk.page));
  query->search = g_strdup ("zzz");
  daybook_list_page_set_query (desk.page, query);
  test_wait_until (says_nothing_found, &desk);
  g_assert_cmpstr (get_icon (&desk), ==, "edit-find-symbolic");

  daybook_page_show_view (DAYBOOK_PAGE (desk.page), "unpaid");
  test_wait_until (says_all_done, &desk);
  g_assert_cmpstr (get_icon (&desk), ==, "object-select-symbolic");

  desk_close (&desk);
}

/* --- Titles of columns ---------------------------------------------------------------- */

static GtkAlign
get_place_of_title (Desk       *desk,
                    const char *title)
{
  GtkWidget *label = test_await (gtk_widget_get_first_child (get_view (desk)), GTK_TYPE_LABEL, title);

  return gtk_widget_get_next_sibling (label) == NULL ? gtk_widget_get_halign (gtk_widget_get_parent (label))
                                                     : GTK_ALIGN_START;
}

static void
test_titles_of_figures_stand_over_them (void)
{
  Desk desk;
  desk_open (&desk);

  g_assert_cmpint (get_place_of_title (&desk, "Paid"), ==, GTK_ALIGN_END);
  g_assert_cmpint (get_place_of_title (&desk, "Stage"), !=, GTK_ALIGN_END);

  /* Also once the column was taken out and put in again. */
  gtk_widget_activate_action (GTK_WIDGET (get_view (&desk)), "columns.paid", NULL);
  gtk_widget_activate_action (GTK_WIDGET (get_view (&desk)), "columns.paid", NULL);
  g_assert_cmpint (get_place_of_title (&desk, "Paid"), ==, GTK_ALIGN_END);

  desk_close (&desk);
}

/* --- Newer orders come while the list is shown ------------------------------------ */

enum
{
  A_SCREENFUL = 60, /* more than the window has room for */
  LOWEST_ROW = 15,  /* no theme has lower ones */
};

static void
add_newer (Desk *desk)
{
  for (guint i = 0; i < A_SCREENFUL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", 2001 + i);

      book_add_order (&desk->book, number, BOOK_NOW - 1800 + (gint64) i);
    }
}

/* The list as it opens, longer than the window, and drawn. */
static void
open_long_list (Desk *desk)
{
  desk_open (desk);
  for (guint i = 0; i < A_SCREENFUL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", 101 + i);

      book_add_order (&desk->book, number, BOOK_NOW - 7200 + (gint64) i);
    }
  test_stage_close (desk->stage);
  desk->page = DAYBOOK_LIST_PAGE (daybook_orders_page_new (desk->book.store));
  desk->stage = test_stage_new (desk->book.store, GTK_WIDGET (desk->page));
  daybook_page_shown (DAYBOOK_PAGE (desk->page));
}

/* How far down the first row stands that is at least partly in sight, or -1. */
static int
find_first_in_sight (Desk *desk)
{
  GtkWidget *list = test_await (get_view (desk), GTK_TYPE_LIST_VIEW, NULL);
  graphene_rect_t bounds;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row) && gtk_widget_compute_bounds (row, list, &bounds)
        && bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < (float) gtk_widget_get_height (list))
      return (int) bounds.origin.y;

  return -1;
}

static GtkAdjustment *
get_adjustment (Desk *desk)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (desk)));
}

/* The list has as much to scroll as its rows need. */
static gboolean
is_laid_out (gpointer data)
{
  Desk *desk = data;
  GtkWidget *list = test_find (get_view (desk), GTK_TYPE_LIST_VIEW, NULL);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (get_selection (desk)));

  return n_items == 2 * A_SCREENFUL + G_N_ELEMENTS (desk->orders) && list != NULL
         && gtk_adjustment_get_upper (get_adjustment (desk)) >= LOWEST_ROW * n_items;
}

static gboolean
is_drawn (gpointer data)
{
  Desk *desk = data;

  return test_find (GTK_WIDGET (desk->page), GTK_TYPE_LIST_VIEW, NULL) != NULL
         && gtk_adjustment_get_page_size (get_adjustment (desk)) > 0
         && gtk_adjustment_get_upper (get_adjustment (desk)) >= LOWEST_ROW * (A_SCREENFUL + G_N_ELEMENTS (desk->orders));
}

static void
test_newer_rows_come_into_sight_at_the_top (void)
{
  Desk desk;
  open_long_list (&desk);
  test_wait_until (is_drawn, &desk);

  add_newer (&desk);
  test_wait_until (is_laid_out, &desk);
  test_turn_loop ();
  g_assert_cmpint ((int) gtk_adjustment_get_value (get_adjustment (&desk)), ==, 0);
  g_assert_cmpint (find_first_in_sight (&desk), ==, 0);

  desk_close (&desk);
}

/* The list was drawn once and never scrolled: it scrolls with the row that is chosen. */
static void
test_a_chosen_row_stays_in_sight (void)
{
  Desk desk;
  open_long_list (&desk);
  test_wait_until (is_drawn, &desk);
  gtk_selection_model_select_item (get_selection (&desk), 2, TRUE);

  add_newer (&desk);
  test_wait_until (is_laid_out, &desk);
  test_turn_loop ();
  assert_selected (&desk, "1003");
  g_assert_cmpint ((int) gtk_adjustment_get_value (get_adjustment (&desk)), >, A_SCREENFUL * LOWEST_ROW / 2);
  g_assert_cmpint (find_first_in_sight (&desk), >, -100);

  desk_close (&desk);
}

/* --- Lines that are opened in the list ----------------------------------------------- */

static gboolean
has_line (Desk *desk)
{
  return test_find (GTK_WIDGET (desk->page), GTK_TYPE_BUTTON, "Add Filter") != NULL;
}

static void
test_the_line_of_a_filter_closes (void)
{
  Desk desk;
  desk_open (&desk);

  daybook_page_perform (DAYBOOK_PAGE (desk.page), "filter");
  test_await (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "Add Filter");
  g_assert_true (daybook_page_back (DAYBOOK_PAGE (desk.page)));
  test_turn_loop ();
  g_assert_false (has_line (&desk));
  g_assert_false (daybook_page_back (DAYBOOK_PAGE (desk.page)));

  /* It is not taken along to another view. */
  daybook_page_perform (DAYBOOK_PAGE (desk.page), "filter");
  test_await (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "Add Filter");
  daybook_page_show_view (DAYBOOK_PAGE (desk.page), NULL);
  test_turn_loop ();
  g_assert_false (has_line (&desk));

  desk_close (&desk);
}

/* --- The rows of one act ------------------------------------------------------------ */

static gboolean
has_one (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (data))) == 1;
}

static gboolean
is_logged (gpointer data)
{
  return book_count (&((Desk *) data)->book, &daybook_reveals, "how = search and field = phone and row_kind = order") == 1;
}

/* Whoever types a whole phone number learns whose it is. */
static void
test_a_search_for_a_phone_is_written_down (void)
{
  Desk desk;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;
  desk_open (&desk);

  edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (desk.book.store));
  daybook_edit_set (edit, &daybook_orders, &desk.orders[2], DAYBOOK_ORDER_PHONE, daybook_value_text ("13812341234"));
  outcome = daybook_store_commit (desk.book.store, edit, NULL);
  g_assert_nonnull (outcome);
  daybook_store_settle (desk.book.store);

  query->search = g_strdup ("1234");
  daybook_list_page_set_query (desk.page, query);
  test_wait_until (has_one, &desk);
  g_assert_cmpuint (book_count (&desk.book, &daybook_reveals, ""), ==, 0);

  g_free (query->search);
  query->search = g_strdup ("138 1234 1234");
  daybook_list_page_set_query (desk.page, query);
  test_wait_until (is_logged, &desk);

  desk_close (&desk);
}

static gboolean
is_question_logged (gpointer data)
{
  return book_count (&((Desk *) data)->book, &daybook_reveals, "how = search and field = phone and row_kind = order") > 0;
}

/* A filter by one tells as much, also when it finds nobody. */
static void
test_a_filter_by_a_phone_is_written_down (void)
{
  const char *const number[] = { "13812341234", NULL };
  Desk desk;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  desk_open (&desk);

  daybook_query_add (query, DAYBOOK_ORDER_PHONE, DAYBOOK_OP_EQ, number);
  daybook_list_page_set_query (desk.page, query);
  test_wait_until (is_question_logged, &desk);

  /* Once, however often the list is read anew. */
  daybook_list_page_set_query (desk.page, query);
  test_turn_loop ();
  daybook_store_settle (desk.book.store);
  g_assert_cmpuint (book_count (&desk.book, &daybook_reveals, ""), ==, 1);
  desk_close (&desk);
}

static void
assert_listed (Desk       *desk,
               guint       position,
               const char *number)
{
  g_autoptr(DaybookItem) item = g_list_model_get_item (G_LIST_MODEL (get_selection (desk)), position);

  g_assert_cmpstr (daybook_row_text (daybook_item_get_row (item), DAYBOOK_ORDER_NUMBER), ==, number);
}

static void
show_act (Desk            *desk,
          const DaybookId *act)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);

  query->act = *act;
  daybook_page_show_query (DAYBOOK_PAGE (desk->page), query);
}

static void
test_rows_of_one_act (void)
{
  Desk desk;
  DaybookId act;
  desk_open (&desk);
  act = book_set (&desk.book, &daybook_orders, &desk.orders[3], DAYBOOK_ORDER_NOTE, daybook_value_text ("call"));

  show_act (&desk, &act);
  test_wait_until (has_one, &desk);
  assert_listed (&desk, 0, "1004");
  /* What is saved as a view would be another list. */
  g_assert_false (daybook_page_can (DAYBOOK_PAGE (desk.page), "save-view"));

  /* A chip says so, and takes it away. */
  test_press (GTK_WIDGET (desk.page), "Remove the Filter “Set”");
  test_wait_until (is_whole, &desk);
  g_assert_true (daybook_page_can (DAYBOOK_PAGE (desk.page), "save-view"));

  /* So does any view. */
  show_act (&desk, &act);
  test_wait_until (has_one, &desk);
  daybook_page_show_view (DAYBOOK_PAGE (desk.page), NULL);
  test_wait_until (is_whole, &desk);

  desk_close (&desk);
}

/* The pages know of all who are in the book. */
static gboolean
is_known (gpointer data)
{
  Desk *desk = data;

  return daybook_desk_get_agents (daybook_desk_of (desk->book.store))->len == book_count (&desk->book, &daybook_agents, "");
}

static void
sit_down (Desk        *desk,
          DaybookRole  role)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Added", &desk->owner);
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("Mei"));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (role));
  outcome = daybook_store_commit (desk->book.store, edit, NULL);
  g_assert_nonnull (outcome);
  test_wait_until (is_known, desk);
  daybook_desk_set_agent (daybook_desk_of (desk->book.store), &id);
}

static void
assert_exported (Desk *desk,
                 guint n_rows)
{
  guint n_columns = g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (get_view (desk))));
  g_autofree char *expected = g_strdup_printf ("%u rows, %u columns", n_rows, n_columns);

  g_assert_cmpstr (test_stage_get_exported (desk->stage), ==, expected);
}

/* All of it or what is selected, by the owner and leads, with the columns in sight. */
static void
test_a_list_is_exported (void)
{
  Desk desk;
  DaybookPage *page;
  desk_open (&desk);
  page = DAYBOOK_PAGE (desk.page);

  g_assert_true (daybook_page_can (page, "export"));
  g_assert_false (daybook_page_can (page, "export-selected"));
  daybook_page_perform (page, "export");
  assert_exported (&desk, 5);
  gtk_selection_model_select_range (get_selection (&desk), 1, 2, TRUE);
  g_assert_true (daybook_page_can (page, "export-selected"));
  daybook_page_perform (page, "export-selected");
  assert_exported (&desk, 2);

  sit_down (&desk, DAYBOOK_ROLE_AGENT);
  g_assert_false (daybook_page_can (page, "export"));
  g_assert_false (daybook_page_can (page, "export-selected"));
  sit_down (&desk, DAYBOOK_ROLE_LEAD);
  g_assert_true (daybook_page_can (page, "export"));

  desk_close (&desk);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/list-page/selected-rows-stay-so-where-they-go", test_selected_rows_stay_so_where_they_go);
  g_test_add_func ("/list-page/a-row-that-is-gone-is-not-selected", test_a_row_that_is_gone_is_not_selected);
  g_test_add_func ("/list-page/another-view-begins-unselected", test_another_view_begins_unselected);
  g_test_add_func ("/list-page/another-view-begins-without-a-panel", test_another_view_begins_without_a_panel);
  g_test_add_func ("/list-page/the-flag-of-several-is-chosen-in-their-bar", test_the_flag_of_several_is_chosen_in_their_bar);
  g_test_add_func ("/list-page/the-agent-of-several-is-chosen-in-their-bar",
                   test_the_agent_of_several_is_chosen_in_their_bar);
  g_test_add_func ("/list-page/a-search-in-an-empty-view-finds-nothing", test_a_search_in_an_empty_view_finds_nothing);
  g_test_add_func ("/list-page/titles-of-figures-stand-over-them", test_titles_of_figures_stand_over_them);
  g_test_add_func ("/list-page/a-search-for-a-phone-is-written-down", test_a_search_for_a_phone_is_written_down);
  g_test_add_func ("/list-page/a-filter-by-a-phone-is-written-down", test_a_filter_by_a_phone_is_written_down);
  g_test_add_func ("/list-page/any-head-sorts-but-those-of-hidden-things", test_any_head_sorts_but_those_of_hidden_things);
  g_test_add_func ("/list-page/newer-rows-come-into-sight-at-the-top", test_newer_rows_come_into_sight_at_the_top);
  g_test_add_func ("/list-page/a-chosen-row-stays-in-sight", test_a_chosen_row_stays_in_sight);
  g_test_add_func ("/list-page/the-line-of-a-filter-closes", test_the_line_of_a_filter_closes);
  g_test_add_func ("/list-page/rows-of-one-act", test_rows_of_one_act);
  g_test_add_func ("/list-page/a-list-is-exported", test_a_list_is_exported);
  return g_test_run ();
}
