/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/palette.h"
#include "app/search/palette-search.h"
#include "app/compat/accel.h"
#include "core/customer.h"
#include "core/payment.h"
#include "stage.h"

#include <string.h>

/* Ctrl+K (UX 11): what is listed for what is typed, in which order, and what
 * choosing gives. */

typedef struct
{
  Book       book;
  GListStore *items;
  GtkWidget  *palette;
  GtkWidget  *entry;
  GtkListView *list;
  char       *chosen; /* key of what was chosen */
  const char *wanted; /* see shows() */
} Fixture;

static void
add_item (Fixture            *fixture,
          DaybookPaletteKind  kind,
          const char         *title,
          const char         *action,
          const char         *accel)
{
  g_autoptr(DaybookPaletteItem) item = daybook_palette_item_new (kind, title, "view-list-symbolic", action, accel);

  g_list_store_append (fixture->items, item);
}

static void
on_chosen (Fixture            *fixture,
           DaybookPaletteItem *item)
{
  g_free (fixture->chosen);
  fixture->chosen = daybook_palette_item_get_key (item);
}

static void
give_receiver (Book            *book,
               const DaybookId *order,
               const char      *name)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_edit_set (edit, &daybook_orders, order, DAYBOOK_ORDER_RECEIVER, daybook_value_text (name));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

static void
add_customer (Book       *book,
              const char *account)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId customer, handle;

  daybook_id_random (&customer);
  daybook_id_random (&handle);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_FIRST_SEEN, daybook_value_int (BOOK_NOW));
  daybook_edit_create (edit, &daybook_handles, &handle);
  daybook_edit_give (edit, DAYBOOK_HANDLE_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, DAYBOOK_HANDLE_PLATFORM, daybook_value_text ("taobao"));
  daybook_edit_give (edit, DAYBOOK_HANDLE_ACCOUNT, daybook_value_text (account));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

static void
add_payment (Book       *book,
             const char *number,
             const char *order)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId payment;

  daybook_id_random (&payment);
  daybook_edit_create (edit, &daybook_payments, &payment);
  daybook_edit_give (edit, DAYBOOK_PAYMENT_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_PLATFORM, daybook_value_text ("alipay"));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_NUMBER, daybook_value_text (number));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_ORDER_NUMBER, daybook_value_text (order));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_AT, daybook_value_int (BOOK_NOW));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_KIND, daybook_value_int (DAYBOOK_PAYMENT_REFUNDED));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_CURRENCY, daybook_value_text ("CNY"));
  daybook_edit_give (edit, DAYBOOK_PAYMENT_AMOUNT, daybook_value_int (5600));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("44170%d", i);
      DaybookId order = book_add_order (&fixture->book, number, BOOK_NOW - i * 86400);

      give_receiver (&fixture->book, &order, "张三丰");
    }
  daybook_store_settle (fixture->book.store);

  fixture->items = g_list_store_new (DAYBOOK_TYPE_PALETTE_ITEM);
  add_item (fixture, DAYBOOK_PALETTE_COMMAND, "Import a File…", "win.import", "<Control>o");
  add_item (fixture, DAYBOOK_PALETTE_COMMAND, "Close 4417", "win.close", NULL);
  add_item (fixture, DAYBOOK_PALETTE_PLACE, "History", "win.show-page('history')", NULL);
  add_item (fixture, DAYBOOK_PALETTE_PLACE, "待发货 4417", "win.show-view(('orders','to-ship'))", NULL);

  fixture->palette = GTK_WIDGET (daybook_palette_new (NULL, fixture->book.store, G_LIST_MODEL (fixture->items)));
  g_signal_connect_swapped (fixture->palette, "chosen", G_CALLBACK (on_chosen), fixture);
  gtk_window_present (GTK_WINDOW (fixture->palette));
  fixture->entry = test_await (fixture->palette, GTK_TYPE_SEARCH_ENTRY, NULL);
  fixture->list = GTK_LIST_VIEW (test_await (fixture->palette, GTK_TYPE_LIST_VIEW, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->chosen == NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->palette));
  test_turn_loop ();
  g_object_unref (fixture->items);
  g_free (fixture->chosen);
  book_close (&fixture->book);
}

