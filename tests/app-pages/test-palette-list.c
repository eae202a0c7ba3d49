/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/palette-list.h"

#include "app/common/desk.h"
#include "app/common/prefs.h"
#include "app/window/page-table.h"
#include "app/window/place.h"
#include "stage.h"

#include <string.h>

/* What the window offers the palette: what was used lately, what is possible now,
 * and where one can turn to. */

typedef struct
{
  Book           book;
  DaybookWindow *window;
  DaybookRecent *recent;
  GListStore    *places;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(DaybookPlace) history = daybook_place_new (daybook_page_table_find ("history"), NULL, "History", "x-symbolic");
  g_autoptr(DaybookPlace) unpaid = daybook_place_new (daybook_page_table_find ("orders"), "unpaid", "Unpaid", "x-symbolic");

  book_open (&fixture->book);
  book_add_order (&fixture->book, "1001", BOOK_NOW);
  fixture->window = daybook_window_new ((AdwApplication *) data);
  daybook_window_set_store (fixture->window, fixture->book.store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  test_turn_loop ();
  daybook_window_show_page (fixture->window, "history");
  fixture->recent = daybook_recent_new (NULL);
  fixture->places = g_list_store_new (DAYBOOK_TYPE_PLACE);
  g_list_store_append (fixture->places, unpaid);
  g_list_store_append (fixture->places, history);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  test_turn_loop ();
  daybook_recent_free (fixture->recent);
  g_object_unref (fixture->places);
  book_close (&fixture->book);
}

static GListModel *
make_list (Fixture *fixture)
{
  return daybook_palette_list (fixture->window, fixture->recent, G_LIST_MODEL (fixture->places));
}

/* Where a key stands, or -1. */
static int
find (GListModel *list,
      const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(DaybookPaletteItem) item = g_list_model_get_item (list, i);
      g_autofree char *other = daybook_palette_item_get_key (item);

      if (g_str_equal (other, key))
        return (int) i;
    }

  return -1;
}

static void
assert_head (GListModel *list,
             const char *expected)
{
  g_auto(GStrv) keys = g_strsplit (expected, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    g_assert_cmpint (find (list, keys[i]), ==, i);
}

static void
test_actions_then_places (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GListModel) list = make_list (fixture);
  guint n_items = g_list_model_get_n_items (list);

  assert_head (list, "win.find");
  g_assert_cmpint (find (list, "win.show-view(('orders','unpaid'))"), ==, n_items - 2);
  g_assert_cmpint (find (list, "win.show-page('history')"), ==, n_items - 1);
}

/* On the history page no order is at hand; with one open there is. */
static void
test_only_what_is_possible_now (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GListModel) before = make_list (fixture);

  g_assert_cmpint (find (before, "win.flag"), <, 0);
  g_assert_cmpint (find (before, "win.import"), >=, 0);
  daybook_recent_add (fixture->recent, "win.flag");
  g_autoptr(GListModel) still = make_list (fixture);
  g_assert_cmpint (find (still, "win.flag"), <, 0);

  DaybookId order;
  const char *parts[3] = { NULL, "tmall", "1001" };
  g_autofree char *shop = daybook_id_to_string (daybook_store_get_shop (fixture->book.store));
  parts[0] = shop;
  daybook_id_derive (&order, "order", parts, G_N_ELEMENTS (parts));
  daybook_shell_show_row (DAYBOOK_SHELL (fixture->window), &daybook_orders, &order);
  test_turn_loop ();
  g_autoptr(GListModel) after = make_list (fixture);
  assert_head (after, "win.flag");
}