static char *
list_titles (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (fixture->list));
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(DaybookPaletteItem) item = g_list_model_get_item (model, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", daybook_palette_item_get_title (item));
    }

  return g_string_free (titles, FALSE);
}

static gboolean
shows (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *titles = list_titles (fixture);

  return g_str_equal (titles, fixture->wanted);
}

/* Waits until the list is that. */
static void
expect (Fixture    *fixture,
        const char *typed,
        const char *titles)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), typed);
  fixture->wanted = titles;
  test_wait_until (shows, fixture);
}

/* As they were given: those used lately are put first by the window. */
static void
test_nothing_typed_lists_all (Fixture       *fixture,
                              gconstpointer  data)
{
  expect (fixture, "", "Import a File…|Close 4417|History|待发货 4417");
}

static void
test_actions_then_pages_then_rows (Fixture       *fixture,
                                   gconstpointer  data)
{
  expect (fixture, "4417", "Close 4417|待发货 4417|441700 · 张** · ¥128.00|441701 · 张** · ¥128.00|441702 · 张** · ¥128.00");
  expect (fixture, "441702", "441702 · 张** · ¥128.00");
  expect (fixture, "", "Import a File…|Close 4417|History|待发货 4417");
}

static void
test_parts_of_words_and_pinyin (Fixture       *fixture,
                                gconstpointer  data)
{
  expect (fixture, "imp", "Import a File…");
  expect (fixture, "fi im", "Import a File…");
  expect (fixture, "HIST", "History");
  expect (fixture, "dfh", "待发货 4417");
  expect (fixture, "daifa", "待发货 4417");
  expect (fixture, "发货", "待发货 4417");
  /* The receiver by sound; shown masked. */
  expect (fixture, "zsf", "441700 · 张** · ¥128.00|441701 · 张** · ¥128.00|441702 · 张** · ¥128.00");
}

static void
test_nothing_found_is_said (Fixture       *fixture,
                            gconstpointer  data)
{
  expect (fixture, "qqqq", "");
  g_assert_nonnull (test_await (fixture->palette, ADW_TYPE_STATUS_PAGE, "Nothing Found"));
}

static void
test_the_shortcut_is_shown (Fixture       *fixture,
                            gconstpointer  data)
{
  expect (fixture, "", "Import a File…|Close 4417|History|待发货 4417");
  g_assert_nonnull (test_await (fixture->palette, GTK_TYPE_LABEL, "Ctrl+O"));
}

/* A number of a bill, any part of it; and after an order what bills say of it. */
static void
test_numbers_of_bills_are_found (Fixture       *fixture,
                                 gconstpointer  data)
{
  add_payment (&fixture->book, "2026112022001499", "441702");
  daybook_store_settle (fixture->book.store);

  expect (fixture, "22001499", "2026112022001499 · Refunded · ¥56.00");
  g_assert_nonnull (test_await (fixture->palette, GTK_TYPE_LABEL, "Payment · Payment number: 2026112022001499"));
  expect (fixture, "441702", "441702 · 张** · ¥128.00|2026112022001499 · Refunded · ¥56.00");
  expect (fixture, "22001499", "2026112022001499 · Refunded · ¥56.00");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_true (g_str_has_prefix (fixture->chosen, "payment:"));
}

/* What was marked among other words is marked no longer, though it is still there. */
static void
test_other_words_begin_at_the_first (Fixture       *fixture,
                                     gconstpointer  data)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (fixture->list));

  expect (fixture, "hist", "History");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
  expect (fixture, "", "Import a File…|Close 4417|History|待发货 4417");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);
}

static void
test_enter_chooses_the_first (Fixture       *fixture,
                              gconstpointer  data)
{
  expect (fixture, "hist", "History");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpstr (fixture->chosen, ==, "win.show-page('history')");
}

static gboolean
is_chosen (gpointer data)
{
  return ((Fixture *) data)->chosen != NULL;
}

/* Enter before the list has followed: what comes first is meant. */
static void
test_enter_waits_for_rows (Fixture       *fixture,
                           gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "441701");
  g_signal_emit_by_name (fixture->entry, "activate");
  test_wait_until (is_chosen, fixture);
  g_assert_true (g_str_has_prefix (fixture->chosen, "order:"));
}

/* The entry tells of the last letter a moment after it was struck: of nothing new,
 * when Enter came before. */
static void
test_enter_is_not_forgotten (Fixture       *fixture,
                             gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "441701");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_signal_emit_by_name (fixture->entry, "search-changed");
  test_wait_until (is_chosen, fixture);
  g_assert_true (g_str_has_prefix (fixture->chosen, "order:"));
}

/* The search itself: each row once, with where the words stand. */

static void
on_searched (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GError) error = NULL;

  *(GPtrArray **) data = daybook_palette_search_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_come (gpointer data)
{
  return *(GPtrArray **) data != NULL;
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GError) error = NULL;

  *(GPtrArray **) data = daybook_palette_search_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_found (gpointer items)
{
  return *(GPtrArray **) items != NULL;
}

/* A customer without a name is called by an account, which is read besides: in the
 * lane, by the lane's reader. With the main thread's, the store would complain. */
static void
test_customers_are_named_in_the_lane (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr(DaybookLane) lane = daybook_lane_new (fixture->book.store);
  g_autoptr(GPtrArray) items = NULL;

  add_customer (&fixture->book, "bambooslip");
  daybook_store_settle (fixture->book.store);
  daybook_palette_search_async (lane, fixture->book.store, NULL, "bamboo", NULL, on_found, &items);
  test_wait_until (is_found, &items);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (daybook_palette_item_get_title (items->pdata[0]), ==, "bambooslip");
}

static void
test_the_search_says_where (Fixture       *fixture,
                            gconstpointer  data)
{
  DaybookLane *lane = daybook_lane_new (fixture->book.store);
  GPtrArray *found = NULL;

  daybook_palette_search_async (lane, fixture->book.store, NULL, "张三", NULL, on_searched, &found);
  test_wait_until (has_come, &found);
  g_assert_cmpuint (found->len, ==, 3);
  for (guint i = 0; i < found->len; i++)
    {
      DaybookPaletteItem *item = g_ptr_array_index (found, i);

      g_assert_cmpint (daybook_palette_item_get_kind (item), ==, DAYBOOK_PALETTE_ROW);
      g_assert_true (daybook_palette_item_get_table (item) == &daybook_orders);
      g_assert_true (g_str_has_prefix (daybook_palette_item_get_detail (item), "Receiver: "));
      /* Neither shows the name in full. */
      g_assert_null (strstr (daybook_palette_item_get_title (item), "三"));
      g_assert_null (strstr (daybook_palette_item_get_detail (item), "三"));
    }

  g_ptr_array_unref (found);
  daybook_lane_free (lane);
}

/* GTK 4.8 has words for the arrows. */
static void
test_arrows_are_arrows (void)
{
  static const char *const CASES[][2] = {
    { "<Control>Down", "Ctrl+↓" }, { "<Alt>Up", "Alt+↑" }, { "<Control>k", "Ctrl+K" }, { "Left", "←" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *label = daybook_accel_label (CASES[i][0]);

      g_assert_cmpstr (label, ==, CASES[i][1]);
    }
  g_assert_null (daybook_accel_label (NULL));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define TEST(name, test) g_test_add ("/palette/" name, Fixture, NULL, set_up, test, tear_down)
  TEST ("nothing-typed-lists-all", test_nothing_typed_lists_all);
  TEST ("actions-then-pages-then-rows", test_actions_then_pages_then_rows);
  TEST ("parts-of-words-and-pinyin", test_parts_of_words_and_pinyin);
  TEST ("nothing-found-is-said", test_nothing_found_is_said);
  TEST ("the-shortcut-is-shown", test_the_shortcut_is_shown);
  TEST ("other-words-begin-at-the-first", test_other_words_begin_at_the_first);
  TEST ("enter-chooses-the-first", test_enter_chooses_the_first);
  TEST ("enter-waits-for-rows", test_enter_waits_for_rows);
  TEST ("enter-is-not-forgotten", test_enter_is_not_forgotten);
  TEST ("numbers-of-bills-are-found", test_numbers_of_bills_are_found);
  TEST ("customers-are-named-in-the-lane", test_customers_are_named_in_the_lane);
  TEST ("the-search-says-where", test_the_search_says_where);
  g_test_add_func ("/palette/arrows-are-arrows", test_arrows_are_arrows);
  return g_test_run ();
}