/* Nothing in the sample shop is real: it says so, and offers no second one. */
static void
test_the_sample_shop_says_so (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(GListModel) own = make_list (fixture);

  g_assert_cmpint (find (own, "win.sample"), >=, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Daybook");
  g_assert_null (test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Sample Shop"));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  daybook_desk_mark_sample (daybook_desk_of (fixture->book.store));
  fixture->window = daybook_window_new ((AdwApplication *) data);
  daybook_window_set_store (fixture->window, fixture->book.store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  test_turn_loop ();
  g_autoptr(GListModel) sample = make_list (fixture);
  g_assert_cmpint (find (sample, "win.sample"), <, 0);
  g_assert_cmpint (find (sample, "win.import"), >=, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Sample Shop — Daybook");
  test_await (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Sample Shop");
}

static void
test_used_lately_first (Fixture       *fixture,
                        gconstpointer  data)
{
  DaybookId order = book_add_order (&fixture->book, "1002", BOOK_NOW);
  g_autofree char *key = daybook_recent_row_key (&daybook_orders, &order);
  g_autofree char *expected = g_strjoin (" ", "win.preferences", key, "win.show-page('history')", "win.find", NULL);

  daybook_recent_add (fixture->recent, "win.show-page('history')");
  daybook_recent_add (fixture->recent, key);
  daybook_recent_add (fixture->recent, "win.preferences");

  g_autoptr(GListModel) list = make_list (fixture);
  assert_head (list, expected);
  g_autoptr(DaybookPaletteItem) row = g_list_model_get_item (list, 1);
  g_assert_cmpstr (daybook_palette_item_get_title (row), ==, "1002 · ¥128.00");
  g_assert_cmpstr (daybook_palette_item_get_detail (row), ==, "Order");

  /* Each stands there once. */
  g_autoptr(DaybookRecent) none = daybook_recent_new (NULL);
  g_autoptr(GListModel) plain = daybook_palette_list (fixture->window, none, G_LIST_MODEL (fixture->places));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, g_list_model_get_n_items (plain) + 1);
}

static void
test_what_is_gone_drops_out (Fixture       *fixture,
                             gconstpointer  data)
{
  DaybookId order = book_add_order (&fixture->book, "1002", BOOK_NOW);
  g_autofree char *key = daybook_recent_row_key (&daybook_orders, &order);

  daybook_recent_add (fixture->recent, "win.show-view(('orders','6f9619ff-8b86-4011-b42d-00cf4fc964f1'))");
  daybook_recent_add (fixture->recent, "order:6f9619ff-8b86-4011-b42d-00cf4fc964f1");
  daybook_recent_add (fixture->recent, "agent:6f9619ff-8b86-4011-b42d-00cf4fc964f1");
  daybook_recent_add (fixture->recent, "win.an-action-of-old");
  daybook_recent_add (fixture->recent, key);

  g_autoptr(GListModel) there = make_list (fixture);
  g_autofree char *expected = g_strconcat (key, " win.find", NULL);
  assert_head (there, expected);

  book_set (&fixture->book, &daybook_orders, &order, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  g_autoptr(GListModel) gone = make_list (fixture);
  assert_head (gone, "win.find");
}

static void
test_not_more_than_are_shown (Fixture       *fixture,
                              gconstpointer  data)
{
  for (int i = 0; i < DAYBOOK_RECENT_SHOWN + 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("200%d", i);
      DaybookId order = book_add_order (&fixture->book, number, BOOK_NOW);
      g_autofree char *key = daybook_recent_row_key (&daybook_orders, &order);

      daybook_recent_add (fixture->recent, key);
    }

  g_autoptr(GListModel) list = make_list (fixture);
  g_assert_cmpint (find (list, "win.find"), ==, DAYBOOK_RECENT_SHOWN);
}

/* What the window remembers goes where the device keeps it, and names nobody. */
static void
test_an_opened_row_is_remembered (Fixture       *fixture,
                                  gconstpointer  data)
{
  DaybookId order = book_add_order (&fixture->book, "1003", BOOK_NOW);
  g_autofree char *key = daybook_recent_row_key (&daybook_orders, &order);

  daybook_shell_show_row (DAYBOOK_SHELL (fixture->window), &daybook_orders, &order);
  test_turn_loop ();
  daybook_window_show_palette (fixture->window);
  test_turn_loop ();

  g_autoptr(GSettings) settings = daybook_prefs_new ();
  g_auto(GStrv) kept = g_settings_get_strv (settings, "recently-used");
  g_assert_cmpstr (kept[0], ==, key);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = adw_application_new ("io.github.daybook.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define TEST(name, test) g_test_add ("/palette-list/" name, Fixture, application, set_up, test, tear_down)
  TEST ("actions-then-places", test_actions_then_places);
  TEST ("only-what-is-possible-now", test_only_what_is_possible_now);
  TEST ("the-sample-shop-says-so", test_the_sample_shop_says_so);
  TEST ("used-lately-first", test_used_lately_first);
  TEST ("what-is-gone-drops-out", test_what_is_gone_drops_out);
  TEST ("not-more-than-are-shown", test_not_more_than_are_shown);
  TEST ("an-opened-row-is-remembered", test_an_opened_row_is_remembered);
  return g_test_run ();
}
